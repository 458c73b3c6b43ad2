import { CHECK_GROUPS, type CheckGroup } from '../../objects/taxonomy/check-groups.ts';
import {
  type ChangeCause,
  changeCauses,
  KINDS_WITH_REASON,
  NOTICE_KINDS,
} from '../../objects/taxonomy/notice-kinds.ts';
import {
  GOVERNED_OBJECTS,
  type GovernedObject,
  type NoticeKind,
  STAGES,
  type Stage,
} from '../../objects/taxonomy/types.ts';
import { formatEpochDay, parseEpochDay } from '../calendar/epoch-day.ts';
import { enteredTags } from '../memory/seen.ts';
import { ACTIONS, type Action, REVIEW_POINTS, type ReviewPoint } from '../run/action.ts';
import { MOST_CHARACTERS, MOST_IDS } from './limits.ts';
import { RequestFault } from './request-fault.ts';

/** What a request carries, not yet looked at. */
export type Input = Readonly<Record<string, unknown>>;

const MOST_DAYS = 999;
/** Clocks differ a little: a change of this very moment lies in nobody's future. */
const CLOCK_TOLERANCE = 5 * 60_000;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;

/** The fields of a request. @throws RequestFault when it is no object */
export const inputOf = (value: unknown): Input => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Input;
  throw new RequestFault('BODY_INVALID');
};

/** One of the four objects the policy governs. */
export const objectIn = (input: Input): GovernedObject => {
  const found = GOVERNED_OBJECTS.find((object) => object === input.object);
  if (found) return found;
  throw new RequestFault('OBJECT_UNKNOWN', { field: 'object', allowed: GOVERNED_OBJECTS });
};

export const idIn = (input: Input, field: string): string => {
  const value = input[field];
  if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
  throw new RequestFault('ID_INVALID', { field });
};

/** From 1 to 200 records, each once. */
export const idsIn = (input: Input): readonly string[] => {
  const { ids } = input;
  const isList = Array.isArray(ids) && ids.length > 0 && ids.length <= MOST_IDS;
  if (!isList || !ids.every((id) => typeof id === 'string' && UUID.test(id))) {
    throw new RequestFault('IDS_INVALID', { field: 'ids', max: MOST_IDS });
  }
  return [...new Set((ids as readonly string[]).map((id) => id.toLowerCase()))];
};

export const actionIn = (input: Input): Action => {
  const found = ACTIONS.find((action) => action === input.action);
  if (found) return found;
  throw new RequestFault('ACTION_UNKNOWN', { field: 'action', allowed: ACTIONS });
};

/** A kind of change that an object can have (4.1.3, 4.1.9, 4.2.1). */
export const kindIn = (input: Input, object: GovernedObject): NoticeKind => {
  const allowed = NOTICE_KINDS[object];
  const found = allowed.find((kind) => kind === input.kind);
  if (found) return found;
  throw new RequestFault('KIND_UNKNOWN', { field: 'kind', allowed });
};

/** What may be asked of an assessment. */
const ASSESSMENT_ACTS = ['CONFIRM', 'APPEAL', 'DECIDE'] as const;
export type AssessmentAct = (typeof ASSESSMENT_ACTS)[number];

/** What is asked of an assessment; null where it is looked at alone. */
export const assessmentActIn = (input: Input): AssessmentAct | null => {
  const act = input.act ?? '';
  const found = ASSESSMENT_ACTS.find((one) => one === act);
  if (found || act === '') return found ?? null;
  throw new RequestFault('ACTION_UNKNOWN', { field: 'act', allowed: ASSESSMENT_ACTS });
};

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** A month `YYYY-MM`; empty where it is left out. */
export const monthIn = (input: Input, field: string): string => {
  const value = input[field] ?? '';
  if (value === '' || (typeof value === 'string' && MONTH.test(value))) return value;
  throw new RequestFault('MONTH_INVALID', { field });
};

/** An instant with offset, as ISO 8601 in UTC. */
export const instantIn = (input: Input, field: string): string => {
  const value = input[field];
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new RequestFault('INSTANT_INVALID', { field });
  return new Date(time).toISOString();
};

/** When a change happened: now unless it is said, and never later. */
export const pastInstantIn = (input: Input, field: string, now: Date): string => {
  const value = input[field];
  if (value === undefined || value === null || value === '') return now.toISOString();
  const instant = instantIn(input, field);
  if (Date.parse(instant) > now.getTime() + CLOCK_TOLERANCE) throw new RequestFault('INSTANT_IN_FUTURE', { field });
  return instant;
};

/** A stage of a deal; undefined where none is named. */
export const stageIn = (input: Input, field: string): Stage | undefined => {
  const value = input[field] ?? '';
  if (value === '') return undefined;
  const found = STAGES.find((stage) => stage === value);
  if (found) return found;
  throw new RequestFault('STAGE_UNKNOWN', { field, allowed: STAGES });
};

/** A day, `YYYY-MM-DD`; undefined where none is named. */
export const dateIn = (input: Input, field: string): string | undefined => {
  const value = input[field] ?? '';
  if (value === '') return undefined;
  try {
    return formatEpochDay(parseEpochDay(String(value)));
  } catch {
    throw new RequestFault('DATE_INVALID', { field });
  }
};

export const daysIn = (input: Input, field: string): number => {
  const value = input[field];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DAYS) return value;
  throw new RequestFault('DAYS_INVALID', { field, max: MOST_DAYS });
};

/** A text a person may leave out. */
export const textIn = (input: Input, field: string): string => {
  const value = input[field] ?? '';
  if (typeof value !== 'string') throw new RequestFault('TEXT_INVALID', { field });
  if (value.length > MOST_CHARACTERS) throw new RequestFault('TEXT_TOO_LONG', { field, max: MOST_CHARACTERS });
  return value.trim();
};

/** Tags of an object that a reviewer wants corrected (4.3.4). */
export const returnedTagsIn = (input: Input, object: GovernedObject): readonly string[] => {
  const value = input.returnedTags ?? [];
  const known = new Set(enteredTags(object).map((tag) => tag.name));
  if (Array.isArray(value) && value.every((name) => known.has(name))) return [...new Set(value as readonly string[])];
  throw new RequestFault('TAGS_UNKNOWN', { field: 'returnedTags' });
};

/** Points of the review that fail (4.3.3). */
export const failedPointsIn = (input: Input): readonly ReviewPoint[] => {
  const value = input.failedPoints ?? [];
  const isKnown = (point: unknown): point is ReviewPoint => REVIEW_POINTS.includes(point as ReviewPoint);
  if (Array.isArray(value) && value.every(isKnown)) return [...new Set(value)];
  throw new RequestFault('POINTS_UNKNOWN', { field: 'failedPoints', allowed: REVIEW_POINTS });
};

/** The groups of tags that a confirmation is of; all of them where none is named (4.1.1). */
export const groupsIn = (input: Input): readonly CheckGroup[] => {
  const value = input.groups ?? [];
  if (Array.isArray(value) && value.every((one) => CHECK_GROUPS.includes(one)))
    return CHECK_GROUPS.filter((group) => value.includes(group));
  throw new RequestFault('GROUPS_UNKNOWN', { field: 'groups', allowed: CHECK_GROUPS });
};

/** Why a product changes (4.1.7); null of other objects, and where it is not said. */
export const causeIn = (input: Input, object: GovernedObject): ChangeCause | null => {
  const value = input.cause ?? '';
  if (value === '') return null;
  const found = changeCauses.find((cause) => cause.value === value);
  if (found && object === 'tagProduct') return found.value;
  throw new RequestFault('CAUSE_UNKNOWN', { field: 'cause', allowed: changeCauses.map((cause) => cause.value) });
};

/** What a change is; some kinds are told with their reason or not at all (4.1.12). */
export const descriptionIn = (input: Input, kind: NoticeKind): string => {
  const text = textIn(input, 'description');
  if (text === '' && KINDS_WITH_REASON.has(kind)) throw new RequestFault('REASON_MISSING', { field: 'description' });
  return text;
};

import { asList, type Value } from '../judgement/values.ts';
import { ACTIONS, type Action, type ActionRequest } from '../run/action.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';
import type { ReviewMemory, Waiting } from './review-memory.ts';

/** What is asked of a record, and by whom. */
export interface Asked {
  readonly action: Action;
  readonly at: string;
  readonly by: string | null;
  readonly note: string;
  readonly isTraced: boolean;
  readonly isDirect?: boolean;
  readonly ownerBefore?: string | null;
  readonly returnedTags?: readonly string[];
  /** The groups of tags a confirmation is of; all where none is named. */
  readonly groups?: readonly string[];
  /** May read credit records by their role in Twenty; undefined where only their post tells. */
  readonly readsCredit?: boolean;
}

const isAction = (value: unknown): value is Action => ACTIONS.includes(value as Action);

/** How long the event of a request is waited for before the request is refused as nobody's. */
const PATIENCE = 600_000;

/** The approval that waits, as long as it has not been taken back. */
const waitingOn = (record: TwentyRecord, { waiting }: ReviewMemory): ActionRequest | undefined =>
  waiting && record.tagAction === 'APPROVE' ? { action: 'APPROVE', ...waiting } : undefined;

/** A request that another run cleared together with an earlier one, without having seen it. */
const isUnanswered = ({ acted }: ReviewMemory, at: string): boolean =>
  acted !== undefined && Date.parse(at) > Date.parse(acted);

/**
 * Who asked comes from the event or the route that carried the request. When that was lost the last writer is a guess,
 * which is good enough for a confirmation and never for an approval. Another change's event may find the request
 * before its own does: it is left for that one for a while.
 */
export const askedOf = (run: Run, { object, id, record }: Subject, memory: ReviewMemory): Asked | null => {
  const request = run.actions.get(subjectKey(object, id)) ?? waitingOn(record, memory);
  if (request?.isDirect)
    return { ...request, note: request.note ?? textOrNull(record.tagActionNote) ?? '', isTraced: true };
  const note = textOrNull(record.tagActionNote) ?? request?.note ?? '';
  const groups = request?.groups ?? asList(record.tagCheckedGroups as Value);
  const action = record.tagAction;
  if (!isAction(action))
    return request && isUnanswered(memory, request.at) ? { ...request, note, groups, isTraced: true } : null;
  if (request?.action === action) return { ...request, note, groups, isTraced: true };
  const writer = writtenBy(record);
  const written = Date.parse(String(record.updatedAt));
  if (action !== 'CONFIRM' && run.now.getTime() - written < PATIENCE) return null;
  return { action, at: writer?.at ?? run.now.toISOString(), by: writer?.by ?? null, note, groups, isTraced: false };
};

/**
 * An approval that is left for a while, since the event of the change it would approve may come after its own: who made
 * the change decides whose eyes are the second pair.
 */
export const waitingApproval = (run: Run, { unclaimed }: Subject, asked: Asked): Waiting | undefined => {
  if (!unclaimed || run.now.getTime() - Date.parse(unclaimed.since) >= PATIENCE) return undefined;
  if (asked.action !== 'APPROVE' || !asked.isTraced || asked.isDirect) return undefined;
  const { at, by, note, ownerBefore } = asked;
  return { at, by, note, ...(ownerBefore ? { ownerBefore } : {}) };
};

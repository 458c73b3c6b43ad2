import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Rulings } from '../judgement/rulings.ts';
import type { Terms } from '../judgement/terms.ts';
import { asText, type Value } from '../judgement/values.ts';
import type { Settings } from '../settings.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { ActionRequest } from './action.ts';
import type { Aside, Entry, Ownership, Verification } from './entry.ts';
import type { Lost } from './merged.ts';
import type { TwentyRecord } from './record-change.ts';
import type { Roster } from './roster.ts';
import type { SelfGift } from './self-gift.ts';
import type { Snapshot } from './snapshot.ts';

/** Fields that events emptied, and what they last held. */
export interface Clearing {
  /** When each was emptied. ISO 8601. */
  readonly at: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, unknown>>;
}

/** One run of the pipeline: what it knows. Clock, store and settings are passed in. */
export interface Run {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  readonly roster: Roster;
  /** What people are called, by workspace member. */
  readonly names: ReadonlyMap<string, string>;
  /** With which sensitive tags are remembered. */
  readonly memoryKey: string;
  /** What the company's dictionary says otherwise than the policy. */
  readonly rulings: Rulings;
  /** What people have added to the dictionary. */
  readonly terms: Terms;
  /** When the application came into the workspace; null where that is not known. ISO 8601. */
  readonly installedAt: string | null;
  /** The first day on which sensitive tags are for those alone who have an agreement; null where it is not known. */
  readonly agreementsFrom: string | null;
  readonly now: Date;
  /** Today in the policy's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who entered tags of which subject, by `object:id`. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Writes of which subject that entered no tag, by `object:id`. */
  readonly asides: ReadonlyMap<string, readonly Aside[]>;
  /** Who handed on which subject, and when, by `object:id`. */
  readonly handovers: ReadonlyMap<string, readonly Ownership[]>;
  readonly actions: ReadonlyMap<string, ActionRequest>;
  /** The last verdict on which subject, by `object:id`. */
  readonly verifications: ReadonlyMap<string, Verification>;
  /** What is known of who wrote the acknowledgement of which agreement, by its id. */
  readonly acknowledgements: ReadonlyMap<string, readonly Acknowledgement[]>;
  /** What members gave themselves, by `object:id`. */
  readonly selfGifts: ReadonlyMap<string, readonly SelfGift[]>;
  readonly clearings: ReadonlyMap<string, Clearing>;
  /** Records that are gone for good, by id: what they went up in, if anything, is looked for. */
  readonly lost: ReadonlyMap<string, Lost>;
  /** Notices that were about another record before. */
  readonly relinked: ReadonlySet<string>;
  /** First judgement after an installation: records that were there before are let in without tasks or log. */
  readonly isInstalling: boolean;
}

export const subjectKey = (object: string, id: string): string => `${object}:${id}`;
export const idOf = (record: TwentyRecord): string => String(record.id);
export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** What people call a record. Never a sensitive tag. */
export const nameOf = (object: GovernedObject, record: TwentyRecord): string => {
  const parts = object === 'tagProduct' ? [record.name, record.model] : [record.name];
  return parts
    .map((part) => asText(part as Value))
    .filter(Boolean)
    .join(' ');
};

const OWNERS: Readonly<Record<GovernedObject, string>> = {
  company: 'accountOwnerId',
  opportunity: 'ownerId',
  tagProduct: 'keeperId',
  tagMember: 'workspaceMemberId',
};

/** The key by which a record names who answers for it. */
export const ownerField = (object: GovernedObject): string => OWNERS[object];

/** Who answers for a record; for a team member that is the member. */
export const ownerOf = (object: GovernedObject, record: TwentyRecord): string | null =>
  textOrNull(record[OWNERS[object]]);

const LINKS: Readonly<Record<GovernedObject, string>> = {
  company: 'companyId',
  opportunity: 'opportunityId',
  tagProduct: 'productId',
  tagMember: 'memberId',
};

/** The key by which a notice or a log row points at its subject. */
export const linkTo = (object: GovernedObject): string => LINKS[object];

/** Who last wrote a record, when that was somebody else than an application; null otherwise. */
export const writtenBy = (
  record: TwentyRecord | null | undefined,
  actorField = 'updatedBy',
  atField = 'updatedAt',
): Entry | null => {
  const actor = record?.[actorField] as { source?: unknown; workspaceMemberId?: unknown } | null | undefined;
  const at = textOrNull(record?.[atField]);
  if (!at || !actor || actor.source === 'APPLICATION') return null;
  return { at, by: textOrNull(actor.workspaceMemberId) };
};

import type { CheckGroup } from '../../objects/taxonomy/check-groups.ts';

/** What a person asks of a record by setting its action (4.1.1, 4.3.1, 4.3.4). */
export const ACTIONS = ['CONFIRM', 'APPROVE', 'RETURN'] as const;
export type Action = (typeof ACTIONS)[number];

/** Why an action is refused; the words are in the catalogs of phrases. */
export const REFUSALS = [
  'ACTOR_UNKNOWN',
  'NOT_A_REVIEWER',
  'ENTERED_BY_SELF',
  'OWNED_BY_SELF',
  'OWNED_THAT_DAY',
  'ENTERED_BY_UNKNOWN',
  'VERIFICATION_DOUBTFUL',
  'RECORD_INCOMPLETE',
  'TAGS_CHANGED_SINCE',
  'NOTE_MISSING',
  'GROUPS_NOT_READABLE',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** An action somebody asked for, as its event or a route vouches for it. */
export interface ActionRequest {
  readonly action: Action;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
  /** Asked through a route, not by setting the field. */
  readonly isDirect?: boolean;
  readonly note?: string;
  readonly returnedTags?: readonly string[];
  /** The groups of tags a confirmation is of; all that the person may read where none is named. */
  readonly groups?: readonly string[];
  /** Whether the person may read credit records by their role in Twenty, where the route found out. */
  readonly readsCredit?: boolean;
  /** Who owned the record before the write that asked. */
  readonly ownerBefore?: string | null;
}

/** What became of an action somebody asked for. */
export interface ActionTaken {
  /** The action carried out; null when it was refused. */
  readonly done: Action | null;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
  /** Who asked is known, and not guessed. */
  readonly isTraced: boolean;
  readonly note: string;
  /** The groups of a customer's tags that were confirmed or approved. */
  readonly groups?: readonly CheckGroup[];
}

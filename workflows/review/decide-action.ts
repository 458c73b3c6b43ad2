import type { Action, Refusal } from '../run/action.ts';

export interface ActionFacts {
  readonly action: Action;
  readonly note: string;
  /** Workspace member who asked; null for an API key. */
  readonly by: string | null;
  /** The request itself was seen, so that who asked is known and not guessed from the last writer. */
  readonly isTraced: boolean;
  readonly isReviewer: boolean;
  /** Everybody who entered tags since the last approval. */
  readonly enterers: readonly string[];
  readonly ownerId: string | null;
  /** Whoever asked owned the record that day, and has handed it on. */
  readonly isOwnerOfTheDay: boolean;
  /** Tags changed without anybody being known to have changed them. */
  readonly isUnclaimed: boolean;
  readonly hasErrors: boolean;
  readonly isDoubtful: boolean;
  /** The groups of a customer's tags that the person may confirm, of those named. */
  readonly groups: readonly string[];
  /** Tags were entered after the request was made. */
  readonly changedSince: boolean;
}

/** Whether somebody may approve a record at all: the four-eyes principle (4.3.1, A20). */
export const approvalRefusal = (
  facts: Pick<ActionFacts, 'by' | 'isReviewer' | 'enterers' | 'ownerId' | 'isOwnerOfTheDay'>,
): Refusal | null => {
  if (!facts.by || !facts.isReviewer) return 'NOT_A_REVIEWER';
  if (facts.enterers.includes(facts.by)) return 'ENTERED_BY_SELF';
  if (facts.ownerId === facts.by) return 'OWNED_BY_SELF';
  return facts.isOwnerOfTheDay ? 'OWNED_THAT_DAY' : null;
};

/**
 * Carries out or refuses (4.3.1–4.3.4). An approval or a return needs somebody with the duty REVIEWER who is known to
 * have asked; an approval also a second pair of eyes, which it is while the first is known, and tags that are as the
 * reviewer saw them.
 */
export const decideAction = (facts: ActionFacts): Refusal | null => {
  if (facts.action === 'CONFIRM') return facts.groups.length > 0 ? null : 'GROUPS_NOT_READABLE';
  if (!facts.isTraced) return 'ACTOR_UNKNOWN';
  if (facts.action === 'RETURN') {
    if (!facts.by || !facts.isReviewer) return 'NOT_A_REVIEWER';
    return facts.note.trim() === '' ? 'NOTE_MISSING' : null;
  }
  const refusal = approvalRefusal(facts);
  if (refusal) return refusal;
  if (facts.isUnclaimed) return 'ENTERED_BY_UNKNOWN';
  if (facts.isDoubtful) return 'VERIFICATION_DOUBTFUL';
  if (facts.hasErrors) return 'RECORD_INCOMPLETE';
  return facts.changedSince ? 'TAGS_CHANGED_SINCE' : null;
};

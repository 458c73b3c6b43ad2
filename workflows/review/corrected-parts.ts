import { groupsOf } from '../entries/group-entries.ts';
import { type GroupEntry, laterEntry } from '../run/entry.ts';
import type { Subject } from '../subject/subject.ts';
import type { ReturnedTo } from './review-memory.ts';

/** What was returned to one person and has been entered anew: when, and by whom. */
export interface CorrectedPart {
  readonly part: ReturnedTo;
  readonly at: string | null;
  readonly by: string | null;
}

/** What was returned as it stands now, and what of it is corrected by this judgement. */
export interface Corrected {
  readonly to: readonly ReturnedTo[];
  readonly now: readonly CorrectedPart[];
  /** Nothing of it is left to be corrected. */
  readonly isAll: boolean;
}

/** The last entry since the return of a group of the part, or of anything by whom it was returned to. */
const enteredSince = ({ object, groups }: Subject, { by, tags }: ReturnedTo, at: string): GroupEntry | null => {
  const own = new Set(groupsOf(object, tags));
  const since = Object.entries(groups)
    .filter(([group, entry]) => own.has(group) || (by !== null && entry.by === by))
    .map(([, entry]) => entry)
    .filter((entry) => Date.parse(entry.at) > Date.parse(at));
  return since.length > 0 ? since.reduce(laterEntry) : null;
};

const isInOrder = ({ judgement }: Subject, { tags }: ReturnedTo): boolean =>
  !judgement.problems.some(({ severity, tag }) => severity === 'ERROR' && tags.includes(tag));

/**
 * Who has corrected what was returned to them (4.3.4). What was returned to one person is corrected once the tags are
 * entered anew and in order, by whomever; of what was returned to several each has their own part, and answers for it alone.
 */
export const correctedParts = (subject: Subject, to: readonly ReturnedTo[], at: string): Corrected => {
  const { isEnteredAnew, judgement, fresh } = subject;
  if (to.length < 2) {
    const isAll = isEnteredAnew && !judgement.hasErrors;
    return { to, isAll, now: isAll ? to.map((part) => ({ part, at: fresh?.at ?? null, by: fresh?.by ?? null })) : [] };
  }
  const now = to.flatMap((part): readonly CorrectedPart[] => {
    const entry = part.isDone || !isInOrder(subject, part) ? null : enteredSince(subject, part, at);
    return entry ? [{ part, at: entry.at, by: entry.by }] : [];
  });
  const parts = to.map((part) => (now.some((one) => one.part === part) ? { ...part, isDone: true as const } : part));
  return { to: parts, now, isAll: parts.every(({ isDone }) => isDone) };
};

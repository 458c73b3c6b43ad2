import { enterersOf } from '../entries/group-entries.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { nameOf, type Run, textOrNull } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import type { Subject } from '../subject/subject.ts';
import type { ReturnedTo } from './review-memory.ts';

/** The returned tags by who entered them, by group, in the order they were named; all of whoever entered last without any. */
export const returnedToOf = ({ object, record, groups }: Subject, tags: readonly string[]): readonly ReturnedTo[] => {
  const last = textOrNull(record.tagEnteredById);
  if (tags.length === 0) return [{ by: last, tags: [] }];
  const byEnterer = Map.groupBy(tags, (tag) => enterersOf(groups, object, [tag])[0] ?? last);
  return [...byEnterer].map(([by, own]) => ({ by, tags: own }));
};

/** Tags that are being corrected. */
export interface Correction {
  /** When they were returned. ISO 8601. */
  readonly at: string;
  readonly to: readonly ReturnedTo[];
  /** The last day on which it is in time, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly isOverdue: boolean;
  /** What the reviewer wrote, as long as it is known. */
  readonly note: string;
}

/** Tells what was returned to one person from what was returned to the others; of the first it is the return's own. */
export const partKey = ({ at, to }: Correction, { by }: ReturnedTo): string =>
  to[0]?.by === by ? at : `${at}:${by ?? ''}`;

/** Tags that were sent back are a matter of whoever entered them (4.3.4); overdue, also of their manager. */
export const returnMatters = (run: Run, { object, record }: Subject, correction: Correction): readonly Matter[] => {
  const { to, dueOn, isOverdue, note } = correction;
  return to.flatMap((part): readonly Matter[] => {
    const { by, tags, isDone } = part;
    if (isDone) return [];
    const assigneeId = assigneeOf(run, object, record, by);
    const key = partKey(correction, part);
    const matter = (kind: 'return' | 'return-overdue', whose: string | null): Matter => ({
      kind: kind === 'return' ? 'RETURN' : 'RETURN_OVERDUE',
      key: `${kind}:${key}`,
      title: phrase(`task.${kind}`, run.settings.noticeLanguage, { record: nameOf(object, record) }),
      clause: '4.3.4',
      tags,
      note,
      dueOn,
      assigneeId: whose,
    });
    return [
      matter('return', assigneeId),
      ...(isOverdue ? [matter('return-overdue', run.roster.managerOf(assigneeId))] : []),
    ];
  });
};

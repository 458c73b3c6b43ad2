import { enterersOf } from '../entries/group-entries.ts';
import { type Action, REVIEW_POINTS, type Verdicts } from '../run/action.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run, textOrNull } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';
import type { Asked } from './asked.ts';
import { pointsThat } from './verdicts.ts';

const LOG_KINDS = { APPROVE: 'APPROVED', RETURN: 'RETURNED' } as const;

/** What a reviewer has said of the points: an approval that they pass, unless it was said otherwise. */
export const saidOf = (action: Action, verdicts: Verdicts): Pick<Fact, 'passedPoints' | 'failedPoints'> => {
  if (action === 'CONFIRM') return {};
  if (action === 'APPROVE') return { passedPoints: REVIEW_POINTS };
  return { passedPoints: pointsThat(verdicts, 'PASS'), failedPoints: pointsThat(verdicts, 'FAIL') };
};

/** Whose entry a reviewer has judged: of a return whoever entered the returned tags, first of the first. */
export const judgedOf = ({ object, record, groups }: Subject, returnedTags: readonly string[]): string | null =>
  enterersOf(groups, object, returnedTags)[0] ?? textOrNull(record.tagEnteredById);

/** What the log is told of a review; of a confirmation the check tells it, which knows whether it is kept by it. */
export const reviewFacts = (
  run: Run,
  subject: Subject,
  { action, at, by, note }: Asked,
  more: Partial<Fact>,
): readonly Fact[] => {
  if (action === 'CONFIRM') return [];
  const { object, id, record } = subject;
  const dueOn = action === 'APPROVE' ? textOrNull(record.tagNextCheckOn) : null;
  return [
    {
      kind: LOG_KINDS[action],
      object,
      subjectId: id,
      record: nameOf(object, record),
      key: at,
      at,
      by,
      note,
      ...more,
      ...(dueOn ? { dueOn, onTime: run.calendar.lastEnded(new Date(at)) < dueOn } : {}),
    },
  ];
};

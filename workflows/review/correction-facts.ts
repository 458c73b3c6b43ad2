import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';
import type { CorrectedPart } from './corrected-parts.ts';
import { type Correction, partKey } from './return-matters.ts';
import type { ReturnedTo } from './review-memory.ts';

const correctionFact = (
  { object, id, record }: Subject,
  correction: Correction,
  part: ReturnedTo,
  more: Pick<Fact, 'kind' | 'at' | 'by' | 'onTime'>,
): Fact => ({
  object,
  subjectId: id,
  record: nameOf(object, record),
  key: partKey(correction, part),
  dueOn: correction.dueOn,
  responsible: part.by,
  ...more,
});

const missedFact = (run: Run, subject: Subject, correction: Correction, part: ReturnedTo): Fact =>
  correctionFact(subject, correction, part, {
    kind: 'CORRECTION_MISSED',
    at: run.calendar.endOf(correction.dueOn).toISOString(),
    by: part.by,
    onTime: false,
  });

/** That those to whom tags were returned have not corrected theirs in time. */
export const missedFacts = (run: Run, subject: Subject, correction: Correction): readonly Fact[] =>
  correction.to.filter(({ isDone }) => !isDone).map((part) => missedFact(run, subject, correction, part));

/** Returned tags were entered anew: in time, or late, which is a miss too, whether or not anybody looked in between. */
export const correctedFacts = (
  run: Run,
  subject: Subject,
  correction: Correction,
  { part, at, by }: CorrectedPart,
  isMissed: boolean,
): readonly Fact[] => {
  const when = at ?? run.now.toISOString();
  const onTime = Date.parse(when) < run.calendar.endOf(correction.dueOn).getTime();
  return [
    ...(onTime || isMissed ? [] : [missedFact(run, subject, correction, part)]),
    correctionFact(subject, correction, part, { kind: 'CORRECTED', at: when, by, onTime }),
  ];
};

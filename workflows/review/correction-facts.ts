import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';
import type { Correction } from './return-matters.ts';

const correctionFact = (
  { object, id, record }: Subject,
  { at, dueOn, to }: Correction,
  more: Pick<Fact, 'kind' | 'at' | 'by' | 'onTime'>,
): Fact => ({
  object,
  subjectId: id,
  record: nameOf(object, record),
  key: at,
  dueOn,
  responsible: to[0]?.by ?? null,
  ...more,
});

/** That returned tags were not corrected in time. */
export const missedFact = (run: Run, subject: Subject, correction: Correction): Fact =>
  correctionFact(subject, correction, {
    kind: 'CORRECTION_MISSED',
    at: run.calendar.endOf(correction.dueOn).toISOString(),
    by: correction.to[0]?.by ?? null,
    onTime: false,
  });

/** Returned tags were entered anew: in time, or late, which is a miss too, whether or not anybody looked in between. */
export const correctedFacts = (
  run: Run,
  subject: Subject,
  correction: Correction,
  isMissed: boolean,
): readonly Fact[] => {
  const { fresh } = subject;
  const at = fresh?.at ?? run.now.toISOString();
  const onTime = Date.parse(at) < run.calendar.endOf(correction.dueOn).getTime();
  return [
    ...(onTime || isMissed ? [] : [missedFact(run, subject, correction)]),
    correctionFact(subject, correction, { kind: 'CORRECTED', at, by: fresh?.by ?? null, onTime }),
  ];
};

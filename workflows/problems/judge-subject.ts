import { type Judgement, judge } from '../judgement/judge.ts';
import { type Run, textOrNull } from '../run/run.ts';
import { isStoppedAt } from '../stages/credit-gate.ts';
import type { Subject } from '../subject/subject.ts';

/** Judges a subject's tags, with some of them to be looked at again. */
export const judgeSubject = (run: Run, subject: Subject, unreviewed: readonly string[]): Judgement => {
  const closes = textOrNull(subject.record.closeDate);
  return judge(subject.object, subject.values, {
    ...subject.beside.context,
    stage: subject.stage,
    today: run.today,
    rulings: run.rulings,
    terms: run.terms,
    now: run.now.toISOString(),
    unreviewed,
    alike: subject.alike,
    isCreditStopped: subject.object === 'opportunity' && isStoppedAt(run, subject.record, subject.stage),
    ...(closes ? { closesOn: run.calendar.dateOf(closes) } : {}),
    ...(subject.gate ? { gate: subject.gate } : {}),
  });
};

import { asList, type Value } from '../judgement/values.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { correctedParts } from './corrected-parts.ts';
import { correctedFacts, missedFacts } from './correction-facts.ts';
import { forgedFact } from './forged-status.ts';
import { type Correction, returnedToOf, returnMatters } from './return-matters.ts';
import { type ReturnedTo, type ReviewMemory, reviewMemory } from './review-memory.ts';
import { type ReviewStatus, reviewStatus } from './review-status.ts';
import { isSelected } from './sampling.ts';

/** Whether nothing that was entered since the last review was selected for one; after a return all is. */
const isExemptNow = (run: Run, subject: Subject, { status, exempt }: ReviewMemory): boolean => {
  const { action, isFirst, isEnteredAnew } = subject;
  if (action?.done === 'RETURN') return false;
  if (isEnteredAnew && isSelected(run, subject)) return false;
  return isFirst || status === 'APPROVED' || exempt === true;
};

interface Standing {
  /** When tags were returned last; null where none are. */
  readonly lastReturn: string | null;
  readonly isExempt: boolean;
  /** The tags were entered anew, and nothing that was returned is left to be. */
  readonly isCorrected: boolean;
}

/** Where the record stands after this judgement. */
const statusOf = (
  subject: Subject,
  memory: ReviewMemory,
  { lastReturn, isExempt, isCorrected }: Standing,
): ReviewStatus => {
  const { action, judgement } = subject;
  if (action?.done === 'APPROVE') return 'APPROVED';
  return reviewStatus({
    last: memory.status,
    hasErrors: judgement.hasErrors,
    isEnteredAnew: isCorrected && action?.done !== 'RETURN',
    isReturned: lastReturn !== null,
    isExempt,
  });
};

const OPEN: ReadonlySet<ReviewStatus> = new Set<ReviewStatus>(['INCOMPLETE', 'RETURNED']);

const correctionOf = (
  run: Run,
  { action, record }: Subject,
  at: string,
  to: readonly ReturnedTo[] | undefined,
): Correction => {
  const { dueDate: dueOn } = run.calendar.deadline({ from: at, days: run.settings.correctionDays });
  return {
    at,
    // Returned before it was remembered to whom: to whoever entered last.
    to: to ?? [{ by: textOrNull(record.tagEnteredById), tags: asList(record.tagReturnedTags as Value) }],
    dueOn,
    // Nor was it escalated then, and is not told of late.
    isOverdue: to !== undefined && run.calendar.hasEnded(dueOn, run.now),
    note: action?.done === 'RETURN' ? action.note : '',
  };
};

/** Where the record stands between entry and approval (4.3.1–4.3.4). */
export const statusStep: Step<ReviewMemory> = {
  memory: reviewMemory,
  follow: (run, subject, memory) => {
    const { action, merged } = subject;
    const isReturn = action?.done === 'RETURN';
    const lastReturn = isReturn ? action.at : (memory.returnedAt ?? null);
    const to = isReturn ? returnedToOf(subject, action.returnedTags ?? []) : memory.returnedTo;
    const isExempt = isExemptNow(run, subject, memory);
    const corrected = lastReturn !== null && to && !isReturn ? correctedParts(subject, to, lastReturn) : null;
    const isCorrected = corrected ? corrected.isAll : subject.isEnteredAnew;
    const status = statusOf(subject, memory, { lastReturn, isExempt, isCorrected });
    const isOpen = lastReturn !== null && OPEN.has(status);
    const correction = lastReturn === null ? null : correctionOf(run, subject, lastReturn, corrected?.to ?? to);
    const wasMissed = !isReturn && memory.isReturnMissed === true;
    // An approval says of returned tags that there was nothing to correct.
    const doneNow = action?.done === 'APPROVE' ? [] : (corrected?.now ?? []);
    const forged = forgedFact(run, subject, memory.status);
    const isMissedNow = isOpen && correction?.isOverdue === true && !wasMissed;
    return {
      subject: {
        statusBefore: memory.status,
        status,
        correction: isOpen && correction && to ? { dueOn: correction.dueOn, isOverdue: correction.isOverdue } : null,
      },
      fields: {
        tagReviewStatus: status,
        // Twenty puts lists together when it merges: what was returned of the other was settled with it.
        ...((memory.returnedAt || merged.fresh.length > 0) && !isOpen ? { tagReturnedTags: [] } : {}),
      },
      facts: [
        ...(forged ? [forged] : []),
        ...(isMissedNow ? missedFacts(run, subject, correction) : []),
        ...(correction ? doneNow.flatMap((one) => correctedFacts(run, subject, correction, one, wasMissed)) : []),
      ],
      matters: isOpen && correction ? returnMatters(run, subject, correction) : [],
      memory: {
        status,
        returnedAt: isOpen ? lastReturn : undefined,
        returnedTo: isOpen ? (corrected?.to ?? to) : undefined,
        isReturnMissed: isOpen && (wasMissed || isMissedNow) ? true : undefined,
        exempt: isExempt && status !== 'APPROVED' ? true : undefined,
      },
    };
  },
};

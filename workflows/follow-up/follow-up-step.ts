import { isStock } from '../run/is-stock.ts';
import { laterInstant } from '../run/later-instant.ts';
import { type Run, textOrNull } from '../run/run.ts';
import { LIVE_OUTCOMES } from '../run/snapshot.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { competitionOf } from './competition-of.ts';
import { type FollowUpMemory, followUpMemory } from './follow-up-memory.ts';
import { nextFollowUp } from './next-follow-up.ts';

/**
 * When the deal was last followed up, as far as it shows: when tags were entered or confirmed. What was there before
 * the application, or before it knew of follow-ups, counts from now, so that not everything is overdue at once.
 */
const followedUpAt = (run: Run, { record, isFirst, entry, action }: Subject, { followUp }: FollowUpMemory): string => {
  const now = run.now.toISOString();
  const isLetIn = isFirst ? isStock(run, record) : followUp === undefined;
  const known = isLetIn ? now : (followUp?.at ?? textOrNull(record.createdAt) ?? now);
  const confirmed = action?.done === 'CONFIRM' ? action.at : null;
  const latest = [entry?.at ?? null, confirmed].reduce<string>(
    (last, at) => (at ? laterInstant(at, last) : last),
    known,
  );
  return run.calendar.reaches(latest) ? latest : now;
};

/** Proposes when an opportunity is to be followed up next; a date that a person set stands until it is kept (5.1.4). */
export const followUpStep: Step<FollowUpMemory> = {
  memory: followUpMemory,
  follow: (run, subject, memory) => {
    const { object, record, stage, values, outcomeBefore } = subject;
    if (object !== 'opportunity') return {};
    const at = followedUpAt(run, subject, memory);
    const stored = textOrNull(record.tagNextFollowUpOn)?.slice(0, 10) ?? null;
    const isSetNow = stored !== null && stored !== memory.followUp?.date;
    const isLive = LIVE_OUTCOMES.has(record.tagOutcome);
    const setBy = isSetNow ? (textOrNull(record.updatedAt) ?? at) : (memory.followUp?.setBy ?? null);
    const next = nextFollowUp({
      stage,
      competition: competitionOf(values),
      isLive,
      hasEnded: !isLive && outcomeBefore !== undefined && LIVE_OUTCOMES.has(outcomeBefore) && !isSetNow,
      date: stored,
      setBy,
      followedUpAt: at,
      calendar: run.calendar,
    });
    return {
      subject: { followUpOn: next.date },
      fields: { tagNextFollowUpOn: next.date },
      memory: {
        followUp: {
          ...(next.date === null ? {} : { date: next.date }),
          ...(next.isOwn && setBy !== null ? { setBy } : {}),
          at,
        },
      },
    };
  },
};

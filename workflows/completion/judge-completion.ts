import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Completion } from './completion-memory.ts';

export interface CompletionFacts {
  /** Something is missing or wrong. */
  readonly isIncomplete: boolean;
  /** Something was already when the record was last judged. */
  readonly wasIncomplete: boolean;
  /** It is asked for already. */
  readonly isAsked: boolean;
  /** Nobody's entry left it so: the installation, an import or an API key let it in, or its deals or the day ask for more. */
  readonly isLetIn: boolean;
  /** What it lacks is asked for by the stage it was put into, whose task names it. */
  readonly isGated: boolean;
  /** The opportunity is lost or abandoned: nothing more is asked of it. */
  readonly isOver: boolean;
}

/**
 * NONE: nothing is asked for. WAITS: it will be, once its turn among the records let in has come. BEGINS, GOES_ON, ENDS:
 * of what is asked for. DROPPED: it is asked for no more, done or not.
 */
export type CompletionCourse = 'NONE' | 'WAITS' | 'BEGINS' | 'GOES_ON' | 'ENDS' | 'DROPPED';

/** What becomes of what a record lacks (3.2.3, 3.2.6). */
export const completionCourse = (facts: CompletionFacts): CompletionCourse => {
  const { isIncomplete, wasIncomplete, isAsked, isLetIn, isGated, isOver } = facts;
  if (isOver) return isAsked ? 'DROPPED' : 'NONE';
  if (!isIncomplete) return isAsked ? 'ENDS' : 'NONE';
  if (isAsked) return 'GOES_ON';
  return wasIncomplete || isLetIn || isGated ? 'WAITS' : 'BEGINS';
};

export type CompletionState = 'PLANNED' | 'OPEN' | 'OVERDUE';

/** Where a completion stands at an instant: overdue from the instant on that ends its last day. */
export const completionState = (
  { dueOn, opensOn }: Pick<Completion, 'dueOn' | 'opensOn'>,
  now: Date,
  calendar: Pick<WorkingCalendar, 'dateOf' | 'hasEnded'>,
): CompletionState => {
  if (calendar.hasEnded(dueOn, now)) return 'OVERDUE';
  return opensOn !== undefined && calendar.dateOf(now) < opensOn ? 'PLANNED' : 'OPEN';
};

import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { compareText } from '../run/compare-text.ts';

/** A record that waits to be asked for what it lacks. */
export interface Waiting {
  readonly id: string;
  /** Who would be asked; null while it is nobody's. */
  readonly whose: string | null;
  /** When the opportunity began, or the customer's oldest one; null where there is none. ISO 8601. */
  readonly dealSince: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** One that has its day already. */
export interface Planned {
  readonly whose: string | null;
  /** `YYYY-MM-DD` */
  readonly opensOn: string;
}

export interface Spread {
  readonly waiting: readonly Waiting[];
  readonly planned: readonly Planned[];
  /** Records a person is asked for on one day. */
  readonly aDay: number;
  /** The first day is the working day after it, `YYYY-MM-DD`. */
  readonly today: string;
  readonly calendar: Pick<WorkingCalendar, 'addWorkdays'>;
}

const timeOf = (instant: string | null): number => (instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant));

/** The oldest opportunities first, then what belongs to none by its age. */
const inTurn = (left: Waiting, right: Waiting): number => {
  const [one, other] = [timeOf(left.dealSince), timeOf(right.dealSince)];
  if (one !== other) return one - other;
  return compareText(left.createdAt, right.createdAt) || compareText(left.id, right.id);
};

/**
 * The working day from which on each waiting record is asked for: a person's first come on the next one, so many a day,
 * after those that have their day already. What has its day keeps it.
 */
export const spreadCompletions = ({ waiting, planned, aDay, today, calendar }: Spread): ReadonlyMap<string, string> => {
  if (aDay <= 0) return new Map();
  const taken = new Map<string, number>();
  const slot = (whose: string | null, day: string): string => `${whose ?? ''}|${day}`;
  const take = (whose: string | null, day: string): void => {
    taken.set(slot(whose, day), (taken.get(slot(whose, day)) ?? 0) + 1);
  };
  for (const { whose, opensOn } of planned) take(whose, opensOn);
  const reached = new Map<string | null, string>();
  const days = new Map<string, string>();
  for (const { id, whose } of [...waiting].sort(inTurn)) {
    let day = reached.get(whose) ?? calendar.addWorkdays(today, 1);
    while ((taken.get(slot(whose, day)) ?? 0) >= aDay) day = calendar.addWorkdays(day, 1);
    reached.set(whose, day);
    take(whose, day);
    days.set(id, day);
  }
  return days;
};

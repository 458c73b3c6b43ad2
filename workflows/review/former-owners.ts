import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Ownership } from '../run/entry.ts';

/** How long it is remembered who owned a record: longer than any event is late. */
const WEEK = 7 * 86_400_000;

const keyOf = ({ by, at }: Ownership): string => `${by}@${at}`;
const ownershipOf = (key: string): Ownership => {
  const end = key.indexOf('@');
  return { by: key.slice(0, end), at: key.slice(end + 1) };
};

/** Who owned a record before, once more of them are found: each once, with when they last did. */
export const withFormerOwners = (
  known: readonly string[],
  found: readonly Ownership[],
  now: Date,
): readonly string[] => {
  if (found.length === 0) return known;
  const last = new Map<string, string>();
  for (const { by, at } of [...known.map(ownershipOf), ...found]) {
    if (!(Date.parse(last.get(by) ?? '') >= Date.parse(at))) last.set(by, at);
  }
  return [...last]
    .map(([by, at]) => ({ by, at }))
    .filter(({ at }) => now.getTime() - Date.parse(at) < WEEK)
    .map(keyOf)
    .sort();
};

/** Whether somebody who handed a record on still owned it on the day of an instant, or later. */
export const ownedThatDay = (
  formerOwners: readonly string[],
  by: string,
  at: string,
  { dateOf }: Pick<WorkingCalendar, 'dateOf'>,
): boolean =>
  formerOwners.map(ownershipOf).some((ownership) => ownership.by === by && dateOf(ownership.at) >= dateOf(at));

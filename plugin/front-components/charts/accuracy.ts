import { shareOf } from './numbers.ts';
import type { Share } from './quality.ts';

/** Reviews of one member's entries in a month that came to one end. */
export interface ReviewCount {
  /** Whose entries they were; null where that is not known. */
  readonly member: string | null;
  /** An instant in the month. */
  readonly month: string | null;
  readonly isApproved: boolean;
  readonly count: number;
}

export interface MemberAccuracy {
  readonly member: string | null;
  /** Of all months there are, those beyond the shown ones too. */
  readonly total: Share;
  /** In the order of the months shown. */
  readonly byMonth: readonly Share[];
}

export interface Accuracy {
  /** The first of each month, `YYYY-MM-01`, the latest first. */
  readonly months: readonly string[];
  readonly members: readonly MemberAccuracy[];
}

const sum = (counts: readonly ReviewCount[]): number => counts.reduce((total, { count }) => total + count, 0);
const accuracyOf = (counts: readonly ReviewCount[]): Share => {
  const [part, whole] = [sum(counts.filter(({ isApproved }) => isApproved)), sum(counts)];
  return { part, whole, share: shareOf(part, whole) };
};

const byName = (left: string | null, right: string | null): number => {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Of the reviews of each member's entries, the share that ended with an approval (1.3.1, 3.2.4): 準確率. */
export const accuracyByMember = (counts: readonly ReviewCount[], most: number): Accuracy => {
  const dated = counts.flatMap((one) => (one.month ? [{ ...one, month: `${one.month.slice(0, 7)}-01` }] : []));
  const months = [...new Set(dated.map(({ month }) => month))].sort().reverse().slice(0, most);
  const members = [...Map.groupBy(dated, ({ member }) => member)]
    .sort(([left], [right]) => byName(left, right))
    .map(([member, own]) => ({
      member,
      total: accuracyOf(own),
      byMonth: months.map((month) => accuracyOf(own.filter((one) => one.month === month))),
    }));
  return { months, members };
};

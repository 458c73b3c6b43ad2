import type { Money } from '../../../workflows/judgement/values.ts';
import { compareText } from '../../../workflows/run/compare-text.ts';
import { attainment } from '../../../workflows/targets/attainment.ts';

/** A target of a member, as the workspace has counted it. */
export interface TargetRow {
  readonly memberId: string;
  readonly quarter: string;
  readonly salesTarget: Money | null;
  readonly salesActual: Money | null;
  readonly sales: number | null;
  readonly customers: number | null;
  readonly profit: number | null;
  readonly satisfaction: number | null;
}

/** Whose targets they are. */
export interface Seller {
  readonly id: string;
  readonly name: string;
  /** Workspace member. */
  readonly userId: string | null;
}

export interface SellerResults {
  readonly seller: Seller;
  /** In the order of the quarters shown; null where there is no target. */
  readonly byQuarter: readonly (TargetRow | null)[];
}

/** What the team sold of what it was to sell, in yuan. */
export interface TeamResult {
  readonly actual: number;
  readonly target: number;
  readonly share: number | null;
}

export interface TargetResults {
  /** The latest first. */
  readonly quarters: readonly string[];
  readonly team: readonly TeamResult[];
  readonly sellers: readonly SellerResults[];
  /** How many are left out, for there is room for so many. */
  readonly more: number;
}

const isYuan = (money: Money | null): money is Money => money !== null && (money.currencyCode || 'CNY') === 'CNY';

const sum = (amounts: readonly (Money | null)[]): number =>
  amounts.reduce((total, amount) => total + (amount?.amountMicros ?? 0), 0);

/** Amounts in other currencies are told with their member, and not added up. */
const teamOf = (rows: readonly TargetRow[]): TeamResult => {
  const inYuan = rows.filter(({ salesTarget }) => isYuan(salesTarget));
  const target = sum(inYuan.map(({ salesTarget }) => salesTarget));
  const actual = sum(inYuan.map(({ salesActual }) => salesActual));
  return { actual, target, share: attainment(actual, target) };
};

/** Sales against target by member and quarter (5.3.4), whoever sold most in the latest quarter first. */
export const targetResults = (
  targets: readonly TargetRow[],
  sellers: readonly Seller[],
  { quarters: mostQuarters, sellers: mostSellers }: { readonly quarters: number; readonly sellers: number },
): TargetResults => {
  const quarters = [...new Set(targets.map(({ quarter }) => quarter))]
    .sort(compareText)
    .reverse()
    .slice(0, mostQuarters);
  const shown = targets.filter(({ quarter }) => quarters.includes(quarter));
  const rows = sellers
    .map((seller) => ({
      seller,
      byQuarter: quarters.map(
        (quarter) => shown.find((one) => one.memberId === seller.id && one.quarter === quarter) ?? null,
      ),
    }))
    .filter(({ byQuarter }) => byQuarter.some((one) => one !== null));
  const soldBy = ({ byQuarter: [latest] }: SellerResults): number => latest?.salesActual?.amountMicros ?? -1;
  const sorted = rows.sort(
    (left, right) => soldBy(right) - soldBy(left) || compareText(left.seller.name, right.seller.name),
  );
  return {
    quarters,
    team: quarters.map((quarter) => teamOf(shown.filter((one) => one.quarter === quarter))),
    sellers: sorted.slice(0, mostSellers),
    more: Math.max(0, sorted.length - mostSellers),
  };
};

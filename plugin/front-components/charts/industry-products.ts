/** Customers of an industry that bought the same products. */
export interface PurchaseCount {
  /** Section of GB/T 4754; null where none is on record. */
  readonly industry: string | null;
  readonly products: readonly string[];
  readonly count: number;
}

export interface IndustryRow {
  readonly industry: string | null;
  /** Customers that bought anything. */
  readonly customers: number;
  /** Customers that bought a product, in the order of the columns. */
  readonly bought: readonly number[];
  /** Customers that bought a product that has no column. */
  readonly others: number;
}

export interface IndustryProducts {
  /** The products most customers bought, the most bought first. */
  readonly products: readonly string[];
  /** Products that have no column. */
  readonly withoutColumn: readonly string[];
  /** The industries with most customers first. */
  readonly rows: readonly IndustryRow[];
  /** The largest number of any cell, for its shade. */
  readonly most: number;
}

const sum = (counts: readonly PurchaseCount[]): number => counts.reduce((total, { count }) => total + count, 0);

const buyersOf = (counts: readonly PurchaseCount[], product: string): number =>
  sum(counts.filter(({ products }) => products.includes(product)));

const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** How many customers of each industry bought which product (5.3.3); at most `columns` products have their own column. */
export const industryProducts = (counts: readonly PurchaseCount[], columns: number): IndustryProducts => {
  const bought = counts.filter(({ products }) => products.length > 0);
  const names = [...new Set(bought.flatMap(({ products }) => products))];
  const ranked = names
    .map((name) => ({ name, buyers: buyersOf(bought, name) }))
    .sort((left, right) => right.buyers - left.buyers || byName(left.name, right.name))
    .map(({ name }) => name);
  const products = ranked.slice(0, columns);
  const shown = new Set(products);
  const rows = [...Map.groupBy(bought, ({ industry }) => industry)]
    .map(
      ([industry, own]): IndustryRow => ({
        industry,
        customers: sum(own),
        bought: products.map((product) => buyersOf(own, product)),
        others: sum(own.filter((one) => one.products.some((product) => !shown.has(product)))),
      }),
    )
    .sort((left, right) => right.customers - left.customers || byName(left.industry ?? '~', right.industry ?? '~'));
  return {
    products,
    withoutColumn: ranked.slice(columns),
    rows,
    most: Math.max(0, ...rows.flatMap((row) => [...row.bought, row.others])),
  };
};

import type { ReactNode } from 'react';
import { industries } from '../../../objects/taxonomy/picklists.ts';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { findBuyers } from './find-buyers.ts';
import type { IndustryProducts } from './industry-products.ts';
import { loadIndustryProducts } from './load-industry-products.ts';
import { IS_FILLED, isOneOf, type RecordFilter, type Records, type RecordsOf } from './records.ts';

/** Strongest shade of a cell: text keeps its contrast on it. */
const STRONGEST = 0.4;
/** Room for a table of ordinary length while it is counted. */
const RESERVED = 240;
const MIN_WIDTHS = [96, 64] as const;

const labelOf = (industry: string | null, language: Language): string =>
  industry === null
    ? CHART_WORDS.noIndustry[language]
    : (industries.find(({ value }) => value === industry)?.label[language] ?? industry);

/** Customers of an industry, with what else is asked of them. */
const customersOf = (industry: string | null, bought: RecordFilter[string]): Records => ({
  plural: 'companies',
  filter: { tagIndustry: isOneOf(industry ?? ''), tagPurchasedProducts: bought },
});

/** Who bought a product. Twenty's lists look for parts of its name, which is exact unless another's contains it. */
const buyersOf = (industry: string | null, product: string, names: readonly string[]): RecordsOf => {
  const part = product.toLowerCase();
  const isPart = names.some((other) => other !== product && other.toLowerCase().includes(part));
  return isPart ? () => findBuyers(industry, new Set([product])) : customersOf(industry, { CONTAINS: product });
};

/** A row for each industry. */
export const industryRows = (table: IndustryProducts, language: Language): readonly ChartRow[] => {
  const names = [...table.products, ...table.withoutColumn];
  const shaded = (count: number, records: RecordsOf): Cell => ({
    text: String(count),
    shade: table.most === 0 ? 0 : (STRONGEST * count) / table.most,
    records,
  });
  return table.rows.map(({ industry, customers, bought, others }) => ({
    key: industry ?? '',
    name: labelOf(industry, language),
    cells: [
      { text: String(customers), records: customersOf(industry, IS_FILLED) },
      ...table.products.map((product, at) => shaded(bought[at] ?? 0, buyersOf(industry, product, names))),
      ...(table.withoutColumn.length > 0
        ? [shaded(others, () => findBuyers(industry, new Set(table.withoutColumn)))]
        : []),
    ],
  }));
};

const headsOf = ({ products, withoutColumn }: IndustryProducts, language: Language): readonly string[] => [
  CHART_WORDS.industry[language],
  CHART_WORDS.customers[language],
  ...products,
  ...(withoutColumn.length > 0 ? [CHART_WORDS.otherProducts[language]] : []),
];

/** How many customers of each industry bought which product (5.3.3). */
export const IndustryProductsChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadIndustryProducts);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.industryProducts}
      note={CHART_WORDS.industryProductsNote}
      answer={answer}
      again={again}
      emptyText={({ rows }) => (rows.length > 0 ? null : CHART_WORDS.nothingBought)}
    >
      {(table) => (
        <div style={{ minHeight: RESERVED }}>
          {table && (
            <ChartTable heads={headsOf(table, language)} rows={industryRows(table, language)} minWidths={MIN_WIDTHS} />
          )}
        </div>
      )}
    </ChartFrame>
  );
};

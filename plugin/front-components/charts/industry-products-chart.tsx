import type { ReactNode } from 'react';
import { industries } from '../../../objects/taxonomy/picklists.ts';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useLook } from '../look.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHART_WORDS } from './chart-words.ts';
import type { IndustryProducts, IndustryRow } from './industry-products.ts';
import { loadIndustryProducts } from './load-industry-products.ts';
import { TableHead } from './table-head.tsx';
import { TABLE_STYLES, tint } from './table-style.ts';

/** Strongest shade of a cell: text keeps its contrast on it. */
const STRONGEST = 0.4;
/** Room for a table of ordinary length while it is counted. */
const RESERVED = 240;

const labelOf = (industry: string | null, language: Language): string =>
  industry === null
    ? CHART_WORDS.noIndustry[language]
    : (industries.find(({ value }) => value === industry)?.label[language] ?? industry);

const Row = ({ row, table }: { readonly row: IndustryRow; readonly table: IndustryProducts }): ReactNode => {
  const look = useLook();
  const { language } = useSay();
  const cells = [...row.bought, ...(table.hasOthers ? [row.others] : [])];
  return (
    <tr>
      <th scope="row" style={TABLE_STYLES.name}>
        {labelOf(row.industry, language)}
      </th>
      <td style={TABLE_STYLES.number}>{row.customers}</td>
      {cells.map((count, at) => (
        <td
          key={table.products[at] ?? 'others'}
          style={{
            ...TABLE_STYLES.number,
            background: count === 0 ? 'transparent' : tint(look, (STRONGEST * count) / table.most),
          }}
        >
          {count}
        </td>
      ))}
    </tr>
  );
};

const Table = ({ table }: { readonly table: IndustryProducts }): ReactNode => {
  const { language } = useSay();
  const names = [
    CHART_WORDS.industry[language],
    CHART_WORDS.customers[language],
    ...table.products,
    ...(table.hasOthers ? [CHART_WORDS.otherProducts[language]] : []),
  ];
  return (
    <table style={TABLE_STYLES.table}>
      <TableHead heads={names} minWidths={[96, 64]} />
      <tbody>
        {table.rows.map((row) => (
          <Row key={row.industry ?? ''} row={row} table={table} />
        ))}
      </tbody>
    </table>
  );
};

/** How many customers of each industry bought which product (5.3.3). */
export const IndustryProductsChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadIndustryProducts);
  return (
    <ChartFrame
      title={CHART_WORDS.industryProducts}
      note={CHART_WORDS.industryProductsNote}
      answer={answer}
      again={again}
      emptyText={({ rows }) => (rows.length > 0 ? null : CHART_WORDS.nothingBought)}
    >
      {(table) => <div style={{ minHeight: RESERVED }}>{table && <Table table={table} />}</div>}
    </ChartFrame>
  );
};

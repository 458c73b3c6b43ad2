import type { ReactNode } from 'react';
import { type Palette, useLook } from '../look.ts';
import { RecordsLink } from '../parts/records-link.tsx';
import type { RecordsOf } from './records.ts';
import { TableHead } from './table-head.tsx';
import { TABLE_STYLES, tint } from './table-style.ts';

export interface Cell {
  readonly text: string;
  /** A bar under the text, 0 to 1; the text alone tells all. */
  readonly bar?: number;
  /** A shade behind the text, 0 to 1. */
  readonly shade?: number;
  /** The records it counts; every figure has them, but one that adds up figures of its row. */
  readonly records?: RecordsOf;
  /** It adds up figures of its row that count records of several objects, of which no list shows all. */
  readonly isSum?: true;
}

export interface ChartRow {
  readonly key: string;
  readonly name: string;
  /** The records of the row. */
  readonly records?: RecordsOf;
  /** None while it is counted: the row keeps its place. */
  readonly cells: readonly Cell[];
}

const shadeStyle = (look: Palette, share: number) => ({
  background: share === 0 ? 'transparent' : tint(look, share),
});

const barStyle = (look: Palette, share: number) => ({
  backgroundImage: `linear-gradient(${look.accent}, ${look.accent})`,
  backgroundRepeat: 'no-repeat',
  backgroundPosition: 'right bottom',
  backgroundSize: `${Math.round(share * 100)}% 3px`,
});

/** Rows of numbers under their heads, the first of which heads the names of the rows. */
export const ChartTable = ({
  heads: all,
  rows,
  minWidths = [0, 0],
}: {
  readonly heads: readonly string[];
  readonly rows: readonly ChartRow[];
  /** As a table's head takes them, where there are many columns. */
  readonly minWidths?: readonly [first: number, other: number];
}): ReactNode => {
  const look = useLook();
  const [, ...heads] = all;
  return (
    <table style={TABLE_STYLES.table}>
      <TableHead heads={all} minWidths={minWidths} />
      <tbody>
        {rows.map(({ key, name, records: own, cells }) => (
          <tr key={key}>
            <th scope="row" style={TABLE_STYLES.name}>
              {own ? <RecordsLink records={own}>{name}</RecordsLink> : name}
            </th>
            {heads.map((head, at) => {
              const { text, bar, shade, records }: Cell = cells[at] ?? { text: '' };
              const style = {
                ...TABLE_STYLES.number,
                ...(bar === undefined ? {} : barStyle(look, bar)),
                ...(shade === undefined ? {} : shadeStyle(look, shade)),
              };
              return (
                <td key={head} style={style}>
                  {records ? (
                    <RecordsLink records={records} label={`${text} · ${name} · ${head}`}>
                      {text}
                    </RecordsLink>
                  ) : (
                    text
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

import type { ReactNode } from 'react';
import { type Palette, useLook } from '../look.ts';
import { RecordsLink } from '../parts/records-link.tsx';
import type { Records } from './records.ts';
import { TableHead } from './table-head.tsx';
import { TABLE_STYLES } from './table-style.ts';

export interface Cell {
  readonly text: string;
  /** A bar under the text, 0 to 1; the text alone tells all. */
  readonly bar?: number;
  /** The records it counts. */
  readonly records?: Records;
}

export interface ChartRow {
  readonly key: string;
  readonly name: string;
  /** The records of the row. */
  readonly records?: Records;
  /** None while it is counted: the row keeps its place. */
  readonly cells: readonly Cell[];
}

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
}: {
  readonly heads: readonly string[];
  readonly rows: readonly ChartRow[];
}): ReactNode => {
  const look = useLook();
  const [, ...heads] = all;
  return (
    <table style={TABLE_STYLES.table}>
      <TableHead heads={all} />
      <tbody>
        {rows.map(({ key, name, records: own, cells }) => (
          <tr key={key}>
            <th scope="row" style={TABLE_STYLES.name}>
              {own ? <RecordsLink records={own}>{name}</RecordsLink> : name}
            </th>
            {heads.map((head, at) => {
              const { text, bar, records } = cells[at] ?? { text: '' };
              return (
                <td key={head} style={{ ...TABLE_STYLES.number, ...(bar === undefined ? {} : barStyle(look, bar)) }}>
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

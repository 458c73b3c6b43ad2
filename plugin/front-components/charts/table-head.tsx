import type { ReactNode } from 'react';
import { useLook } from '../look.ts';
import { TABLE_STYLES } from './table-style.ts';

interface TableHeadProps {
  readonly heads: readonly string[];
  /** How narrow the first column, and each of the others, may get; as narrow as its words where it is left out. */
  readonly minWidths?: readonly [first: number, other: number];
}

/** The head of a table of numbers: the first heads the names of its rows, at the left, the others the numbers. */
export const TableHead = ({ heads, minWidths: [first, other] = [0, 0] }: TableHeadProps): ReactNode => {
  const style = TABLE_STYLES.head(useLook());
  return (
    <thead>
      <tr>
        {heads.map((head, at) => (
          <th
            key={head}
            scope="col"
            style={at === 0 ? { ...style, ...TABLE_STYLES.first, minWidth: first } : { ...style, minWidth: other }}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
};

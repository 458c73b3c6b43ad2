import type { CSSProperties, ReactNode } from 'react';
import { type RecordsOf, showRecords } from '../charts/records.ts';

const LINK: CSSProperties = {
  padding: 0,
  border: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'inherit',
  textDecoration: 'underline',
  textDecorationStyle: 'dotted',
  textUnderlineOffset: 3,
  cursor: 'pointer',
};

/** A figure, or a name, that leads to the records behind it. */
export const RecordsLink = ({
  children,
  records,
  label,
}: {
  readonly children: ReactNode;
  readonly records: RecordsOf;
  /** What it shows, where its words alone do not say. */
  readonly label?: string;
}): ReactNode => (
  <button
    type="button"
    {...(label ? { 'aria-label': label } : {})}
    onClick={() => void showRecords(records)}
    style={LINK}
  >
    {children}
  </button>
);

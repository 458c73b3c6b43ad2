import type { CSSProperties, ReactNode } from 'react';
import { enqueueSnackbar } from 'twenty-sdk/front-component';
import { CHART_WORDS } from '../charts/chart-words.ts';
import { type RecordsOf, showRecords } from '../charts/records.ts';
import { useSay } from '../use-say.ts';

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
}): ReactNode => {
  const { language } = useSay();
  const show = (): void => {
    showRecords(records).catch(() => enqueueSnackbar({ message: CHART_WORDS.failed[language], variant: 'error' }));
  };
  return (
    <button type="button" {...(label ? { 'aria-label': label } : {})} onClick={show} style={LINK}>
      {children}
    </button>
  );
};

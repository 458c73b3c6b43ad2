import type { CSSProperties, ReactNode } from 'react';
import { useLook } from '../look.ts';
import { RecordsLink } from '../parts/records-link.tsx';
import type { RecordsOf } from './records.ts';

export const FIGURE_LIST: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
  gap: 12,
  margin: 0,
};
/** As high without a number as with one, so that nothing moves when it comes. */
const NUMBER: CSSProperties = {
  margin: 0,
  minHeight: 30,
  fontSize: 20,
  fontWeight: 600,
  fontVariantNumeric: 'tabular-nums',
  lineHeight: '30px',
  whiteSpace: 'nowrap',
};

export interface ShownFigure {
  readonly name: string;
  /** None while it is counted. */
  readonly text: string | null;
  /** What it is of. */
  readonly beside: string | null;
  /** The records it counts. */
  readonly records: RecordsOf;
}

/** A number under its name, with what it is of beside it. */
export const Figure = ({ name, text, beside, records }: ShownFigure): ReactNode => {
  const look = useLook();
  return (
    <div>
      <dt style={{ color: look.muted, fontSize: 12 }}>{name}</dt>
      <dd style={NUMBER}>
        {text !== null ? (
          <RecordsLink records={records} label={`${text} · ${name}`}>
            {text}
          </RecordsLink>
        ) : (
          text
        )}
        {beside && <span style={{ color: look.muted, fontSize: 12, fontWeight: 400, lineHeight: 1 }}> {beside}</span>}
      </dd>
    </div>
  );
};

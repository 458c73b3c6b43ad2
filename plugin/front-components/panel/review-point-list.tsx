import type { ReactNode } from 'react';
import type { PanelReviewPoint } from '../../../workflows/panel/panel.ts';
import { STYLES, useLook } from '../look.ts';

/** The points a reviewer looks at, with what the record says of each (4.3.3). */
export const ReviewPointList = ({ points }: { readonly points: readonly PanelReviewPoint[] }): ReactNode => {
  const look = useLook();
  return (
    <ul style={STYLES.list}>
      {points.map(({ value, label, says }) => (
        <li key={value}>
          <strong style={{ fontWeight: 500 }}>{label}</strong>
          <div style={{ color: look.muted, overflowWrap: 'anywhere' }}>{says.join(' · ')}</div>
        </li>
      ))}
    </ul>
  );
};

import type { ReactNode } from 'react';
import type { PanelGap } from '../../../workflows/panel/panel.ts';
import { STYLES, useLook } from '../look.ts';
import { Line } from '../parts/line.tsx';
import type { Say } from '../words.ts';

interface Props {
  readonly gaps: readonly PanelGap[];
  readonly isNext?: boolean;
  readonly say: Say;
}

/** Tags to be filled in, each with its clause. */
export const GapList = ({ gaps, isNext, say }: Props): ReactNode => {
  const look = useLook();
  if (gaps.length === 0) {
    return (
      <Line icon="check" tone="good">
        {say('nothingMissing')}
      </Line>
    );
  }
  return (
    <ul style={STYLES.list}>
      {gaps.map(({ key, label, clause, isCustomers }) => (
        <li key={`${key} ${label}`}>
          <Line icon={isNext ? 'circle' : 'cross'} tone={isNext ? 'muted' : 'bad'}>
            {isCustomers ? say('ofCustomer', { label }) : label}
            <span style={{ color: look.muted }}>{say('clause', { clause })}</span>
          </Line>
        </li>
      ))}
    </ul>
  );
};

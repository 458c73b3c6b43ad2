import type { ReactNode } from 'react';
import type { PanelGap } from '../../../workflows/panel/panel.ts';
import { STYLES } from '../look.ts';
import { Tag } from '../parts/tag.tsx';
import type { Say } from '../words.ts';

interface Props {
  readonly gaps: readonly PanelGap[];
  readonly isNext?: boolean;
  readonly say: Say;
}

/** Tags to be filled in, each with its clause. */
export const GapList = ({ gaps, isNext, say }: Props): ReactNode => (
  <ul style={STYLES.tags}>
    {gaps.map(({ key, label, clause, isCustomers }) => (
      <li key={`${key} ${label}`}>
        <Tag tone={isNext ? 'muted' : 'bad'}>
          {isCustomers ? say('ofCustomer', { label }) : label}
          {say('clause', { clause })}
        </Tag>
      </li>
    ))}
  </ul>
);

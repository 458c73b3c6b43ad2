import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import type { Tone } from '../look.ts';
import type { IconName } from '../parts/icon.tsx';
import { Line } from '../parts/line.tsx';
import type { Say } from '../words.ts';
import { timeLeft } from './time-left.ts';

const SIGNS: Readonly<Record<string, { readonly icon: IconName; readonly tone: Tone }>> = {
  CURRENT: { icon: 'check', tone: 'good' },
  DUE: { icon: 'clock', tone: 'warn' },
  OVERDUE: { icon: 'cross', tone: 'bad' },
};

/** When the tags have to be checked again (4.1.1, 4.1.4, 4.1.10). */
export const CheckLine = ({ panel, say }: { readonly panel: Panel; readonly say: Say }): ReactNode => {
  const { check } = panel;
  if (!check) {
    return (
      <Line icon="circle" tone="muted">
        {say('noCheck')}
      </Line>
    );
  }
  const { icon, tone } = SIGNS[check.state] ?? { icon: 'circle', tone: 'muted' };
  return (
    <Line icon={icon} tone={tone}>
      {check.label}
      {' · '}
      {timeLeft({ ...check, isOverdue: check.state === 'OVERDUE' }, panel.language, say)}
    </Line>
  );
};

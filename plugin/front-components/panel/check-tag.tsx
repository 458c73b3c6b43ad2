import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { PanelCheck } from '../../../workflows/panel/panel.ts';
import type { Tone } from '../look.ts';
import { Tag } from '../parts/tag.tsx';
import type { Say } from '../words.ts';
import { timeLeft } from './time-left.ts';

const TONES: Readonly<Record<string, Tone>> = { CURRENT: 'good', DUE: 'warn', OVERDUE: 'bad' };

interface Props {
  readonly check: PanelCheck;
  readonly language: Language;
  readonly say: Say;
}

/** When the tags have to be checked again (4.1.1, 4.1.4, 4.1.10). */
export const CheckTag = ({ check, language, say }: Props): ReactNode => (
  <Tag tone={TONES[check.state] ?? 'muted'}>
    {say('check', {
      state: check.label,
      time: timeLeft({ ...check, isOverdue: check.state === 'OVERDUE' }, language, say),
    })}
  </Tag>
);

import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { PanelCompletion } from '../../../workflows/panel/panel.ts';
import { showDate } from '../dates.ts';
import type { Tone } from '../look.ts';
import { Tag } from '../parts/tag.tsx';
import type { Say } from '../words.ts';
import { timeLeft } from './time-left.ts';

const TONES: Readonly<Record<PanelCompletion['state'], Tone>> = { PLANNED: 'muted', OPEN: 'warn', OVERDUE: 'bad' };

interface Props {
  readonly completion: PanelCompletion;
  readonly language: Language;
  readonly say: Say;
}

/** By when what is missing or wrong has to be entered (3.2.3, 3.2.6). */
export const CompletionTag = ({ completion, language, say }: Props): ReactNode => (
  <Tag tone={TONES[completion.state]}>
    {completion.state === 'PLANNED'
      ? say('completeBy', { date: showDate(completion.dueDate, language) })
      : say('complete', {
          time: timeLeft({ ...completion, isOverdue: completion.state === 'OVERDUE' }, language, say),
        })}
  </Tag>
);

import type { ReactNode } from 'react';
import { showInstant } from '../dates.ts';
import { fill } from '../fill.ts';
import { STYLES } from '../look.ts';
import { Line } from '../parts/line.tsx';
import { useSay } from '../use-say.ts';
import type { Sweep } from './load-status.ts';
import { STATUS_WORDS } from './status-words.ts';

interface Props {
  readonly sweeps: readonly Sweep[];
  readonly timeZone: string;
}

/** Each sweep with when it last ended and what it did. */
export const SweepList = ({ sweeps, timeZone }: Props): ReactNode => {
  const { language } = useSay();
  return (
    <ul style={STYLES.list}>
      {sweeps.map(({ key, finishedAt, judged, written, failures }) => (
        <li key={key}>
          <Line
            icon={failures > 0 ? 'cross' : finishedAt ? 'check' : 'clock'}
            tone={failures > 0 ? 'bad' : finishedAt ? 'good' : 'muted'}
          >
            <strong>{STATUS_WORDS[key][language]}</strong>
            {language === 'en' ? ': ' : '：'}
            {finishedAt
              ? fill(STATUS_WORDS.swept[language], {
                  at: showInstant(finishedAt, language, timeZone),
                  judged,
                  written,
                })
              : STATUS_WORDS.never[language]}
            {failures > 0 && (language === 'en' ? '; ' : '；') + fill(STATUS_WORDS.left[language], { failures })}
          </Line>
        </li>
      ))}
    </ul>
  );
};

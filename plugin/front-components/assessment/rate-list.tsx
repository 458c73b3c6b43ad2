import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { Sheet, SheetRate } from '../../../workflows/assessment/sheet.ts';
import { STYLES, useLook } from '../look.ts';
import { Line } from '../parts/line.tsx';
import { showNumber, showPercent } from './numbers.ts';
import type { SayAssessment } from './use-say-assessment.ts';

interface Props {
  readonly sheet: Sheet;
  readonly say: SayAssessment;
  readonly language: Language;
}

const weightOf = ({ weight, borne, percent }: SheetRate, say: SayAssessment, language: Language): string => {
  if (weight > 0 && percent === null) return say('shared', { weight });
  const isSame = Math.abs(borne - weight) < 0.005;
  return isSame ? say('weight', { weight }) : say('borne', { weight, borne: showNumber(borne, language) });
};

const countOf = ({ name, part, whole, percent }: SheetRate, say: SayAssessment, language: Language): string =>
  percent === null
    ? say('nothing')
    : say(`${name}Of`, { part: showNumber(part, language), whole: showNumber(whole, language) });

/** The five rates, each with what it was counted from and what it weighs. */
export const RateList = ({ sheet, say, language }: Props): ReactNode => {
  const look = useLook();
  return (
    <>
      <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(96px, 30%) 1fr', gap: '6px 12px' }}>
        {sheet.rates.map((rate) => (
          <div key={rate.name} style={{ display: 'contents' }}>
            <dt style={{ fontWeight: 500 }}>{say(rate.name)}</dt>
            <dd style={{ margin: 0 }}>
              <strong style={{ fontVariantNumeric: 'tabular-nums' }}>{showPercent(rate.percent, language)}</strong>{' '}
              <span style={{ color: look.muted }}>
                {countOf(rate, say, language)} · {weightOf(rate, say, language)}
              </span>
              {rate.duties.length > 0 && (
                <ul style={{ ...STYLES.tags, columnGap: 12, color: look.muted }}>
                  {rate.duties.map(({ duty, part, whole }) => (
                    <li key={duty}>{say('duty', { duty: say(duty), part, whole })}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {sheet.byDiscovery > 0 && (
        <div style={{ marginTop: 8 }}>
          <Line icon="warning" tone="warn">
            {say('discovered', { count: sheet.byDiscovery })}
          </Line>
        </div>
      )}
    </>
  );
};

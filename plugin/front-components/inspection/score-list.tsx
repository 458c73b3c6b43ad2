import type { ReactNode } from 'react';
import type { InspectionPage, ScoreLine } from '../../../workflows/supervision/inspection-page.ts';
import { showNumber, showPercent } from '../assessment/numbers.ts';
import { STYLES, useLook } from '../look.ts';
import type { SayInspection } from './use-inspection.ts';

/** The five scores, each with the application's own figure beside it and what that was counted of (7.1.2). */
export const ScoreList = ({
  page: { scores, language, counted },
  say,
}: {
  readonly page: InspectionPage;
  readonly say: SayInspection;
}): ReactNode => {
  const look = useLook();
  const countOf = ({ figure, part, whole }: ScoreLine): string =>
    figure === null
      ? say('nothing')
      : say('counted', { part: showNumber(part, language), whole: showNumber(whole, language) });
  return (
    <>
      <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(96px, 30%) 1fr', gap: '6px 12px' }}>
        {scores.map((score) => (
          <div key={score.name} style={{ display: 'contents' }}>
            <dt style={{ fontWeight: 500 }}>{score.label}</dt>
            <dd style={{ margin: 0 }}>
              <strong style={{ fontVariantNumeric: 'tabular-nums' }}>{showPercent(score.figure, language)}</strong>{' '}
              <span style={{ color: look.muted }}>
                {countOf(score)} · {score.given === null ? say('notGiven') : say('given', { score: score.given })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p style={{ ...STYLES.plain, color: look.muted, fontSize: 12, marginTop: 8 }}>
        {say('figuresOf', { month: counted })}
      </p>
    </>
  );
};

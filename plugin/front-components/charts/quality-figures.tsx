import type { CSSProperties, ReactNode } from 'react';
import { useLook } from '../look.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadQuality } from './load-quality.ts';
import { NOTHING, percent } from './numbers.ts';
import type { Quality, Share } from './quality.ts';

const FIGURES = ['cleanCustomers', 'approvedCustomers', 'cleanOpportunities', 'changesOnTime'] as const;

const LIST: CSSProperties = {
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

const Figure = ({ name, share }: { readonly name: string; readonly share: Share | null }): ReactNode => {
  const look = useLook();
  const { language } = useSay();
  return (
    <div>
      <dt style={{ color: look.muted, fontSize: 12 }}>{name}</dt>
      <dd style={NUMBER}>
        {share && (share.share === null ? NOTHING : percent(share.share, language))}
        {share && share.share !== null && (
          <span style={{ color: look.muted, fontSize: 12, fontWeight: 400, lineHeight: 1 }}>
            {' '}
            {share.part} / {share.whole}
          </span>
        )}
      </dd>
    </div>
  );
};

/** How good the data are, in a few figures. */
export const QualityFigures = (): ReactNode => {
  const [answer, again] = useAnswer<Quality>(loadQuality);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.quality}
      note={CHART_WORDS.qualityNote}
      answer={answer}
      again={again}
      emptyText={() => null}
    >
      {(quality) => (
        <dl style={LIST}>
          {FIGURES.map((figure) => (
            <Figure key={figure} name={CHART_WORDS[figure][language]} share={quality?.[figure] ?? null} />
          ))}
        </dl>
      )}
    </ChartFrame>
  );
};

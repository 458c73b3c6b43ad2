import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { FIGURE_LIST, Figure, type ShownFigure } from './figure.tsx';
import { loadQuality } from './load-quality.ts';
import { NOTHING, percent } from './numbers.ts';
import type { Quality, Share } from './quality.ts';
import { IS_UNFILLED, isOneOf, isYes, type Records } from './records.ts';

const FIGURES = ['cleanCustomers', 'approvedCustomers', 'cleanOpportunities', 'changesOnTime'] as const;

/** The records each figure counts. */
const RECORDS: Readonly<Record<keyof Quality, Records>> = {
  cleanCustomers: { plural: 'companies', filter: { tagProblemTags: IS_UNFILLED } },
  approvedCustomers: { plural: 'companies', filter: { tagReviewStatus: isOneOf('APPROVED') } },
  cleanOpportunities: { plural: 'opportunities', filter: { tagProblemTags: IS_UNFILLED } },
  changesOnTime: { plural: 'tagChangeNotices', filter: { status: isOneOf('DONE'), isDetected: isYes(false) } },
};

const textOf = ({ share }: Share, language: Language): string => (share === null ? NOTHING : percent(share, language));
const besideOf = ({ part, whole, share }: Share): string | null => (share === null ? null : `${part} / ${whole}`);

/** Each figure with its records; without a number while it is counted. */
export const qualityFigures = (quality: Quality | null, language: Language): readonly ShownFigure[] =>
  FIGURES.map((figure) => ({
    name: CHART_WORDS[figure][language],
    text: quality && textOf(quality[figure], language),
    beside: quality && besideOf(quality[figure]),
    records: RECORDS[figure],
  }));

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
        <dl style={FIGURE_LIST}>
          {qualityFigures(quality, language).map((figure) => (
            <Figure key={figure.name} {...figure} />
          ))}
        </dl>
      )}
    </ChartFrame>
  );
};

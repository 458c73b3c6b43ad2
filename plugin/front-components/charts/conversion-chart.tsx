import type { ReactNode } from 'react';
import { stages } from '../../../objects/taxonomy/picklists.ts';
import { type Language, STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { type Palette, useLook } from '../look.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadConversion } from './load-conversion.ts';
import type { StageConversion } from './stage-conversion.ts';
import { TABLE_STYLES } from './table-style.ts';

const labelOf = (stage: Stage, language: Language): string =>
  stages.find(({ value }) => value === stage)?.label[language] ?? stage;

const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const HEADS = ['reached', 'passedOn', 'open', 'ended'] as const;

/** A bar under a number; the number alone tells all. */
const bar = (look: Palette, share: number) => ({
  ...TABLE_STYLES.number,
  backgroundImage: `linear-gradient(${look.accent}, ${look.accent})`,
  backgroundRepeat: 'no-repeat',
  backgroundPosition: 'right bottom',
  backgroundSize: `${Math.round(share * 100)}% 3px`,
});

const Row = ({ row, all }: { readonly row: StageConversion | null; readonly all: number }): ReactNode => {
  const look = useLook();
  const { language } = useSay();
  if (!row) return HEADS.map((head) => <td key={head} style={TABLE_STYLES.number} />);
  return (
    <>
      <td style={bar(look, all === 0 ? 0 : row.reached / all)}>{row.reached}</td>
      <td style={TABLE_STYLES.number}>{row.passedOn === null ? '–' : percent(row.passedOn, language)}</td>
      <td style={TABLE_STYLES.number}>{row.open}</td>
      <td style={TABLE_STYLES.number}>{row.ended}</td>
    </>
  );
};

const Table = ({ rows }: { readonly rows: readonly StageConversion[] | null }): ReactNode => {
  const look = useLook();
  const { language } = useSay();
  const all = rows?.[0]?.reached ?? 0;
  return (
    <table style={TABLE_STYLES.table}>
      <thead>
        <tr>
          <th scope="col" style={{ ...TABLE_STYLES.head(look), ...TABLE_STYLES.first }}>
            {CHART_WORDS.stage[language]}
          </th>
          {HEADS.map((head) => (
            <th key={head} scope="col" style={TABLE_STYLES.head(look)}>
              {CHART_WORDS[head][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STAGES.map((stage, at) => (
          <tr key={stage}>
            <th scope="row" style={TABLE_STYLES.name}>
              {labelOf(stage, language)}
            </th>
            <Row row={rows?.[at] ?? null} all={all} />
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How many opportunities came to each stage, and which share passed on (5.3.1). */
export const ConversionChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadConversion);
  return (
    <ChartFrame
      title={CHART_WORDS.conversion}
      note={CHART_WORDS.conversionNote}
      answer={answer}
      again={again}
      emptyText={([first]) => (first?.reached ? null : CHART_WORDS.noOpportunities)}
    >
      {(rows) => <Table rows={rows} />}
    </ChartFrame>
  );
};

import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { STYLES } from '../look.ts';
import { Section } from '../parts/section.tsx';
import type { Say } from '../words.ts';
import { CheckLine } from './check-line.tsx';
import { CompletenessRing } from './completeness-ring.tsx';
import { GapList } from './gap-list.tsx';
import { LogList } from './log-list.tsx';
import { NoticeList } from './notice-list.tsx';
import { PanelActions } from './panel-actions.tsx';
import { ProblemList } from './problem-list.tsx';
import { ReviewLine } from './review-line.tsx';

interface Props {
  readonly panel: Panel;
  readonly say: Say;
  /** Why the panel could not be read again. */
  readonly failure: string | null;
  /** Something was done: the panel has to be read anew. */
  readonly onReload: () => void;
  /** Reads the panel again; true once it has come. */
  readonly onRefresh: () => Promise<boolean>;
}

const nextTitle = ({ nextStage, missingNext }: Panel, say: Say): string | null => {
  if (nextStage) return say('missingNext', { stage: nextStage });
  return missingNext.length > 0 ? say('missingLater') : null;
};

/** The panel of a record, what matters most first. */
export const PanelView = ({ panel, say, failure, onReload, onRefresh }: Props): ReactNode => {
  const next = nextTitle(panel, say);
  return (
    <div style={STYLES.column}>
      <div style={{ ...STYLES.row, flexWrap: 'nowrap', minHeight: 72 }}>
        <CompletenessRing percent={panel.completeness} say={say} />
        <Section title={say('review')}>
          <ReviewLine panel={panel} say={say} />
        </Section>
      </div>
      <PanelActions panel={panel} say={say} failure={failure} onReload={onReload} onRefresh={onRefresh} />
      <Section title={panel.stage ? say('missingAt', { stage: panel.stage }) : say('missing')}>
        <GapList gaps={panel.missing} say={say} />
      </Section>
      {next && (
        <Section title={next}>
          <GapList gaps={panel.missingNext} isNext say={say} />
        </Section>
      )}
      <Section title={say('problems')}>
        <ProblemList problems={panel.problems} say={say} />
      </Section>
      <Section title={say('notices')}>
        <NoticeList panel={panel} say={say} />
      </Section>
      <Section title={say('check')}>
        <CheckLine panel={panel} say={say} />
      </Section>
      <Section title={say('log')}>
        <LogList panel={panel} say={say} />
      </Section>
    </div>
  );
};

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
  readonly onDone: () => void;
}

/** The panel of a record, what matters most first. */
export const PanelView = ({ panel, say, onDone }: Props): ReactNode => (
  <div style={STYLES.column}>
    <div style={{ ...STYLES.row, flexWrap: 'nowrap', minHeight: 72 }}>
      <CompletenessRing percent={panel.completeness} say={say} />
      <Section title={say('review')}>
        <ReviewLine panel={panel} say={say} />
      </Section>
    </div>
    <PanelActions panel={panel} say={say} onDone={onDone} />
    <Section title={panel.stage ? say('missingAt', { stage: panel.stage }) : say('missing')}>
      <GapList gaps={panel.missing} say={say} />
    </Section>
    {panel.nextStage && (
      <Section title={say('missingNext', { stage: panel.nextStage })}>
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

import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { DuplicateSection } from '../duplicates/duplicate-section.tsx';
import { STYLES } from '../look.ts';
import { Line } from '../parts/line.tsx';
import { Section } from '../parts/section.tsx';
import type { Say, WordKey } from '../words.ts';
import { AgreementSection } from './agreement-section.tsx';
import { GapList } from './gap-list.tsx';
import { LogList } from './log-list.tsx';
import { NoticeList } from './notice-list.tsx';
import { PanelActions } from './panel-actions.tsx';
import { ProblemList } from './problem-list.tsx';
import { ReviewPointList } from './review-point-list.tsx';
import { Standing } from './standing.tsx';

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

/** What there is nothing of, in the order it would stand on the page. */
const nothingOf = (panel: Panel): readonly WordKey[] => {
  const parts: readonly (readonly [readonly unknown[], WordKey])[] = [
    [panel.missing, 'nothingMissing'],
    [panel.problems, 'noProblems'],
    [panel.notices, 'noNotices'],
    [panel.log, 'noLog'],
  ];
  return [
    ...parts.filter(([list]) => list.length === 0).map(([, word]) => word),
    ...(panel.check ? [] : (['noCheck'] as const)),
  ];
};

/** The panel of a record, what matters most first; what is empty is told in one line together. */
export const PanelView = ({ panel, say, failure, onReload, onRefresh }: Props): ReactNode => {
  const { missing, missingNext, problems, notices, log, stage, nextStage, review } = panel;
  const isApprovable = review.approve.may && review.status !== 'APPROVED';
  const nothing = nothingOf(panel);
  return (
    <div style={STYLES.column}>
      <Standing panel={panel} say={say} />
      <PanelActions panel={panel} say={say} failure={failure} onReload={onReload} onRefresh={onRefresh} />
      {(review.return.may || isApprovable) && (
        <Section title={say('reviewPoints')}>
          <ReviewPointList points={review.points} />
        </Section>
      )}
      {panel.agreement && (
        <Section title={say('agreement')}>
          <AgreementSection panel={panel} agreement={panel.agreement} say={say} onReload={onReload} />
        </Section>
      )}
      {missing.length > 0 && (
        <Section title={stage ? say('missingAt', { stage }) : say('missing')}>
          <GapList gaps={missing} say={say} />
        </Section>
      )}
      {problems.length > 0 && (
        <Section title={say('problems')}>
          <ProblemList problems={problems} say={say} />
        </Section>
      )}
      <DuplicateSection panel={panel} say={say} onReload={onReload} />
      {notices.length > 0 && (
        <Section title={say('notices')}>
          <NoticeList panel={panel} say={say} />
        </Section>
      )}
      {missingNext.length > 0 && (
        <Section title={nextStage ? say('missingNext', { stage: nextStage }) : say('missingLater')}>
          <GapList gaps={missingNext} isNext say={say} />
        </Section>
      )}
      {nothing.length > 0 && (
        <Line icon="check" tone="good">
          {nothing.map((word) => say(word)).join(' · ')}
        </Line>
      )}
      {log.length > 0 && (
        <Section title={say('log')}>
          <LogList panel={panel} />
        </Section>
      )}
    </div>
  );
};

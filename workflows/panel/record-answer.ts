import type { Panel, PanelGap, PanelNotice } from './panel.ts';

/** A tag in words with its clause: "Credit rating (2.1.23)". */
const gapText = ({ label, clause }: PanelGap): string => `${label} (${clause})`;

interface NoticeAnswer {
  readonly change: string;
  readonly lastDay: string;
  readonly workingDaysLeft: number;
  readonly isOverdue: boolean;
}

/** Where one record stands, in words and dates, for a chat. Never the value of a tag. */
export interface RecordAnswer {
  readonly name: string;
  readonly stage: string | null;
  readonly reviewStatus: string;
  /** Percent. */
  readonly completeness: number;
  /** What the stage the record is in asks for and has not got. */
  readonly missingNow: readonly string[];
  /** The stage asked about, or the next one, and what it asks for besides. */
  readonly towards: { readonly stage: string; readonly missingBesides: readonly string[] } | null;
  readonly problems: readonly {
    readonly tag: string;
    readonly severity: string;
    readonly problem: string;
    readonly remedy: string;
    readonly clause: string;
  }[];
  readonly openNotices: readonly NoticeAnswer[];
  readonly check: { readonly state: string; readonly lastDay: string; readonly workingDaysLeft: number } | null;
  readonly completeBy: { readonly lastDay: string; readonly workingDaysLeft: number } | null;
}

const noticeAnswer = ({ kind, dueDate, workingDaysLeft, isOverdue }: PanelNotice): NoticeAnswer => ({
  change: kind,
  lastDay: dueDate,
  workingDaysLeft,
  isOverdue,
});

/** What the panel of a record says, for a chat. Pure. */
export const recordAnswer = (panel: Panel): RecordAnswer => ({
  name: panel.name,
  stage: panel.stage,
  reviewStatus: panel.review.label,
  completeness: panel.completeness,
  missingNow: panel.missing.map(gapText),
  towards: panel.nextStage ? { stage: panel.nextStage, missingBesides: panel.missingNext.map(gapText) } : null,
  problems: panel.problems.map(({ label, severity, message, mending, clause }) => ({
    tag: label,
    severity,
    problem: message,
    remedy: mending,
    clause,
  })),
  openNotices: panel.notices.map(noticeAnswer),
  check: panel.check && {
    state: panel.check.label,
    lastDay: panel.check.dueDate,
    workingDaysLeft: panel.check.workingDaysLeft,
  },
  completeBy: panel.completion && {
    lastDay: panel.completion.dueDate,
    workingDaysLeft: panel.completion.workingDaysLeft,
  },
});

import type { LogKind } from '../run/log-entry.ts';

/** The rates of an assessment (I4), in the order of their weights. */
export const RATES = ['accuracy', 'timeliness', 'completeness', 'propriety', 'rectification'] as const;
export type RateName = (typeof RATES)[number];

/** What has a last day and counts as in time or late: changes, checks, gaps, returned tags, answers to rectification notices. */
export const DUTIES = ['CHANGE', 'CHECK', 'COMPLETION', 'CORRECTION', 'ANSWER'] as const;
export type Duty = (typeof DUTIES)[number];

/** So much of a whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** What a person is assessed by. */
export interface Counted {
  readonly rates: Readonly<Record<RateName, Share>>;
  /** The timeliness, duty by duty. */
  readonly duties: Readonly<Record<Duty, Share>>;
  /** Changes that were found and nobody had reported (A2); among those that fell due, and late. */
  readonly byDiscovery: number;
}

/** What a line of the log says for a rate. */
interface JudgedKind {
  readonly of: 'REVIEW' | Duty;
  readonly isKept: boolean;
  /** By which date it belongs to a quarter: when it happened, or its last day. */
  readonly by: 'at' | 'dueOn';
}

/**
 * The lines of the log that count (I4). What was late is in the log as missed when its last day was over, and once more
 * when it was done: it counts once, as missed, and of what was done only what was in time. Changes count by their
 * notices, whose status follows a corrected date, and rectifications by theirs, each once whatever its rounds.
 */
export const JUDGED_KINDS: Readonly<Partial<Record<LogKind, JudgedKind>>> = {
  APPROVED: { of: 'REVIEW', isKept: true, by: 'at' },
  RETURNED: { of: 'REVIEW', isKept: false, by: 'at' },
  CHECKED: { of: 'CHECK', isKept: true, by: 'dueOn' },
  CHECK_MISSED: { of: 'CHECK', isKept: false, by: 'dueOn' },
  COMPLETED: { of: 'COMPLETION', isKept: true, by: 'dueOn' },
  COMPLETION_MISSED: { of: 'COMPLETION', isKept: false, by: 'dueOn' },
  CORRECTED: { of: 'CORRECTION', isKept: true, by: 'dueOn' },
  CORRECTION_MISSED: { of: 'CORRECTION', isKept: false, by: 'dueOn' },
  RECTIFICATION_ANSWERED: { of: 'ANSWER', isKept: true, by: 'dueOn' },
  RECTIFICATION_MISSED: { of: 'ANSWER', isKept: false, by: 'dueOn' },
};

const kinds = Object.entries(JUDGED_KINDS);

/** Kinds of lines that count by a date, those of what was kept or of what was not. */
export const kindsBy = (by: JudgedKind['by'], ...kept: readonly boolean[]): readonly string[] =>
  kinds.filter(([, kind]) => kind.by === by && kept.includes(kind.isKept)).map(([name]) => name);

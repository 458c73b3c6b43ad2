import type { TwentyRecord } from './record-change.ts';

/** A record that went up in another, as what came along of its log shows. */
export interface Loser {
  readonly id: string;
  /** When that was. ISO 8601. */
  readonly at: string;
  /** The last line of its log. */
  readonly lastLine: string;
  /** It had gone up in another of the losers before: that is told already. */
  readonly isWithin: boolean;
}

/** A record that is gone for good, as its event tells of it. */
export interface Lost {
  readonly record: TwentyRecord;
  /** The workspace member who did it; null for a program. */
  readonly by: string | null;
  /** What the survivor held before, where whoever merged chose the loser's value of some tags. */
  readonly replaced?: { readonly record: TwentyRecord; readonly tags: ReadonlySet<string> };
}

/** What went up in a subject. */
export interface Merged {
  /** All that ever did. */
  readonly ids: ReadonlySet<string>;
  /** Those this judgement sees for the first time. */
  readonly fresh: readonly Loser[];
  /** Those of which this judgement is the first to be told by their event. */
  readonly told: readonly (Loser & Lost)[];
}

export const NOTHING_MERGED: Merged = { ids: new Set(), fresh: [], told: [] };

import type { Language } from '../../objects/taxonomy/types.ts';
import type { Mergeable } from '../duplicates/plan-merge.ts';

/** A tag in which two records differ, in words of whoever looks. */
export interface DuplicateTag {
  readonly name: string;
  readonly label: string;
  /** What the one holds and the other; empty where nothing, null where it is not shown. */
  readonly own: string | null;
  readonly other: string | null;
  /** Both hold something: merged, one of the two stands. */
  readonly isConflict: boolean;
}

/** A record that is probably the same as another. */
export interface Duplicate {
  readonly id: string;
  readonly name: string;
  /** The day it was entered, `YYYY-MM-DD`. */
  readonly enteredOn: string;
  readonly tags: readonly DuplicateTag[];
}

/** The records that are probably the same as one. */
export interface DuplicatesAnswer {
  readonly object: Mergeable;
  readonly id: string;
  readonly name: string;
  readonly enteredOn: string;
  readonly language: Language;
  readonly duplicates: readonly Duplicate[];
  readonly mayMerge: boolean;
}

/** How many records of a kind go along with the loser. */
export interface MergedCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** What a merge does, or did. Tags by their labels. */
export interface MergeAnswer {
  readonly survivor: string;
  readonly loser: string;
  readonly moved: readonly MergedCount[];
  readonly filled: readonly string[];
  readonly joined: readonly string[];
  /** Tags of which the survivor's value stands. */
  readonly kept: readonly string[];
  /** Tags of which the loser's value stands. */
  readonly taken: readonly string[];
  readonly isDone: boolean;
}

import { kept, type Slice, someTexts } from '../memory/slice.ts';

/** What is remembered of the judgement. */
export interface ProblemsMemory {
  /** Tags to look at again since the competition changed (4.1.6). */
  readonly unreviewed?: readonly string[];
}

export const problemsMemory: Slice<ProblemsMemory> = (stored) => kept({ unreviewed: someTexts(stored.unreviewed) });

import { isObject, kept, type Slice, someTexts, textsByName } from '../memory/slice.ts';

/** What is remembered of changes to report. */
export interface NoticesMemory {
  /** Tags that were emptied, as they were last seen filled. */
  readonly cleared?: Readonly<Record<string, string>>;
  /** Kinds of change whose tag was edited while required tags of the product were missing (A5). */
  readonly edited?: readonly string[];
}

export const noticesMemory: Slice<NoticesMemory> = (stored) =>
  kept({
    cleared: isObject(stored.cleared) ? textsByName(stored.cleared) : undefined,
    edited: someTexts(stored.edited),
  });

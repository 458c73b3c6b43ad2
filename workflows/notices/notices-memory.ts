import { isObject, kept, type Slice, someTexts, textsByName } from '../memory/slice.ts';
import { WORKPLACES, type Workplace } from '../run/workplace.ts';

/** What is remembered of changes to report. */
export interface NoticesMemory {
  /** Tags that were emptied, as they were last seen filled. */
  readonly cleared?: Readonly<Record<string, string>>;
  /** Kinds of change whose tag was edited while required tags of the product were missing (A5). */
  readonly edited?: readonly string[];
  /** Where the key contact was last said to work. */
  readonly workplace?: Workplace;
  /** The key contact has left, and nobody stands in the contact's place. */
  readonly contactLeft?: true;
}

export const noticesMemory: Slice<NoticesMemory> = (stored) =>
  kept({
    cleared: isObject(stored.cleared) ? textsByName(stored.cleared) : undefined,
    edited: someTexts(stored.edited),
    workplace: WORKPLACES.find((workplace) => workplace === stored.workplace),
    contactLeft: stored.contactLeft === true ? (true as const) : undefined,
  });

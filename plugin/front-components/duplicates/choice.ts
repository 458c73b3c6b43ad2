import type { DuplicateTag } from '../../../workflows/panel/duplicates.ts';

/** One of two records side by side: the one whose page is open, or the other. */
export type Side = 'own' | 'other';

/** Which record is kept, and whose value of a tag, where somebody chose. */
export interface Choice {
  readonly keep: Side;
  readonly sides: Readonly<Record<string, Side>>;
}

/** Whose value of a tag stands: that of the record that is kept, unless the other's was chosen. */
export const keptSide = ({ name }: DuplicateTag, { keep, sides }: Choice): Side => sides[name] ?? keep;

/** The tags of which the value of the record that is not kept stands. */
export const takenTags = (tags: readonly DuplicateTag[], choice: Choice): readonly string[] =>
  tags.filter((tag) => tag.isConflict && keptSide(tag, choice) !== choice.keep).map(({ name }) => name);

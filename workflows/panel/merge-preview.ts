import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { MergedChild } from '../duplicates/merged-children.ts';
import { fieldOf, type Mergeable, type MergePlan } from '../duplicates/plan-merge.ts';
import { type PhraseKey, phrase } from '../messages/phrase.ts';
import { tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf } from '../run/run.ts';
import type { MergeAnswer, MergedCount } from './duplicates.ts';

interface Input {
  readonly object: Mergeable;
  readonly survivor: TwentyRecord;
  readonly loser: TwentyRecord;
  readonly plan: MergePlan;
  /** What belongs to the loser, by kind. */
  readonly children: ReadonlyMap<MergedChild, readonly string[]>;
  readonly language: Language;
}

/** What a merge does, in words of whoever asks. Pure. */
export const previewOf = ({
  object,
  survivor,
  loser,
  plan,
  children,
  language,
}: Input): Omit<MergeAnswer, 'isDone'> => {
  const { fields, filled, joined, conflicts } = plan;
  const isTaken = (tag: TagFacts) => fieldOf(tag) in fields;
  const labels = (tags: readonly TagFacts[]) => tags.map(({ name }) => tagLabel(object, name, language));
  return {
    survivor: nameOf(object, survivor),
    loser: nameOf(object, loser),
    moved: [...children].flatMap(([child, ids]): MergedCount[] =>
      ids.length > 0
        ? [{ key: child.object, label: phrase(`moved.${child.object}` as PhraseKey, language), count: ids.length }]
        : [],
    ),
    filled: labels(filled),
    joined: labels(joined),
    kept: labels(conflicts.filter((tag) => !isTaken(tag))),
    taken: labels(conflicts.filter(isTaken)),
  };
};

import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { DateOf } from '../duplicates/like-deals.ts';
import { differingTags, type Mergeable, planMerge } from '../duplicates/plan-merge.ts';
import type { FullName, Value } from '../judgement/values.ts';
import { wordsOf } from '../memory/seen.ts';
import { tagLabel } from '../run/labels.ts';
import { personName } from '../run/person-name.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf } from '../run/run.ts';
import type { Duplicate, DuplicatesAnswer, DuplicateTag } from './duplicates.ts';
import { valueText } from './value-text.ts';

interface Input {
  readonly object: Mergeable;
  readonly own: TwentyRecord;
  readonly others: readonly TwentyRecord[];
  /** As whoever looks may see them, by id. */
  readonly visible: ReadonlyMap<string, TwentyRecord>;
  readonly areValuesVisible: boolean;
  readonly language: Language;
  readonly dateOf: DateOf;
}

const relatedName = (related: unknown): string => {
  const { name } = (related ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : personName(name as FullName | undefined);
};

const textIn = (tag: TagFacts, record: TwentyRecord | undefined, language: Language): string => {
  const value = record?.[tag.name] as Value;
  if (value === null || value === undefined) return '';
  if (tag.kind === 'MANY_TO_ONE') return relatedName(value);
  if (tag.kind === 'ADDRESS') return wordsOf(tag, value);
  if (tag.kind === 'DATE_TIME') return String(value).slice(0, 10);
  return valueText(tag, value, language);
};

const tagsOf = (input: Input, other: TwentyRecord): readonly DuplicateTag[] => {
  const { object, own, visible, areValuesVisible, language } = input;
  const conflicts = new Set(planMerge(object, own, other).conflicts.map(({ name }) => name));
  return differingTags(object, own, other).map((tag) => {
    const isShown = areValuesVisible && !tag.sensitive;
    const text = (record: TwentyRecord) => (isShown ? textIn(tag, visible.get(idOf(record)), language) : null);
    return {
      name: tag.name,
      label: tagLabel(object, tag.name, language),
      own: text(own),
      other: text(other),
      isConflict: conflicts.has(tag.name),
    };
  });
};

/**
 * A record and those that are probably the same, with the tags in which they differ. That a sensitive tag differs is
 * told, and never what it holds. Pure.
 */
export const duplicatesOf = (input: Input): Omit<DuplicatesAnswer, 'mayMerge'> => {
  const { object, own, others, language, dateOf } = input;
  const standing = (record: TwentyRecord) => ({
    id: idOf(record),
    name: nameOf(object, record),
    enteredOn: dateOf(String(record.createdAt)),
  });
  return {
    object,
    ...standing(own),
    language,
    duplicates: others.map((other): Duplicate => ({ ...standing(other), tags: tagsOf(input, other) })),
  };
};

import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import { asList, type Value, type Values } from '../judgement/values.ts';
import { enteredTags, markOf, seenOf, wordsOf } from '../memory/seen.ts';
import { LIST_SEPARATORS } from '../messages/phrase.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Run } from '../run/run.ts';
import { valuesOf } from '../run/values-of.ts';
import { erasedOf, straysOf } from '../strays/merged-strays.ts';
import type { Subject } from '../subject/subject.ts';

const IN_WORDS: ReadonlySet<TagFacts['kind']> = new Set([
  'TEXT',
  'LONG_TEXT',
  'INTEGER',
  'NUMBER',
  'DATE',
  'ADDRESS',
  'ARRAY',
]);

const shown = (run: Run, tag: TagFacts, value: Value): string => {
  const { noticeLanguage: language } = run.settings;
  const label = tagLabel(tag.object, tag.name, language);
  if (tag.sensitive) return label;
  if (tag.kind === 'SELECT') return `${label}: ${optionLabel(tag.object, tag.name, String(value), language)}`;
  return IN_WORDS.has(tag.kind) ? `${label}: ${wordsOf(tag, value).replace(/\s+/g, ' ')}` : label;
};

/** A list all of which stands in another is taken over with it. */
const isWithin = (held: Value, value: Value): boolean =>
  Array.isArray(held) && asList(held).every((one) => asList(value).includes(one));

/**
 * What a record held and the survivor does not, since it holds something else, in words: the log is the only place that
 * knows. What was kept aside counts as held. Of sensitive tags there are names alone. Of some tags, where they are given.
 */
export const notTakenOver = (
  run: Run,
  { object, values, strays }: Subject,
  record: TwentyRecord,
  tags?: ReadonlySet<string>,
): string => {
  const stood = valuesOf(object, record);
  const erased = erasedOf(object, stood, straysOf(object, record));
  const held: Values = { ...stood, ...erased };
  const [theirs, ours] = [held, values].map((some) => seenOf(object, some, run.memoryKey));
  const isKeptAside = (name: string): boolean =>
    erased[name] !== undefined && strays[name]?.includes(erased[name]) === true;
  const isLetGo = ({ name, via }: TagFacts) =>
    !via &&
    theirs?.[name] !== undefined &&
    markOf(theirs[name]) !== markOf(ours?.[name]) &&
    !isWithin(held[name], values[name]) &&
    !isKeptAside(name);
  return enteredTags(object)
    .filter((tag) => isLetGo(tag) && (tags ? tags.has(tag.name) : tag.name !== 'name'))
    .map((tag) => shown(run, tag, held[tag.name]))
    .join(LIST_SEPARATORS[run.settings.noticeLanguage]);
};

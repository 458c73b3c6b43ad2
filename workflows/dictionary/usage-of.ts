import type { Condition, Language, Option, Requirement, Tag } from '../../objects/taxonomy/types.ts';
import { LANGUAGES } from '../../objects/taxonomy/types.ts';
import { LIST_SEPARATORS, phrase } from '../messages/phrase.ts';
import { optionLabel, tagLabel, tagLabels } from '../run/labels.ts';

const CONDITIONS = {
  NOT_GOVERNMENT: 'usage.when.NOT_GOVERNMENT',
  COMPETITOR_NAMED: 'usage.when.COMPETITOR_NAMED',
  JOINING_QUARTER_OVER: 'usage.when.JOINING_QUARTER_OVER',
} as const satisfies Readonly<Record<Condition, string>>;

const requirementLine = (tag: Tag, { from, when, or }: Requirement, language: Language): string =>
  [
    from === 'PROSPECT'
      ? phrase('usage.required', language)
      : phrase('usage.requiredFrom', language, { stage: optionLabel('opportunity', 'tagStage', from, language) }),
    when ? phrase(CONDITIONS[when], language) : '',
    or ? phrase('usage.or', language, { tags: tagLabels(tag.object, or, language) }) : '',
  ].join('');

/** When a tag must be filled in, one line a requirement. What the application writes is required where it shows what is entered elsewhere. */
const requirementLines = (tag: Tag, language: Language): readonly string[] => {
  const required = (tag.required ?? []).map((requirement) => requirementLine(tag, requirement, language));
  if (tag.writer === 'APPLICATION') return [...required, phrase('usage.byApplication', language)];
  return [
    ...(required.length > 0 ? required : [phrase('usage.optional', language)]),
    phrase('usage.byPerson', language),
  ];
};

/** The same thing in other words: the other languages, and what the columns of a file may say. */
export const otherNamesOf = (tag: Tag | Option, language: Language): readonly string[] =>
  [...new Set([...LANGUAGES.map((each) => tag.label[each]), ...(tag.aliases ?? [])])].filter(
    (name) => name !== tag.label[language],
  );

/** What else something is called, as a line; none where it is called nothing else. */
export const otherNamesLines = (names: readonly string[], language: Language): readonly string[] =>
  names.length > 0 ? [phrase('usage.names', language, { names: names.join(LIST_SEPARATORS[language]) })] : [];

const common = (tag: Tag, language: Language): readonly string[] => [
  phrase(tag.sensitive ? 'usage.sensitive' : 'usage.notSensitive', language),
  phrase('usage.clauses', language, { clauses: tag.clauses.join(LIST_SEPARATORS[language]) }),
];

/** How a tag is used (1.3.3), from what the taxonomy says of it: when required, by whom written, sensitive, clause. */
export const usageLinesOfTag = (tag: Tag, language: Language): readonly string[] => [
  ...requirementLines(tag, language),
  ...(tag.majorChange ? [phrase('usage.majorChange', language)] : []),
  ...common(tag, language),
];

/** How a tag is used, and what else it is called. */
export const usageOfTag = (tag: Tag, language: Language): string =>
  [...usageLinesOfTag(tag, language), ...otherNamesLines(otherNamesOf(tag, language), language)].join('\n');

/** How an option is used: as one of its tag's. */
export const usageOfOption = (tag: Tag, option: Option, language: Language): string =>
  [
    phrase('usage.option', language, { tag: tagLabel(tag.object, tag.name, language) }),
    ...(tag.writer === 'APPLICATION' ? [phrase('usage.byApplication', language)] : []),
    ...common(tag, language),
    ...otherNamesLines(otherNamesOf(option, language), language),
  ].join('\n');

import { objectEntries, taxonomy } from './index.ts';
import type { LabelCatalog, StoredLabels } from './labels.ts';
import { LANGUAGES, type Language, type StoredFacts, type Tag, WORDS_OF_A_TAG } from './types.ts';

const byObject = Map.groupBy(taxonomy, (tag): string => tag.object);
const perObject = <Made>(make: (tags: readonly Tag[]) => Made): Record<string, Made> =>
  Object.fromEntries([...byObject].map(([object, tags]) => [object, make(tags)]));

const NOT_KEPT: ReadonlySet<string> = new Set([...WORDS_OF_A_TAG, 'object']);
const factsOf = ({ options, ...tag }: Tag): StoredFacts =>
  ({
    ...Object.fromEntries(Object.entries(tag).filter(([key]) => !NOT_KEPT.has(key))),
    ...(options ? { options: options.map(({ value }) => value) } : {}),
  }) as unknown as StoredFacts;

const labelsOf = ({ label, options }: Tag, language: Language): StoredLabels =>
  options
    ? [label[language], Object.fromEntries(options.map((option) => [option.value, option.label[language]]))]
    : [label[language]];

/** What `facts.generated.json` holds: of tags, a text an object. */
export const compactFacts = (): Readonly<Record<'plurals' | 'tags', Readonly<Record<string, string>>>> => ({
  plurals: Object.fromEntries(objectEntries.map(({ name, plural }) => [name, plural])),
  tags: perObject((tags) => JSON.stringify(tags.map(factsOf))),
});

/** What `labels.generated.json` holds: a text a language. */
export const compactLabels = (): Readonly<Record<string, string>> => {
  const catalogOf = (language: Language): LabelCatalog =>
    perObject((tags) => Object.fromEntries(tags.map((tag) => [tag.name, labelsOf(tag, language)])));
  return Object.fromEntries(LANGUAGES.map((language) => [language, JSON.stringify(catalogOf(language))]));
};

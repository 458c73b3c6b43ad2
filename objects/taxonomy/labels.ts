import generated from './labels.generated.json' with { type: 'json' };
import type { Language } from './types.ts';

/** The label of a tag, then those of its options by their value. */
export type StoredLabels = readonly [label: string, options?: Readonly<Record<string, string>>];
export type LabelCatalog = Readonly<Record<string, Readonly<Record<string, StoredLabels>>>>;

const read: Partial<Record<Language, LabelCatalog>> = {};

/**
 * Labels for messages, made by `npm run triggers`. A language is one text, read when the first message in it is written:
 * hooks write in one, mostly none, and V8 passes over a text faster than over what it would be as an object.
 */
const catalogOf = (language: Language): LabelCatalog => {
  read[language] ??= JSON.parse(generated[language]) as LabelCatalog;
  return read[language];
};

/** A record may hold any word, `constructor` too. */
const own = <Value>(of: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined =>
  of && Object.hasOwn(of, key) ? of[key] : undefined;

const labelsOf = (object: string, name: string, language: Language): StoredLabels | undefined =>
  own(own(catalogOf(language), object), name);

/** The label of a tag; undefined when there is no such tag. */
export const findLabel = (object: string, name: string, language: Language): string | undefined =>
  labelsOf(object, name, language)?.[0];

/** The label of an option of a tag; undefined when there is no such option. */
export const findOptionLabel = (object: string, name: string, value: string, language: Language): string | undefined =>
  own(labelsOf(object, name, language)?.[1], value);

import generated from './facts.generated.json' with { type: 'json' };
import type { StoredFacts, Tag, TagFacts } from './types.ts';

export type { TagFacts } from './types.ts';

type TagsByName = ReadonlyMap<string, TagFacts>;
const texts = new Map<string, string>(Object.entries(generated.tags));
const read = new Map<string, TagsByName>();

const fromText = (object: string): TagsByName => {
  const stored = JSON.parse(texts.get(object) ?? '[]') as readonly StoredFacts[];
  return new Map(
    stored.map(({ options, ...facts }) => [
      facts.name,
      {
        object: object as Tag['object'],
        ...facts,
        ...(options ? { options: options.map((value) => ({ value })) } : {}),
      },
    ]),
  );
};

/**
 * The taxonomy as hooks read it, made by `npm run triggers`: V8 reads all of a bundle each time a hook starts, and most
 * of the whole taxonomy (`index.ts`) is words in three languages. An object is one text, read when it is first asked
 * for: V8 passes over a text at a quarter of what the same costs it as an object. Labels are in `labels.ts`.
 */
const tagsByName = (object: string): TagsByName => {
  let tags = read.get(object);
  if (!tags) {
    tags = fromText(object);
    read.set(object, tags);
  }
  return tags;
};

/** What the API calls several records of each of the policy's objects. */
export const PLURALS: Readonly<Record<string, string>> = generated.plurals;

/** The tags of one object, in reading order. */
export const tagsOf = (object: Tag['object']): readonly TagFacts[] => [...tagsByName(object).values()];

/** The tag `object.name`; undefined when there is none. */
export const findTag = (object: string, name: string): TagFacts | undefined => tagsByName(object).get(name);

/** The tag `object.name`; throws when there is none. */
export const tagOf = (object: string, name: string): TagFacts => {
  const tag = findTag(object, name);
  if (!tag) throw new Error(`There is no tag "${object}.${name}": see objects/taxonomy, then "npm run triggers"`);
  return tag;
};

/** What is remembered of a record as Twenty gives it back: JSON, and whatever stands there. */
export type Stored = Readonly<Record<string, unknown>>;

/**
 * How a duty reads its part of what is remembered. What is missing, or cannot be what it should, is left at its default,
 * so that a part that comes with a later version of the application is read from memory that lacks it.
 */
export type Slice<Memory extends object> = (stored: Stored) => Memory;

/** What a step gives to be remembered; what is undefined is forgotten. */
export type Remembered<Memory> = { readonly [Name in keyof Memory]?: Memory[Name] | undefined };

/** The parts that are there; those that are undefined are left out, as JSON leaves them out. */
export type Kept<Parts> = {
  readonly [Name in keyof Parts as undefined extends Parts[Name] ? never : Name]: Parts[Name];
} & {
  readonly [Name in keyof Parts as undefined extends Parts[Name] ? Name : never]?: Exclude<Parts[Name], undefined>;
};

/** Leaves out what is undefined. */
export const kept = <Parts extends object>(parts: Parts): Kept<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Kept<Parts>;

export const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a list. */
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The texts of a list; undefined when it is none. */
export const someTexts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? texts(value) : undefined;

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const textsByName = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};

/** A list that is remembered only while something stands in it. */
export const unlessEmpty = <Item>(list: readonly Item[]): readonly Item[] | undefined =>
  list.length > 0 ? list : undefined;

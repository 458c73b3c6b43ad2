import { isObject, kept, type Slice, texts } from '../memory/slice.ts';

/** Strays by tag: options that somebody added in Twenty's settings, and no version of the application has. */
export type Strays = Readonly<Record<string, readonly string[]>>;

/** What is kept aside of a record, so that it is not lost when Twenty deletes such an option with its values. */
export interface StraysMemory {
  readonly strays?: Strays;
}

const straysIn = (value: unknown): Strays | undefined => {
  if (!isObject(value)) return undefined;
  const lists = Object.entries(value)
    .map(([tag, list]) => [tag, texts(list)] as const)
    .filter(([, list]) => list.length > 0);
  return lists.length > 0 ? Object.fromEntries(lists) : undefined;
};

export const straysMemory: Slice<StraysMemory> = ({ strays }) => kept({ strays: straysIn(strays) });

import { findTag, type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import { OBJECT_NAMES } from '../../objects/taxonomy/types.ts';
import { listOf } from '../judgement/listed.ts';

/**
 * An option that somebody added to one of the application's lists in Twenty's settings. The next version of the application
 * deletes it, and takes it off all records.
 */
export interface AddedOption {
  readonly object: string;
  readonly tag: string;
  readonly option: string;
  /** What it is called. */
  readonly label: string;
}

/** A value of an enum of Twenty's schema, with what it is called. */
export interface EnumValue {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Enums of Twenty's schema by their names. */
export type Enums = ReadonlyMap<string, readonly EnumValue[]>;

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The name Twenty gives the enum of a list. */
export const enumOf = (object: string, field: string): string => `${capitalized(object)}${capitalized(field)}Enum`;

/** The application's own lists: those of Twenty's own fields are nobody's to empty. */
const ownLists = (): readonly TagFacts[] =>
  [...OBJECT_NAMES, 'task' as const].flatMap((object) =>
    tagsOf(object).filter((tag) => tag.options && !tag.via && !tag.standard),
  );

/** The options of the application's lists that no version of it has, in the order of the taxonomy. Pure. */
export const addedOptions = (enums: Enums): readonly AddedOption[] =>
  ownLists().flatMap((tag) =>
    (enums.get(enumOf(tag.object, tag.name)) ?? [])
      .filter(({ name }) => !listOf(tag).has(name))
      .map(({ name, description }) => ({
        object: tag.object,
        tag: tag.name,
        option: name,
        label: description?.trim() || name,
      })),
  );

/** Whether the list is open (等): what is none of its options may be a term of the dictionary. */
export const isOpenList = (object: string, tag: string): boolean => findTag(object, tag)?.termIn !== undefined;

import type { GuideName, GuideObject, GuideOption, GuideTag } from '../../../workflows/dictionary/naming-guide.ts';
import type { DictionaryEntry } from './load-dictionary.ts';

/** A term that the company itself defined and accepted (3.1.10). */
export interface OwnTerm {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  readonly usage: string;
  readonly aliases: readonly string[];
}

/** A word that is not used any more. */
export interface RetiredWord {
  readonly id: string;
  readonly word: string;
  /** The tag it is of, or whose option it is; empty where the entry names none. */
  readonly of: string;
  /** What is used in its place; empty where nothing is. */
  readonly replacement: string;
}

/** The guide of a workspace: the policy's, with what its dictionary adds. */
export interface WorkspaceGuide {
  readonly objects: readonly GuideObject[];
  readonly own: readonly OwnTerm[];
  readonly retired: readonly RetiredWord[];
}

type Place = Pick<DictionaryEntry, 'objectName' | 'tag' | 'option'>;

const keyOf = ({ objectName, tag, option }: Place): string => `${objectName ?? ''}.${tag ?? ''}:${option ?? ''}`;
const isOwn = ({ writtenAs }: Pick<DictionaryEntry, 'writtenAs'>): boolean => !writtenAs;
const isRetired = ({ status }: DictionaryEntry): boolean => status === 'RETIRED';

/** What the policy calls its tags and options, in the language of the guide, by their places. */
const labelsOf = (objects: readonly GuideObject[]): ReadonlyMap<string, string> =>
  new Map(
    objects.flatMap(({ key: objectName, groups }) =>
      groups
        .flatMap(({ tags }) => tags)
        .flatMap(({ key: tag, label, options }): readonly (readonly [string, string])[] => [
          [keyOf({ objectName, tag, option: '' }), label],
          ...options.map(({ key, label: name }) => [keyOf({ objectName, tag, option: key }), name] as const),
        ]),
    ),
  );

/** What stands in the place of a retired entry: what replaces it, and what replaces that where it is retired itself. */
const replacementOf = (
  entry: DictionaryEntry,
  retired: ReadonlyMap<string, DictionaryEntry>,
): DictionaryEntry['replacedBy'] => {
  const seen = new Set<string>();
  let by = entry.replacedBy;
  while (by && retired.has(by.id) && !seen.has(by.id)) {
    seen.add(by.id);
    by = retired.get(by.id)?.replacedBy ?? null;
  }
  return by && !retired.has(by.id) && !by.deletedAt ? by : null;
};

/** Adds to the policy's guide what the dictionary of a workspace says, in the language of the guide. Pure. */
export const withDictionary = (
  objects: readonly GuideObject[],
  entries: readonly DictionaryEntry[],
): WorkspaceGuide => {
  const labels = labelsOf(objects);
  const retired = new Map(entries.filter(isRetired).map((entry) => [entry.id, entry]));
  const wordOf = (entry: DictionaryEntry | NonNullable<DictionaryEntry['replacedBy']>): string =>
    (isOwn(entry) ? undefined : labels.get(keyOf(entry))) ?? (entry.term || entry.name || '');
  const insteadOf = (entry: DictionaryEntry): string | null => {
    if (!isRetired(entry)) return null;
    const by = replacementOf(entry, retired);
    return by ? wordOf(by) : '';
  };
  const policys = new Map(entries.filter((entry) => !isOwn(entry)).map((entry) => [keyOf(entry), entry]));
  const own = entries.filter(isOwn);
  const accepted = own.filter(({ status }) => status === 'APPROVED');

  const told = <Name extends GuideName>(name: Name, place: Place): Name => {
    const entry = policys.get(keyOf(place));
    if (!entry) return name;
    const aliases = [...new Set([...name.aliases, ...(entry.aliases ?? [])])];
    return { ...name, aliases, replacement: insteadOf(entry) };
  };
  const ownOptions = (objectName: string, tag: string): readonly GuideOption[] =>
    [...accepted, ...own.filter(isRetired)]
      .filter((entry) => entry.objectName === objectName && entry.tag === tag)
      .map((entry) => ({
        key: entry.id,
        label: wordOf(entry),
        aliases: entry.aliases ?? [],
        replacement: insteadOf(entry),
        meaning: entry.definition ?? '',
      }));
  const toldTag = (objectName: string, tag: GuideTag): GuideTag => ({
    ...told(tag, { objectName, tag: tag.key, option: '' }),
    options: [
      ...tag.options.map((option) => told(option, { objectName, tag: tag.key, option: option.key })),
      ...(tag.options.length > 0 ? ownOptions(objectName, tag.key) : []),
    ],
  });

  return {
    objects: objects.map((object) => ({
      ...object,
      groups: object.groups.map((group) => ({
        ...group,
        tags: group.tags.map((tag) => toldTag(object.key, tag)),
      })),
    })),
    own: accepted.map((entry) => ({
      id: entry.id,
      term: wordOf(entry),
      definition: entry.definition ?? '',
      usage: entry.usage ?? '',
      aliases: entry.aliases ?? [],
    })),
    retired: [...retired.values()].map((entry) => ({
      id: entry.id,
      word: wordOf(entry),
      of: isOwn(entry) || entry.option ? (labels.get(keyOf({ ...entry, option: '' })) ?? '') : '',
      replacement: insteadOf(entry) ?? '',
    })),
  };
};

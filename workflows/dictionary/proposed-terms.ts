import { findLabel } from '../../objects/taxonomy/labels.ts';
import { objectEntry } from '../../objects/taxonomy/objects.ts';
import type { Language, ObjectName } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { type AddedOption, isOpenList } from './added-options.ts';

/** The id of the entry that an option added in Twenty's settings becomes: another than that of a version's own option. */
export const addedEntryId = (object: string, tag: string, option: string): string =>
  recordId(`tagDefinition:added:${object}.${tag}:${option}`);

const isTermOf = (row: TwentyRecord, object: string, tag: string, word: string): boolean =>
  !row.deletedAt &&
  textOrNull(row.writtenAs) === null &&
  row.objectName === object &&
  row.tag === tag &&
  textOrNull(row.term)?.trim() === word;

/** The entry for an option that was added to an open list: the one it has, else one of its word; undefined while there is none. */
export const entryOfAdded = (
  { object, tag, option, label }: AddedOption,
  rows: readonly TwentyRecord[],
): TwentyRecord | undefined =>
  rows.find(({ id }) => id === addedEntryId(object, tag, option)) ??
  rows.find((row) => isTermOf(row, object, tag, label));

/** What is written of the entry for an option that was added to a list. */
export const addedEntry = ({ object, tag, option, label }: AddedOption, language: Language): Patch => ({
  id: addedEntryId(object, tag, option),
  fields: {
    name: `${objectEntry(object as ObjectName).label[language]} / ${findLabel(object, tag, language) ?? tag} / ${label}`,
    objectName: object,
    tag,
    option,
    term: label,
    status: 'DRAFT',
  },
});

/**
 * An option that somebody added to an open list in Twenty's settings is a proposed term: a draft, for the tag manager to
 * define (3.1.10). One that somebody has deleted is not made again. Give the entries with the deleted ones among them.
 */
export const proposedTerms = (
  added: readonly AddedOption[],
  rows: readonly TwentyRecord[],
  language: Language,
): readonly Patch[] =>
  added
    .filter((one) => isOpenList(one.object, one.tag) && !entryOfAdded(one, rows))
    .map((one) => addedEntry(one, language));

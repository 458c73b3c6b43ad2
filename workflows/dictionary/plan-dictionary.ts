import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import type { Patch } from '../run/snapshot.ts';
import type { DictionaryFields, DictionaryRow } from './dictionary-rows.ts';

const FIELDS = [
  'name',
  'objectName',
  'tag',
  'option',
  'term',
  'definition',
  'usage',
  'status',
] as const satisfies readonly (keyof DictionaryFields)[];

/** A digest of what a row says, kept with the row: the row still is as written when its digest is the kept one. */
export const digestOf = (fields: Readonly<Partial<Record<keyof DictionaryFields, unknown>>>): string =>
  recordId(JSON.stringify(FIELDS.map((name) => fields[name] ?? '')));

/**
 * What to write so that the dictionary says what the taxonomy says: rows that are missing, and rows that still are as
 * the application wrote them and say something else now. A row that a person changed in any field, or deleted, stays
 * as it is. Give the stored rows with the deleted ones among them.
 */
export const planDictionary = (wanted: readonly DictionaryRow[], stored: readonly TwentyRecord[]): readonly Patch[] => {
  const known = new Map(stored.map((row) => [row.id, row]));
  return wanted.flatMap(({ id, fields }): readonly Patch[] => {
    const row = known.get(id);
    const writtenAs = digestOf(fields);
    if (row) {
      const isAsWritten = !row.deletedAt && row.writtenAs === digestOf(row);
      if (!isAsWritten || row.writtenAs === writtenAs) return [];
    }
    return [{ id, fields: { ...fields, writtenAs } }];
  });
};

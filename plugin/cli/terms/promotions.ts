import type { Tag } from '../../../objects/taxonomy/index.ts';
import { isEmpty } from '../../../workflows/entries/changed-fields.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import type { Operation } from '../import/operations.ts';

/** An open list whose term has become an option of this version. */
export interface Promotion {
  readonly list: Tag;
  readonly termId: string;
  readonly option: string;
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/**
 * What a record says once its term is an option. A word beside a list of several may stand for something else again: OTHER
 * stays with it. One that has come to say another option since keeps that, and loses the term alone.
 */
const answered = ({ list, option }: Promotion, record: TwentyRecord): unknown => {
  const value = record[list.name];
  if (list.kind !== 'MULTI_SELECT') return value === 'OTHER' || isEmpty(value) ? option : value;
  const isWordThere = list.otherIn !== undefined && !isEmpty(record[list.otherIn]);
  return [...new Set([...listOf(value).filter((one) => one !== 'OTHER' || isWordThere), option])];
};

/** What of each record is written, so that it holds the option in place of the term. Pure. */
export const promotionsOf = (promotion: Promotion, records: readonly TwentyRecord[]): readonly Operation[] => {
  const { list, termId } = promotion;
  const link = `${list.termIn}Id`;
  return records.map((record, at) => ({
    row: at + 1,
    object: list.object,
    id: String(record.id),
    isNew: false,
    before: { [list.name]: record[list.name] ?? null, [link]: termId },
    after: { [list.name]: answered(promotion, record), [link]: null },
  }));
};

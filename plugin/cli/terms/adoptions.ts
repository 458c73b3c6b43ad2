import { isEmpty } from '../../../workflows/entries/changed-fields.ts';
import { remembered } from '../../../workflows/memory/core.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { straysMemory } from '../../../workflows/strays/strays-memory.ts';
import { holds, type Operation } from '../import/operations.ts';
import type { OpenList } from './open-list.ts';

/** What becomes of the records of an option that was added to an open list. */
export interface Adoptions {
  readonly operations: readonly Operation[];
  /** Records that name another term already: a list has room for one, and which of them is meant is for people to say. */
  readonly left: readonly TwentyRecord[];
}

/** Whether the record's memory keeps the option aside, and the record itself holds it no more. */
export const lacks = ({ list }: OpenList, option: string, record: TwentyRecord): boolean =>
  (remembered(straysMemory, record)?.strays?.[list.name] ?? []).includes(option) &&
  ![record[list.name]].flat().includes(option);

/** What the list says once the option is a term: OTHER in its place, and all else as it is. */
const answered = ({ list }: OpenList, option: string, value: unknown): unknown => {
  if (list.kind !== 'MULTI_SELECT') return 'OTHER';
  const others = Array.isArray(value) ? value.filter((one) => one !== option && one !== 'OTHER') : [];
  return [...others, 'OTHER'];
};

/** What of each record is written, so that it names the term in place of the option. Pure. */
export const adoptionsOf = (
  open: OpenList,
  option: string,
  termId: string,
  records: readonly TwentyRecord[],
): Adoptions => {
  const { object, list, link } = open;
  const isElsewhere = (record: TwentyRecord): boolean => !isEmpty(record[link]) && record[link] !== termId;
  const operations = records
    .filter((record) => !isElsewhere(record))
    .map((record) => ({
      object,
      id: String(record.id),
      isNew: false,
      before: { [list.name]: record[list.name] ?? null, [link]: record[link] ?? null },
      after: { [list.name]: answered(open, option, record[list.name]), [link]: termId },
    }))
    // What was written before a run was cut off, and is not judged yet, is still kept aside.
    .filter(({ before, after }) => !Object.entries(after).every(([field, value]) => holds(before[field], value)))
    .map((operation, at) => ({ row: at + 2, ...operation }));
  return { operations, left: records.filter(isElsewhere) };
};

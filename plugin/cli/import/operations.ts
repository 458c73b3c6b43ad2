import { BACKED_UP } from '../../../workflows/backup/backed-up.ts';
import { isSameValue } from '../../../workflows/backup/judge-record.ts';
import { isEmpty } from '../../../workflows/entries/changed-fields.ts';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import { LIVE_OR_DELETED } from '../../../workflows/gateway/live-or-deleted.ts';
import { PAGE_SIZE, readLists } from '../../../workflows/gateway/read.ts';
import { readPhone } from '../../../workflows/rules/phone.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What an import writes of one record: as it was before, as it is after. */
export interface Operation {
  /** The row of the file it is of. */
  readonly row: number;
  readonly object: string;
  readonly id: string;
  readonly isNew: boolean;
  readonly before: Fields;
  readonly after: Fields;
}

/** How a record stands to an operation. */
export type Standing = 'BEFORE' | 'AFTER' | 'OTHER' | 'TRASH' | 'GONE';

/** The number of a phone in the one way it is dialled from anywhere, else its digits; empty where there is none. */
const dialled = (phones: Fields): string => {
  const number = String(phones.primaryPhoneNumber ?? '');
  const code = isEmpty(phones.primaryPhoneCallingCode) ? undefined : String(phones.primaryPhoneCallingCode);
  return readPhone(number, code).e164 ?? number.replace(/\D/g, '');
};

/** Currencies without an amount are none. */
const isNothing = (value: unknown): boolean =>
  isEmpty(value) ||
  (typeof value === 'object' && value !== null && 'amountMicros' in value && isEmpty(value.amountMicros));

const hasParts = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inOrder = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);

/**
 * Whether a record holds a value, in whichever way Twenty spells it: it parts the country from a phone number, writes
 * addresses of mail in small letters and options in an order of its own, and adds empty parts to what has some.
 */
export const holds = (current: unknown, value: unknown): boolean => {
  if (isNothing(current) || isNothing(value)) return isNothing(current) && isNothing(value);
  if (hasParts(current) && hasParts(value)) {
    if ('primaryPhoneNumber' in value) return dialled(current) === dialled(value);
    const parts = Object.keys({ ...current, ...value }).filter((part) => part in value || !isEmpty(current[part]));
    return parts.every((part) => holdsPart(current[part], value[part]));
  }
  return isSameValue(inOrder(current), inOrder(value));
};

const holdsPart = (current: unknown, value: unknown): boolean =>
  (isEmpty(current) && isEmpty(value)) || String(current).toLowerCase() === String(value).toLowerCase();

const areHeld = (current: TwentyRecord, fields: Fields): boolean =>
  Object.entries(fields).every(([field, value]) => holds(current[field], value));

/** How a record stands: untouched yet, as written, or written by somebody since. */
export const standingOf = ({ isNew, before, after }: Operation, current: TwentyRecord | undefined): Standing => {
  if (!current) return isNew ? 'BEFORE' : 'GONE';
  if (current.deletedAt) return 'TRASH';
  if (areHeld(current, after)) return 'AFTER';
  return !isNew && areHeld(current, before) ? 'BEFORE' : 'OTHER';
};

/** Operations on one record as one: what stood there first, and what stands there in the end. */
export const merged = (operations: readonly Operation[]): readonly Operation[] => {
  const byId = new Map<string, Operation>();
  for (const operation of operations) {
    const first = byId.get(operation.id);
    byId.set(
      operation.id,
      first
        ? {
            ...first,
            before: { ...operation.before, ...first.before },
            after: { ...first.after, ...operation.after },
          }
        : operation,
    );
  }
  return [...byId.values()];
};

const selections = new Map<string, ReadonlyMap<string, string>>();

/** How a field of an object is asked for. */
export const fieldSelection = (object: string, field: string): string => {
  const known =
    selections.get(object) ??
    new Map((BACKED_UP.find(({ name }) => name === object)?.fields ?? []).map((one) => [one.column, one.selection]));
  selections.set(object, known);
  return known.get(field) ?? field;
};

/** Reads records by their ids, those in the trash too, with some of their fields. */
export const readByIds = async (
  client: RecordsClient,
  object: string,
  ids: readonly string[],
  fields: Iterable<string>,
): Promise<ReadonlyMap<string, TwentyRecord>> => {
  const found = new Map<string, TwentyRecord>();
  const selection = ['id', 'deletedAt', ...new Set(fields)].map((field) => fieldSelection(object, field)).join(' ');
  for (let at = 0; at < ids.length; at += PAGE_SIZE) {
    const filter = { and: [LIVE_OR_DELETED, { id: { in: ids.slice(at, at + PAGE_SIZE) } }] };
    const [records = []] = await readLists(client, [{ object, filter, selection }]);
    for (const record of records) found.set(String(record.id), record);
  }
  return found;
};

/** The records that operations are of, as they stand. */
export const currentOf = async (
  client: RecordsClient,
  operations: readonly Operation[],
): Promise<ReadonlyMap<string, TwentyRecord>> => {
  const current = new Map<string, TwentyRecord>();
  for (const [object, some] of Map.groupBy(operations, (operation) => operation.object)) {
    const ids = [...new Set(some.map(({ id }) => id))];
    const fields = some.flatMap(({ before, after }) => [...Object.keys(before), ...Object.keys(after)]);
    for (const [id, record] of await readByIds(client, object, ids, fields)) current.set(id, record);
  }
  return current;
};

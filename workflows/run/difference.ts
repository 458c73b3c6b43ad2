import { canonical } from '../rules/canonical.ts';
import type { TwentyRecord } from './record-change.ts';
import type { Patch } from './snapshot.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

const isSameInstant = (left: unknown, right: unknown): boolean =>
  typeof left === 'string' &&
  typeof right === 'string' &&
  INSTANT.test(left) &&
  INSTANT.test(right) &&
  Date.parse(left) === Date.parse(right);

/** An empty text and an empty list are nothing, whichever way Twenty gives nothing back. */
const orNothing = (value: unknown): unknown =>
  value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

const isSame = (left: unknown, right: unknown): boolean =>
  canonical(orNothing(left)) === canonical(orNothing(right)) || isSameInstant(left, right);

/** Keeps of the wanted fields those that differ from the stored ones; undefined when none does. */
export const differenceOf = (record: TwentyRecord, wanted: Readonly<Record<string, unknown>>): Patch | undefined => {
  const fields = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !isSame(record[name], value)));
  return Object.keys(fields).length > 0 ? { id: String(record.id), fields } : undefined;
};

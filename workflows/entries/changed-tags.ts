import { tagsOf } from '../../objects/taxonomy/index.ts';
import type { ObjectName, Tag } from '../../objects/taxonomy/types.ts';
import type { RecordChange, TwentyRecord } from '../run/record-change.ts';

/** Fields of the contact that hold tags of the customer (2.1.3–2.1.6), and for whom the contact works (A4). */
const PERSON_FIELDS = ['name', 'jobTitle', 'phones', 'emails', 'companyId'] as const;
const WATCHED_ROLES: ReadonlySet<string> = new Set(['TAG', 'SUPPORT']);

const columnOf = (tag: Tag): string => (tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : tag.name);

const writtenByPeople = (object: ObjectName): readonly Tag[] =>
  tagsOf(object).filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY' && tag.writer !== 'APPLICATION');

/**
 * The fields of an object, by the names events use, whose change is a change of tags: what people enter, not what
 * the application writes. A relation shows as its key column.
 */
export const watchedFields = (object: ObjectName): readonly string[] => {
  if (object === 'person') return PERSON_FIELDS;
  return writtenByPeople(object)
    .filter((tag) => !tag.statement && (WATCHED_ROLES.has(tag.role) || tag.role === 'RECORD'))
    .map(columnOf);
};

/** What people say of the tags (an action, a verdict): it wakes the rules and is no entry. */
export const statementFields = (object: ObjectName): readonly string[] =>
  object === 'person'
    ? []
    : writtenByPeople(object)
        .filter((tag) => tag.statement)
        .map(columnOf);

/** Owners are no tags, but tasks and the four-eyes rule hang on them. */
const OWNER_FIELDS: Partial<Readonly<Record<ObjectName, readonly string[]>>> = { company: ['accountOwnerId'] };

/** The fields whose change wakes the hooks of an object. */
export const wakingFields = (object: ObjectName): readonly string[] => [
  ...watchedFields(object),
  ...statementFields(object),
  ...(OWNER_FIELDS[object] ?? []),
];

/** Whether a stored value holds nothing, in any of the ways Twenty stores nothing. */
export const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
};

/** Twenty writes "nothing" in several ways; a change from one to another is none. */
const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (isEmpty(left) && isEmpty(right)) || JSON.stringify(left) === JSON.stringify(right);

/**
 * The watched fields a change touched. Compared field by field, since the events of an upsert ignore the trigger's
 * `updatedFields`, and the application's own writes must not wake it again.
 */
export const changedFields = (change: RecordChange, fields: readonly string[]): readonly string[] => {
  const { before, after } = change;
  if (change.action === 'deleted' || change.action === 'destroyed') return [];
  const old: TwentyRecord = before ?? {};
  const now: TwentyRecord = after ?? {};
  return fields.filter((field) => field in now && !isSame(old[field], now[field]));
};

import { type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import type { ObjectName } from '../../objects/taxonomy/types.ts';

/** Fields of the contact that hold tags of the customer (2.1.3–2.1.6), and for whom the contact works (A4). */
const PERSON_FIELDS = ['name', 'jobTitle', 'phones', 'emails', 'companyId'] as const;
const WATCHED_ROLES: ReadonlySet<string> = new Set(['TAG', 'SUPPORT']);

const columnOf = (tag: TagFacts): string => (tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : tag.name);

const writtenByPeople = (object: ObjectName): readonly TagFacts[] =>
  tagsOf(object).filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY' && tag.writer !== 'APPLICATION');

/**
 * The fields of an object, by the names events use, whose change is a change of tags: what people enter, not what
 * the application writes. A relation shows as its key column.
 */
export const watchedFields = (object: ObjectName): readonly string[] => {
  if (object === 'person') return PERSON_FIELDS;
  return writtenByPeople(object)
    .filter((tag) => !tag.statement && !tag.intention && (WATCHED_ROLES.has(tag.role) || tag.role === 'RECORD'))
    .map(columnOf);
};

/** What people say of the tags (an action, a verdict): it wakes the rules and is no entry. */
export const statementFields = (object: ObjectName): readonly string[] =>
  object === 'person'
    ? []
    : writtenByPeople(object)
        .filter((tag) => tag.statement)
        .map(columnOf);

/** What people mean to do: it wakes the rules, and is no entry either. */
const intentionFields = (object: ObjectName): readonly string[] =>
  object === 'person'
    ? []
    : writtenByPeople(object)
        .filter((tag) => tag.intention)
        .map(columnOf);

/** Owners are no tags, but tasks and the four-eyes rule hang on them. */
const OWNER_FIELDS: Partial<Readonly<Record<ObjectName, readonly string[]>>> = { company: ['accountOwnerId'] };

/** The fields whose change wakes the hooks of an object. */
export const wakingFields = (object: ObjectName): readonly string[] => [
  ...watchedFields(object),
  ...statementFields(object),
  ...intentionFields(object),
  ...(OWNER_FIELDS[object] ?? []),
];

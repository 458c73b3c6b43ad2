import {
  GOVERNED_OBJECTS,
  OBJECT_NAMES,
  type ObjectName,
  objectEntry,
  type Tag,
  tagsOf,
} from '../../objects/taxonomy/index.ts';
import type { Kind, WorkObject, Writer } from '../../objects/taxonomy/types.ts';
import { MEMORY_KEY } from '../health/facts.ts';

/** A column of a record as a backup keeps it. */
export interface BackedUpField {
  /** The name by which Twenty takes and gives the value: of a relation its key. */
  readonly column: string;
  /** How it is asked for. */
  readonly selection: string;
  readonly writer: Writer;
  /** Kept in encrypted backups alone (6.1.3). */
  readonly isSensitive: boolean;
  /** The object whose id it holds. */
  readonly target?: ObjectName | WorkObject;
}

/** An object as a backup keeps it. */
export interface BackedUpObject {
  readonly name: ObjectName | 'task' | 'taskTarget';
  readonly fields: readonly BackedUpField[];
  /** Nobody but the application creates its records. */
  readonly isApplications: boolean;
  /** Kept in encrypted backups alone, whole. */
  readonly isSensitive: boolean;
  /** Which of its records are kept; all when left out. */
  readonly scope?: Readonly<Record<string, unknown>>;
  /** What a record is found by: an application installed anew has made the same one with another id. */
  readonly identity: 'id' | 'key';
}

/**
 * What the application notes of its own running, and the register of the backups themselves, are no data of the policy:
 * restored they would tell of sweeps and backups that this workspace has not seen.
 */
const LEFT_OUT: ReadonlySet<ObjectName> = new Set(['tagSweep', 'tagBackup']);

/** Composite kinds with all their parts: what is put back must be whole. */
const PARTS: Partial<Readonly<Record<Kind, string>>> = {
  CURRENCY: '{amountMicros currencyCode}',
  ADDRESS:
    '{addressStreet1 addressStreet2 addressCity addressState addressPostcode addressCountry addressLat addressLng}',
  PHONES: '{primaryPhoneNumber primaryPhoneCallingCode primaryPhoneCountryCode additionalPhones}',
  EMAILS: '{primaryEmail additionalEmails}',
  FULL_NAME: '{firstName lastName}',
};

const fieldOf = (name: string, { kind, writer = 'PERSON', sensitive = false, relation }: Tag): BackedUpField => {
  const isLink = kind === 'MANY_TO_ONE';
  const column = isLink ? `${name}Id` : name;
  return {
    column,
    selection: `${column}${PARTS[kind] ?? ''}`,
    writer,
    isSensitive: sensitive,
    ...(isLink && relation ? { target: relation.target } : {}),
  };
};

const plainOf = (column: string, parts = ''): BackedUpField => ({
  column,
  selection: `${column}${parts}`,
  writer: 'PERSON',
  isSensitive: false,
});

const linkOf = (column: string, target: BackedUpField['target'] & string): BackedUpField => ({
  column,
  selection: column,
  writer: 'PERSON',
  isSensitive: false,
  target,
});

/** Twenty's own fields that no tag names: whose customer it is, where a contact works, and the stage that follows ours. */
const EXTRA: Partial<Readonly<Record<ObjectName, readonly BackedUpField[]>>> = {
  company: [linkOf('accountOwnerId', 'workspaceMember')],
  opportunity: [plainOf('stage')],
  person: [linkOf('companyId', 'company')],
};

const fieldsOf = (object: ObjectName): readonly BackedUpField[] => [
  ...tagsOf(object)
    .filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY')
    .map((tag) => fieldOf(tag.name, tag)),
  // A contact's tags are the customer's; they live on the contact.
  ...(object === 'person'
    ? tagsOf('company').flatMap((tag) => (tag.via?.object === 'person' ? [fieldOf(tag.via.field, tag)] : []))
    : []),
  ...(EXTRA[object] ?? []),
];

/** An object all of whose tags are sensitive tells something by being there; so does a register all of whose fields are. */
const isSecret = (object: ObjectName): boolean => {
  const fields = tagsOf(object).filter(({ via }) => !via);
  const tags = fields.filter(({ role }) => role === 'TAG');
  return (tags.length > 0 ? tags : fields).every(({ sensitive }) => sensitive);
};

const unordered: readonly BackedUpObject[] = OBJECT_NAMES.filter((name) => !LEFT_OUT.has(name)).map((name) => {
  return {
    name,
    fields: fieldsOf(name),
    isApplications: objectEntry(name).writer === 'APPLICATION',
    isSensitive: isSecret(name),
    identity: 'id' as const,
  };
});

const GIVEN_OUT = { tagMatter: { is: 'NOT_NULL' } };

/**
 * The tasks the application has given out, with what they hang on. It remembers of each matter that its task is there: in
 * a workspace without them nobody would be asked again.
 */
const tasks: readonly BackedUpObject[] = [
  {
    name: 'task',
    fields: [
      plainOf('title'),
      // As the editor keeps it, with all that people put into it. Twenty makes the other form, markdown, by itself.
      plainOf('bodyV2', '{blocknote}'),
      plainOf('dueAt'),
      plainOf('status'),
      linkOf('assigneeId', 'workspaceMember'),
      ...tagsOf('task')
        .filter(({ kind, standard }) => kind !== 'ONE_TO_MANY' && !standard)
        .map((tag) => fieldOf(tag.name, tag)),
    ],
    isApplications: false,
    isSensitive: false,
    scope: GIVEN_OUT,
    identity: 'id',
  },
  {
    name: 'taskTarget',
    fields: [
      linkOf('taskId', 'task'),
      ...GOVERNED_OBJECTS.map((object) =>
        linkOf(`target${object.charAt(0).toUpperCase()}${object.slice(1)}Id`, object),
      ),
    ],
    isApplications: false,
    isSensitive: false,
    scope: { task: GIVEN_OUT },
    identity: 'id',
  },
];

/** Objects after those they name, as far as they do not name each other. */
const inOrder = (objects: readonly BackedUpObject[]): readonly BackedUpObject[] => {
  const left = [...objects];
  const placed = new Set<string>(['workspaceMember']);
  const ordered: BackedUpObject[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ name, fields }) =>
      fields.every(({ target }) => !target || target === name || placed.has(target)),
    );
    const [next] = left.splice(Math.max(free, 0), 1);
    if (!next) break;
    placed.add(next.name);
    ordered.push(next);
  }
  return ordered;
};

/** The key with which sensitive tags are remembered: with another, what is remembered of them would mean nothing. */
const memoryKey: BackedUpObject = {
  name: 'tagSweep',
  fields: tagsOf('tagSweep')
    .filter(({ name }) => name === 'key' || name === 'name' || name === 'cursor')
    // Another key is a conflict that people decide, not a judgement that is newer.
    .map((tag) => ({ ...fieldOf(tag.name, tag), writer: 'PERSON' as const })),
  isApplications: true,
  isSensitive: true,
  scope: { key: { eq: MEMORY_KEY } },
  identity: 'key',
};

/** What the policy governs and a backup keeps, in the order in which it can be created. */
export const BACKED_UP: readonly BackedUpObject[] = [...inOrder([...unordered, ...tasks]), memoryKey];

const places = new Map(BACKED_UP.map(({ name }, at) => [name as string, at]));

/** Whether a link can only be set once all objects are there: it names a record that comes later, or one of its own. */
export const isLateLink = ({ name }: BackedUpObject, { target }: BackedUpField): boolean =>
  target !== undefined && target !== 'workspaceMember' && (places.get(target) ?? 0) >= (places.get(name) ?? 0);

/** The fields of an object that a backup keeps: all, or those that are no secret. None where the object is one. */
export const fieldsKept = (object: BackedUpObject, isEncrypted: boolean): readonly BackedUpField[] => {
  if (isEncrypted) return object.fields;
  return object.isSensitive ? [] : object.fields.filter(({ isSensitive }) => !isSensitive);
};

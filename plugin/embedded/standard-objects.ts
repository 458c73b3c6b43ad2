import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS } from 'twenty-sdk/define';

/**
 * The stock objects an application can lean on, as one table. Only what the contract shows and an app uses;
 * the identifiers are the SDK's own, so a manifest that extends a stock object finds it here.
 */

export interface StandardField {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly options?: readonly string[];
  readonly defaultValue?: unknown;
  /** MANY_TO_ONE when `to` is given, ONE_TO_MANY when `many` is. */
  readonly to?: string;
  readonly many?: string;
  readonly inverse?: string;
  readonly onDelete?: 'CASCADE' | 'SET_NULL';
}

export interface StandardObject {
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly label: string;
  readonly labelField: string;
  /** Twenty does not check role permissions on its system objects. */
  readonly isSystem?: true;
  readonly fields: readonly StandardField[];
  /** Unique indexes: each a list of `field` or `field.subField`. */
  readonly uniques?: readonly (readonly string[])[];
}

const field = (name: string, type: string, label: string, defaultValue?: unknown): StandardField => ({
  name,
  type,
  label,
  ...(defaultValue === undefined ? {} : { defaultValue }),
});
const select = (name: string, label: string, options: readonly string[], defaultValue: string): StandardField => ({
  name,
  type: 'SELECT',
  label,
  options,
  defaultValue,
});
const one = (name: string, to: string, inverse: string, onDelete: 'CASCADE' | 'SET_NULL'): StandardField => ({
  name,
  type: 'RELATION',
  label: name,
  to,
  inverse,
  onDelete,
});
const many = (name: string, target: string, inverse: string): StandardField => ({
  name,
  type: 'RELATION',
  label: name,
  many: target,
  inverse,
});

/** The objects that point at any record: each gets one target relation per object that can be a target. */
export const TARGETING_OBJECTS = [
  { object: 'taskTarget', inverse: 'taskTargets' },
  { object: 'noteTarget', inverse: 'noteTargets' },
  { object: 'attachment', inverse: 'attachments' },
  { object: 'timelineActivity', inverse: 'timelineActivities' },
] as const;

/** Whether a field is one end of the morph relation by which these objects point at any record. */
export const isTarget = (object: string, field: string): boolean =>
  field.startsWith('target') && TARGETING_OBJECTS.some((entry) => entry.object === object);

const targets = (inverse: string, names: readonly string[]): StandardField[] =>
  names.map((name) => one(`target${name.charAt(0).toUpperCase()}${name.slice(1)}`, name, inverse, 'CASCADE'));
const targeted = (name: string, inverses: readonly string[]): StandardField[] =>
  TARGETING_OBJECTS.filter((entry) => inverses.includes(entry.inverse)).map((entry) =>
    many(entry.inverse, entry.object, `target${name}`),
  );
const ALL_TARGETS = ['taskTargets', 'noteTargets', 'attachments', 'timelineActivities'];

export const STANDARD_OBJECTS: readonly StandardObject[] = [
  {
    nameSingular: 'company',
    namePlural: 'companies',
    label: 'Company',
    labelField: 'name',
    fields: [
      field('name', 'TEXT', 'Name'),
      field('domainName', 'LINKS', 'Domain Name'),
      field('address', 'ADDRESS', 'Address'),
      field('linkedinLink', 'LINKS', 'Linkedin'),
      field('annualRevenue', 'CURRENCY', 'Annual Revenue'),
      one('accountOwner', 'workspaceMember', 'accountOwnerForCompanies', 'SET_NULL'),
      many('people', 'person', 'company'),
      many('opportunities', 'opportunity', 'company'),
      ...targeted('Company', ALL_TARGETS),
    ],
    uniques: [['domainName.primaryLinkUrl']],
  },
  {
    nameSingular: 'person',
    namePlural: 'people',
    label: 'Person',
    labelField: 'name',
    fields: [
      field('name', 'FULL_NAME', 'Name'),
      field('emails', 'EMAILS', 'Emails'),
      field('linkedinLink', 'LINKS', 'Linkedin'),
      field('jobTitle', 'TEXT', 'Job Title'),
      field('phones', 'PHONES', 'Phones'),
      field('city', 'TEXT', 'City'),
      field('avatarUrl', 'TEXT', 'Avatar'),
      one('company', 'company', 'people', 'SET_NULL'),
      many('pointOfContactForOpportunities', 'opportunity', 'pointOfContact'),
      ...targeted('Person', ALL_TARGETS),
    ],
    uniques: [['emails.primaryEmail']],
  },
  {
    nameSingular: 'opportunity',
    namePlural: 'opportunities',
    label: 'Opportunity',
    labelField: 'name',
    fields: [
      field('name', 'TEXT', 'Name'),
      field('amount', 'CURRENCY', 'Amount'),
      field('closeDate', 'DATE_TIME', 'Close date'),
      select('stage', 'Stage', ['NEW', 'SCREENING', 'MEETING', 'PROPOSAL', 'CUSTOMER'], 'NEW'),
      one('pointOfContact', 'person', 'pointOfContactForOpportunities', 'SET_NULL'),
      one('company', 'company', 'opportunities', 'SET_NULL'),
      one('owner', 'workspaceMember', 'ownedOpportunities', 'SET_NULL'),
      ...targeted('Opportunity', ALL_TARGETS),
    ],
  },
  {
    nameSingular: 'task',
    namePlural: 'tasks',
    label: 'Task',
    labelField: 'title',
    fields: [
      field('title', 'TEXT', 'Title'),
      field('bodyV2', 'RICH_TEXT', 'Body'),
      field('dueAt', 'DATE_TIME', 'Due Date'),
      select('status', 'Status', ['TODO', 'IN_PROGRESS', 'DONE'], 'TODO'),
      one('assignee', 'workspaceMember', 'assignedTasks', 'SET_NULL'),
      many('taskTargets', 'taskTarget', 'task'),
      ...targeted('Task', ['attachments', 'timelineActivities']),
    ],
  },
  {
    nameSingular: 'taskTarget',
    namePlural: 'taskTargets',
    label: 'Task Target',
    labelField: 'id',
    isSystem: true,
    fields: [
      one('task', 'task', 'taskTargets', 'CASCADE'),
      ...targets('taskTargets', ['company', 'opportunity', 'person']),
    ],
    uniques: [
      ['task', 'targetCompany'],
      ['task', 'targetOpportunity'],
      ['task', 'targetPerson'],
    ],
  },
  {
    nameSingular: 'note',
    namePlural: 'notes',
    label: 'Note',
    labelField: 'title',
    fields: [
      field('title', 'TEXT', 'Title'),
      field('bodyV2', 'RICH_TEXT', 'Body'),
      many('noteTargets', 'noteTarget', 'note'),
      ...targeted('Note', ['attachments', 'timelineActivities']),
    ],
  },
  {
    nameSingular: 'noteTarget',
    namePlural: 'noteTargets',
    label: 'Note Target',
    labelField: 'id',
    isSystem: true,
    fields: [
      one('note', 'note', 'noteTargets', 'CASCADE'),
      ...targets('noteTargets', ['company', 'opportunity', 'person']),
    ],
    uniques: [
      ['note', 'targetCompany'],
      ['note', 'targetOpportunity'],
      ['note', 'targetPerson'],
    ],
  },
  {
    nameSingular: 'attachment',
    namePlural: 'attachments',
    label: 'Attachment',
    labelField: 'name',
    isSystem: true,
    fields: [
      field('name', 'TEXT', 'Name'),
      field('fullPath', 'TEXT', 'Full path'),
      ...targets('attachments', ['company', 'opportunity', 'person', 'task', 'note']),
    ],
  },
  {
    nameSingular: 'timelineActivity',
    namePlural: 'timelineActivities',
    label: 'Timeline Activity',
    labelField: 'linkedRecordCachedName',
    isSystem: true,
    fields: [
      field('happensAt', 'DATE_TIME', 'Creation date', 'now'),
      field('name', 'TEXT', 'Event name'),
      field('properties', 'RAW_JSON', 'Event details'),
      field('timelineActivityTypeId', 'UUID', 'Type'),
      field('timelineActivityTypeSnapshot', 'RAW_JSON', 'Type snapshot'),
      field('linkedRecordCachedName', 'TEXT', 'Linked Record cached name'),
      field('linkedRecordId', 'UUID', 'Linked Record id'),
      field('linkedObjectMetadataId', 'UUID', 'Linked Object Metadata Id'),
      one('workspaceMember', 'workspaceMember', 'timelineActivities', 'CASCADE'),
      ...targets('timelineActivities', ['company', 'opportunity', 'person', 'task', 'note']),
    ],
  },
  {
    nameSingular: 'workspaceMember',
    namePlural: 'workspaceMembers',
    label: 'Workspace Member',
    labelField: 'name',
    isSystem: true,
    fields: [
      field('name', 'FULL_NAME', 'Name'),
      field('userEmail', 'TEXT', 'User Email'),
      field('jobTitle', 'TEXT', 'Job Title'),
      field('locale', 'TEXT', 'Language', 'en'),
      field('timeZone', 'TEXT', 'Time zone', 'system'),
      field('colorScheme', 'TEXT', 'Color Scheme', 'System'),
      field('avatarUrl', 'TEXT', 'Avatar Url'),
      field('userId', 'UUID', 'User Id'),
      many('assignedTasks', 'task', 'assignee'),
      many('ownedOpportunities', 'opportunity', 'owner'),
      many('accountOwnerForCompanies', 'company', 'accountOwner'),
      many('timelineActivities', 'timelineActivity', 'workspaceMember'),
    ],
    uniques: [['userEmail']],
  },
];

type IdentifierTable = Readonly<
  Record<
    string,
    | { universalIdentifier: string; fields: Readonly<Record<string, { universalIdentifier: string } | undefined>> }
    | undefined
  >
>;
const identifiers: IdentifierTable = STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS;

/** The identifier Twenty gives a stock object. */
export function standardObjectIdentifier(nameSingular: string): string {
  const entry = identifiers[nameSingular];
  if (entry === undefined) throw new Error(`The SDK knows no stock object "${nameSingular}"`);
  return entry.universalIdentifier;
}

/** The identifier Twenty gives a stock field; fields newer SDKs dropped fall back to a readable one. */
export function standardFieldIdentifier(nameSingular: string, fieldName: string): string {
  return identifiers[nameSingular]?.fields[fieldName]?.universalIdentifier ?? `${nameSingular}.${fieldName}`;
}

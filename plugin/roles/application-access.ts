import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier, standardFieldIdentifier } from '../../objects/define/standard.ts';
import { SYSTEM_FIELDS } from '../../objects/define/system-fields.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { type GovernedObject, type ObjectName, tagsOf } from '../../objects/taxonomy/index.ts';
import { MERGEABLE, mergedTags } from '../../workflows/duplicates/plan-merge.ts';
import { GIVEN_BY_OTHERS } from '../../workflows/run/self-gift.ts';

/** What the hooks touch of one object. Everything not named is denied. */
interface Access {
  readonly object: ObjectName | 'task' | 'taskTarget';
  /** Fields the pipeline reads. */
  readonly reads: ReadonlySet<string>;
  /** Fields the pipeline writes. */
  readonly writes: ReadonlySet<string>;
}

const readBy = (object: ObjectName, ...extra: readonly string[]): ReadonlySet<string> =>
  new Set([
    ...tagsOf(object)
      .filter((tag) => !tag.via && tag.group !== 'LINKS')
      .map((tag) => tag.name),
    ...extra,
  ]);

const writtenBy = (object: ObjectName): ReadonlySet<string> =>
  new Set(
    tagsOf(object)
      .filter((tag) => tag.role === 'GOVERNANCE' || tag.role === 'DERIVED')
      .map((tag) => tag.name),
  );

const only = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** Required tags, which the setting ENFORCEMENT = REVERT puts back when they are emptied, and the stage. */
const putBackOn = (object: GovernedObject): readonly string[] =>
  tagsOf(object)
    .filter((tag) => tag.required && !tag.via && tag.kind !== 'ONE_TO_MANY')
    .map((tag) => tag.name);

/** What a merge writes on the record that is left. */
const merged = (object: GovernedObject): readonly string[] => mergedTags(object).map(({ name }) => name);

const judged = (object: GovernedObject, ...writes: readonly string[]): ReadonlySet<string> =>
  new Set([...writtenBy(object), ...putBackOn(object), ...writes]);

/** All fields of a register the application keeps. */
const kept = (object: ObjectName): ReadonlySet<string> => new Set(tagsOf(object).map((tag) => tag.name));

/** A task hangs on its record by a target; every object that can have tasks has one such field. */
const TARGET_FIELDS = ['task', 'targetCompany', 'targetOpportunity', 'targetPerson'] as const;
const TASK_FIELDS = ['title', 'bodyV2', 'dueAt', 'status', 'assignee', ...tagsOf('task').map(({ name }) => name)];

/**
 * The objects and fields the hooks touch, and nothing else (least privilege, 6.1.2): a verdict that is taken back, and
 * what a member gave themselves, among them.
 */
export const applicationAccess: readonly Access[] = [
  {
    object: 'company',
    reads: readBy('company', 'accountOwner', 'opportunities'),
    writes: judged('company', 'tagVerification', 'accountOwner', ...merged('company')),
  },
  {
    object: 'opportunity',
    reads: readBy('opportunity', 'stage'),
    writes: judged('opportunity', 'stage', 'tagNextFollowUpOn', ...merged('opportunity')),
  },
  { object: 'person', reads: only('name', 'jobTitle', 'phones', 'emails', 'company'), writes: only('company') },
  {
    object: 'tagCredit',
    reads: readBy('tagCredit'),
    writes: only('name', 'previousRating', 'judgedRating', 'company'),
  },
  { object: 'tagProduct', reads: readBy('tagProduct'), writes: judged('tagProduct') },
  {
    object: 'tagOpportunityItem',
    reads: readBy('tagOpportunityItem'),
    writes: only('name', 'soldOn', 'industry', 'opportunity'),
  },
  { object: 'tagMember', reads: readBy('tagMember'), writes: judged('tagMember', ...GIVEN_BY_OTHERS) },
  { object: 'tagOpportunityMember', reads: readBy('tagOpportunityMember'), writes: only('name', 'opportunity') },
  { object: 'tagTarget', reads: kept('tagTarget'), writes: kept('tagTarget') },
  { object: 'tagChangeNotice', reads: kept('tagChangeNotice'), writes: kept('tagChangeNotice') },
  { object: 'tagLog', reads: kept('tagLog'), writes: kept('tagLog') },
  { object: 'tagDefinition', reads: kept('tagDefinition'), writes: kept('tagDefinition') },
  { object: 'tagInspection', reads: kept('tagInspection'), writes: kept('tagInspection') },
  { object: 'tagRectification', reads: kept('tagRectification'), writes: kept('tagRectification') },
  { object: 'tagAssessment', reads: kept('tagAssessment'), writes: kept('tagAssessment') },
  { object: 'tagSweep', reads: kept('tagSweep'), writes: kept('tagSweep') },
  // The health check reads the register; the command line enters what stands in it.
  { object: 'tagBackup', reads: kept('tagBackup'), writes: only() },
  {
    object: 'tagAgreement',
    reads: kept('tagAgreement'),
    writes: only('name', 'acknowledgedAt', 'status', 'endsOn', 'coversLiability', 'memory'),
  },
  { object: 'tagIncident', reads: kept('tagIncident'), writes: only('status', 'result') },
  { object: 'tagCalendarDay', reads: only('date', 'isWorkday'), writes: only() },
  { object: 'task', reads: only(...TASK_FIELDS, 'taskTargets'), writes: only(...TASK_FIELDS) },
  { object: 'taskTarget', reads: only(...TARGET_FIELDS), writes: only(...TARGET_FIELDS) },
];

/** All fields of an object with their identifiers: Twenty's own, and those of the taxonomy. */
const fieldsOf = (object: Access['object']): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  const standard = (STANDARD as unknown as Record<string, { fields: Record<string, unknown> } | undefined>)[object];
  for (const name of Object.keys(standard?.fields ?? {})) {
    if (!SYSTEM_FIELDS.has(name)) fields.set(name, standardFieldIdentifier(object, name));
  }
  if (object === 'taskTarget') return fields;
  for (const tag of tagsOf(object)) {
    if (!tag.via) fields.set(tag.name, fieldIdentifier(object, tag.name));
  }
  return fields;
};

export const objectPermissions = applicationAccess.map(({ object, writes }) => ({
  universalIdentifier: universalIdentifier('objectPermission', `application.${object}`),
  objectUniversalIdentifier: objectIdentifier(object),
  canReadObjectRecords: true,
  canUpdateObjectRecords: writes.size > 0,
  // A deleted record's tasks go with it, and come back with it; a record that was merged goes when all of it has moved.
  canSoftDeleteObjectRecords: object === 'task' || MERGEABLE.some((one) => one === object),
  canDestroyObjectRecords: false,
}));

export const fieldPermissions = applicationAccess.flatMap(({ object, reads, writes }) =>
  [...fieldsOf(object)]
    .filter(([name]) => !reads.has(name) || !writes.has(name))
    .map(([name, fieldUniversalIdentifier]) => ({
      universalIdentifier: universalIdentifier('fieldPermission', `application.${object}.${name}`),
      objectUniversalIdentifier: objectIdentifier(object),
      fieldUniversalIdentifier,
      ...(reads.has(name) ? {} : { canReadFieldValue: false }),
      ...(writes.has(name) ? {} : { canUpdateFieldValue: false }),
    })),
);

import { eachField, isNameTaken } from './field-rules.ts';
import { type Rule, refused } from './rule.ts';
import type { OwnField, Site } from './site.ts';

const INVALID = 'INVALID_FIELD_INPUT';

type Says = readonly (readonly [what: string, remedy: string])[];

const rule = (code: string, name: string, judge: (own: OwnField, site: Site) => Says): Rule =>
  refused(
    'fieldMetadata',
    code,
    name,
    eachField((own, site) => (own.field.type === 'RELATION' ? judge(own, site) : [])),
  );

const targetOf = ({ field }: OwnField, site: Site) =>
  site.fields.get(field.relationTargetFieldMetadataUniversalIdentifier ?? '');

export const relationRules: readonly Rule[] = [
  rule(INVALID, 'a relation names its other end', ({ field }) =>
    field.relationTargetObjectMetadataUniversalIdentifier && field.relationTargetFieldMetadataUniversalIdentifier
      ? []
      : [['it does not say which object and field stand at its other end', 'name both']],
  ),
  rule('OBJECT_METADATA_NOT_FOUND', 'the object at the other end', ({ field }, site) => {
    const target = field.relationTargetObjectMetadataUniversalIdentifier;
    return !target || site.objects.has(target)
      ? []
      : [[`${target} is no object`, 'name an object of Twenty or of the application']];
  }),
  rule('FIELD_METADATA_NOT_FOUND', 'the field at the other end', (own, site) => {
    const target = own.field.relationTargetFieldMetadataUniversalIdentifier;
    return !target || site.fields.has(target)
      ? []
      : [[`${target} is no field`, 'declare the other end as a field of its object']];
  }),
  rule(INVALID, 'both ends name each other', (own, site) => {
    const { field, objectIdentifier } = own;
    const target = targetOf(own, site);
    if (!target?.manifest) return [];
    const isMutual =
      target.manifest.type === 'RELATION' &&
      target.objectIdentifier === field.relationTargetObjectMetadataUniversalIdentifier &&
      target.manifest.relationTargetObjectMetadataUniversalIdentifier === objectIdentifier &&
      target.manifest.relationTargetFieldMetadataUniversalIdentifier === field.universalIdentifier;
    return isMutual ? [] : [['its other end does not name it back', 'let each end name object and field of the other']];
  }),
  rule(INVALID, 'which end holds the key', ({ field }) =>
    ['MANY_TO_ONE', 'ONE_TO_MANY'].includes(field.universalSettings?.relationType ?? '')
      ? []
      : [['it does not say which end it is', 'set relationType to MANY_TO_ONE or ONE_TO_MANY']],
  ),
  rule(INVALID, 'the column of the key', ({ field: { universalSettings } }) => {
    const hasColumn = Boolean(universalSettings?.joinColumnName);
    if (universalSettings?.relationType === 'MANY_TO_ONE' && !hasColumn) {
      return [['it holds the key, and names no column for it', 'set joinColumnName, such as companyId']];
    }
    return universalSettings?.relationType === 'ONE_TO_MANY' && hasColumn
      ? [['it holds no key, and names a column for one', 'leave joinColumnName to the other end']]
      : [];
  }),
  rule('NOT_AVAILABLE', 'a column of that name is there', (own, site) => {
    const column = own.field.universalSettings?.joinColumnName;
    return column && isNameTaken(column, own, site)
      ? [[`the object has a field or column "${column}" already`, 'choose another name']]
      : [];
  }),
  rule(INVALID, 'what becomes of it is for the end with the key', ({ field: { universalSettings } }) =>
    universalSettings?.onDelete && universalSettings.relationType !== 'MANY_TO_ONE'
      ? [['onDelete is set on the end without the key', 'set it on the other end']]
      : [],
  ),
];

import type { ManifestView, ManifestViewFilter, ManifestViewFilterGroup } from '../manifest.ts';
import { type Finding, type Kind, type Rule, refused } from './rule.ts';
import type { KnownField, Site } from './site.ts';

const INVALID = 'INVALID_VIEW_FILTER_DATA';

const EMPTY = ['IS_EMPTY', 'IS_NOT_EMPTY'];
const WORDS = ['CONTAINS', 'DOES_NOT_CONTAIN', ...EMPTY];
const SAME = ['IS', 'IS_NOT', ...EMPTY];
const SIZE = ['GREATER_THAN_OR_EQUAL', 'LESS_THAN_OR_EQUAL'];
const TIME = ['IS', 'IS_RELATIVE', 'IS_IN_PAST', 'IS_IN_FUTURE', 'IS_TODAY', 'IS_BEFORE', 'IS_AFTER', ...EMPTY];

/** What can be asked of a field of a type; a type that does not stand here may be asked anything. */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  TEXT: WORDS,
  EMAILS: WORDS,
  FULL_NAME: WORDS,
  ADDRESS: WORDS,
  LINKS: WORDS,
  PHONES: WORDS,
  RAW_JSON: WORDS,
  FILES: WORDS,
  ARRAY: WORDS,
  MULTI_SELECT: WORDS,
  SELECT: SAME,
  RELATION: SAME,
  UUID: SAME,
  NUMBER: [...SAME, ...SIZE],
  RATING: [...SAME, ...SIZE],
  CURRENCY: [...SIZE, ...EMPTY],
  DATE: TIME,
  DATE_TIME: TIME,
  BOOLEAN: ['IS'],
};

const WITHOUT_VALUE: ReadonlySet<string> = new Set([...EMPTY, 'IS_IN_PAST', 'IS_IN_FUTURE', 'IS_TODAY']);

/** The options a filter asks for: a list, one as JSON, or a single one. */
const askedOptions = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string' && one !== '');
  if (typeof value !== 'string' || value === '') return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? askedOptions(parsed) : [value];
  } catch {
    return [value];
  }
};

type Says = readonly [what: string, remedy: string] | undefined;

const eachFilter = (
  name: string,
  judge: (filter: ManifestViewFilter, field: KnownField | undefined, view: ManifestView) => Says,
): Rule =>
  refused('viewFilter', INVALID, name, (site) =>
    site.views.flatMap((view) =>
      (view.filters ?? []).flatMap((filter): readonly Finding[] => {
        const identifier = filter.fieldMetadataUniversalIdentifier;
        const said = judge(filter, site.fields.get(identifier), view);
        if (!said) return [];
        const [what, remedy] = said;
        const { universalIdentifier } = filter;
        return [
          {
            subject: { universalIdentifier },
            where: `view ${view.name}, filter on ${site.fieldName(identifier)}`,
            what,
            remedy,
          },
        ];
      }),
    ),
  );

const eachGroup = (
  code: string,
  name: string,
  judge: (group: ManifestViewFilterGroup, groups: readonly ManifestViewFilterGroup[]) => Says,
): Rule => {
  const kind: Kind = 'viewFilterGroup';
  return refused(kind, code, name, (site: Site) =>
    site.views.flatMap((view) =>
      (view.filterGroups ?? []).flatMap((group): readonly Finding[] => {
        const said = judge(group, view.filterGroups ?? []);
        if (!said) return [];
        const [what, remedy] = said;
        const { universalIdentifier } = group;
        return [{ subject: { universalIdentifier }, where: `view ${view.name}, filter group`, what, remedy }];
      }),
    ),
  );
};

const parentOf = (
  group: ManifestViewFilterGroup | undefined,
  groups: readonly ManifestViewFilterGroup[],
): ManifestViewFilterGroup | undefined =>
  groups.find((one) => one.universalIdentifier === group?.parentViewFilterGroupUniversalIdentifier);

export const filterRules: readonly Rule[] = [
  eachFilter('the field of a filter', (_filter, field) =>
    field ? undefined : ['its field is none', 'name a field that is there'],
  ),
  eachFilter('what can be asked of a field', ({ operand, subFieldName }, field) => {
    const operands = subFieldName ? undefined : OPERANDS[field?.type ?? ''];
    return !operands || operands.includes(operand)
      ? undefined
      : [`${operand} cannot be asked of a field of type ${field?.type}`, `ask one of ${operands.join(', ')}`];
  }),
  eachFilter('a filter asks for options that are there', ({ operand, subFieldName, value }, field) => {
    if (!field?.options || subFieldName || WITHOUT_VALUE.has(operand)) return undefined;
    const missing = askedOptions(value).filter((option) => !field.options?.includes(option));
    return missing.length === 0
      ? undefined
      : [`it asks for ${missing.join(', ')}`, `ask for some of ${field.options.join(', ')}`];
  }),
  eachFilter('the group of a filter', ({ viewFilterGroupUniversalIdentifier: group }, _field, view) =>
    !group || (view.filterGroups ?? []).some((one) => one.universalIdentifier === group)
      ? undefined
      : ['its group is none of the view', 'name a filter group of the view'],
  ),
  eachGroup('VIEW_FILTER_GROUP_NOT_FOUND', 'the parent of a filter group', (group, groups) =>
    !group.parentViewFilterGroupUniversalIdentifier || parentOf(group, groups)
      ? undefined
      : ['its parent is none of the view', 'name a filter group of the view'],
  ),
  eachGroup('CIRCULAR_DEPENDENCY', 'filter groups in a circle', (group, groups) => {
    const parent = parentOf(group, groups);
    return parent && (parent === group || parentOf(parent, groups) === group)
      ? ['it is its own parent', 'let one of the groups stand alone']
      : undefined;
  }),
  eachGroup('MAX_DEPTH_EXCEEDED', 'filter groups in two levels', (group, groups) =>
    parentOf(parentOf(group, groups), groups)
      ? ['it is a group in a group in a group', 'two levels are the most']
      : undefined,
  ),
];

import type { ManifestView, ManifestViewField } from '../manifest.ts';
import { type Finding, type Kind, type Rule, refused, repeated } from './rule.ts';
import type { Site } from './site.ts';

const INVALID = 'INVALID_VIEW_DATA';

/** A rule about each view. */
const eachView = (
  name: string,
  judge: (view: ManifestView, site: Site) => readonly [what: string, remedy: string] | undefined,
): Rule =>
  refused('view', INVALID, name, (site) =>
    site.views.flatMap((view): readonly Finding[] => {
      const said = judge(view, site);
      if (!said) return [];
      const [what, remedy] = said;
      const { universalIdentifier } = view;
      return [{ subject: { universalIdentifier }, where: `view ${view.name}`, what, remedy }];
    }),
  );

type ColumnJudge = (
  column: ManifestViewField,
  view: ManifestView,
  site: Site,
) => readonly [what: string, remedy: string] | undefined;

/** A rule about each column of each view. */
const eachColumn = (name: string, judge: ColumnJudge): Rule =>
  refused('viewField', INVALID, name, (site) =>
    site.views.flatMap((view) =>
      (view.fields ?? []).flatMap((column): readonly Finding[] => {
        const said = judge(column, view, site);
        if (!said) return [];
        const [what, remedy] = said;
        const { universalIdentifier, fieldMetadataUniversalIdentifier } = column;
        return [
          {
            subject: {
              universalIdentifier,
              viewUniversalIdentifier: view.universalIdentifier,
              fieldMetadataUniversalIdentifier,
            },
            where: `view ${view.name}, column ${site.fieldName(fieldMetadataUniversalIdentifier)}`,
            what,
            remedy,
          },
        ];
      }),
    ),
  );

/** Whether a column shows what names the record; fields of a record page stand in any order. */
const isLabel = (column: ManifestViewField, view: ManifestView, site: Site): boolean =>
  view.type !== 'FIELDS_WIDGET' &&
  site.objects.get(view.objectUniversalIdentifier)?.labelFieldIdentifier === column.fieldMetadataUniversalIdentifier;

const isLowest = (column: ManifestViewField, view: ManifestView): boolean =>
  (view.fields ?? []).every((other) => other === column || other.position > column.position);

/** A rule about the other things of each view that must name something that is there. */
const eachPart = <Part extends { readonly universalIdentifier: string }>(
  kind: Kind,
  code: string,
  name: string,
  partsOf: (view: ManifestView) => readonly Part[],
  judge: (part: Part, view: ManifestView, site: Site) => readonly [what: string, remedy: string] | undefined,
): Rule =>
  refused(kind, code, name, (site) =>
    site.views.flatMap((view) =>
      partsOf(view).flatMap((part): readonly Finding[] => {
        const said = judge(part, view, site);
        if (!said) return [];
        const [what, remedy] = said;
        const { universalIdentifier } = part;
        return [{ subject: { universalIdentifier }, where: `view ${view.name}, ${kind}`, what, remedy }];
      }),
    ),
  );

export const viewRules: readonly Rule[] = [
  eachView('the object of a view', ({ objectUniversalIdentifier }, site) =>
    site.objects.has(objectUniversalIdentifier) ? undefined : ['its object is none', 'name an object that is there'],
  ),
  eachView('a board is grouped', (view, site) => {
    if (view.type !== 'KANBAN') return undefined;
    const field = site.fields.get(view.mainGroupByFieldMetadataUniversalIdentifier ?? '');
    const isGrouping = field?.type === 'SELECT' || field?.relationType === 'MANY_TO_ONE';
    // Of most of Twenty's own fields the type is not known here.
    return isGrouping || (field && field.type === undefined)
      ? undefined
      : ['it is a board by no picklist', 'group it by a SELECT field, or by a relation to one record'];
  }),
  eachView('what a view adds up and is laid out by', (view, site) =>
    [
      view.kanbanAggregateOperationFieldMetadataUniversalIdentifier,
      view.calendarFieldMetadataUniversalIdentifier,
    ].every((field) => !field || site.fields.has(field))
      ? undefined
      : ['a field it adds up or is laid out by is none', 'name fields that are there'],
  ),
  {
    kind: 'view',
    code: INVALID,
    name: 'views that nobody sees',
    effect: 'HIDDEN',
    check: (site) =>
      site.views
        .filter((view) => view.visibility === 'UNLISTED')
        .map(({ universalIdentifier, name }) => ({
          subject: { universalIdentifier },
          where: `view ${name}`,
          what: 'it is UNLISTED, for its owner alone, and an application owns nothing',
          remedy: 'let it be for the WORKSPACE',
        })),
  },
  eachColumn('the field of a column', ({ fieldMetadataUniversalIdentifier }, _view, site) =>
    site.fields.has(fieldMetadataUniversalIdentifier) ? undefined : ['its field is none', 'name a field that is there'],
  ),
  eachColumn('each column once', (column, view) =>
    repeated(view.fields ?? [], (one) => one.fieldMetadataUniversalIdentifier).includes(column)
      ? ['the view shows the field twice', 'leave one out']
      : undefined,
  ),
  eachColumn('what names the record comes first', (column, view, site) =>
    isLabel(column, view, site) && !isLowest(column, view)
      ? ['it names the record, and another column has a lower position', 'give it the lowest position']
      : undefined,
  ),
  eachColumn('what names the record is shown', (column, view, site) =>
    isLabel(column, view, site) && column.isVisible === false
      ? ['it names the record, and is hidden', 'show it']
      : undefined,
  ),
  eachPart(
    'viewField',
    INVALID,
    'the section of a field',
    (view) => view.fields ?? [],
    ({ viewFieldGroupUniversalIdentifier: group }, view) =>
      !group || (view.fieldGroups ?? []).some((one) => one.universalIdentifier === group)
        ? undefined
        : ['its section is none of the view', 'name one of the view'],
  ),
  eachPart(
    'viewGroup',
    INVALID,
    'the value of a group',
    (view) => view.groups ?? [],
    ({ fieldValue }) =>
      fieldValue === undefined || fieldValue === null
        ? ['it has no value', 'give it an option, or empty text for records without one']
        : undefined,
  ),
  eachPart(
    'viewSort',
    'INVALID_VIEW_SORT_DATA',
    'what a view is sorted by',
    (view) => view.sorts ?? [],
    ({ fieldMetadataUniversalIdentifier, direction }, _view, site) => {
      if (!site.fields.has(fieldMetadataUniversalIdentifier)) return ['its field is none', 'name one that is there'];
      return direction === 'ASC' || direction === 'DESC'
        ? undefined
        : ['it has no direction', 'sort it by ASC or DESC'];
    },
  ),
];

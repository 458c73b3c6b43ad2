import { isUuid, type Kind, type Rule, refused, repeated } from './rule.ts';
import type { Site } from './site.ts';

interface Identified {
  readonly universalIdentifier?: string;
}

/** Everything of a kind, and the code by which Twenty refuses a second one of the same identifier. */
const KINDS: Readonly<Partial<Record<Kind, readonly [code: string, all: (site: Site) => readonly Identified[]]>>> = {
  objectMetadata: ['INVALID_OBJECT_INPUT', ({ manifest }) => manifest.objects],
  fieldMetadata: ['FIELD_ALREADY_EXISTS', ({ ownFields }) => ownFields.map(({ field }) => field)],
  index: ['INDEX_ALREADY_EXISTS', ({ manifest }) => manifest.indexes],
  view: ['INVALID_VIEW_DATA', ({ views }) => views],
  viewField: ['INVALID_VIEW_DATA', ({ views }) => views.flatMap((view) => view.fields ?? [])],
  viewFieldGroup: ['INVALID_VIEW_DATA', ({ views }) => views.flatMap((view) => view.fieldGroups ?? [])],
  viewFilter: ['INVALID_VIEW_FILTER_DATA', ({ views }) => views.flatMap((view) => view.filters ?? [])],
  viewFilterGroup: ['INVALID_VIEW_FILTER_GROUP_DATA', ({ views }) => views.flatMap((view) => view.filterGroups ?? [])],
  viewGroup: ['INVALID_VIEW_DATA', ({ views }) => views.flatMap((view) => view.groups ?? [])],
  viewSort: ['INVALID_VIEW_SORT_DATA', ({ views }) => views.flatMap((view) => view.sorts ?? [])],
  pageLayoutWidget: ['INVALID_PAGE_LAYOUT_WIDGET_DATA', ({ widgets }) => widgets.map(({ widget }) => widget)],
  objectPermission: [
    'INVALID_SETTING',
    ({ manifest }) => manifest.roles.flatMap((role) => role.objectPermissions ?? []),
  ],
  fieldPermission: ['INVALID_SETTING', ({ manifest }) => manifest.roles.flatMap((role) => role.fieldPermissions ?? [])],
  logicFunction: ['LOGIC_FUNCTION_ALREADY_EXIST', ({ manifest }) => manifest.logicFunctions],
  skill: ['SKILL_ALREADY_EXISTS', ({ manifest }) => manifest.skills ?? []],
};

/** Identifiers are UUIDs, each of one thing of its kind. */
export const identifierRules: readonly Rule[] = Object.entries(KINDS).map(([kind, [code, all]]) =>
  refused(kind as Kind, code, `identifiers: ${kind}`, (site) => {
    const things = all(site).filter((thing) => thing.universalIdentifier !== undefined);
    const wrong = things.filter((thing) => !isUuid(thing.universalIdentifier));
    return [...wrong, ...repeated(things, (thing) => String(thing.universalIdentifier))].map((thing) => ({
      subject: { universalIdentifier: String(thing.universalIdentifier) },
      where: `${kind} ${thing.universalIdentifier}`,
      what: wrong.includes(thing) ? 'its identifier is no UUID' : 'another one has the same identifier',
      remedy: 'derive an identifier of its own',
    }));
  }),
);

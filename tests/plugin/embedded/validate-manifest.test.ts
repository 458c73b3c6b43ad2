import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTPUT } from '../../../plugin/cli/build.ts';
import type { Manifest } from '../../../plugin/embedded/manifest.ts';
import { faultsOfBuild } from '../../../plugin/embedded/validate-manifest/check-build.ts';
import {
  describeFault,
  MANIFEST_RULES,
  validateManifest,
} from '../../../plugin/embedded/validate-manifest/validate-manifest.ts';
import { createWorkspace } from '../../../plugin/embedded/workspace.ts';
import { COMPANY, id, wholeManifest } from './whole-manifest.ts';

type Whole = ReturnType<typeof wholeManifest>;
/** A manifest that a test may bend out of its type. */
// biome-ignore lint/suspicious/noExplicitAny: what is wrong on purpose has no type
type Bendable = any;

const bent = (bend: (manifest: Bendable) => void): Manifest => {
  const manifest = wholeManifest();
  bend(manifest);
  return manifest as unknown as Manifest;
};
const rulesBroken = (manifest: Manifest): readonly string[] => [
  ...new Set(validateManifest(manifest).map((fault) => fault.rule)),
];

const NOWHERE = id(999);
const LONG = 'x'.repeat(64);
const thing = (manifest: Whole): Bendable => manifest.objects[0];
const field = (manifest: Bendable, name: string): Bendable =>
  [...manifest.objects[0].fields, ...manifest.fields].find((one) => one.name === name);
const board = (manifest: Bendable): Bendable => manifest.views[0];
const chart = (manifest: Bendable): Bendable => manifest.pageLayouts[0].tabs[0].widgets[0];
const panel = (manifest: Bendable): Bendable => manifest.pageLayoutTabs[0].widgets[0];
const twin = (list: Bendable[], change: object = {}): void => {
  list.push({ ...structuredClone(list[0]), universalIdentifier: id(900 + list.length), ...change });
};

/** For each rule, ways to break it; the whole manifest itself keeps them all. */
const BREAKS: Readonly<Record<string, readonly ((manifest: Bendable) => void)[]>> = {
  'identifiers: objectMetadata': [(m) => (thing(m).universalIdentifier = 'not-a-uuid')],
  'identifiers: fieldMetadata': [(m) => (field(m, 'tagNeeds').universalIdentifier = id(7))],
  'identifiers: index': [(m) => m.indexes.push({ ...m.indexes[0], isUnique: false })],
  'identifiers: view': [(m) => (m.views[1].universalIdentifier = id(20))],
  'identifiers: viewField': [(m) => (board(m).fields[1].universalIdentifier = id(21))],
  'identifiers: viewFieldGroup': [(m) => (m.views[1].fieldGroups[0].universalIdentifier = 'group')],
  'identifiers: viewFilter': [(m) => (board(m).filters[0].universalIdentifier = 'filter')],
  'identifiers: viewFilterGroup': [(m) => (board(m).filterGroups[0].universalIdentifier = 'group')],
  'identifiers: viewGroup': [(m) => (board(m).groups[0].universalIdentifier = 'group')],
  'identifiers: viewSort': [(m) => (board(m).sorts[0].universalIdentifier = 'sort')],
  'identifiers: pageLayoutWidget': [(m) => (panel(m).universalIdentifier = id(62))],
  'identifiers: objectPermission': [(m) => (m.roles[0].objectPermissions[1].universalIdentifier = id(51))],
  'identifiers: fieldPermission': [(m) => (m.roles[0].fieldPermissions[0].universalIdentifier = 'right')],
  'identifiers: logicFunction': [(m) => m.logicFunctions.push(m.logicFunctions[0])],

  'names of objects': [
    (m) => (thing(m).nameSingular = 'Tag Thing'),
    (m) => (thing(m).namePlural = LONG),
    (m) => (thing(m).namePlural = ''),
  ],
  'reserved names of objects': [(m) => (thing(m).nameSingular = 'event'), (m) => (thing(m).namePlural = 'workspaces')],
  'one name for one and for many': [(m) => (thing(m).namePlural = 'tagThing')],
  'labels of objects': [(m) => (thing(m).labelPlural = ''), (m) => (thing(m).labelSingular = LONG)],
  'an object of that name is there': [
    (m) => (thing(m).nameSingular = 'company'),
    (m) => (thing(m).namePlural = 'opportunities'),
    (m) => m.objects.push({ ...thing(m), universalIdentifier: id(901), fields: [] }),
  ],

  'the object of a field': [(m) => (field(m, 'tagSize').objectUniversalIdentifier = NOWHERE)],
  'names of fields': [(m) => (field(m, 'tagSize').name = 'Tag Size'), (m) => (field(m, 'tagSize').name = LONG)],
  'reserved names of fields': [(m) => (field(m, 'kind').name = 'type')],
  'a field of that name is there': [
    (m) => (field(m, 'tagSize').name = 'domainName'),
    (m) => (field(m, 'tagSize').name = 'accountOwnerId'),
    (m) => (field(m, 'kind').name = 'createdAt'),
    (m) => (field(m, 'tagNeeds').name = 'tagSize'),
  ],
  'a column of a composite field': [(m) => (field(m, 'kind').name = 'priceAmountMicros')],
  'types of fields': [(m) => (field(m, 'price').type = 'MONEY')],
  "types that are Twenty's own": [(m) => (field(m, 'price').type = 'NUMERIC')],
  'never null needs a default': [(m) => (field(m, 'kind').isNullable = false)],

  'a picklist has options': [(m) => (field(m, 'tagSize').options = [])],
  'ids of options': [(m) => (field(m, 'tagSize').options[0].id = 'one')],
  'values of options': ['largeEnterprise', 'LARGE__ONE', 'LARGE_', '1ST', 'Ä', 'X'.repeat(64)].map(
    (value) => (m: Bendable) => (field(m, 'kind').options[1].value = value),
  ),
  'labels of options': ['', ' ', LONG].map((label) => (m: Bendable) => (field(m, 'kind').options[1].label = label)),
  'commas in labels of options': [(m) => (field(m, 'kind').options[1].label = 'Large, very')],
  'options with one value': [(m) => (field(m, 'kind').options[1].value = 'BIG')],
  'options with one id': [(m) => (field(m, 'kind').options[1].id = field(m, 'kind').options[0].id)],
  'options with one position': [(m) => (field(m, 'kind').options[1].position = 0)],
  'defaults are options': [
    (m) => (field(m, 'tagSize').defaultValue = "'NOWHERE'"),
    (m) => (field(m, 'tagSize').defaultValue = 'BIG'),
    (m) => (field(m, 'tagNeeds').defaultValue = "'TRAINING'"),
    (m) => (field(m, 'tagNeeds').defaultValue = []),
    (m) => (field(m, 'tagNeeds').defaultValue = ["'TRAINING'", "'TRAINING'"]),
    (m) => (field(m, 'tagNeeds').defaultValue = ["'NOWHERE'"]),
  ],

  'a relation names its other end': [
    (m) => (field(m, 'company').relationTargetFieldMetadataUniversalIdentifier = undefined),
  ],
  'the object at the other end': [
    (m) => (field(m, 'company').relationTargetObjectMetadataUniversalIdentifier = NOWHERE),
  ],
  'the field at the other end': [(m) => (field(m, 'company').relationTargetFieldMetadataUniversalIdentifier = NOWHERE)],
  'both ends name each other': [
    (m) => (field(m, 'tagThings').relationTargetFieldMetadataUniversalIdentifier = id(3)),
    (m) => (field(m, 'tagThings').relationTargetObjectMetadataUniversalIdentifier = COMPANY),
  ],
  'which end holds the key': [(m) => (field(m, 'company').universalSettings.relationType = 'SOMEHOW')],
  'the column of the key': [
    (m) => (field(m, 'company').universalSettings.joinColumnName = undefined),
    (m) => (field(m, 'tagThings').universalSettings.joinColumnName = 'thingId'),
  ],
  'a column of that name is there': [(m) => (field(m, 'company').universalSettings.joinColumnName = 'kind')],
  'what becomes of it is for the end with the key': [
    (m) => (field(m, 'tagThings').universalSettings.onDelete = 'SET_NULL'),
  ],

  'the object of an index': [(m) => (m.indexes[0].objectUniversalIdentifier = NOWHERE)],
  'an index has fields': [(m) => (m.indexes[0].fields = [])],
  'the fields of an index': [(m) => (m.indexes[0].fields[0].fieldUniversalIdentifier = NOWHERE)],
  'an index stays on its object': [(m) => (m.indexes[0].fields[0].fieldUniversalIdentifier = id(7))],
  'an index over the same fields': [(m) => twin(m.indexes)],
  'what can be unique': [
    (m) => (m.indexes[0].fields[0].fieldUniversalIdentifier = id(4)),
    (m) => twin(m.indexes, { objectUniversalIdentifier: COMPANY, fields: [{ fieldUniversalIdentifier: id(6) }] }),
  ],
  'what is unique has no default': [
    (m) => Object.assign(field(m, 'name'), { isUnique: true, defaultValue: "'one for all'" }),
  ],

  'the object of a view': [(m) => (m.views[1].objectUniversalIdentifier = NOWHERE)],
  'a board is grouped': [
    (m) => (board(m).mainGroupByFieldMetadataUniversalIdentifier = undefined),
    (m) => (board(m).mainGroupByFieldMetadataUniversalIdentifier = id(2)),
    (m) => (board(m).mainGroupByFieldMetadataUniversalIdentifier = NOWHERE),
  ],
  'what a view adds up and is laid out by': [
    (m) => (board(m).kanbanAggregateOperationFieldMetadataUniversalIdentifier = NOWHERE),
    (m) => (board(m).calendarFieldMetadataUniversalIdentifier = NOWHERE),
  ],
  'views that nobody sees': [(m) => (m.views[1].visibility = 'UNLISTED')],
  'the field of a column': [(m) => (board(m).fields[1].fieldMetadataUniversalIdentifier = NOWHERE)],
  'each column once': [(m) => twin(board(m).fields, { position: 5 })],
  'what names the record comes first': [
    (m) => (board(m).fields[0].position = 2),
    (m) => (board(m).fields[0].position = 1),
  ],
  'what names the record is shown': [(m) => (board(m).fields[0].isVisible = false)],
  'the section of a field': [(m) => (m.views[1].fields[0].viewFieldGroupUniversalIdentifier = NOWHERE)],
  'the value of a group': [(m) => (board(m).groups[0].fieldValue = undefined)],
  'what a view is sorted by': [
    (m) => (board(m).sorts[0].fieldMetadataUniversalIdentifier = NOWHERE),
    (m) => (board(m).sorts[0].direction = 'UP'),
  ],

  'the field of a filter': [(m) => (board(m).filters[0].fieldMetadataUniversalIdentifier = NOWHERE)],
  'what can be asked of a field': [
    (m) => (board(m).filters[0].operand = 'CONTAINS'),
    (m) => Object.assign(board(m).filters[0], { fieldMetadataUniversalIdentifier: id(2), operand: 'IS', value: 'x' }),
  ],
  'a filter asks for options that are there': [
    (m) => (board(m).filters[0].value = ['BIG', 'NOWHERE']),
    (m) => (board(m).filters[0].value = '["NOWHERE"]'),
    (m) => (board(m).filters[0].value = 'NOWHERE'),
  ],
  'the group of a filter': [(m) => (board(m).filters[0].viewFilterGroupUniversalIdentifier = NOWHERE)],
  'the parent of a filter group': [
    (m) => (board(m).filterGroups[0].parentViewFilterGroupUniversalIdentifier = NOWHERE),
  ],
  'filter groups in a circle': [(m) => (board(m).filterGroups[0].parentViewFilterGroupUniversalIdentifier = id(24))],
  'filter groups in two levels': [
    (m) =>
      board(m).filterGroups.push(
        { universalIdentifier: id(910), parentViewFilterGroupUniversalIdentifier: id(24) },
        { universalIdentifier: id(911), parentViewFilterGroupUniversalIdentifier: id(910) },
      ),
  ],

  'the page of a tab': [(m) => (m.pageLayoutTabs[0].pageLayoutUniversalIdentifier = NOWHERE)],
  'widgets within the width of the grid': [(m) => (chart(m).position.column = 7)],
  'widgets within the height of the grid': [
    (m) => (chart(m).position.row = 95),
    (m) =>
      Object.assign(chart(m), { position: undefined, gridPosition: { row: 98, column: 0, rowSpan: 6, columnSpan: 6 } }),
  ],
  'a place fits the layout of its tab': [(m) => (m.pageLayoutTabs[0].layoutMode = 'GRID')],
  'places in a list': [(m) => (panel(m).position.index = -1), (m) => (panel(m).position.index = 0.5)],
  'kinds of widgets': [(m) => (panel(m).type = 'VIEW')],
  'the configuration fits the widget': [
    (m) => (panel(m).configuration.configurationType = 'FIELDS'),
    (m) => (chart(m).configuration.configurationType = 'GAUGE'),
  ],
  'charts say what they show': [
    (m) => (chart(m).configuration.groupByFieldMetadataUniversalIdentifier = undefined),
    (m) => (chart(m).configuration.aggregateOperation = undefined),
    (m) => (chart(m).configuration.configurationType = 'BAR_CHART'),
  ],
  'what a widget refers to': [
    (m) => (chart(m).configuration.groupByFieldMetadataUniversalIdentifier = NOWHERE),
    (m) => (panel(m).configuration.frontComponentUniversalIdentifier = NOWHERE),
    (m) => (panel(m).configuration.viewUniversalIdentifier = NOWHERE),
    (m) => (chart(m).objectUniversalIdentifier = NOWHERE),
  ],

  'a role has a label': [(m) => (m.roles[1].label = '')],
  'a role of that label is there': [(m) => (m.roles[1].label = 'Whole · Reader'), (m) => (m.roles[1].label = 'Member')],
  'who may write may read': [
    (m) => (m.roles[1] = { ...m.roles[1], canReadAllObjectRecords: false, canDestroyAllObjectRecords: true }),
  ],
  'the object of a right': [(m) => (m.roles[0].objectPermissions[1].objectUniversalIdentifier = NOWHERE)],
  'one right an object': [(m) => (m.roles[0].objectPermissions[1].objectUniversalIdentifier = COMPANY)],
  'the field of a right': [
    (m) => (m.roles[0].fieldPermissions[0].fieldUniversalIdentifier = NOWHERE),
    (m) => (m.roles[0].fieldPermissions[0].objectUniversalIdentifier = COMPANY),
  ],
  'one right a field': [(m) => twin(m.roles[0].fieldPermissions)],
  'each permission once': [(m) => m.roles[0].permissionFlagUniversalIdentifiers.push(id(55))],

  'what an item of the sidebar leads to': [
    (m) => (m.navigationMenuItems[0].name = ' '),
    (m) => (m.navigationMenuItems[1].viewUniversalIdentifier = NOWHERE),
    (m) => (m.navigationMenuItems[1].type = 'PAGE_LAYOUT'),
    (m) => (m.navigationMenuItems[1].type = 'OBJECT'),
    (m) => (m.navigationMenuItems[1].type = 'LINK'),
    (m) => (m.navigationMenuItems[1].type = undefined),
  ],
  'places in the sidebar': [(m) => (m.navigationMenuItems[0].position = Number.NaN)],
  'the folder of an item': [(m) => (m.navigationMenuItems[1].folderUniversalIdentifier = NOWHERE)],
  'folders in a circle': [(m) => (m.navigationMenuItems[0].folderUniversalIdentifier = id(70))],
  'folders in two levels': [
    (m) => {
      twin(m.navigationMenuItems, { folderUniversalIdentifier: id(70) });
      m.navigationMenuItems[1].folderUniversalIdentifier = m.navigationMenuItems[2].universalIdentifier;
    },
  ],
  'a command has a label': [(m) => (m.commandMenuItems[0].label = '')],
  'what a command runs': [(m) => (m.commandMenuItems[0].frontComponentUniversalIdentifier = NOWHERE)],
  'the object of a command': [(m) => (m.commandMenuItems[0].availabilityObjectUniversalIdentifier = NOWHERE)],
  'a settings page has a title': [(m) => (m.settingsMenuItems[0].title = '')],
  "titles that are Twenty's own": [(m) => (m.settingsMenuItems[0].title = 'General')],
  'what a settings page shows': [(m) => (m.settingsMenuItems[0].frontComponentUniversalIdentifier = NOWHERE)],
  'identifiers: skill': [(m) => (m.skills[0].universalIdentifier = 'skill')],
  'what a skill says': [(m) => (m.skills[0].label = ''), (m) => (m.skills[0].content = '')],
  'names of skills': [(m) => twin(m.skills)],
  'places of settings pages': [(m) => (m.settingsMenuItems[1].position = 0)],

  'a front component has a name': [(m) => (m.frontComponents[0].name = '')],
  'files of a front component': [
    (m) => (m.frontComponents[0].builtComponentPath = '../panel.mjs'),
    (m) => (m.frontComponents[0].sourceComponentPath = 'plugin/panel'),
  ],
  'files of a function': [(m) => (m.logicFunctions[0].builtHandlerPath = '/etc/follow.mjs')],
  'the handler of a function': [(m) => (m.logicFunctions[0].handlerName = 'default.config.')],
};

describe('a manifest without a fault', () => {
  it('breaks no rule', () => expect(validateManifest(bent(() => {}))).toEqual([]));

  it('is what we build', () => {
    const built = JSON.parse(readFileSync(`${OUTPUT}/manifest.json`, 'utf8')) as Manifest;
    expect(validateManifest(built).map(describeFault)).toEqual([]);
  });
});

it('every rule is tried, and nothing else is', () =>
  expect(Object.keys(BREAKS).sort()).toEqual(MANIFEST_RULES.map((rule) => rule.name).sort()));

describe.each(Object.entries(BREAKS))('%s', (rule, breaks) => {
  it.each(breaks.map((bend, at) => [at + 1, bend] as const))('broken, way %i', (_at, bend) => {
    expect(rulesBroken(bent(bend))).toContain(rule);
  });
});

describe('the build', () => {
  it('names each fault in a line: where, what, what to do, and the code', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'build-'));
    const manifest = bent((m) => {
      field(m, 'kind').options[1].value = 'small';
      m.views[1].visibility = 'UNLISTED';
    });
    await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
    expect(await faultsOfBuild(directory)).toEqual([
      expect.stringMatching(/^tagThing\.kind: option "small" is not in UPPER_SNAKE; .* \(INVALID_FIELD_INPUT\)$/),
      expect.stringMatching(/^view Fields: it is UNLISTED.*; .* \(installed, but nobody sees it\)$/),
    ]);
    await rm(directory, { recursive: true });
  });
});

describe('an installation', () => {
  const install = (manifest: Manifest, team = {}) =>
    createWorkspace({ app: { manifest, directory: '/nowhere', version: '0.0.0' }, team });

  it('is refused whole, with the code of what is wrong and what to do', () => {
    const manifest = bent((m) => (field(m, 'kind').options[1].label = 'Large, very'));
    expect(() => install(manifest)).toThrow(/tagThing\.kind: option "SMALL" has a comma.*INVALID_FIELD_INPUT/);
  });

  it('goes on where something is only hidden: the build tells of it', () => {
    expect(() => install(bent((m) => (m.views[1].visibility = 'UNLISTED')))).not.toThrow();
  });

  it.each([
    ['a role', { roles: ['Whole · Writer'] }, 'ROLE_LABEL_ALREADY_EXISTS'],
    ['a field', { fields: ['company.tagSize'] }, 'NOT_AVAILABLE'],
    ['an object', { objects: [{ nameSingular: 'tagThing', namePlural: 'tagThingies' }] }, 'OBJECT_ALREADY_EXISTS'],
  ])('is refused where the team has %s of that name', (_what, team, code) => {
    expect(() =>
      install(
        bent(() => {}),
        team,
      ),
    ).toThrow(code);
  });
});

describe('our own application', () => {
  it('comes to a team with roles, objects and fields of the names it thinks of first', () => {
    const manifest = JSON.parse(readFileSync(`${OUTPUT}/manifest.json`, 'utf8')) as Manifest;
    const workspace = createWorkspace({
      app: { manifest, directory: OUTPUT, version: '0.0.0' },
      team: {
        roles: ['Sales manager', 'Sales representative', 'Data reviewer', 'Supervisor', 'Executive', 'Sales assistant'],
        objects: [
          { nameSingular: 'product', namePlural: 'products' },
          { nameSingular: 'contract', namePlural: 'contracts' },
        ],
        fields: [
          'company.industry',
          'company.region',
          'company.creditRating',
          'opportunity.source',
          'person.department',
        ],
      },
    });
    workspace.insert('company', [{ name: 'A', industry: 'Steel', tagIndustry: 'C' }]);
    expect(workspace.records('company')[0]).toMatchObject({ industry: 'Steel', tagIndustry: 'C' });
    workspace.insert('product', [{ name: 'B' }]);
    expect(workspace.records('product')).toHaveLength(1);
  });
});

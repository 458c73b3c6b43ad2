import {
  STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD,
  STANDARD_PAGE_LAYOUT_UNIVERSAL_IDENTIFIERS as STANDARD_PAGES,
} from 'twenty-sdk/define';
import { options } from './probe-manifest.ts';

/** Steady identifiers. */
export const id = (number: number): string => `44444444-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const COMPANY = STANDARD.company.universalIdentifier;
const THING = id(1);
const NAME = id(2);
const KIND = id(3);
const BOARD = id(20);
const PANEL = id(40);
const GROUP = id(26);

/** A small application with one of everything a rule speaks of, and nothing wrong. Made anew for whoever bends it. */
export const wholeManifest = () => ({
  application: {
    universalIdentifier: id(0),
    displayName: 'Whole',
    defaultRoleUniversalIdentifier: id(50),
  },
  objects: [
    {
      universalIdentifier: THING,
      nameSingular: 'tagThing',
      namePlural: 'tagThings',
      labelSingular: 'Thing',
      labelPlural: 'Things',
      labelIdentifierFieldMetadataUniversalIdentifier: NAME,
      fields: [
        { universalIdentifier: NAME, type: 'TEXT', name: 'name', label: 'Name' },
        { universalIdentifier: KIND, type: 'SELECT', name: 'kind', label: 'Kind', options: options(['BIG', 'SMALL']) },
        { universalIdentifier: id(4), type: 'CURRENCY', name: 'price', label: 'Price' },
        {
          universalIdentifier: id(5),
          type: 'RELATION',
          name: 'company',
          label: 'Company',
          relationTargetObjectMetadataUniversalIdentifier: COMPANY,
          relationTargetFieldMetadataUniversalIdentifier: id(6),
          universalSettings: { relationType: 'MANY_TO_ONE', onDelete: 'SET_NULL', joinColumnName: 'companyId' },
        },
      ],
    },
  ],
  fields: [
    {
      universalIdentifier: id(6),
      objectUniversalIdentifier: COMPANY,
      type: 'RELATION',
      name: 'tagThings',
      label: 'Things',
      relationTargetObjectMetadataUniversalIdentifier: THING,
      relationTargetFieldMetadataUniversalIdentifier: id(5),
      universalSettings: { relationType: 'ONE_TO_MANY' },
    },
    {
      universalIdentifier: id(7),
      objectUniversalIdentifier: COMPANY,
      type: 'SELECT',
      name: 'tagSize',
      label: 'Size',
      defaultValue: "'BIG'",
      options: options(['BIG', 'SMALL']),
    },
    {
      universalIdentifier: id(8),
      objectUniversalIdentifier: COMPANY,
      type: 'MULTI_SELECT',
      name: 'tagNeeds',
      label: 'Needs',
      defaultValue: ["'TRAINING'"],
      options: options(['TRAINING', 'LOGISTICS']),
    },
  ],
  indexes: [
    {
      universalIdentifier: id(10),
      objectUniversalIdentifier: THING,
      isUnique: true,
      fields: [{ universalIdentifier: id(11), fieldUniversalIdentifier: NAME }],
    },
  ],
  views: [
    {
      universalIdentifier: BOARD,
      name: 'Board',
      objectUniversalIdentifier: THING,
      type: 'KANBAN',
      mainGroupByFieldMetadataUniversalIdentifier: KIND,
      kanbanAggregateOperationFieldMetadataUniversalIdentifier: id(4),
      fields: [
        { universalIdentifier: id(21), fieldMetadataUniversalIdentifier: NAME, position: 0, isVisible: true },
        { universalIdentifier: id(22), fieldMetadataUniversalIdentifier: KIND, position: 1, isVisible: true },
      ],
      groups: [{ universalIdentifier: id(23), fieldValue: 'BIG' }],
      filterGroups: [{ universalIdentifier: id(24) }],
      filters: [
        {
          universalIdentifier: id(25),
          fieldMetadataUniversalIdentifier: KIND,
          operand: 'IS',
          value: ['BIG'],
          viewFilterGroupUniversalIdentifier: id(24),
        },
      ],
      sorts: [{ universalIdentifier: id(28), fieldMetadataUniversalIdentifier: NAME, direction: 'ASC' }],
    },
    {
      universalIdentifier: id(30),
      name: 'Fields',
      objectUniversalIdentifier: THING,
      type: 'FIELDS_WIDGET',
      visibility: 'WORKSPACE',
      fieldGroups: [{ universalIdentifier: GROUP }],
      fields: [
        {
          universalIdentifier: id(31),
          fieldMetadataUniversalIdentifier: KIND,
          viewFieldGroupUniversalIdentifier: GROUP,
          position: 0,
        },
        // Fields of a record page stand in any order.
        {
          universalIdentifier: id(32),
          fieldMetadataUniversalIdentifier: NAME,
          viewFieldGroupUniversalIdentifier: GROUP,
          position: 1,
        },
      ],
    },
  ],
  pageLayouts: [
    {
      universalIdentifier: id(60),
      name: 'Dashboard',
      tabs: [
        {
          universalIdentifier: id(61),
          title: 'Things',
          layoutMode: 'GRID',
          widgets: [
            {
              universalIdentifier: id(62),
              title: 'By kind',
              type: 'GRAPH',
              objectUniversalIdentifier: THING,
              position: { layoutMode: 'GRID', row: 94, column: 6, rowSpan: 6, columnSpan: 6 },
              configuration: {
                configurationType: 'PIE_CHART',
                aggregateOperation: 'COUNT',
                aggregateFieldMetadataUniversalIdentifier: NAME,
                groupByFieldMetadataUniversalIdentifier: KIND,
              },
            },
          ],
        },
      ],
    },
  ],
  pageLayoutTabs: [
    {
      universalIdentifier: id(65),
      pageLayoutUniversalIdentifier: STANDARD_PAGES.companyRecordPage.universalIdentifier,
      title: 'Tags',
      layoutMode: 'VERTICAL_LIST',
      widgets: [
        {
          universalIdentifier: id(66),
          title: 'Panel',
          type: 'FRONT_COMPONENT',
          position: { layoutMode: 'VERTICAL_LIST', index: 0 },
          configuration: { configurationType: 'FRONT_COMPONENT', frontComponentUniversalIdentifier: PANEL },
        },
      ],
    },
  ],
  roles: [
    {
      universalIdentifier: id(50),
      label: 'Whole · Reader',
      canReadAllObjectRecords: true,
      canUpdateAllObjectRecords: false,
      objectPermissions: [
        { universalIdentifier: id(51), objectUniversalIdentifier: COMPANY, canReadObjectRecords: true },
        { universalIdentifier: id(52), objectUniversalIdentifier: THING, canReadObjectRecords: true },
      ],
      fieldPermissions: [
        {
          universalIdentifier: id(53),
          objectUniversalIdentifier: THING,
          fieldUniversalIdentifier: KIND,
          canUpdateFieldValue: false,
        },
      ],
      permissionFlagUniversalIdentifiers: [id(55)],
    },
    { universalIdentifier: id(56), label: 'Whole · Writer', canReadAllObjectRecords: true },
  ],
  navigationMenuItems: [
    { universalIdentifier: id(70), type: 'FOLDER', name: 'Folder', position: 0 },
    {
      universalIdentifier: id(71),
      type: 'VIEW',
      name: 'Board',
      position: 1,
      folderUniversalIdentifier: id(70),
      viewUniversalIdentifier: BOARD,
    },
  ],
  commandMenuItems: [
    {
      universalIdentifier: id(75),
      label: 'Recheck',
      availabilityObjectUniversalIdentifier: COMPANY,
      frontComponentUniversalIdentifier: PANEL,
    },
  ],
  skills: [{ universalIdentifier: id(95), name: 'thing', label: 'Things', content: '# Things' }],
  settingsMenuItems: [
    { universalIdentifier: id(76), title: 'Status', scope: 'WORKSPACE', frontComponentUniversalIdentifier: PANEL },
    {
      universalIdentifier: id(77),
      title: 'More',
      scope: 'WORKSPACE',
      position: 1,
      frontComponentUniversalIdentifier: PANEL,
    },
  ],
  frontComponents: [
    {
      universalIdentifier: PANEL,
      name: 'panel',
      builtComponentPath: 'plugin/panel.mjs',
      sourceComponentPath: 'a/b.tsx',
    },
  ],
  logicFunctions: [
    {
      universalIdentifier: id(80),
      name: 'follow',
      handlerName: 'default.config.handler',
      builtHandlerPath: 'workflows/follow.mjs',
      builtHandlerChecksum: '0',
    },
  ],
});

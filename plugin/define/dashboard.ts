import type { definePageLayout } from 'twenty-sdk/define';
import {
  AggregateOperations,
  NavigationMenuItemType,
  ObjectRecordGroupByDateGranularity,
  PageLayoutTabLayoutMode,
  ViewFilterOperand,
} from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier, standardFieldIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { findTag } from '../../objects/taxonomy/index.ts';
import {
  type Aggregate,
  type Chart,
  type ComponentWidget,
  dashboard,
  dashboards,
  type GroupChart,
} from '../dashboards/dashboard-table.ts';
import { FRONT_COMPONENTS } from '../front-components/identifiers.ts';
import { FOLDER_IDENTIFIER, type NavigationConfig } from './navigation.ts';

export type PageConfig = Parameters<typeof definePageLayout>[0];

const pageIdentifier = (key: string): string => universalIdentifier('pageLayout', `dashboard.${key}`);

const fieldOf = (chart: Chart, field: string): string =>
  findTag(chart.object, field) ? fieldIdentifier(chart.object, field) : standardFieldIdentifier(chart.object, field);

/** Money is added up by its millionths; Twenty shows it as money again. */
const aggregateOf = (chart: Chart, shows: Aggregate) =>
  shows.operation === 'COUNT'
    ? {
        aggregateOperation: AggregateOperations.COUNT,
        aggregateFieldMetadataUniversalIdentifier: fieldOf(chart, 'name'),
      }
    : {
        aggregateOperation: AggregateOperations[shows.operation],
        aggregateFieldMetadataUniversalIdentifier: fieldOf(chart, shows.field),
      };

const MANY: ReadonlySet<string> = new Set(['ARRAY', 'MULTI_SELECT']);

/** Each value of a list is a group of its own, instead of each list. */
const splitOf = (chart: GroupChart) =>
  MANY.has(findTag(chart.object, chart.by)?.kind ?? '') ? { splitMultiValueFields: true } : {};

/** Months are those of the policy's time zone. */
const TIME = { timezone: 'Asia/Shanghai', firstDayOfTheWeek: 1 } as const;

const filterOf = (chart: Chart) => {
  if (!chart.where) return {};
  const { field, its, is } = chart.where;
  const target = its ? findTag(chart.object, field)?.relation?.target : undefined;
  return {
    filter: {
      recordFilters: [
        {
          fieldMetadataUniversalIdentifier: fieldOf(chart, field),
          ...(target && its ? { relationTargetFieldMetadataUniversalIdentifier: fieldIdentifier(target, its) } : {}),
          type: 'SELECT',
          operand: ViewFilterOperand.IS,
          value: JSON.stringify(is),
        },
      ],
    },
  };
};

const orderOf = (chart: GroupChart): string => {
  if (chart.isBiggestFirst) return 'VALUE_DESC';
  // Options have positions; months and names do not.
  return chart.byMonth || chart.byIts ? 'FIELD_ASC' : 'FIELD_POSITION_ASC';
};

const groupConfiguration = (chart: GroupChart): Record<string, unknown> => {
  const by = fieldOf(chart, chart.by);
  const shared = {
    ...aggregateOf(chart, chart.shows),
    ...splitOf(chart),
    displayDataLabel: true,
    displayLegend: true,
  };
  if (chart.kind === 'PIE') {
    return {
      configurationType: 'PIE_CHART',
      ...shared,
      groupByFieldMetadataUniversalIdentifier: by,
      orderBy: orderOf(chart),
      hideEmptyCategory: true,
    };
  }
  return {
    configurationType: 'BAR_CHART',
    ...shared,
    primaryAxisGroupByFieldMetadataUniversalIdentifier: by,
    ...(chart.byIts ? { primaryAxisGroupBySubFieldName: chart.byIts } : {}),
    ...(chart.byMonth ? { primaryAxisDateGranularity: ObjectRecordGroupByDateGranularity.MONTH } : {}),
    primaryAxisOrderBy: orderOf(chart),
    ...(chart.and
      ? {
          secondaryAxisGroupByFieldMetadataUniversalIdentifier: fieldOf(chart, chart.and),
          secondaryAxisOrderBy: 'FIELD_POSITION_ASC',
          groupMode: 'STACKED',
        }
      : {}),
    omitNullValues: true,
    layout: 'VERTICAL',
  };
};

const configurationOf = (chart: Chart): Record<string, unknown> => {
  const shared = { ...filterOf(chart), ...TIME };
  switch (chart.kind) {
    case 'FIGURE':
      return { configurationType: 'AGGREGATE_CHART', ...aggregateOf(chart, chart.shows), ...shared };
    case 'SHARE': {
      const field = fieldOf(chart, chart.of.field);
      return {
        configurationType: 'AGGREGATE_CHART',
        aggregateOperation: AggregateOperations.COUNT,
        aggregateFieldMetadataUniversalIdentifier: field,
        ratioAggregateConfig: { fieldMetadataUniversalIdentifier: field, optionValue: chart.of.option },
        ...shared,
      };
    }
    default:
      return { ...groupConfiguration(chart), ...shared };
  }
};

/** Twenty stacks a second column under the first at half width, so that each widget has a row of its own. */
const COLUMNS = 12;
const ROWS = 5;
/** A table takes more room than a chart. */
const COMPONENT_ROWS = 9;

const place = (row: number, rowSpan: number) => ({
  layoutMode: PageLayoutTabLayoutMode.GRID,
  row,
  column: 0,
  rowSpan,
  columnSpan: COLUMNS,
});

const chartWidgets = (key: string, charts: readonly Chart[]) =>
  charts.map((chart, at) => ({
    universalIdentifier: universalIdentifier('pageLayoutWidget', `dashboard.${key}.${chart.key}`),
    title: chart.title.en,
    type: 'GRAPH' as const,
    objectUniversalIdentifier: objectIdentifier(chart.object),
    position: place(at * ROWS, ROWS),
    configuration: configurationOf(chart),
  }));

const componentWidgets = (key: string, components: readonly ComponentWidget[], charts: number) =>
  components.map((widget, at) => ({
    universalIdentifier: universalIdentifier('pageLayoutWidget', `dashboard.${key}.${widget.key}`),
    title: widget.title.en,
    type: 'FRONT_COMPONENT' as const,
    position: place(charts * ROWS + at * COMPONENT_ROWS, COMPONENT_ROWS),
    configuration: {
      configurationType: 'FRONT_COMPONENT' as const,
      frontComponentUniversalIdentifier: FRONT_COMPONENTS[widget.component],
    },
  }));

/** A dashboard as a page of its own. */
export const dashboardConfig = (key: string): PageConfig => {
  const { name, icon, charts, components = [] } = dashboard(key);
  return {
    universalIdentifier: pageIdentifier(key),
    name: name.en,
    type: 'STANDALONE_PAGE',
    tabs: [
      {
        universalIdentifier: universalIdentifier('pageLayoutTab', `dashboard.${key}`),
        title: name.en,
        icon,
        position: 0,
        layoutMode: PageLayoutTabLayoutMode.GRID,
        widgets: [...chartWidgets(key, charts), ...componentWidgets(key, components, charts.length)],
      },
    ],
  } as PageConfig;
};
/** Dashboards stand below everything else of the folder. */
const BELOW_THE_TABLES = 200;

export const dashboardItemConfig = (key: string): NavigationConfig => {
  const found = dashboard(key);
  return {
    universalIdentifier: universalIdentifier('navigationMenuItem', `dashboard.${key}`),
    type: NavigationMenuItemType.PAGE_LAYOUT,
    name: found.name.en,
    icon: found.icon,
    position: BELOW_THE_TABLES + dashboards.indexOf(found),
    folderUniversalIdentifier: FOLDER_IDENTIFIER,
    pageLayoutUniversalIdentifier: pageIdentifier(key),
  };
};

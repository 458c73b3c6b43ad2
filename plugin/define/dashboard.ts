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
  type Dashboard,
  dashboard,
  type GroupChart,
} from '../dashboards/dashboard-table.ts';
import { FRONT_COMPONENTS } from '../front-components/identifiers.ts';
import { type GridPosition, placeInGrid } from './grid.ts';
import { type NavigationConfig, placeOf } from './navigation.ts';

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

const chosenOnly = (chart: Chart) => {
  if (!chart.where) return [];
  if ('isFilled' in chart.where) {
    const { field } = chart.where;
    return [
      {
        fieldMetadataUniversalIdentifier: fieldOf(chart, field),
        type: 'DATE',
        operand: ViewFilterOperand.IS_NOT_EMPTY,
        value: '',
      },
    ];
  }
  const { field, its, is } = chart.where;
  const target = its ? findTag(chart.object, field)?.relation?.target : undefined;
  return [
    {
      fieldMetadataUniversalIdentifier: fieldOf(chart, field),
      ...(target && its ? { relationTargetFieldMetadataUniversalIdentifier: fieldIdentifier(target, its) } : {}),
      type: 'SELECT',
      operand: ViewFilterOperand.IS,
      value: JSON.stringify(is),
    },
  ];
};

/** Twenty adds up amounts whatever their currency: a sum that is not by currency is one of yuan. */
const yuanOnly = (chart: Chart) => {
  const { shows } = chart;
  const isMoney = shows.operation !== 'COUNT' && findTag(chart.object, shows.field)?.kind === 'CURRENCY';
  if (!isMoney || ('byPart' in chart && chart.by === shows.field)) return [];
  return [
    {
      fieldMetadataUniversalIdentifier: fieldOf(chart, shows.field),
      subFieldName: 'currencyCode',
      type: 'CURRENCY',
      operand: ViewFilterOperand.IS,
      value: JSON.stringify(['CNY']),
    },
  ];
};

const filterOf = (chart: Chart) => {
  const recordFilters = [...chosenOnly(chart), ...yuanOnly(chart)];
  return recordFilters.length > 0 ? { filter: { recordFilters } } : {};
};

const orderOf = (chart: GroupChart): string => {
  if (chart.isBiggestFirst) return 'VALUE_DESC';
  // Options have positions; months, names and currencies do not.
  return chart.byMonth || chart.byIts || chart.byPart ? 'FIELD_ASC' : 'FIELD_POSITION_ASC';
};

const groupConfiguration = (chart: GroupChart): Record<string, unknown> => {
  const by = fieldOf(chart, chart.by);
  const part = chart.byIts ?? chart.byPart;
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
    ...(part ? { primaryAxisGroupBySubFieldName: part } : {}),
    ...(chart.byMonth ? { primaryAxisDateGranularity: ObjectRecordGroupByDateGranularity.MONTH } : {}),
    primaryAxisOrderBy: orderOf(chart),
    ...(chart.and
      ? {
          secondaryAxisGroupByFieldMetadataUniversalIdentifier: fieldOf(chart, chart.and),
          secondaryAxisOrderBy: 'FIELD_POSITION_ASC',
          groupMode: 'STACKED',
        }
      : {}),
    // An amount without a currency is left out of the sums in yuan, and must be seen somewhere.
    omitNullValues: !chart.byPart,
    layout: 'VERTICAL',
  };
};

const configurationOf = (chart: Chart): Record<string, unknown> => {
  const shared = { ...filterOf(chart), ...TIME };
  switch (chart.kind) {
    case 'FIGURE':
      return { configurationType: 'AGGREGATE_CHART', ...aggregateOf(chart, chart.shows), ...shared };
    default:
      return { ...groupConfiguration(chart), ...shared };
  }
};

const pageWidget = (key: string, widget: Chart | ComponentWidget) => ({
  universalIdentifier: universalIdentifier('pageLayoutWidget', `dashboard.${key}.${widget.key}`),
  title: widget.title.en,
});

const chartWidget = (key: string, chart: Chart, position: GridPosition) => ({
  ...pageWidget(key, chart),
  type: 'GRAPH' as const,
  objectUniversalIdentifier: objectIdentifier(chart.object),
  position,
  configuration: configurationOf(chart),
});

const componentWidget = (key: string, widget: ComponentWidget, position: GridPosition) => ({
  ...pageWidget(key, widget),
  type: 'FRONT_COMPONENT' as const,
  position,
  configuration: {
    configurationType: 'FRONT_COMPONENT' as const,
    frontComponentUniversalIdentifier: FRONT_COMPONENTS[widget.component],
  },
});

const placedWidgets = (found: Dashboard) =>
  placeInGrid(found).map(({ widget, position }) =>
    'component' in widget ? componentWidget(found.key, widget, position) : chartWidget(found.key, widget, position),
  );

/** A dashboard as a page of its own. */
export const dashboardConfig = (key: string): PageConfig => {
  const found = dashboard(key);
  const { name, icon } = found;
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
        widgets: placedWidgets(found),
      },
    ],
  } as PageConfig;
};

/** The dashboard in its folder of the sidebar. */
export const dashboardItemConfig = (key: string): NavigationConfig => {
  const { name, icon } = dashboard(key);
  return {
    universalIdentifier: universalIdentifier('navigationMenuItem', `dashboard.${key}`),
    type: NavigationMenuItemType.PAGE_LAYOUT,
    name: name.en,
    icon,
    ...placeOf('DASHBOARD', key),
    pageLayoutUniversalIdentifier: pageIdentifier(key),
  };
};

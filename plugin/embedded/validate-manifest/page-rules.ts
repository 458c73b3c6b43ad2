import type { ManifestGridPosition } from '../manifest.ts';
import { type Finding, type Rule, refused } from './rule.ts';
import type { PlacedWidget, Site } from './site.ts';

const INVALID = 'INVALID_PAGE_LAYOUT_WIDGET_DATA';
/** The grid of a page. */
const COLUMNS = 12;
const ROWS = 100;

type Says = readonly [what: string, remedy: string] | undefined;

const eachWidget = (name: string, judge: (placed: PlacedWidget, site: Site) => Says): Rule =>
  refused('pageLayoutWidget', INVALID, name, (site) =>
    site.widgets.flatMap((placed): readonly Finding[] => {
      const said = judge(placed, site);
      if (!said) return [];
      const [what, remedy] = said;
      const { universalIdentifier } = placed.widget;
      const pageLayoutTabUniversalIdentifier = placed.tab.universalIdentifier;
      return [
        { subject: { universalIdentifier, pageLayoutTabUniversalIdentifier }, where: placed.where, what, remedy },
      ];
    }),
  );

/** Where a widget stands on the grid; newer manifests say it in `position`, older ones in `gridPosition`. */
const gridOf = ({ widget }: PlacedWidget): ManifestGridPosition | undefined => {
  const { position, gridPosition } = widget;
  if (position?.layoutMode !== 'GRID') return gridPosition;
  const { row = 0, column = 0, rowSpan = 1, columnSpan = 1 } = position;
  return { row, column, rowSpan, columnSpan };
};

/** Kinds of charts a GRAPH widget can be, with what each must say beside what it adds up. */
const CHARTS: Readonly<Record<string, readonly string[]>> = {
  AGGREGATE_CHART: [],
  BAR_CHART: ['primaryAxisGroupByFieldMetadataUniversalIdentifier', 'layout'],
  LINE_CHART: ['primaryAxisGroupByFieldMetadataUniversalIdentifier'],
  PIE_CHART: ['groupByFieldMetadataUniversalIdentifier'],
};
const EVERY_CHART = ['aggregateFieldMetadataUniversalIdentifier', 'aggregateOperation'];

/** Widgets whose configuration must be of the same name as they are. */
const NAMED_ALIKE: ReadonlySet<string> = new Set([
  ...['FIELD', 'FIELDS', 'FIELD_RICH_TEXT', 'FRONT_COMPONENT', 'IFRAME', 'STANDALONE_RICH_TEXT', 'RECORD_TABLE'],
  ...['TIMELINE', 'TASKS', 'NOTES', 'FILES', 'EMAILS', 'EMAIL_THREAD', 'CALENDAR'],
  ...['WORKFLOW', 'WORKFLOW_VERSION', 'WORKFLOW_RUN'],
]);

const isField = (key: string): boolean => key.endsWith('FieldMetadataUniversalIdentifier');

export const pageRules: readonly Rule[] = [
  refused('pageLayoutTab', 'PAGE_LAYOUT_NOT_FOUND', 'the page of a tab', (site) =>
    site.tabs
      .filter(({ tab }) => tab.pageLayoutUniversalIdentifier && !site.pages.has(tab.pageLayoutUniversalIdentifier))
      .map(({ tab: { universalIdentifier, title } }) => ({
        subject: { universalIdentifier, title },
        where: `tab ${title}`,
        what: 'its page is none',
        remedy: "name a page of the application, or one of Twenty's by the SDK's identifiers",
      })),
  ),
  eachWidget('widgets within the width of the grid', (placed) => {
    const grid = gridOf(placed);
    return grid && (grid.column < 0 || grid.column + grid.columnSpan > COLUMNS)
      ? [
          `columns ${grid.column} to ${grid.column + grid.columnSpan} of ${COLUMNS}`,
          'move it to the left or make it narrower',
        ]
      : undefined;
  }),
  eachWidget('widgets within the height of the grid', (placed) => {
    const grid = gridOf(placed);
    return grid && (grid.row < 0 || grid.row + grid.rowSpan > ROWS)
      ? [`rows ${grid.row} to ${grid.row + grid.rowSpan} of ${ROWS}`, 'put widgets side by side or make them lower']
      : undefined;
  }),
  eachWidget('a place fits the layout of its tab', ({ widget: { position }, tab: { layoutMode } }) =>
    position && layoutMode && position.layoutMode !== layoutMode
      ? [`it is placed for ${position.layoutMode}, the tab is ${layoutMode}`, 'place it as the tab is laid out']
      : undefined,
  ),
  eachWidget('places in a list', ({ widget: { position } }) =>
    position?.layoutMode === 'VERTICAL_LIST' &&
    position.index !== undefined &&
    (!Number.isInteger(position.index) || position.index < 0)
      ? [`its place ${position.index} is none`, 'count from 0']
      : undefined,
  ),
  eachWidget('kinds of widgets', ({ widget: { type } }) =>
    type === 'GRAPH' || NAMED_ALIKE.has(type) ? undefined : [`no widget is of type ${type}`, 'take a type of the SDK'],
  ),
  eachWidget('the configuration fits the widget', ({ widget: { type, configuration } }) => {
    const given = configuration?.configurationType;
    if (type === 'GRAPH') {
      return typeof given === 'string' && given in CHARTS
        ? undefined
        : [`it is configured as ${given}`, `configure it as one of ${Object.keys(CHARTS).join(', ')}`];
    }
    return NAMED_ALIKE.has(type) && given !== type
      ? [`it is configured as ${given}`, `configure it as ${type}`]
      : undefined;
  }),
  eachWidget('charts say what they show', ({ widget: { type, configuration = {} } }) => {
    if (type !== 'GRAPH') return undefined;
    const needed = [...EVERY_CHART, ...(CHARTS[String(configuration.configurationType)] ?? [])];
    const missing = needed.filter((key) => configuration[key] === undefined || configuration[key] === null);
    return missing.length > 0
      ? [`it lacks ${missing.join(' and ')}`, 'say by what it groups and what it adds up']
      : undefined;
  }),
  eachWidget('what a widget refers to', ({ widget: { objectUniversalIdentifier, configuration = {} } }, site) => {
    const fields = Object.entries(configuration).filter(([key, value]) => isField(key) && typeof value === 'string');
    const missing = fields.filter(([, value]) => !site.fields.has(String(value))).map(([key]) => key);
    const { viewUniversalIdentifier: view, frontComponentUniversalIdentifier: component } = configuration;
    if (view && !site.viewOf(String(view))) missing.push('viewUniversalIdentifier');
    if (component && !site.hasFrontComponent(String(component))) missing.push('frontComponentUniversalIdentifier');
    if (objectUniversalIdentifier && !site.objects.has(objectUniversalIdentifier))
      missing.push('objectUniversalIdentifier');
    return missing.length > 0 ? [`its ${missing.join(' and ')} names nothing`, 'name what is there'] : undefined;
  }),
];

import { PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { type Chart, type ComponentWidget, type Dashboard, widgetsOf } from '../dashboards/dashboard-table.ts';

/** Where a widget stands on Twenty's grid. */
export interface GridPosition {
  readonly layoutMode: PageLayoutTabLayoutMode.GRID;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface PlacedWidget {
  readonly widget: Chart | ComponentWidget;
  readonly position: GridPosition;
}

type Widget = PlacedWidget['widget'];

/** Twenty's grid has so many columns. */
const COLUMNS = 12;
const FIGURES_IN_A_ROW = 4;
const CHARTS_IN_A_ROW = 2;
const FIGURE_ROWS = 2;
const CHART_ROWS = 6;

const isFigure = (widget: Widget): boolean => !('component' in widget) && widget.kind === 'FIGURE';

const rowsOf = (widget: Widget): number =>
  'component' in widget ? widget.rows : isFigure(widget) ? FIGURE_ROWS : CHART_ROWS;

const isWide = (widget: Widget): boolean => 'component' in widget || ('isWide' in widget && widget.isWide === true);

/** Whether a widget may stand beside the others of a row. */
const fitsBeside = (row: readonly Widget[], widget: Widget): boolean => {
  const [first] = row;
  if (!first || isWide(first) || isWide(widget) || isFigure(first) !== isFigure(widget)) return false;
  return row.length < (isFigure(widget) ? FIGURES_IN_A_ROW : CHARTS_IN_A_ROW);
};

const rowsIn = (widgets: readonly Widget[]): readonly (readonly Widget[])[] => {
  const rows: Widget[][] = [];
  for (const widget of widgets) {
    const last = rows.at(-1);
    if (last && fitsBeside(last, widget)) last.push(widget);
    else rows.push([widget]);
  }
  return rows;
};

/**
 * The widgets of a dashboard on the grid, in their order: up to four figures in a row, two charts in a row, what is wide
 * in a row of its own. The widgets of a row share its whole width.
 */
export const placeInGrid = (dashboard: Dashboard): readonly PlacedWidget[] => {
  let row = 0;
  return rowsIn(widgetsOf(dashboard)).flatMap((widgets) => {
    const top = row;
    const columnSpan = COLUMNS / widgets.length;
    row += Math.max(...widgets.map(rowsOf));
    return widgets.map((widget, at) => ({
      widget,
      position: {
        layoutMode: PageLayoutTabLayoutMode.GRID,
        row: top,
        column: at * columnSpan,
        rowSpan: rowsOf(widget),
        columnSpan,
      },
    }));
  });
};

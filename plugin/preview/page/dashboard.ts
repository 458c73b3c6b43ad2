import type { DashboardPage, GridWidget } from '../dashboard-page.ts';
import { componentFrame, element, pageOf, shell } from './shell.ts';

const place = ({ row, column, rowSpan, columnSpan }: GridWidget): string =>
  `grid-area: ${row + 1} / ${column + 1} / span ${rowSpan} / span ${columnSpan}`;

const widgetOf = (widget: GridWidget): HTMLElement =>
  element(
    'article',
    { class: 'widget', style: place(widget) },
    element('h2', {}, widget.title),
    element(
      'div',
      { class: 'content' },
      widget.component ? componentFrame(widget.component, widget.title) : element('div', { class: 'chart' }),
    ),
  );

const page = await pageOf<DashboardPage>('/preview/dashboard-page');
shell(page, page.name, element('div', { class: 'grid' }, ...page.widgets.map(widgetOf)));

import type { FieldLine, FieldSection, RecordPage, RecordTab, RecordWidget } from '../record-page.ts';
import { componentFrame, element, pageOf, shell } from './shell.ts';

const shownValue = ({ value }: FieldLine): HTMLElement => {
  switch (value.kind) {
    case 'EMPTY':
      return element('dd', { class: 'value empty' }, '–');
    case 'HIDDEN':
      return element('dd', { class: 'value hidden' }, 'Not shared');
    case 'TEXT':
      return element('dd', { class: 'value', title: value.text }, value.text);
    case 'TAGS':
      return element(
        'dd',
        { class: 'value' },
        ...value.tags.map(({ text, color }) => element('span', { class: 'tag', 'data-color': color }, text)),
      );
  }
};

const lineOf = (line: FieldLine): HTMLElement =>
  element('div', { class: 'line' }, element('dt', { class: 'label', title: line.label }, line.label), shownValue(line));

const sectionOf = ({ title, lines }: FieldSection): HTMLElement =>
  element(
    'section',
    { class: 'fields' },
    ...(title ? [element('h3', {}, title)] : []),
    ...(lines.length > 0 ? [element('dl', {}, ...lines.map(lineOf))] : []),
  );

/** A front component takes the height of what is in it. */
const fitted = (frame: HTMLIFrameElement): HTMLIFrameElement => {
  frame.addEventListener('load', () => {
    const body = frame.contentDocument?.body;
    if (!body) return;
    // Tells of the first size too.
    new ResizeObserver(() => {
      frame.height = String(body.scrollHeight);
    }).observe(body);
  });
  return frame;
};

const contentOf = (widget: RecordWidget): readonly HTMLElement[] => {
  switch (widget.kind) {
    case 'COMPONENT':
      return [fitted(componentFrame(widget.component, widget.title))];
    case 'FIELDS':
      return widget.sections.map(sectionOf);
    case 'STOCK':
      return [];
  }
};

const widgetOf = (widget: RecordWidget): HTMLElement =>
  element(
    'article',
    { class: 'widget' },
    ...(widget.title ? [element('h2', {}, widget.title)] : []),
    element('div', { class: 'content' }, ...contentOf(widget)),
  );

const widgetsOf = (tab: RecordTab | undefined): readonly HTMLElement[] => (tab?.widgets ?? []).map(widgetOf);

const page = await pageOf<RecordPage>('/preview/record-page');
const [pinned, open, ...others] = page.tabs;
const shown = open ? [open, ...others] : [];
shell(
  page,
  page.name,
  element(
    'div',
    { class: 'record' },
    element(
      'aside',
      { class: 'pinned', 'aria-label': pinned?.title ?? '' },
      element('p', { class: 'summary' }, page.name, element('span', {}, page.object)),
      ...widgetsOf(pinned),
    ),
    element(
      'div',
      { class: 'opened' },
      element(
        'ul',
        { class: 'tabs' },
        ...shown.map(({ title }, at) => element('li', at === 0 ? { 'aria-current': 'page' } : {}, title)),
      ),
      element('div', { class: 'widgets' }, ...widgetsOf(open)),
    ),
  ),
);

import type { SidebarEntry } from '../sidebar.ts';

type Child = Element | string;

/** An element with attributes and what stands in it. */
export const element = (
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElement => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const line = (name: string, of: string | null): HTMLElement =>
  element(
    'li',
    { class: 'entry', title: name },
    element('span', { class: 'icon', 'aria-hidden': 'true' }),
    element('span', { class: 'name' }, name, ...(of ? [element('span', { class: 'of' }, ` · ${of}`)] : [])),
  );

const folder = ({ name, lines }: SidebarEntry): HTMLElement =>
  lines === null
    ? line(name, null)
    : element(
        'li',
        {},
        element(
          'details',
          { open: '' },
          element(
            'summary',
            { class: 'entry', title: name },
            element('span', { class: 'icon', 'aria-hidden': 'true' }),
            element('span', { class: 'name' }, name),
          ),
          element('ul', { class: 'folder' }, ...lines.map((one) => line(one.name, one.of))),
        ),
      );

/** The page's frame: the sidebar, and what stands beside it. */
export const shell = (
  page: { readonly language: string; readonly scheme: string; readonly sidebar: readonly SidebarEntry[] },
  title: string,
  ...content: readonly Element[]
): void => {
  document.title = title;
  document.documentElement.lang = page.language;
  document.documentElement.dataset.scheme = page.scheme;
  document.body.prepend(
    element('nav', { 'aria-label': 'Twenty' }, element('ul', {}, ...page.sidebar.map(folder))),
    element('main', {}, element('h1', { class: 'page-name' }, title), ...content),
  );
};

/** What the server says of the page of this address. */
export const pageOf = async <Page>(path: string): Promise<Page> => {
  const response = await fetch(`${path}${location.search}`);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

/** A front component of this address's record and viewer. */
export const componentFrame = (component: string, title: string): HTMLIFrameElement => {
  const wanted = new URLSearchParams(location.search);
  wanted.set('component', component);
  return element('iframe', { src: `/preview/frame?${wanted}`, title }) as HTMLIFrameElement;
};

import type { Choices } from '../choices.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}

/** What can be chosen beside the front components. */
const RECORD_PAGE = 'page:record';
const DASHBOARD = 'page:dashboard:';
/** Pixels of a panel and of a window. */
const WIDTHS = { component: '420', page: '1500' };

const choices: Choices = await (await fetch('/preview/choices')).json();
const form = document.querySelector('form');
const frame = document.querySelector('iframe');
const alone = document.querySelector('a');
const description = document.querySelector('#description');
if (!form || !frame || !alone || !description) throw new Error('The page is not whole');

const select = (name: string): HTMLSelectElement => form.elements.namedItem(name) as HTMLSelectElement;

const fill = (name: string, options: readonly Option[]): void => {
  select(name).replaceChildren(...options.map(({ value, text }) => new globalThis.Option(text, value)));
};

const fillRecords = (): void => {
  const records = choices.records[select('object').value as keyof Choices['records']] ?? [];
  fill(
    'records',
    records.map(({ id, name }) => ({ value: id, text: name })),
  );
  const [first] = select('records').options;
  if (first) first.selected = true;
};

/** A whole page has its own address and needs the width of a window; anything else is a front component. */
const addressOf = (chosen: string, wanted: URLSearchParams): string => {
  if (chosen === RECORD_PAGE) return `/preview/record?${wanted}`;
  const dashboard = choices.dashboards.find((name) => chosen === `${DASHBOARD}${name}`);
  if (dashboard === undefined) return `/preview/frame?${wanted}`;
  wanted.set('name', dashboard);
  return `/preview/dashboard?${wanted}`;
};

const isPage = (chosen: string): boolean => chosen === RECORD_PAGE || chosen.startsWith(DASHBOARD);

const show = (): void => {
  const component = select('component').value;
  const records = [...select('records').selectedOptions].map(({ value }) => value);
  const wanted = new URLSearchParams({
    component,
    person: select('person').value,
    role: select('role').value,
    object: select('object').value,
    records: records.join(','),
    locale: select('locale').value,
    scheme: select('scheme').value,
  });
  const address = addressOf(component, wanted);
  frame.width = select('width').value;
  if (frame.getAttribute('src') !== address) frame.src = address;
  alone.href = address;
  description.textContent = choices.components.find(({ name }) => name === component)?.description ?? '';
};

fill('component', [
  ...choices.components.map(({ name, isHeadless }) => ({ value: name, text: isHeadless ? `${name} (no face)` : name })),
  { value: RECORD_PAGE, text: 'Record page' },
  ...choices.dashboards.map((name) => ({ value: `${DASHBOARD}${name}`, text: `Dashboard: ${name}` })),
]);
fill(
  'person',
  choices.people.map(({ key, name, roleLabel }) => ({ value: key, text: `${name}, ${roleLabel}` })),
);
fill('role', [
  { value: '', text: 'their own' },
  ...choices.roles.map(({ key, label }) => ({ value: key, text: label })),
]);
fill(
  'object',
  Object.keys(choices.records).map((object) => ({ value: object, text: object })),
);
fill(
  'locale',
  choices.languages.map((language) => ({ value: language, text: language })),
);
fillRecords();
show();
select('object').addEventListener('change', fillRecords);
select('component').addEventListener('change', () => {
  select('width').value = isPage(select('component').value) ? WIDTHS.page : WIDTHS.component;
});
form.addEventListener('change', show);

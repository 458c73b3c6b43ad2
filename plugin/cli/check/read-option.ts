import type { Option, Tag } from '../../../objects/taxonomy/index.ts';
import { industries, industrySegments, provinces } from '../../../objects/taxonomy/picklists.ts';
import former from '../../../seeds/gbt4754-former.json' with { type: 'json' };
import { folded } from '../../../workflows/rules/characters.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import { simplify } from '../../../workflows/rules/simplify.ts';

/** How an option is found: as names are compared, so that 、, blanks, brackets, width and script play no part. */
export const keyOf = (text: string): string => nameKey(text) || folded(text);

const FORMER: Readonly<Record<string, readonly string[] | undefined>> = { ...former.sections };
const FORMER_DIVISIONS: Readonly<Record<string, readonly string[] | undefined>> = former.divisions;

const namesOf = (option: Option, options: readonly Option[]): readonly string[] => [
  ...Object.values(option.label),
  ...(option.aliases ?? []),
  ...((options === industries && FORMER[option.value]) || []),
  ...((options === industrySegments && FORMER_DIVISIONS[option.value.slice(1)]) || []),
];

const tables = new WeakMap<readonly Option[], ReadonlyMap<string, string>>();

const tableOf = (options: readonly Option[]): ReadonlyMap<string, string> => {
  const known = tables.get(options);
  if (known) return known;
  const table = new Map<string, string>();
  for (const option of options) {
    for (const name of namesOf(option, options)) if (!table.has(keyOf(name))) table.set(keyOf(name), option.value);
  }
  for (const option of options) table.set(keyOf(option.value), option.value);
  tables.set(options, table);
  return table;
};

/** A code of GB/T 4754 before its name or alone: C, C36, C367, C3670, 36, 3670. */
const INDUSTRY_CODE = /^([A-T])?(\d{2})?(\d{1,2})?(?![\dA-Za-z])[\s:、.．\-—(]*(.*?)\)?$/i;

/** The division a code stands for, when there is one and its section is right. */
const divisionOf = (section: string, division: string): string | undefined =>
  industrySegments.find(({ value }) => value.slice(1) === division && (section === '' || value.charAt(0) === section))
    ?.value;

/** The section or division a text names, by code, by name, or by both when they agree. */
const industryIn = (text: string): string | undefined => {
  const byName = (name: string): string | undefined =>
    tableOf(industries).get(keyOf(name)) ?? tableOf(industrySegments).get(keyOf(name));
  const named = byName(text);
  if (named) return named;
  const [, section = '', division = '', , name = ''] = INDUSTRY_CODE.exec(folded(text)) ?? [];
  const letter = section.toUpperCase();
  const coded = division ? divisionOf(letter, division) : industries.find(({ value }) => value === letter)?.value;
  if (!coded || name.trim() === '') return coded;
  const meant = byName(name);
  // A group's or a class's own name is not known here; a name that is known must not say something else.
  return meant && !meant.startsWith(coded) && !coded.startsWith(meant) ? undefined : coded;
};

/** The section for a division in the section's column. */
const sectionIn = (text: string): string | undefined => industryIn(text)?.charAt(0);

/** A division; the section alone is none. */
const segmentIn = (text: string): string | undefined => {
  const code = industryIn(text);
  const inTable = tableOf(industrySegments).get(keyOf(text));
  return inTable ?? (code && code.length > 1 ? code : undefined);
};

/** The province before a city: 江苏省无锡市. The short names alone would take 海南州 for Hainan. */
const provinceIn = (text: string): string | undefined => {
  const plain = simplify(folded(text));
  return provinces.find(({ label, aliases = [] }) =>
    [...aliases, `${label['zh-CN']}省`, `${label['zh-CN']}市`].some(
      (name) => /\D/.test(name) && plain.startsWith(name),
    ),
  )?.value;
};

const further = (tag: Tag, text: string): string | undefined => {
  if (tag.options === industries) return sectionIn(text);
  if (tag.options === industrySegments) return segmentIn(text);
  return tag.options === provinces ? provinceIn(text) : undefined;
};

/** The option a text names; undefined when none. */
export const findOption = (tag: Tag, text: string): string | undefined =>
  tableOf(tag.options ?? []).get(keyOf(text)) ?? further(tag, text);

const distance = (left: string, right: string): number => {
  let previous = Array.from({ length: right.length + 1 }, (_unused, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
};

/** How far a text is from a name: 0 the same, 1 nothing in common; a text within a name, or around it, is near. */
export const farness = (text: string, name: string): number => {
  const [left, right] = [keyOf(text), keyOf(name)];
  if (left === '' || right === '') return 1;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  // Of two characters alone much is said in many words.
  const share = (longer.length - shorter.length) / longer.length;
  if (shorter.length > 1 && longer.includes(shorter)) return share * (shorter.length > 2 ? 0.5 : 0.9);
  return distance(left, right) / longer.length;
};

/** Most options that are listed whole. */
const MOST_LISTED = 12;

/** What might be chosen in the place of a text: all options when they are few, else the nearest. */
export const choicesFor = (
  tag: Tag,
  text: string,
): { readonly options: readonly Option[] } | { readonly near: readonly Option[] } => {
  const options = tag.options ?? [];
  if (options.length <= MOST_LISTED) return { options };
  const ranked = options
    .map((option) => ({ option, far: Math.min(...namesOf(option, options).map((name) => farness(text, name))) }))
    .filter(({ far }) => far <= 0.6)
    .sort((left, right) => left.far - right.far);
  return { near: ranked.slice(0, 3).map(({ option }) => option) };
};

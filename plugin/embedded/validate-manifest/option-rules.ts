import type { ManifestField, ManifestOption } from '../manifest.ts';
import { eachField } from './field-rules.ts';
import { isUuid, MOST_CHARACTERS, type Rule, refused } from './rule.ts';

const INVALID = 'INVALID_FIELD_INPUT';
const WITH_OPTIONS: ReadonlySet<string> = new Set(['SELECT', 'MULTI_SELECT', 'RATING']);
const UPPER_SNAKE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const QUOTED = /^'(.*)'$|^"(.*)"$/;

type Says = readonly (readonly [what: string, remedy: string])[];

const rule = (name: string, judge: (options: readonly ManifestOption[], field: ManifestField) => Says): Rule =>
  refused(
    'fieldMetadata',
    INVALID,
    name,
    eachField(({ field }) => (WITH_OPTIONS.has(field.type) ? judge(field.options ?? [], field) : [])),
  );

/** A rule about one option at a time. */
const eachOption = (name: string, judge: (option: ManifestOption) => string | undefined, remedy: string): Rule =>
  rule(name, (options) =>
    options.flatMap((option) => {
      const what = judge(option);
      return what ? [[`option "${option.value}" ${what}`, remedy] as const] : [];
    }),
  );

/** A rule that no two options have the same of something. */
const distinct = (of: 'id' | 'value' | 'position'): Rule =>
  rule(`options with one ${of}`, (options) =>
    new Set(options.map((option) => option[of])).size === options.length
      ? []
      : [[`two options have one ${of}`, `give each option a ${of} of its own`]],
  );

const isOption = (value: unknown, options: readonly ManifestOption[]): boolean => {
  const [, single, double] = typeof value === 'string' ? (QUOTED.exec(value) ?? []) : [];
  return options.some((option) => option.value === (single ?? double));
};

const IS_DEFAULT = `write a value of the list in quotes inside the string, such as "'DRAFT'"`;

const wrongDefaults = (options: readonly ManifestOption[], { type, defaultValue }: ManifestField): Says => {
  if (defaultValue === null || defaultValue === undefined) return [];
  if (type !== 'MULTI_SELECT') {
    return isOption(defaultValue, options) ? [] : [[`the default ${String(defaultValue)} is no option`, IS_DEFAULT]];
  }
  if (!Array.isArray(defaultValue)) return [[`the default ${String(defaultValue)} is no list`, 'write a list']];
  if (defaultValue.length === 0) return [['the default is an empty list', 'leave it out']];
  if (new Set(defaultValue).size < defaultValue.length) return [['the default names an option twice', 'name it once']];
  return defaultValue
    .filter((value) => !isOption(value, options))
    .map((value) => [`the default ${String(value)} is no option`, IS_DEFAULT]);
};

export const optionRules: readonly Rule[] = [
  rule('a picklist has options', (options) =>
    options.length > 0 ? [] : [['it has no options', 'give it at least one']],
  ),
  eachOption(
    'ids of options',
    ({ id }) => (isUuid(id) ? undefined : 'has no id that is a UUID'),
    'the build gives each option one',
  ),
  eachOption(
    'values of options',
    ({ value }) => (UPPER_SNAKE.test(value) && value.length <= MOST_CHARACTERS ? undefined : 'is not in UPPER_SNAKE'),
    `write capitals and digits joined by single underscores, ${MOST_CHARACTERS} at most, such as LARGE_ENTERPRISE`,
  ),
  eachOption(
    'labels of options',
    ({ label = '' }) =>
      label.trim() !== '' && label.length <= MOST_CHARACTERS ? undefined : `has a label of ${label.length} characters`,
    `give it a label of 1 to ${MOST_CHARACTERS}`,
  ),
  eachOption(
    'commas in labels of options',
    ({ label = '' }) => (label.includes(',') ? `has a comma in its label "${label}"` : undefined),
    'find a name without one',
  ),
  distinct('value'),
  distinct('id'),
  distinct('position'),
  rule('defaults are options', wrongDefaults),
];

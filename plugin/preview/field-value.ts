import type { Language } from '../../objects/taxonomy/types.ts';
import type { FieldModel } from '../embedded/model.ts';
import { isBlank, type Row } from '../embedded/row.ts';
import type { Workspace } from '../embedded/workspace.ts';

/** A value as Twenty draws it: as text, as coloured tags, or not at all. */
export type FieldValue =
  | { readonly kind: 'EMPTY' }
  /** The role may not read it. */
  | { readonly kind: 'HIDDEN' }
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'TAGS'; readonly tags: readonly { readonly text: string; readonly color: string }[] };

const EMPTY: FieldValue = { kind: 'EMPTY' };
const TIME_ZONE = 'Asia/Shanghai';

const textValue = (text: string): FieldValue => (text === '' ? EMPTY : { kind: 'TEXT', text });

const tagsValue = (tags: readonly { readonly text: string; readonly color: string }[]): FieldValue =>
  tags.length === 0 ? EMPTY : { kind: 'TAGS', tags };

/** The options of a field as built, with their colours. */
const optionsOf = ({ manifest }: Workspace, { universalIdentifier }: FieldModel) => {
  const fields = [...manifest.fields, ...manifest.objects.flatMap((object) => object.fields)];
  const found = fields.find((field) => field.universalIdentifier === universalIdentifier);
  return new Map(
    (found?.options ?? []).map((option) => {
      const { value, label = value, color = 'gray' } = option as typeof option & { readonly color?: string };
      return [value, { text: label, color }];
    }),
  );
};

const nameOf = (row: Row | undefined): string => {
  const name = row?.name;
  if (typeof name !== 'object' || name === null) return String(name ?? '');
  const { firstName, lastName } = name as { readonly firstName?: string; readonly lastName?: string };
  return `${lastName ?? ''}${firstName ?? ''}`;
};

const relationValue = (workspace: Workspace, { relation }: FieldModel, row: Row): FieldValue => {
  if (!relation) return EMPTY;
  const { kind, target, inverse, joinColumn } = relation;
  const rows = workspace.records(target);
  const found =
    kind === 'MANY_TO_ONE'
      ? rows.filter((one) => one.id === row[joinColumn])
      : rows.filter((one) => one[`${inverse}Id`] === row.id);
  return tagsValue(found.map((one) => ({ text: nameOf(one), color: 'gray' })));
};

const dateText = (value: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));

const instantText = (value: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE }).format(
    new Date(value),
  );

const moneyText = (value: unknown, language: Language): string => {
  const { amountMicros, currencyCode } = value as { readonly amountMicros: number; readonly currencyCode: string };
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currencyCode,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amountMicros / 1_000_000);
};

const partsText = (value: unknown): string =>
  Object.values(value as Readonly<Record<string, unknown>>)
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');

/** A field of a record as Twenty would draw it. */
export const fieldValue = (workspace: Workspace, field: FieldModel, row: Row, language: Language): FieldValue => {
  if (field.relation) return relationValue(workspace, field, row);
  const value = row[field.name];
  if (field.type === 'BOOLEAN') return textValue(value === true ? 'True' : 'False');
  if (isBlank(value)) return EMPTY;
  switch (field.type) {
    case 'SELECT':
    case 'MULTI_SELECT': {
      const options = optionsOf(workspace, field);
      return tagsValue([value].flat().map((one) => options.get(String(one)) ?? { text: String(one), color: 'gray' }));
    }
    case 'ARRAY':
      return tagsValue((value as readonly string[]).map((text) => ({ text, color: 'gray' })));
    case 'DATE':
      return textValue(dateText(String(value), language));
    case 'DATE_TIME':
      return textValue(instantText(String(value), language));
    case 'CURRENCY':
      return textValue(moneyText(value, language));
    case 'ADDRESS':
    case 'LINKS':
      return textValue(partsText(value));
    default:
      return textValue(String(value));
  }
};

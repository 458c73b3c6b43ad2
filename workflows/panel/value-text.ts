import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import { asList, asMoney, type FullName, type Value } from '../judgement/values.ts';
import { LIST_SEPARATORS, phrase } from '../messages/phrase.ts';
import { optionLabel } from '../run/labels.ts';
import { personName } from '../run/person-name.ts';

const MICROS = 1_000_000;

const dateText = (value: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${value.slice(0, 10)}T00:00:00Z`),
  );

/** An amount as people of a language write it, with its currency; empty when there is none. */
export const moneyText = (value: Value, language: Language): string => {
  const money = asMoney(value);
  if (!money) return '';
  const currency = money.currencyCode || 'CNY';
  return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 2 }).format(
    (money.amountMicros ?? 0) / MICROS,
  );
};

export const numberText = (value: Value, language: Language): string =>
  typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : '';

/** The options of a list in words of a language; what OTHER stands for, where the record names a term of the dictionary. */
export const optionsText = (
  { object, name }: TagFacts,
  options: readonly string[],
  language: Language,
  other?: string,
): string =>
  options
    .map((one) => (one === 'OTHER' && other ? other : optionLabel(object, name, one, language)))
    .join(LIST_SEPARATORS[language]);

/**
 * The value of a tag in words of a language; empty when there is none. `other` is the word of the term that an open list's
 * OTHER stands for.
 */
export const valueText = (tag: TagFacts, value: Value, language: Language, other?: string): string => {
  if (value === null || value === undefined || value === '') return '';
  switch (tag.kind) {
    case 'SELECT':
      return optionsText(tag, [String(value)], language, other);
    case 'MULTI_SELECT':
      return optionsText(tag, asList(value), language, other);
    case 'ARRAY':
      return asList(value).join(LIST_SEPARATORS[language]);
    case 'CURRENCY':
      return moneyText(value, language);
    case 'INTEGER':
    case 'NUMBER':
      return numberText(value, language);
    case 'DATE':
      return dateText(String(value), language);
    case 'BOOLEAN':
      return phrase(value === true ? 'card.yes' : 'card.no', language);
    case 'FULL_NAME':
      return personName(value as FullName);
    default:
      return String(value);
  }
};

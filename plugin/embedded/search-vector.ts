import type { ObjectModel } from './model.ts';
import type { Row } from './table.ts';

function words(value: unknown): string[] {
  const text =
    typeof value === 'string'
      ? value
      : value !== null && typeof value === 'object'
        ? Object.values(value).join(' ')
        : '';
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The search vector of a record, made when somebody looks: nothing here searches by it, but event payloads
 * carry it. Built from the label field alone, which is what the contract's payloads show.
 */
export function searchVector(object: ObjectModel, row: Row): string {
  const positions = new Map<string, number[]>();
  words(row[object.labelField]).forEach((word, index) => {
    const seen = positions.get(word);
    if (seen === undefined) positions.set(word, [index + 1]);
    else seen.push(index + 1);
  });
  return [...positions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, at]) => `'${word}':${at.join(',')}`)
    .join(' ');
}

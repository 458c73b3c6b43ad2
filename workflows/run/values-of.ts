import { type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { Value, Values } from '../judgement/values.ts';
import { oncePer } from '../rules/once.ts';
import { creditOf } from './credit-of.ts';
import type { TwentyRecord } from './record-change.ts';

const asRecord = (value: unknown): TwentyRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TwentyRecord) : null;

/** The nodes of a connection as the API answers it. */
export const nodesOf = (value: unknown): readonly TwentyRecord[] => {
  const edges = asRecord(value)?.edges;
  if (!Array.isArray(edges)) return [];
  return edges.map((edge) => asRecord(asRecord(edge)?.node)).filter((node) => node !== null);
};

const ownTags = oncePer((object: GovernedObject): readonly TagFacts[] =>
  tagsOf(object).filter((tag) => tag.kind !== 'ONE_TO_MANY' && tag.kind !== 'RAW_JSON'),
);

/**
 * A record's tags for the rules: its own fields, the contact's and the credit record's beside them.
 * `items` are the names of the products linked to an opportunity that have features.
 */
export const valuesOf = (object: GovernedObject, record: TwentyRecord, items: readonly string[] = []): Values => {
  const contact = asRecord(record.tagKeyContact);
  const credit = creditOf(nodesOf(record.tagCredits));
  const values: Record<string, Value> = {};
  for (const tag of ownTags(object)) {
    if (tag.via) {
      const source = tag.via.object === 'person' ? contact : credit;
      values[tag.name] = source?.[tag.via.field] as Value;
    } else if (tag.kind === 'MANY_TO_ONE') {
      // A contact in the trash is still pointed at, and is nobody's contact.
      const isGone = tag.relation?.target === 'person' && record[tag.name] === null;
      values[tag.name] = isGone ? null : (record[`${tag.name}Id`] as Value);
    } else {
      values[tag.name] = record[tag.name] as Value;
    }
  }
  if (object === 'opportunity') values.tagItems = items;
  return values;
};

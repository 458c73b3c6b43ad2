import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { objectEntries } from '../taxonomy/index.ts';
import { universalIdentifier } from './universal-identifier.ts';

interface StandardObject {
  universalIdentifier: string;
  fields: Record<string, { universalIdentifier: string }>;
}

const standardObjects = STANDARD as unknown as Record<string, StandardObject | undefined>;
const own = new Set<string>(objectEntries.filter((entry) => !entry.standard).map((entry) => entry.name));

/** Universal identifier of one of our objects or one of Twenty's. */
export const objectIdentifier = (object: string): string => {
  if (own.has(object)) return universalIdentifier('object', object);
  const standard = standardObjects[object];
  if (!standard) throw new Error(`Twenty has no object "${object}", and the taxonomy has none either`);
  return standard.universalIdentifier;
};

/** Universal identifier of a field Twenty ships on one of its own objects. */
export const standardFieldIdentifier = (object: string, field: string): string => {
  const found = standardObjects[object]?.fields[field];
  if (!found) throw new Error(`Twenty's object "${object}" has no field "${field}"`);
  return found.universalIdentifier;
};

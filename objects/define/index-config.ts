import type { defineIndex } from 'twenty-sdk/define';
import type { ObjectName } from '../taxonomy/types.ts';
import { fieldIdentifier } from './field.ts';
import { objectIdentifier } from './standard.ts';
import { universalIdentifier } from './universal-identifier.ts';

export type IndexConfig = Parameters<typeof defineIndex>[0];

/** A unique index over the named fields of one of our objects; a row with an empty field collides with none. */
export const uniqueIndexConfig = (object: ObjectName, ...fields: readonly string[]): IndexConfig => {
  const name = `${object}.${fields.join('+')}`;
  return {
    universalIdentifier: universalIdentifier('index', name),
    objectUniversalIdentifier: objectIdentifier(object),
    indexType: 'BTREE',
    isUnique: true,
    fields: fields.map((field) => ({
      universalIdentifier: universalIdentifier('indexField', `${name}.${field}`),
      fieldUniversalIdentifier: fieldIdentifier(object, field),
    })),
  };
};

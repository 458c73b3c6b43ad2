import type { defineObject } from 'twenty-sdk/define';
import { MetadataWritability, ObjectOpenRecordIn } from 'twenty-sdk/define';
import { addedFieldsOf, objectEntry } from '../taxonomy/index.ts';
import type { ObjectName } from '../taxonomy/types.ts';
import { fieldConfig } from './field.ts';
import { objectIdentifier } from './standard.ts';

export type ObjectConfig = Parameters<typeof defineObject>[0];

/** One of our own objects with all its fields, as the SDK wants it. */
export const objectConfig = (name: ObjectName): ObjectConfig => {
  const entry = objectEntry(name);
  const fields = addedFieldsOf(name).map((tag) => {
    const { objectUniversalIdentifier: _inferred, ...field } = fieldConfig(name, tag.name);
    return field;
  });
  return {
    universalIdentifier: objectIdentifier(name),
    nameSingular: entry.name,
    namePlural: entry.plural,
    labelSingular: entry.label.en,
    labelPlural: entry.labelPlural.en,
    description: entry.description.en,
    icon: entry.icon,
    isLabelSyncedWithName: false,
    isSearchable: true,
    openRecordIn: ObjectOpenRecordIn.RECORD_PAGE,
    ...(entry.writer === 'APPLICATION'
      ? { writability: MetadataWritability.APPLICATION, isUICreatable: false, isUIEditable: false }
      : {}),
    fields: fields as ObjectConfig['fields'],
  };
};

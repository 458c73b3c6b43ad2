import type { defineField } from 'twenty-sdk/define';
import { FieldType, MetadataWritability, NumberDataType, OnDeleteAction, RelationType } from 'twenty-sdk/define';
import { type Tag, tagOf } from '../taxonomy/index.ts';
import { policyLanguage } from './policy-language.ts';
import { objectIdentifier, standardFieldIdentifier } from './standard.ts';
import { universalIdentifier } from './universal-identifier.ts';

export type FieldConfig = Parameters<typeof defineField>[0];

const ON_DELETE = {
  SET_NULL: OnDeleteAction.SET_NULL,
  CASCADE: OnDeleteAction.CASCADE,
  RESTRICT: OnDeleteAction.RESTRICT,
} as const;

/** Universal identifier of a field of the taxonomy, Twenty's own ones included. */
export const fieldIdentifier = (object: string, name: string): string => {
  const tag = tagOf(object, name);
  return tag.standard ? standardFieldIdentifier(object, name) : universalIdentifier('field', `${object}.${name}`);
};

const relationOf = (tag: Tag) => {
  const { relation } = tag;
  if (!relation) throw new Error(`${tag.object}.${tag.name} is a relation without its other end`);
  const isKeySide = tag.kind === 'MANY_TO_ONE';
  return {
    type: FieldType.RELATION,
    relationTargetObjectMetadataUniversalIdentifier: objectIdentifier(relation.target),
    relationTargetFieldMetadataUniversalIdentifier: fieldIdentifier(relation.target, relation.inverse),
    universalSettings: isKeySide
      ? {
          relationType: RelationType.MANY_TO_ONE,
          onDelete: ON_DELETE[relation.onDelete ?? 'SET_NULL'],
          joinColumnName: `${tag.name}Id`,
        }
      : { relationType: RelationType.ONE_TO_MANY },
  };
};

/** Twenty keeps a text default quoted inside the string. */
const defaultOf = (tag: Tag) => {
  if (tag.defaultValue === undefined) return {};
  return { defaultValue: typeof tag.defaultValue === 'string' ? `'${tag.defaultValue}'` : tag.defaultValue };
};

const shapeOf = (tag: Tag): Record<string, unknown> => {
  switch (tag.kind) {
    case 'TEXT':
      return { type: FieldType.TEXT };
    case 'LONG_TEXT':
      return { type: FieldType.TEXT, universalSettings: { displayedMaxRows: 4 } };
    case 'SELECT':
    case 'MULTI_SELECT':
      return {
        type: tag.kind === 'SELECT' ? FieldType.SELECT : FieldType.MULTI_SELECT,
        // Twenty tells options apart by their ids: one that comes with another is deleted and made anew, and records lose
        // its value. The SDK would make ids of labels, which are reworded and speak another language in another build.
        options: (tag.options ?? []).map((option, position) => ({
          id: universalIdentifier('option', `${tag.object}.${tag.name}.${option.value}`),
          value: option.value,
          label: option.label[policyLanguage()],
          position,
          color: option.color,
        })),
      };
    case 'INTEGER':
      return { type: FieldType.NUMBER, universalSettings: { dataType: NumberDataType.INT, decimals: 0 } };
    case 'NUMBER':
      return { type: FieldType.NUMBER, universalSettings: { dataType: NumberDataType.FLOAT, decimals: 2 } };
    case 'PERCENT':
      // Whole percents, told so by the label: Twenty's own percentage shows a hundredfold of what is stored.
      return { type: FieldType.NUMBER, universalSettings: { dataType: NumberDataType.FLOAT, decimals: 0 } };
    case 'CURRENCY':
      return { type: FieldType.CURRENCY };
    case 'DATE':
      return { type: FieldType.DATE };
    case 'DATE_TIME':
      return { type: FieldType.DATE_TIME };
    case 'BOOLEAN':
      return { type: FieldType.BOOLEAN };
    case 'ADDRESS':
      return { type: FieldType.ADDRESS };
    case 'ARRAY':
      return { type: FieldType.ARRAY };
    case 'RAW_JSON':
      return { type: FieldType.RAW_JSON };
    case 'MANY_TO_ONE':
    case 'ONE_TO_MANY':
      return relationOf(tag);
    case 'PHONES':
    case 'EMAILS':
    case 'FULL_NAME':
      throw new Error(`${tag.object}.${tag.name} lives on another record and is no field of its own`);
  }
};

/** One of our own objects' fields, or a field we add to Twenty's, as the SDK wants it. */
export const fieldConfig = (object: string, name: string): FieldConfig => {
  const tag = tagOf(object, name);
  if (tag.standard || tag.via) throw new Error(`${object}.${name} is not a field this application adds`);
  return {
    universalIdentifier: fieldIdentifier(object, name),
    objectUniversalIdentifier: objectIdentifier(object),
    name,
    label: tag.label.en,
    description: tag.description.en,
    ...(tag.icon ? { icon: tag.icon } : {}),
    ...shapeOf(tag),
    ...defaultOf(tag),
    isNullable: true,
    // The record's timeline would keep old and new values where everybody reads them (6.1.3).
    ...(tag.sensitive ? { isAuditLogged: false } : {}),
    ...(tag.searchable ? { isSearchable: true } : {}),
    ...(tag.writer === 'APPLICATION' ? { writability: MetadataWritability.APPLICATION, isUIEditable: false } : {}),
  } as FieldConfig;
};

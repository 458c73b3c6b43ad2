import { ViewOpenRecordIn, ViewType } from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { type ObjectName, objectEntry } from '../../objects/taxonomy/index.ts';
import type { ViewConfig } from './fields-view.ts';

/** Identifier of an object's table in the "Tag policy" folder. */
export const tableViewIdentifier = (object: ObjectName): string => universalIdentifier('view', `${object}.table`);

/** A table of all records of one of our objects with the columns people look for, in their order. */
export const tableViewConfig = (object: ObjectName, name: string, columns: readonly string[]): ViewConfig => ({
  universalIdentifier: tableViewIdentifier(object),
  name,
  objectUniversalIdentifier: objectIdentifier(object),
  type: ViewType.TABLE,
  icon: objectEntry(object).icon,
  openRecordIn: ViewOpenRecordIn.RECORD_PAGE,
  position: 0,
  fields: columns.map((column, position) => ({
    universalIdentifier: universalIdentifier('viewField', `${object}.table.${column}`),
    fieldMetadataUniversalIdentifier: fieldIdentifier(object, column),
    position,
    isVisible: true,
    size: position === 0 ? 220 : 150,
  })),
});

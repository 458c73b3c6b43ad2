import { ViewOpenRecordIn, ViewSortDirection, ViewType } from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { type ObjectName, objectEntry } from '../../objects/taxonomy/index.ts';
import { registerName } from '../views/register-names.ts';
import type { Sort } from '../views/work-views.ts';
import type { ViewConfig } from './fields-view.ts';

/** Identifier of the table of all records of an object. */
export const tableViewIdentifier = (object: ObjectName): string => universalIdentifier('view', `${object}.table`);

/**
 * A table of all records of one of our objects with the columns people look for, in their order, sorted by the first of
 * the sorts, then by the next.
 */
export const tableViewConfig = (
  object: ObjectName,
  columns: readonly string[],
  ...sorts: readonly Sort[]
): ViewConfig => ({
  universalIdentifier: tableViewIdentifier(object),
  name: registerName(object).en,
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
  sorts: sorts.map(({ field, descending }) => ({
    universalIdentifier: universalIdentifier('viewSort', `${object}.table.${field}`),
    fieldMetadataUniversalIdentifier: fieldIdentifier(object, field),
    direction: descending ? ViewSortDirection.DESC : ViewSortDirection.ASC,
  })),
});

import {
  AggregateOperations,
  NavigationMenuItemType,
  ViewCalendarLayout,
  ViewFilterGroupLogicalOperator,
  ViewFilterOperand,
  ViewOpenRecordIn,
  ViewSortDirection,
  ViewType,
} from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier, standardFieldIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { findTag } from '../../objects/taxonomy/index.ts';
import { type ViewCondition, type WorkView, workView, workViews } from '../views/work-views.ts';
import type { ViewConfig } from './fields-view.ts';
import { type NavigationConfig, placeOf } from './navigation.ts';

const viewIdentifier = (key: string): string => universalIdentifier('view', `work.${key}`);

/** A field of the taxonomy, or one of Twenty's own that no tag names, such as the owner of a customer. */
const fieldOf = (view: WorkView, field: string): string =>
  findTag(view.object, field) ? fieldIdentifier(view.object, field) : standardFieldIdentifier(view.object, field);

/** The policy's time zone and the first day of its weeks, as Twenty stores them behind a span of time. */
const SPAN_SUFFIX = ';;Asia/Shanghai;;MONDAY;;';

const operandAndValue = (condition: ViewCondition) => {
  if ('is' in condition) return { operand: ViewFilterOperand.IS, value: [...condition.is] };
  if ('holds' in condition) return { operand: ViewFilterOperand.CONTAINS, value: [...condition.holds] };
  if ('isTrue' in condition) return { operand: ViewFilterOperand.IS, value: String(condition.isTrue) };
  // What Twenty stores for "Me".
  if ('isMe' in condition) {
    return { operand: ViewFilterOperand.IS, value: { isCurrentWorkspaceMemberSelected: true, selectedRecordIds: [] } };
  }
  if ('isFilled' in condition) return { operand: ViewFilterOperand.IS_NOT_EMPTY, value: '' };
  return { operand: ViewFilterOperand.IS_RELATIVE, value: `${condition.within}${SPAN_SUFFIX}` };
};

/** A field is asked about once, or about several spans of time. */
const conditionName = (condition: ViewCondition, conditions: readonly ViewCondition[]): string => {
  const isFirst = conditions.find(({ field }) => field === condition.field) === condition;
  return isFirst || !('within' in condition) ? condition.field : `${condition.field}.${condition.within}`;
};

const filterOf = (view: WorkView, condition: ViewCondition, conditions: readonly ViewCondition[]) => ({
  universalIdentifier: universalIdentifier('viewFilter', `work.${view.key}.${conditionName(condition, conditions)}`),
  fieldMetadataUniversalIdentifier: fieldOf(view, condition.field),
  ...operandAndValue(condition),
});

/** Twenty joins the conditions outside a group, and the group, by AND. */
const filtersOf = (view: WorkView): Pick<ViewConfig, 'filters' | 'filterGroups'> => {
  const { where = [], whereAny } = view;
  const all = where.map((condition) => filterOf(view, condition, where));
  if (!whereAny) return { filters: all };
  const group = universalIdentifier('viewFilterGroup', `work.${view.key}.any`);
  return {
    filterGroups: [{ universalIdentifier: group, logicalOperator: ViewFilterGroupLogicalOperator.OR }],
    filters: [
      ...all,
      ...whereAny.map((condition, positionInViewFilterGroup) => ({
        ...filterOf(view, condition, whereAny),
        viewFilterGroupUniversalIdentifier: group,
        positionInViewFilterGroup,
      })),
    ],
  };
};

/** The options of the picklist a view is grouped by, in their order, and a last group for records without one. */
const groupsOf = (view: WorkView) => {
  const { groupBy } = view;
  if (!groupBy) return {};
  const values = (findTag(view.object, groupBy)?.options ?? []).map((option) => option.value);
  return {
    mainGroupByFieldMetadataUniversalIdentifier: fieldOf(view, groupBy),
    // A picklist of 97 options would otherwise draw 97 empty groups.
    shouldHideEmptyGroups: view.isBoard !== true,
    groups: [...values, ''].map((fieldValue, position) => ({
      universalIdentifier: universalIdentifier('viewGroup', `work.${view.key}.${fieldValue}`),
      fieldValue,
      isVisible: true,
      position,
    })),
  };
};

const typeOf = (view: WorkView): ViewType =>
  view.calendarBy ? ViewType.CALENDAR : view.isBoard ? ViewType.KANBAN : ViewType.TABLE;

/** One of the views people work in, as the SDK wants it. */
export const workViewConfig = (key: string): ViewConfig => {
  const view = workView(key);
  return {
    universalIdentifier: viewIdentifier(key),
    name: view.name.en,
    objectUniversalIdentifier: objectIdentifier(view.object),
    type: typeOf(view),
    icon: view.icon,
    openRecordIn: ViewOpenRecordIn.RECORD_PAGE,
    position: workViews.indexOf(view) + 1,
    ...groupsOf(view),
    ...(view.sum
      ? {
          kanbanAggregateOperation: AggregateOperations.SUM,
          kanbanAggregateOperationFieldMetadataUniversalIdentifier: fieldOf(view, view.sum),
        }
      : {}),
    ...(view.calendarBy
      ? {
          calendarLayout: ViewCalendarLayout.MONTH,
          calendarFieldMetadataUniversalIdentifier: fieldOf(view, view.calendarBy),
        }
      : {}),
    fields: view.columns.map((column, position) => ({
      universalIdentifier: universalIdentifier('viewField', `work.${key}.${column}`),
      fieldMetadataUniversalIdentifier: fieldOf(view, column),
      position,
      isVisible: true,
      size: position === 0 ? 220 : 150,
    })),
    ...filtersOf(view),
    sorts: view.sort
      ? [
          {
            universalIdentifier: universalIdentifier('viewSort', `work.${key}.${view.sort.field}`),
            fieldMetadataUniversalIdentifier: fieldOf(view, view.sort.field),
            direction: view.sort.descending ? ViewSortDirection.DESC : ViewSortDirection.ASC,
          },
        ]
      : [],
  };
};

/** The view in its folder of the sidebar. */
export const workViewItemConfig = (key: string): NavigationConfig => {
  const view = workView(key);
  return {
    universalIdentifier: universalIdentifier('navigationMenuItem', `work.${key}`),
    type: NavigationMenuItemType.VIEW,
    // Twenty shows the name of the view.
    name: view.name.en,
    icon: view.icon,
    ...placeOf('VIEW', key),
    viewUniversalIdentifier: viewIdentifier(key),
  };
};

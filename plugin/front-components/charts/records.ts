import { AppPath, navigate } from 'twenty-sdk/front-component';

/** Conditions on fields of an object, as Twenty's addresses have them: by field, then by operand. */
export type RecordFilter = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Records a figure counts: all of an object, or those that meet the conditions. */
export interface Records {
  /** The object, as the API calls many of it. */
  readonly plural: string;
  readonly filter?: RecordFilter;
}

/** One of these options. */
export const isOneOf = (...values: readonly string[]) => ({ IS: JSON.stringify(values) });
/** Related to this record. */
export const isRecord = (id: string) => ({
  IS: JSON.stringify({ isCurrentWorkspaceMemberSelected: false, selectedRecordIds: [id] }),
});
export const IS_FILLED = { IS_NOT_EMPTY: '' } as const;
export const IS_UNFILLED = { IS_EMPTY: '' } as const;
/** From a day on, and before another. */
export const isWithin = (from: string, before: string) => ({ IS_AFTER: from, IS_BEFORE: before });
/** Ten years of days: whatever is over, by the policy's zone. */
export const IS_OVER = { IS_RELATIVE: 'PAST_3650_DAY;;Asia/Shanghai;;MONDAY;;' } as const;

/** Shows the records behind a figure, in Twenty's own list of them. */
export const showRecords = ({ plural, filter }: Records): Promise<void> =>
  navigate(AppPath.RecordIndexPage, { objectNamePlural: plural }, filter ? { filter } : undefined);

import { AppPath, navigate } from 'twenty-sdk/front-component';

/** Conditions on fields of an object, as Twenty's addresses have them: by field, then by operand. */
export type RecordFilter = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One condition, where several of a field or any of several are meant. */
export interface Condition {
  readonly field: string;
  readonly op: string;
  readonly value: string;
}

/** Conditions that hold all together, or any of them; a list of them has twenty at most, as Twenty reads addresses. */
export interface ConditionGroup {
  readonly operator: 'AND' | 'OR';
  readonly filters?: readonly Condition[];
  readonly groups?: readonly ConditionGroup[];
}

/** Records a figure counts. Without a condition Twenty would show whichever view was looked at last, filters and all. */
export interface Records {
  /** The object, as the API calls many of it. */
  readonly plural: string;
  readonly filter?: RecordFilter;
  /** What holds besides. */
  readonly filterGroup?: ConditionGroup;
}

/** Records, or what finds them where no condition of Twenty's tells them. */
export type RecordsOf = Records | (() => Promise<Records>);

/** One of these options; '' stands for none at all. */
export const isOneOf = (...values: readonly string[]) => ({ IS: JSON.stringify(values) });
/** Related to this record. */
export const isRecord = (id: string) => ({
  IS: JSON.stringify({ isCurrentWorkspaceMemberSelected: false, selectedRecordIds: [id] }),
});
/** One of the records with these ids. */
export const isOneOfIds = (ids: readonly string[]) => ({ IS: JSON.stringify(ids.length > 0 ? ids : [NO_ID]) });
/** An id of no record: an empty list of ids would be no condition. */
const NO_ID = '00000000-0000-4000-8000-000000000000';
/** Yes, or no. */
export const isYes = (value: boolean) => ({ IS: String(value) });
export const IS_FILLED = { IS_NOT_EMPTY: '' } as const;
export const IS_UNFILLED = { IS_EMPTY: '' } as const;
/** Whichever there is: every record was created some time. */
export const EACH: RecordFilter = { createdAt: IS_FILLED };
/** From a day or an instant on, and before another. */
export const isWithin = (from: string, before: string) => ({ IS_AFTER: from, IS_BEFORE: before });
/** Ten years of days: whatever is over, by the policy's zone. */
export const IS_OVER = { IS_RELATIVE: 'PAST_3650_DAY;;Asia/Shanghai;;MONDAY;;' } as const;

/** Shows the records behind a figure, in Twenty's own list of them. */
export const showRecords = async (records: RecordsOf): Promise<void> => {
  const { plural, ...conditions } = typeof records === 'function' ? await records() : records;
  await navigate(AppPath.RecordIndexPage, { objectNamePlural: plural }, conditions);
};

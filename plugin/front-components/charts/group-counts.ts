import { askApi } from '../api-client.ts';

/** Which records to count, and by what. */
export interface Grouping {
  /** The object, as the API calls many of it. */
  readonly plural: string;
  /** Fields as Twenty's `groupBy` takes them, such as `tagStage: true`. */
  readonly by: readonly string[];
  /** A filter in the API's words. */
  readonly where?: string;
  /** Groups there may be; Twenty answers 50 unless more are asked for. */
  readonly most: number;
}

/** Records that are alike in the fields of a grouping. */
export interface GroupCount {
  /** Their values, in the order of the fields; null where there is none. */
  readonly values: readonly (string | readonly string[] | null)[];
  readonly count: number;
}

interface Groups {
  readonly [field: string]:
    | readonly { readonly groupByDimensionValues: GroupCount['values']; readonly totalCount: number }[]
    | undefined;
}

/** The part of a request that counts. */
export const groupField = ({ plural, by, where, most }: Grouping): string =>
  `${plural}GroupBy(groupBy: [${by.map((field) => `{ ${field} }`).join(', ')}]${where ? `, filter: { ${where} }` : ''}, limit: ${most}) {
    groupByDimensionValues
    totalCount
  }`;

/** The counts in the answer to such a request; none where it asked for none. */
export const groupsIn = (answer: unknown, { plural }: Grouping): readonly GroupCount[] =>
  ((answer as Groups)[`${plural}GroupBy`] ?? []).map(({ groupByDimensionValues, totalCount }) => ({
    values: groupByDimensionValues,
    count: totalCount,
  }));

/**
 * Counts the records that whoever looks may see, in one request.
 * @throws ApiError
 */
export const countGroups = async (grouping: Grouping): Promise<readonly GroupCount[]> =>
  groupsIn(await askApi(`query Groups { ${groupField(grouping)} }`), grouping);

/** A value that is one word, or nothing. */
export const wordOf = (value: GroupCount['values'][number] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** Whether a value is yes: Twenty gives it as it is stored, or as text. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true';

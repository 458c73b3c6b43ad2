import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { asText, type Value } from '../judgement/values.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Duplicates } from '../run/snapshot.ts';
import type { ListQuery, Lists, NamedQueries } from './read.ts';

const countedBy = (object: GovernedObject, groupBy: string): ListQuery => ({
  object,
  groupBy,
  filter: {},
  selection: 'groupByDimensionValues totalCount',
});

/**
 * What of an object's records may repeat, counted by Twenty: one list a request, for customers are counted twice and
 * Twenty refuses two lists of one name.
 */
export const duplicateQueries: Partial<Readonly<Record<GovernedObject, readonly NamedQueries[]>>> = {
  company: [{ names: countedBy('company', 'tagMatchKey') }, { codes: countedBy('company', 'tagCreditCodeKey') }],
  tagProduct: [{ models: countedBy('tagProduct', 'tagMatchKey') }],
};

const repeated = (groups: readonly TwentyRecord[] = []): ReadonlySet<string> =>
  new Set(
    groups
      .filter(({ totalCount }) => Number(totalCount) > 1)
      .map(({ groupByDimensionValues }) => asText((groupByDimensionValues as readonly Value[])[0]))
      .filter((key) => key !== ''),
  );

/** Names, credit codes and product models that more than one record bears, of what {@link duplicateQueries} found. */
export const duplicatesIn = ({ names, codes, models }: Lists): Duplicates => ({
  names: repeated(names),
  creditCodes: repeated(codes),
  products: repeated(models),
});

const union = (left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...left, ...right]);

/** What repeats in either. */
export const bothDuplicates = (left: Duplicates, right: Duplicates): Duplicates => ({
  names: union(left.names, right.names),
  creditCodes: union(left.creditCodes, right.creditCodes),
  products: union(left.products, right.products),
});

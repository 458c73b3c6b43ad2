import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from '../../workflows/pipeline/record-change.ts';
import type { Scope } from '../../workflows/pipeline/scope.ts';
import type { Snapshot } from '../../workflows/pipeline/snapshot.ts';
import type { TwentyClient } from './client.ts';
import { type ListQuery, readLists } from './read.ts';
import { selectionOf } from './selection.ts';

type Filter = Readonly<Record<string, unknown>>;

const isIn = (field: string, values: ReadonlySet<string>): readonly Filter[] =>
  values.size > 0 ? [{ [field]: { in: [...values] } }] : [];

const anyOf = (filters: readonly Filter[]): Filter | null => {
  const [first] = filters;
  if (!first) return null;
  return filters.length === 1 ? first : { or: filters };
};

const DEAL_FIELDS = 'id companyId tagStage tagOutcome';
const ITEM_FIELDS =
  'id name opportunityId productId product{id name model features} opportunity{id tagStage tagOutcome}';

const ids = (records: readonly TwentyRecord[]): ReadonlySet<string> =>
  new Set(records.map((record) => String(record.id)));

const readSome = async (
  client: TwentyClient,
  queries: readonly (readonly [GovernedObject | 'deal' | 'item', ListQuery | null])[],
): Promise<ReadonlyMap<string, readonly TwentyRecord[]>> => {
  const wanted = queries.flatMap(([key, list]) => (list ? [[key, list] as const] : []));
  if (wanted.length === 0) return new Map();
  const lists = await readLists(
    client,
    wanted.map(([, list]) => list),
  );
  return new Map(wanted.map(([key], index) => [key, lists[index] ?? []]));
};

const list = (object: string, filter: Filter | null, selection: string): ListQuery | null =>
  filter ? { object, filter, selection } : null;

/**
 * Reads the subjects of a scope and what their judgement looks at: two requests as long as each list fits a page.
 */
export const loadSnapshot = async (client: TwentyClient, scope: Scope): Promise<Snapshot> => {
  const subjects = await readSome(client, [
    [
      'company',
      list(
        'company',
        anyOf([
          ...isIn('id', scope.companyIds),
          ...isIn('tagKeyContactId', scope.contactIds),
          ...isIn('name', scope.companyNames),
          ...isIn('tagCreditCode', scope.creditCodes),
        ]),
        selectionOf('company'),
      ),
    ],
    ['opportunity', list('opportunity', anyOf(isIn('id', scope.opportunityIds)), selectionOf('opportunity'))],
    [
      'tagProduct',
      list(
        'tagProduct',
        anyOf([...isIn('id', scope.productIds), ...isIn('name', scope.productNames)]),
        selectionOf('tagProduct'),
      ),
    ],
    ['tagMember', list('tagMember', anyOf(isIn('id', scope.memberIds)), selectionOf('tagMember'))],
  ]);
  const of = (object: GovernedObject): readonly TwentyRecord[] => subjects.get(object) ?? [];
  const beside = await readSome(client, [
    ['deal', list('opportunity', anyOf(isIn('companyId', ids(of('company')))), DEAL_FIELDS)],
    [
      'item',
      list(
        'tagOpportunityItem',
        anyOf([...isIn('opportunityId', ids(of('opportunity'))), ...isIn('productId', ids(of('tagProduct')))]),
        ITEM_FIELDS,
      ),
    ],
  ]);
  return {
    subjects: {
      company: of('company'),
      opportunity: of('opportunity'),
      tagProduct: of('tagProduct'),
      tagMember: of('tagMember'),
    },
    opportunities: beside.get('deal') ?? [],
    items: beside.get('item') ?? [],
  };
};

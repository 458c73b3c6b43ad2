import { tagOf } from '../../objects/taxonomy/facts.ts';
import { STAGES } from '../../objects/taxonomy/types.ts';
import type { CompanyDay } from '../calendar/working-calendar.ts';
import type { DateOf } from '../duplicates/like-deals.ts';
import { toldAnew } from '../duplicates/told-anew.ts';
import { productKeyBegin } from '../judgement/rules/product.ts';
import { rulingsOf } from '../judgement/rulings.ts';
import { coreMemory, remembered } from '../memory/core.ts';
import { markOfId } from '../memory/seen.ts';
import type { Scope } from '../pipeline/scope.ts';
import { isBehindCustomer } from '../risks/customer-risks.ts';
import { compactCreditCode } from '../rules/credit-code.ts';
import { nameKey } from '../rules/legal-name.ts';
import type { CreditRun } from '../run/credit-signal-of.ts';
import { duplicatesAmong } from '../run/duplicates.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo, subjectKey } from '../run/run.ts';
import { isStage, type Snapshot, type Surroundings } from '../run/snapshot.ts';
import { nodesOf } from '../run/values-of.ts';
import { stagesMemory } from '../stages/stages-memory.ts';
import { stockStage } from '../stages/stock-stage.ts';
import { tasksOf } from '../tasks/whereabouts.ts';
import { mayBeOutdated } from '../verification/identity.ts';
import { withBelongings } from './belongings.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { anyOf, type Filter, idsOf, isIn, keysOf, openNotices } from './filter.ts';
import { LIVE_OR_DELETED } from './live-or-deleted.ts';
import { agreementsSinceIn, installedAtIn, makeMemoryKey, memoryKeyIn, memoryKeyQuery } from './memory-key.ts';
import { movedLog, survivorsOf } from './merged.ts';
import { type Lists, readNamed } from './read.ts';
import {
  AGREEMENT_SELECTION,
  DAY_SELECTION,
  DEAL_SELECTION,
  INCIDENT_SELECTION,
  ITEM_SELECTION,
  ITEMS,
  NOTICE_SELECTION,
  selectionOf,
} from './selection.ts';
import { completeSiblings } from './siblings.ts';

/** When, and by which settings, it is looked at. */
type LoadMoment = Omit<CreditRun, 'rulings'> & { readonly dateOf: DateOf };

/** What one look at the workspace found. */
export interface Loaded {
  readonly snapshot: Snapshot;
  readonly surroundings: Surroundings;
}

const EVERY: Filter = {};

const REQUIRED_FROM = tagOf('tagDefinition', 'requiredFrom').options?.map(({ value }) => value) ?? [];

/** Entries of the dictionary that people made, or that say something else than the policy: few, of many. */
const OF_THEIR_OWN: Filter = {
  or: [
    { requiredFrom: { in: REQUIRED_FROM.filter((value) => value !== 'POLICY') } },
    { isMajorChange: { in: ['YES', 'NO'] } },
    { status: { eq: 'RETIRED' } },
    // Those of the application bear a digest.
    { writtenAs: { eq: '' } },
    { writtenAs: { is: 'NULL' } },
  ],
};
const RULING_SELECTION = 'id name objectName tag option term requiredFrom isMajorChange status replacement writtenAs';

/** What every judgement shares; part of the first request of a run. */
export const surroundingQueries = {
  members: { object: 'tagMember', filter: EVERY, selection: selectionOf('tagMember') },
  users: { object: 'workspaceMember', filter: EVERY, selection: 'id name{firstName lastName}' },
  days: { object: 'tagCalendarDay', filter: EVERY, selection: DAY_SELECTION },
  rulings: { object: 'tagDefinition', filter: OF_THEIR_OWN, selection: RULING_SELECTION },
  keys: memoryKeyQuery,
};

/** A calendar takes the last of several entries of one day: the one written last. */
const byWriting = (left: TwentyRecord, right: TwentyRecord): number =>
  Date.parse(String(left.updatedAt)) - Date.parse(String(right.updatedAt)) ||
  (String(left.id) < String(right.id) ? -1 : 1);

export const companyDaysIn = (days: readonly TwentyRecord[]): readonly CompanyDay[] =>
  [...days]
    .sort(byWriting)
    .flatMap(({ date, isWorkday }) =>
      typeof date === 'string' ? [{ date: date.slice(0, 10), isWorkday: isWorkday === true }] : [],
    );

/** What {@link surroundingQueries} found; the key of the memory is made when there is none. */
export const surroundingsOf = async (client: TwentyClient, lists: Lists): Promise<Surroundings> => ({
  members: lists.members ?? [],
  users: lists.users ?? [],
  rulings: lists.rulings ?? [],
  companyDays: companyDaysIn(lists.days ?? []),
  memoryKey: memoryKeyIn(lists.keys) || (await makeMemoryKey(client)),
  installedAt: installedAtIn(lists.keys),
  agreementsSince: agreementsSinceIn(lists.keys),
});

/** Reads the team, the workspace's members, the company's own days and the key of the memory, which is made when there is none. */
export const loadSurroundings = async (client: TwentyClient): Promise<Surroundings> =>
  surroundingsOf(client, await readNamed(client, surroundingQueries));

/** Twenty gives a limited number of related records; where there are more, they are read for themselves. */
const completeItems = async (
  client: TwentyClient,
  deals: readonly TwentyRecord[],
): Promise<readonly TwentyRecord[]> => {
  const short = deals.filter((deal) => {
    const total = (deal.tagItems as { totalCount?: unknown } | null | undefined)?.totalCount;
    return typeof total === 'number' && total > nodesOf(deal.tagItems).length;
  });
  if (short.length === 0) return deals;
  const { items = [] } = await readNamed(client, {
    items: { ...ITEMS, filter: anyOf(isIn(ITEMS.link, idsOf(short))) },
  });
  const complete = new Map(withBelongings(short, ITEMS, items).map((deal) => [deal.id, deal]));
  return deals.map((deal) => complete.get(deal.id) ?? deal);
};

const completeDeals = async (client: TwentyClient, deals: readonly TwentyRecord[]): Promise<readonly TwentyRecord[]> =>
  completeSiblings(client, await completeItems(client, deals));

/** Opportunities that are told anew of these, as probably the same or no longer so (5.2.7). */
const likeDeals = ({ whereabouts }: Scope, deals: readonly TwentyRecord[], dateOf: DateOf): readonly string[] => {
  const back = new Set<unknown>(movedDeals(whereabouts));
  return deals.flatMap((deal) => toldAnew(deal, dateOf, back.has(deal.id)));
};

const STAGE_TYPE = 'OpportunityStageEnum';

/** Twenty's own stage options, asked for only when some opportunity has moved and its stage would have to follow. */
export const loadStockStages = async (
  client: TwentyClient,
  opportunities: readonly TwentyRecord[],
): Promise<ReadonlySet<string>> => {
  const everything = { has: () => true } as unknown as ReadonlySet<string>;
  const isBehind = opportunities.some(
    ({ tagStage, stage, tagBaseline }) =>
      isStage(tagStage, STAGES) &&
      tagStage !== remembered(stagesMemory, { tagBaseline })?.stage &&
      stockStage(tagStage, everything) !== stage,
  );
  if (!isBehind) return new Set();
  try {
    const answer = await client.request<{ __type: { enumValues: readonly { name: string }[] } | null }>(
      `query Stages{__type(name:"${STAGE_TYPE}"){enumValues{name}}}`,
    );
    return new Set(answer.__type?.enumValues.map((value) => value.name) ?? []);
  } catch (error) {
    // A server that keeps its schema to itself loses the mirroring, not the judgement.
    if (error instanceof TwentyError && !error.isTransient) return new Set();
    throw error;
  }
};

/**
 * Opportunities of changed customers whose gate may close now or whose risks tell of the customer as it was, and those
 * that offer a changed product.
 */
const furtherDeals = (
  run: CreditRun,
  { entries }: Scope,
  deals: readonly TwentyRecord[],
  customers: readonly TwentyRecord[],
  items: readonly TwentyRecord[],
  known: ReadonlySet<string>,
) => {
  const byId = new Map(
    customers.map((customer) => {
      const isOutdated = mayBeOutdated(customer, entries.get(subjectKey('company', idOf(customer))) ?? []);
      return [customer.id, isOutdated ? { ...customer, tagVerification: 'UNVERIFIED' } : customer];
    }),
  );
  const concerned = deals.filter((deal) => {
    const customer = byId.get(deal.companyId);
    return (
      remembered(stagesMemory, deal)?.gate?.fault === 'UNMET' ||
      (customer !== undefined && isBehindCustomer(run, deal, customer))
    );
  });
  return [...new Set([...idsOf(concerned), ...keysOf(items, 'opportunityId')])].filter((id) => !known.has(id));
};

/** A record nested in each of these. */
const nestedIn = (records: readonly TwentyRecord[], field: string): readonly TwentyRecord[] =>
  records.flatMap((record) => (record[field] ? [record[field] as TwentyRecord] : []));

/** Customers of deals with other items than before, or with items of a changed product: what they bought is told anew. */
const furtherCustomers = (
  restocked: readonly TwentyRecord[],
  offered: readonly TwentyRecord[],
  known: ReadonlySet<string>,
): ReadonlySet<string> => {
  const deals = [...restocked, ...nestedIn(offered, 'opportunity')];
  return new Set(keysOf(deals, 'companyId').filter((id) => !known.has(id)));
};

const keysBy = (keyOf: (text: string) => string, texts: Iterable<string>): ReadonlySet<string> =>
  new Set([...texts].map(keyOf).filter(Boolean));

/** Whoever bears a name or a code in any spelling; in this one, though its key was never written. */
const bearing = (names: Iterable<string>): readonly Filter[] => [
  ...isIn('name', names),
  ...isIn('tagMatchKey', keysBy(nameKey, names)),
];
const coded = (codes: Iterable<string>): readonly Filter[] => [
  ...isIn('tagCreditCode', codes),
  ...isIn('tagCreditCodeKey', keysBy(compactCreditCode, codes)),
];
const productsNamed = (names: Iterable<string>): readonly Filter[] => [
  ...isIn('name', names),
  ...[...keysBy(nameKey, names)].map((name) => ({ tagMatchKey: { startsWith: productKeyBegin(name) } })),
];

/** The customers who bear a name or a code of these, themselves among them. */
export const customerNamesakes = (companies: readonly TwentyRecord[]): readonly Filter[] => [
  ...bearing(new Set(keysOf(companies, 'name').filter(Boolean))),
  ...coded(new Set(keysOf(companies, 'tagCreditCode').filter(Boolean))),
];
const NAMESAKE = 'id name tagCreditCode';

const productNamesakes = (products: readonly TwentyRecord[]): readonly Filter[] =>
  productsNamed(new Set(keysOf(products, 'name').filter(Boolean)));
const PRODUCT_NAMESAKE = 'id name model';

const without = (records: readonly TwentyRecord[], others: readonly TwentyRecord[]): readonly TwentyRecord[] => {
  const ids = new Set(idsOf(others));
  return records.filter(({ id }) => !ids.has(String(id)));
};

const unique = (...lists: readonly (readonly TwentyRecord[])[]): readonly TwentyRecord[] => [
  ...new Map(lists.flat().map((record) => [record.id, record])).values(),
];

/** What was found edited unreported of the records whose notices somebody touched: a report may speak of it. */
const editedUnreported = (scope: Scope): readonly Filter[] => {
  if (scope.noticeIds.size === 0) return [];
  const subjects = anyOf([
    ...isIn('companyId', scope.companyIds),
    ...isIn('opportunityId', scope.opportunityIds),
    ...isIn('productId', scope.productIds),
    ...isIn('memberId', scope.memberIds),
  ]);
  return subjects ? [{ and: [{ isDetected: { eq: true } }, subjects] }] : [];
};

/** Open notices of the subjects, as far as the scope names them. */
const noticesOfSubjects = (
  scope: Scope,
  companies: readonly Filter[],
  opportunities: readonly Filter[],
  products: readonly Filter[],
) =>
  openNotices([
    ...isIn('companyId', scope.companyIds),
    ...companies.map((company) => ({ company })),
    ...isIn('opportunityId', scope.opportunityIds),
    ...opportunities.map((opportunity) => ({ opportunity })),
    ...isIn('productId', scope.productIds),
    ...products.map((product) => ({ product })),
    ...isIn('memberId', scope.memberIds),
  ]);

const STILL_OPEN: Filter = { status: { in: ['OPEN', 'OVERDUE'] } };

/**
 * Open notices of records that were deleted: nobody else leads to them. Those of a record that was destroyed are not
 * linked to it any more: their keys tell.
 */
const noticesOfMoved = ({ whereabouts }: Scope): readonly Filter[] => [
  ...[...Map.groupBy(whereabouts, ({ object }) => object)].map(([object, moved]) => ({
    and: [{ [linkTo(object)]: { in: moved.map(({ id }) => id) } }, STILL_OPEN],
  })),
  ...whereabouts
    .filter(({ isDestroyed }) => isDestroyed)
    .map(({ id }) => ({ and: [{ key: { like: `%${id}%` } }, STILL_OPEN] })),
];
const movedDeals = (whereabouts: Scope['whereabouts']): readonly string[] =>
  whereabouts.filter(({ object, notice }) => object === 'opportunity' && !notice).map(({ id }) => id);

/**
 * Opportunities of customers that were deleted, restored or destroyed: the last only remember them. And those that
 * remember an opportunity of that kind as probably the same.
 */
const dealsOfMoved = ({ whereabouts }: Scope): readonly Filter[] => {
  const customers = whereabouts.filter(({ object, notice }) => object === 'company' && !notice);
  return [
    ...isIn('companyId', new Set(customers.map(({ id }) => id))),
    ...customers
      .filter(({ isDestroyed }) => isDestroyed)
      .map(({ id }) => ({ tagBaseline: { like: `%${markOfId(id)}%` } })),
    ...movedDeals(whereabouts).map((id) => ({ tagBaseline: { like: `%${id}%` } })),
  ];
};

/** What opportunities that were deleted or restored offer: nobody else leads to it. */
const itemsOfMoved = ({ whereabouts }: Scope): readonly Filter[] =>
  isIn(
    'opportunityId',
    new Set(whereabouts.flatMap(({ object, id, notice }) => (object === 'opportunity' && !notice ? [id] : []))),
  );

/** Opportunities that had a customer and show none: Twenty, which nests it, forgets one that lies in the trash. */
const withoutCustomer = (deals: readonly TwentyRecord[]): readonly TwentyRecord[] =>
  deals.filter((deal) => !deal.company && remembered(coreMemory, deal)?.seen.company !== undefined);

/** The opportunities with the customers they point at, as far as a list that nests none of them tells. */
const withCustomers = (deals: readonly TwentyRecord[], told: readonly TwentyRecord[]): readonly TwentyRecord[] => {
  const customers = new Map(told.map(({ id, companyId }) => [id, companyId]));
  return deals.map((deal) => (deal.company ? deal : { ...deal, companyId: customers.get(deal.id) ?? deal.companyId }));
};

/** The same of a profile that was read. */
const remembers = ({ tagBaseline }: TwentyRecord, leftUserIds: ReadonlySet<string>): boolean => {
  const memory = leftUserIds.size > 0 ? JSON.stringify(tagBaseline ?? null) : '';
  return [...leftUserIds].some((id) => memory.includes(id));
};

/** Records that remember a user who left: as their owner, or as whoever has a task of theirs. */
const rememberLeft = ({ leftUserIds }: Scope): readonly Filter[] =>
  [...leftUserIds].map((id) => ({ tagBaseline: { like: `%${id}%` } }));

/** What hangs on the members of a scope; on all of them where it is known only when they are read which are meant. */
const ofMembers = ({ memberIds, leftUserIds }: Scope): Filter | null =>
  leftUserIds.size > 0 ? { memberId: { is: 'NOT_NULL' } } : anyOf(isIn('memberId', memberIds));

/** Which of the tasks of deleted and restored records are there, and which are deleted; nothing is asked without any. */
const loadTasks = async (
  client: TwentyClient,
  { whereabouts }: Scope,
  found: Pick<Snapshot, 'subjects' | 'notices'>,
): Promise<Snapshot['tasks']> => {
  const ids = new Set(whereabouts.flatMap((moved) => tasksOf(found, moved)));
  const { task = [] } = await readNamed(client, {
    task: {
      object: 'task',
      filter: ids.size > 0 ? { and: [{ id: { in: [...ids] } }, LIVE_OR_DELETED] } : null,
      selection: 'id deletedAt',
    },
  });
  return new Map(task.map(({ id, deletedAt }) => [String(id), typeof deletedAt === 'string']));
};

/**
 * Reads the subjects of a scope and what their judgement looks at. Two requests as long as each list fits a page;
 * a third when other records have to be looked at again, one more when Twenty's own stage has to follow, and one for
 * the tasks of records that were deleted or restored.
 */
export const loadScope = async (client: TwentyClient, named: Scope, moment: LoadMoment): Promise<Loaded> => {
  const survivors = await survivorsOf(client, named.lost.keys());
  const scope = { ...named, companyIds: new Set([...named.companyIds, ...survivors]) };
  const ofLeft = rememberLeft(scope);
  const companies = [
    ...ofLeft,
    ...isIn('tagKeyContactId', scope.contactIds),
    ...[...scope.lostContactIds].map((id) => ({ tagBaseline: { like: `%${markOfId(id)}%` } })),
    ...bearing(scope.companyNames),
    ...coded(scope.creditCodes),
  ];
  const products = [...ofLeft, ...productsNamed(scope.productNames)];
  const dealsOfCustomers = [...ofLeft, ...dealsOfMoved(scope)];
  const first = await readNamed(client, {
    ...surroundingQueries,
    company: {
      object: 'company',
      filter: anyOf([...isIn('id', scope.companyIds), ...companies]),
      selection: selectionOf('company'),
    },
    opportunity: {
      object: 'opportunity',
      filter: anyOf([...isIn('id', scope.opportunityIds), ...dealsOfCustomers]),
      selection: selectionOf('opportunity'),
    },
    tagProduct: {
      object: 'tagProduct',
      filter: anyOf([...isIn('id', scope.productIds), ...products]),
      selection: selectionOf('tagProduct'),
    },
    offered: {
      object: 'tagOpportunityItem',
      filter: anyOf(isIn('productId', scope.offeredProductIds)),
      selection: ITEM_SELECTION,
    },
    agreement: { object: 'tagAgreement', filter: ofMembers(scope), selection: AGREEMENT_SELECTION },
    incident: { object: 'tagIncident', filter: ofMembers(scope), selection: INCIDENT_SELECTION },
    notice: {
      object: 'tagChangeNotice',
      filter: anyOf([
        ...isIn('id', scope.noticeIds),
        ...noticesOfSubjects(scope, companies, dealsOfCustomers, products),
        ...openNotices(ofLeft.map((member) => ({ member }))),
        ...editedUnreported(scope),
        ...noticesOfMoved(scope),
      ]),
      selection: NOTICE_SELECTION,
    },
  });
  const { company = [], tagProduct = [], offered = [] } = first;
  const opportunity = await completeDeals(client, first.opportunity ?? []);
  const within = (ids: ReadonlySet<string>) => opportunity.filter((deal) => ids.has(String(deal.id)));
  const known = new Set(idsOf(tagProduct));
  const moved = within(scope.movedOpportunityIds).flatMap((deal) => nodesOf(deal.tagItems));
  const restocked = within(scope.restockedOpportunityIds);
  const offeredIds = new Set(keysOf(moved, 'productId'));
  const newProducts = [...offeredIds].filter((id) => !known.has(id));
  const newCustomers = furtherCustomers(restocked, offered, new Set(idsOf(company)));
  // What a deal was read with tells the names of its customer and products: whoever bears them is asked for at once.
  const nested = { companies: nestedIn(restocked, 'company'), products: nestedIn(moved, 'product') };

  const second = await readNamed(client, {
    company: {
      object: 'company',
      filter: anyOf([...isIn('id', newCustomers), ...customerNamesakes([...company, ...nested.companies])]),
      selection: newCustomers.size > 0 ? selectionOf('company') : NAMESAKE,
    },
    log: movedLog([...idsOf(company), ...newCustomers]),
    deal: {
      object: 'opportunity',
      filter: anyOf([
        ...isIn('companyId', [...idsOf(company), ...newCustomers]),
        ...isIn('id', idsOf(withoutCustomer(opportunity))),
      ]),
      selection: DEAL_SELECTION,
    },
    tagProduct: {
      object: 'tagProduct',
      filter: anyOf([...isIn('id', newProducts), ...productNamesakes([...tagProduct, ...nested.products])]),
      selection: newProducts.length > 0 ? selectionOf('tagProduct') : PRODUCT_NAMESAKE,
    },
    item: {
      object: 'tagOpportunityItem',
      filter: anyOf([...isIn('productId', new Set([...known, ...offeredIds])), ...itemsOfMoved(scope)]),
      selection: ITEM_SELECTION,
    },
    notice: {
      object: 'tagChangeNotice',
      filter: anyOf(openNotices([...isIn('companyId', newCustomers), ...isIn('productId', newProducts)])),
      selection: NOTICE_SELECTION,
    },
  });
  const addedCompanies = (second.company ?? []).filter((one) => newCustomers.has(String(one.id)));
  const addedProducts = (second.tagProduct ?? []).filter((one) => newProducts.includes(String(one.id)));
  const deals = await completeItems(client, second.deal ?? []);
  const run: CreditRun = { ...moment, rulings: rulingsOf(first.rulings ?? []) };
  const knownDeals = new Set(idsOf(opportunity));
  const further = new Set([
    ...furtherDeals(run, scope, deals, [...company, ...addedCompanies], offered, knownDeals),
    ...likeDeals(scope, opportunity, moment.dateOf).filter((id) => !knownDeals.has(id)),
  ]);
  const third = await readNamed(client, {
    opportunity: {
      object: 'opportunity',
      filter: anyOf(isIn('id', further)),
      selection: selectionOf('opportunity'),
    },
    notice: {
      object: 'tagChangeNotice',
      filter: anyOf(openNotices(isIn('opportunityId', further))),
      selection: NOTICE_SELECTION,
    },
    company: {
      object: 'company',
      filter: anyOf(customerNamesakes(without(addedCompanies, nested.companies))),
      selection: NAMESAKE,
    },
    tagProduct: {
      object: 'tagProduct',
      filter: anyOf(productNamesakes(without(addedProducts, nested.products))),
      selection: PRODUCT_NAMESAKE,
    },
  });
  const ofItems = [...offered, ...(second.item ?? [])].flatMap((item): readonly TwentyRecord[] =>
    item.opportunity ? [item.opportunity as TwentyRecord] : [],
  );
  const opportunities = withCustomers(
    [...opportunity, ...(await completeDeals(client, third.opportunity ?? []))],
    [...ofItems, ...deals],
  );
  const notices = unique(first.notice ?? [], second.notice ?? [], third.notice ?? []);
  const members = (first.members ?? []).filter(
    (member) => scope.memberIds.has(String(member.id)) || remembers(member, scope.leftUserIds),
  );
  const subjects = {
    company: [...company, ...addedCompanies],
    opportunity: opportunities,
    tagProduct: [...tagProduct, ...addedProducts],
    tagMember: members,
  };
  return {
    surroundings: await surroundingsOf(client, first),
    snapshot: {
      subjects,
      opportunities: deals,
      items: second.item ?? [],
      notices,
      agreements: first.agreement ?? [],
      incidents: first.incident ?? [],
      movedLog: second.log ?? [],
      duplicates: duplicatesAmong(
        unique(company, second.company ?? [], third.company ?? []),
        unique(tagProduct, second.tagProduct ?? [], third.tagProduct ?? []),
        compactCreditCode,
      ),
      stockStages: await loadStockStages(client, opportunities),
      tasks: await loadTasks(client, scope, { subjects, notices }),
    },
  };
};

import { GOVERNED_OBJECTS, type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { isLive, LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { type ListQuery, type Lists, type NamedQueries, readLists, readNamed } from '../gateway/read.ts';
import { matchKeys } from '../judgement/match-keys.ts';
import type { Values } from '../judgement/values.ts';
import { isOrphaned } from '../notices/orphan.ts';
import { emptyScope, type Scope } from '../pipeline/scope.ts';
import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo, ownerField } from '../run/run.ts';
import type { Whereabouts } from '../tasks/whereabouts.ts';
import { CHUNK, chunk } from './chunk.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const keys = (records: readonly TwentyRecord[], ...names: readonly string[]): readonly string[] =>
  records.flatMap((record) => names.flatMap((name) => text(record[name]) ?? []));

type Gone = Readonly<Record<GovernedObject, readonly TwentyRecord[]>>;

const isWrittenSince = ({ updatedAt, updatedBy }: TwentyRecord, since: string): boolean =>
  Date.parse(String(updatedAt)) >= Date.parse(since) &&
  (updatedBy as { source?: unknown } | null)?.source !== 'APPLICATION';

/** Records deleted since an instant, with what was remembered of them. */
const goneQueries = (since: string): Readonly<Record<GovernedObject, ListQuery>> =>
  perGovernedObject((object) => ({
    object,
    filter: { deletedAt: { gte: since } },
    selection: object === 'opportunity' ? 'id companyId tagBaseline' : 'id tagBaseline',
  }));

const goneOf = (lists: Lists): Gone => perGovernedObject((object) => lists[object] ?? []);

/** Records whose owner has left without anybody being told, and that nobody has looked at since. */
const lostOwner = (key: string) => ({
  and: [
    { [key]: { is: 'NULL' } },
    { tagBaseline: { like: '%"ownedBy":%' } },
    { not: { tagBaseline: { like: '%"ownerLeft":%' } } },
  ],
});

/** What fell due, was written or was deleted since an instant. */
const changedLists = async (client: TwentyClient, since: string, now: Date, calendar: WorkingCalendar) => {
  const written = { updatedAt: { gte: since } };
  // Of what is deleted beside a record, the record's tags are fewer.
  const moved = { and: [written, LIVE_OR_DELETED] };
  const lastDay = calendar.lastEnded(now);
  const unchecked = { and: [{ tagNextCheckOn: { lte: lastDay } }, { tagCheckState: { neq: 'OVERDUE' } }] };
  const unfinished = { and: [{ tagCompleteBy: { lte: lastDay } }, { tagCompletionState: { neq: 'OVERDUE' } }] };
  const deleted = { deletedAt: { gte: since } };
  const wanted = (object: GovernedObject) => ({
    or: [
      { and: [{ deletedAt: { is: 'NULL' } }, { or: [written, unchecked, unfinished, lostOwner(ownerField(object))] }] },
      deleted,
    ],
  });
  const links = 'id companyId opportunityId productId memberId';
  const [
    companies = [],
    people = [],
    credits = [],
    deals = [],
    items = [],
    team = [],
    products = [],
    members = [],
    notices = [],
  ] = await readLists(client, [
    {
      object: 'company',
      filter: wanted('company'),
      selection: 'id deletedAt name tagCreditCode tagMatchKey tagCreditCodeKey',
    },
    { object: 'person', filter: moved, selection: 'id' },
    { object: 'tagCredit', filter: moved, selection: 'id companyId' },
    { object: 'opportunity', filter: wanted('opportunity'), selection: 'id deletedAt companyId' },
    { object: 'tagOpportunityItem', filter: moved, selection: 'id opportunityId productId' },
    { object: 'tagOpportunityMember', filter: moved, selection: 'id opportunityId' },
    { object: 'tagProduct', filter: wanted('tagProduct'), selection: 'id deletedAt name model tagMatchKey' },
    { object: 'tagMember', filter: wanted('tagMember'), selection: 'id deletedAt' },
    {
      object: 'tagChangeNotice',
      filter: { or: [written, { and: [{ status: { eq: 'OPEN' } }, { dueAt: { lte: now.toISOString() } }] }] },
      selection: links,
    },
  ]);
  // What was remembered of the deleted is long, and seldom asked for.
  const isAllLive = [companies, deals, products, members].every((list) => list.every(isLive));
  const gone = goneOf(isAllLive ? {} : await readNamed(client, goneQueries(since)));
  return {
    companies: companies.filter(isLive),
    deals: deals.filter(isLive),
    products: products.filter(isLive),
    members: members.filter(isLive),
    people,
    credits,
    items,
    team,
    notices,
    gone,
  };
};

/** Those whose namesakes nobody has looked for: the keys they bear are not those of their names and codes. */
const unkeyed = (object: GovernedObject, records: readonly TwentyRecord[]): readonly TwentyRecord[] =>
  records.filter((record) => differenceOf(record, matchKeys(object, record as Values)));

const movedAmong = (gone: Gone, at: number) =>
  GOVERNED_OBJECTS.flatMap((object) =>
    gone[object]
      .slice(at * CHUNK, (at + 1) * CHUNK)
      .map((record): Whereabouts => ({ object, id: String(record.id), record })),
  );

/**
 * The scopes that cover everything due or written since an instant, each small enough for one run of the pipeline.
 * `ofTeam` are members to judge whatever else is found.
 */
export const scopesSince = async (
  client: TwentyClient,
  since: string,
  now: Date,
  calendar: WorkingCalendar,
  ofTeam: readonly string[],
): Promise<readonly Scope[]> => {
  const lists = await changedLists(client, since, now, calendar);
  const { companies, people, credits, deals, items, team, products, members, notices, gone } = lists;
  const linking = [...credits, ...deals, ...gone.opportunity, ...notices];
  // The deleted ones stand first, so that each is looked for in the scope that tells of it.
  const parts = {
    companyIds: chunk([...keys(gone.company, 'id'), ...keys(companies, 'id'), ...keys(linking, 'companyId')]),
    companyNames: chunk(keys(unkeyed('company', companies), 'name')),
    creditCodes: chunk(keys(unkeyed('company', companies), 'tagCreditCode')),
    contactIds: chunk(keys(people, 'id')),
    opportunityIds: chunk([
      ...keys(gone.opportunity, 'id'),
      ...keys(deals, 'id'),
      ...keys([...items, ...team, ...notices], 'opportunityId'),
    ]),
    productIds: chunk([
      ...keys(gone.tagProduct, 'id'),
      ...keys(products, 'id'),
      ...keys([...items, ...notices], 'productId'),
    ]),
    productNames: chunk(keys(unkeyed('tagProduct', products), 'name')),
    memberIds: chunk([...keys(gone.tagMember, 'id'), ...ofTeam, ...keys(members, 'id'), ...keys(notices, 'memberId')]),
    noticeIds: chunk(keys(notices, 'id')),
  };
  const most = Math.max(0, ...Object.values(parts).map((list) => list.length));
  return Array.from({ length: most }, (_unused, at) => ({
    ...emptyScope(),
    ...Object.fromEntries(Object.entries(parts).map(([name, list]) => [name, new Set(list[at] ?? [])])),
    movedOpportunityIds: new Set(parts.opportunityIds[at] ?? []),
    restockedOpportunityIds: new Set(parts.opportunityIds[at] ?? []),
    offeredProductIds: new Set(parts.productIds[at] ?? []),
    whereabouts: movedAmong(gone, at),
  }));
};

/** Twenty destroys what hangs on a record with it, and of many destroyed at once tells of one: these are left alone. */
const ORPHANED = {
  and: [
    { status: { in: ['OPEN', 'OVERDUE'] } },
    ...GOVERNED_OBJECTS.map((object) => ({ [linkTo(object)]: { is: 'NULL' } })),
  ],
};

/** What is read for {@link leftoversIn}. */
export const leftoverSets = (since: string): readonly NamedQueries[] => {
  const written = { and: [{ updatedAt: { gte: since } }, { updatedBy: { source: { neq: 'APPLICATION' } } }] };
  const notice: ListQuery = {
    object: 'tagChangeNotice',
    filter: { or: [written, ORPHANED] },
    selection: 'id companyId opportunityId productId memberId status key isDetected updatedAt updatedBy{source}',
  };
  return [{ ...goneQueries(since), notice }];
};

/**
 * What no page of live records leads to, of what {@link leftoverSets} found: corrections of closed notices, and
 * deletions, since an instant; notices of records that were destroyed without anybody being told.
 */
export const leftoversIn = ([lists = {}]: readonly Lists[], since: string): readonly Scope[] => {
  const { notice = [] } = lists;
  const notices = notice.filter((one) => isOrphaned(one) || isWrittenSince(one, since));
  const gone = goneOf(lists);
  const parts = Math.max(...GOVERNED_OBJECTS.map((object) => Math.ceil(gone[object].length / CHUNK)));
  const ofDeleted = Array.from({ length: parts }, (_unused, at): Scope => {
    const idsOf = (object: GovernedObject) => keys(gone[object].slice(at * CHUNK, (at + 1) * CHUNK), 'id');
    return {
      ...emptyScope(),
      companyIds: new Set(idsOf('company')),
      opportunityIds: new Set(idsOf('opportunity')),
      productIds: new Set(idsOf('tagProduct')),
      memberIds: new Set(idsOf('tagMember')),
      whereabouts: movedAmong(gone, at),
    };
  });
  const ofNotices = chunk(keys(notices, 'id')).map((ids) => {
    const some = notices.filter((notice) => ids.includes(String(notice.id)));
    return {
      ...emptyScope(),
      noticeIds: new Set(ids),
      companyIds: new Set(keys(some, 'companyId')),
      opportunityIds: new Set(keys(some, 'opportunityId')),
      productIds: new Set(keys(some, 'productId')),
      memberIds: new Set(keys(some, 'memberId')),
    };
  });
  return [...ofDeleted, ...ofNotices];
};

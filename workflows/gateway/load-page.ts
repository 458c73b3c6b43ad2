import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { compactCreditCode } from '../rules/credit-code.ts';
import { duplicatesAmong } from '../run/duplicates.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo } from '../run/run.ts';
import type { Duplicates, Snapshot } from '../run/snapshot.ts';
import { BelongingPages, type Belongings, withBelongings, withNamed } from './belongings.ts';
import type { TwentyClient } from './client.ts';
import { bothDuplicates } from './duplicates.ts';
import { anyOf, IS_OPEN, idsOf, isIn, keysOf } from './filter.ts';
import { isLive, LIVE_OR_DELETED } from './live-or-deleted.ts';
import { movedLog } from './merged.ts';
import { canCombine, type ListQuery, type Lists, type NamedQueries, PAGE_SIZE, readNamed, readSets } from './read.ts';
import {
  AGREEMENT_SELECTION,
  CONTACT,
  CREDITS,
  CUSTOMER,
  DEALS,
  INCIDENT_SELECTION,
  ITEM_SELECTION,
  ITEMS,
  NOTICE_SELECTION,
  pageSelectionOf,
  TEAM,
} from './selection.ts';
import { completeSiblings } from './siblings.ts';

/** What belongs to the records of an object and may be read in their order, in pages of its own. */
const belongingsTo = (object: GovernedObject): Readonly<Record<string, Belongings>> => {
  const notice: Belongings = {
    field: 'tagChangeNotices',
    object: 'tagChangeNotice',
    link: linkTo(object),
    filter: IS_OPEN,
    selection: NOTICE_SELECTION,
  };
  return object === 'company' ? { notice, credit: CREDITS, deal: DEALS } : { notice };
};

type Beside = Readonly<Record<string, BelongingPages>>;

const writtenSince = (records: readonly TwentyRecord[], since: string | null): readonly string[] =>
  since === null ? [] : idsOf(records.filter(({ updatedAt }) => Date.parse(String(updatedAt)) >= Date.parse(since)));

/** What else the records of a page are related to, by their ids; what went up in them, as far as that is news. */
const listsBeside = (
  object: GovernedObject,
  records: readonly TwentyRecord[],
  { deal }: Beside,
  since: string | null,
): NamedQueries => {
  const last = records.at(-1);
  if (!last) return {};
  const ids = idsOf(records);
  const byId = (key: string) => anyOf(isIn('id', new Set(keysOf(records, key))));
  switch (object) {
    case 'company': {
      const hasNoDeals = deal?.reaches(String(last.id)) && deal.of(records).length === 0;
      return {
        contact: { ...CONTACT, filter: byId('tagKeyContactId') },
        // A merge writes the record that is left.
        log: movedLog(writtenSince(records, since)),
        item: { ...ITEMS, filter: hasNoDeals ? null : { opportunity: { [DEALS.link]: { in: ids } } } },
      };
    }
    case 'opportunity':
      return {
        customer: { ...CUSTOMER, filter: byId('companyId') },
        item: { ...ITEMS, filter: anyOf(isIn(ITEMS.link, ids)) },
        team: { ...TEAM, filter: anyOf(isIn(TEAM.link, ids)) },
      };
    case 'tagProduct':
      return { item: { ...ITEMS, selection: ITEM_SELECTION, filter: anyOf(isIn('productId', ids)) } };
    case 'tagMember':
      return {};
  }
};

/** A page of records, with what their judgement looks at beside them. */
export interface LoadedPage {
  readonly records: readonly TwentyRecord[];
  readonly beside: Lists;
  /** With the last page: what {@link Joined.next} found; undefined where its lists could not come along. */
  readonly following?: readonly Lists[] | undefined;
}

/** How the reading of an object is joined to what is read before and after it, so that few requests bring all of it. */
export interface Joined {
  /** What the first request would bring, where it came along with an earlier one: that of {@link firstSets}. */
  readonly begun?: readonly Lists[] | undefined;
  /** Lists that come along, a set with each of the first requests: all of them before the first page is given. */
  readonly along?: readonly NamedQueries[];
  /** Sets of lists to be read next, which come along with the last request. */
  readonly next?: readonly NamedQueries[];
  /** From when on records may have gone up in others unseen; null where none have. ISO 8601. */
  readonly since?: string | null;
}

const belongingPages = (object: GovernedObject, after: string | null): Beside =>
  Object.fromEntries(Object.entries(belongingsTo(object)).map(([name, one]) => [name, new BelongingPages(one, after)]));

const pageAfter = (object: GovernedObject, after: string | null): ListQuery => ({
  object,
  filter: after ? { id: { gt: after } } : {},
  selection: pageSelectionOf(object),
  isOnePage: true,
});

const nextOf = (pages: readonly (readonly [string, BelongingPages])[]): NamedQueries =>
  Object.fromEntries(pages.map(([name, one]) => [name, one.next]));

/** What the first request of {@link readPages} asks for. */
export const firstSets = (
  object: GovernedObject,
  after: string | null,
  along: readonly NamedQueries[] = [],
): readonly NamedQueries[] => [
  { page: pageAfter(object, after), ...nextOf(Object.entries(belongingPages(object, after))) },
  along[0] ?? {},
];

/**
 * Reads the next page, and what belongs to the one before that waits for it: by one request, which `readFirst` makes, and
 * by more only where more than a page belongs to it.
 */
const readOn = async (
  client: TwentyClient,
  object: GovernedObject,
  next: ListQuery | null,
  waiting: readonly TwentyRecord[],
  belongings: Beside,
  since: string | null,
  readFirst: (queries: NamedQueries) => Promise<Lists>,
): Promise<{ readonly page: readonly TwentyRecord[]; readonly beside: Lists }> => {
  const last = waiting.length > 0 ? String(waiting.at(-1)?.id) : null;
  const missing = () => Object.entries(belongings).filter(([, one]) => !one.reaches(last));
  const readMissing = async (more: NamedQueries, read: typeof readFirst): Promise<Lists> => {
    const pages = missing();
    const found = await read({ ...more, ...nextOf(pages) });
    for (const [name, one] of pages) one.add(found[name] ?? []);
    return found;
  };
  const lists = listsBeside(object, waiting, belongings, since);
  const { page = [], ...found } = await readMissing({ ...(next ? { page: next } : {}), ...lists }, readFirst);
  while (missing().length > 0) await readMissing({}, (queries) => readNamed(client, queries));
  const beside = Object.entries(belongings).map(([name, one]) => [name, one.of(waiting)]);
  if (last !== null) for (const one of Object.values(belongings)) one.forget(last);
  return { page, beside: { ...found, ...Object.fromEntries(beside) } };
};

/**
 * Reads all records of an object in the order of their ids, a page at a time, from the one after an id on. What belongs
 * to a page comes with the next one: a request a page. While a page is looked at, the next is on its way.
 */
export async function* readPages(
  client: TwentyClient,
  object: GovernedObject,
  after: string | null,
  { begun, along = [], next = [], since = null }: Joined = {},
): AsyncGenerator<LoadedPage> {
  const belongings = belongingPages(object, after);
  const onTheWay = along.values();
  const ridden: Record<string, readonly TwentyRecord[]> = {};
  let following: readonly Lists[] | undefined;
  const ask = (page: ListQuery | null, waiting: readonly TwentyRecord[]) => {
    const rider = onTheWay.next().value ?? {};
    const readFirst = async (queries: NamedQueries): Promise<Lists> => {
      const sets = [queries, rider];
      const isWithNext = page === null && sets.every((set) => next.every((one) => canCombine(set, one)));
      const isBegun = waiting.length === 0 && begun;
      const [found = {}, rode, ...more] = isBegun
        ? begun
        : await readSets(client, isWithNext ? [...sets, ...next] : sets);
      Object.assign(ridden, rode);
      if (isWithNext) following = more;
      return found;
    };
    const coming = readOn(client, object, page, waiting, belongings, since, readFirst);
    // Told where it is waited for; whoever has seen enough does not wait.
    coming.catch(() => {});
    return coming;
  };
  let waiting: readonly TwentyRecord[] = [];
  let coming = ask(pageAfter(object, after), waiting);
  for (let hasMore = true; hasMore || waiting.length > 0; ) {
    const { page, beside } = await coming;
    const records = waiting;
    waiting = page;
    hasMore = page.length === PAGE_SIZE;
    if (waiting.length > 0) coming = ask(hasMore ? pageAfter(object, String(page.at(-1)?.id)) : null, waiting);
    if (records.length > 0) yield { records, beside: { ...beside, ...ridden }, following };
  }
}

/** The open notices of the whole team, for {@link pageOfTeam}. */
export const teamNotices: ListQuery = {
  object: 'tagChangeNotice',
  filter: { and: [{ [linkTo('tagMember')]: { is: 'NOT_NULL' } }, IS_OPEN] },
  selection: NOTICE_SELECTION,
};

/** What hangs on the whole team, for {@link pageOfTeam}: registers that are small, with what was deleted of late in them. */
export const teamLists = {
  notice: teamNotices,
  agreement: { object: 'tagAgreement', filter: LIVE_OR_DELETED, selection: AGREEMENT_SELECTION },
  incident: { object: 'tagIncident', filter: LIVE_OR_DELETED, selection: INCIDENT_SELECTION },
} as const satisfies NamedQueries;

/** What {@link teamLists} found. */
export type TeamLists = Readonly<Record<keyof typeof teamLists, readonly TwentyRecord[]>>;

/** The team as a page: it was read whole as what every judgement looks at, and what hangs on it too. */
export const pageOfTeam = (
  members: readonly TwentyRecord[],
  { notice, agreement, incident }: TeamLists,
): LoadedPage => {
  const link = linkTo('tagMember');
  const ids = new Set(idsOf(members));
  const ofTeam = (records: readonly TwentyRecord[]) =>
    records.filter((one) => ids.has(String(one[link])) && isLive(one));
  return {
    records: members,
    beside: { notice: ofTeam(notice), agreement: ofTeam(agreement), incident: ofTeam(incident) },
  };
};

/** Opportunities with their customers; one whose customer lies in the trash goes on pointing at it. */
const withCustomer = (deals: readonly TwentyRecord[], customers: readonly TwentyRecord[] = []) =>
  withNamed(deals, CUSTOMER, customers).map((deal, at) => ({ ...deal, companyId: deals[at]?.companyId }));

/** The records of a page with what is related to them, as had they been read by themselves. */
const complete = (
  object: GovernedObject,
  { records, beside: { contact, credit, customer, item, team } }: LoadedPage,
): readonly TwentyRecord[] => {
  switch (object) {
    case 'company':
      return withBelongings(withNamed(records, CONTACT, contact), CREDITS, credit);
    case 'opportunity':
      return withBelongings(withBelongings(withCustomer(records, customer), ITEMS, item), TEAM, team);
    default:
      return records;
  }
};

/** A snapshot of one page of a sweep. */
export const pageSnapshot = async (
  client: TwentyClient,
  object: GovernedObject,
  page: LoadedPage,
  duplicates: Duplicates,
  stockStages: (deals: readonly TwentyRecord[]) => Promise<ReadonlySet<string>>,
): Promise<Snapshot> => {
  const { beside } = page;
  const subjects = await completeSiblings(client, complete(object, page));
  const of = (name: GovernedObject): readonly TwentyRecord[] => (name === object ? subjects : []);
  return {
    subjects: perGovernedObject(of),
    opportunities: withBelongings(beside.deal ?? [], ITEMS, beside.item),
    items: object === 'tagProduct' ? (beside.item ?? []) : [],
    notices: beside.notice ?? [],
    agreements: beside.agreement ?? [],
    incidents: beside.incident ?? [],
    movedLog: beside.log ?? [],
    // What repeats within the page is seen before any key was written.
    duplicates: bothDuplicates(duplicates, duplicatesAmong(of('company'), of('tagProduct'), compactCreditCode)),
    stockStages: object === 'opportunity' ? await stockStages(subjects) : new Set(),
    tasks: new Map(),
  };
};

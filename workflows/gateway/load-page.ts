import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { compactCreditCode } from '../rules/credit-code.ts';
import { duplicatesAmong } from '../run/duplicates.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo } from '../run/run.ts';
import type { Duplicates, Snapshot } from '../run/snapshot.ts';
import { BelongingPages, type Belongings, withBelongings, withNamed } from './belongings.ts';
import type { TwentyClient } from './client.ts';
import { bothDuplicates } from './duplicates.ts';
import { anyOf, IS_OPEN, idsOf, isIn, keysOf, openNotices } from './filter.ts';
import { type ListQuery, type Lists, type NamedQueries, PAGE_SIZE, readNamed } from './read.ts';
import {
  CONTACT,
  CREDITS,
  CUSTOMER,
  DEALS,
  ITEM_SELECTION,
  ITEMS,
  NOTICE_SELECTION,
  pageSelectionOf,
} from './selection.ts';

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

/** What else the records of a page are related to, by their ids. */
const listsBeside = (object: GovernedObject, records: readonly TwentyRecord[], { deal }: Beside): NamedQueries => {
  const last = records.at(-1);
  if (!last) return {};
  const ids = idsOf(records);
  const byId = (key: string) => anyOf(isIn('id', new Set(keysOf(records, key))));
  switch (object) {
    case 'company': {
      const hasNoDeals = deal?.reaches(String(last.id)) && deal.of(records).length === 0;
      return {
        contact: { ...CONTACT, filter: byId('tagKeyContactId') },
        item: { ...ITEMS, filter: hasNoDeals ? null : { opportunity: { [DEALS.link]: { in: ids } } } },
      };
    }
    case 'opportunity':
      return {
        customer: { ...CUSTOMER, filter: byId('companyId') },
        item: { ...ITEMS, filter: anyOf(isIn(ITEMS.link, ids)) },
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
}

/**
 * Reads the next page, and what belongs to the one before that waits for it: one request, more only where more than a
 * page belongs to it.
 */
const readOn = async (
  client: TwentyClient,
  object: GovernedObject,
  next: ListQuery | null,
  waiting: readonly TwentyRecord[],
  belongings: Beside,
): Promise<{ readonly page: readonly TwentyRecord[]; readonly beside: Lists }> => {
  const last = waiting.length > 0 ? String(waiting.at(-1)?.id) : null;
  const missing = () => Object.entries(belongings).filter(([, one]) => !one.reaches(last));
  const readMissing = async (more: NamedQueries): Promise<Lists> => {
    const pages = missing();
    const queries = Object.fromEntries(pages.map(([name, one]) => [name, one.next]));
    const found = await readNamed(client, { ...more, ...queries });
    for (const [name, one] of pages) one.add(found[name] ?? []);
    return found;
  };
  const lists = listsBeside(object, waiting, belongings);
  const { page = [], ...found } = await readMissing({ ...(next ? { page: next } : {}), ...lists });
  while (missing().length > 0) await readMissing({});
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
): AsyncGenerator<LoadedPage> {
  const belongings = Object.fromEntries(
    Object.entries(belongingsTo(object)).map(([name, one]) => [name, new BelongingPages(one, after)]),
  );
  const selection = pageSelectionOf(object);
  const ask = (next: { readonly after: string | null } | null, waiting: readonly TwentyRecord[]) => {
    const filter = next?.after ? { id: { gt: next.after } } : {};
    const coming = readOn(client, object, next && { object, filter, selection, isOnePage: true }, waiting, belongings);
    // Told where it is waited for; whoever has seen enough does not wait.
    coming.catch(() => {});
    return coming;
  };
  let waiting: readonly TwentyRecord[] = [];
  let coming = ask({ after }, waiting);
  for (let hasMore = true; hasMore || waiting.length > 0; ) {
    const { page, beside } = await coming;
    const loaded = { records: waiting, beside };
    waiting = page;
    hasMore = page.length === PAGE_SIZE;
    if (waiting.length > 0) coming = ask(hasMore ? { after: String(page.at(-1)?.id) } : null, waiting);
    if (loaded.records.length > 0) yield loaded;
  }
}

/** The team, that was read before as what every judgement looks at, with its open notices. */
export const pageOfTeam = async (client: TwentyClient, members: readonly TwentyRecord[]): Promise<LoadedPage> => {
  const filter = anyOf(openNotices(isIn(linkTo('tagMember'), idsOf(members))));
  const notice = { object: 'tagChangeNotice', filter, selection: NOTICE_SELECTION };
  return { records: members, beside: await readNamed(client, { notice }) };
};

/** Opportunities with their customers; one whose customer lies in the trash goes on pointing at it. */
const withCustomer = (deals: readonly TwentyRecord[], customers: readonly TwentyRecord[] = []) =>
  withNamed(deals, CUSTOMER, customers).map((deal, at) => ({ ...deal, companyId: deals[at]?.companyId }));

/** The records of a page with what is related to them, as had they been read by themselves. */
const complete = (
  object: GovernedObject,
  { records, beside: { contact, credit, customer, item } }: LoadedPage,
): readonly TwentyRecord[] => {
  switch (object) {
    case 'company':
      return withBelongings(withNamed(records, CONTACT, contact), CREDITS, credit);
    case 'opportunity':
      return withBelongings(withCustomer(records, customer), ITEMS, item);
    default:
      return records;
  }
};

/** A snapshot of one page of a sweep. */
export const pageSnapshot = async (
  object: GovernedObject,
  page: LoadedPage,
  duplicates: Duplicates,
  stockStages: (deals: readonly TwentyRecord[]) => Promise<ReadonlySet<string>>,
): Promise<Snapshot> => {
  const { beside } = page;
  const subjects = complete(object, page);
  const of = (name: GovernedObject): readonly TwentyRecord[] => (name === object ? subjects : []);
  return {
    subjects: perGovernedObject(of),
    opportunities: withBelongings(beside.deal ?? [], ITEMS, beside.item),
    items: object === 'tagProduct' ? (beside.item ?? []) : [],
    notices: beside.notice ?? [],
    // What repeats within the page is seen before any key was written.
    duplicates: bothDuplicates(duplicates, duplicatesAmong(of('company'), of('tagProduct'), compactCreditCode)),
    stockStages: object === 'opportunity' ? await stockStages(subjects) : new Set(),
    tasks: new Map(),
  };
};

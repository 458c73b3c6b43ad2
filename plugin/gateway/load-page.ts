import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { duplicatesAmong } from '../../workflows/pipeline/plan-run.ts';
import type { TwentyRecord } from '../../workflows/pipeline/record-change.ts';
import { linkTo } from '../../workflows/pipeline/run.ts';
import type { Duplicates, Snapshot } from '../../workflows/pipeline/snapshot.ts';
import { compactCreditCode } from '../../workflows/rules/credit-code.ts';
import { BelongingPages, type Belongings, withBelongings } from './belongings.ts';
import type { TwentyClient } from './client.ts';
import { bothDuplicates } from './duplicates.ts';
import { anyOf, IS_OPEN, idsOf, isIn, keysOf, openNotices } from './filter.ts';
import { type ListQuery, type Lists, type NamedQueries, PAGE_SIZE, readNamed } from './read.ts';
import { CREDITS, DEALS, ITEM_SELECTION, ITEMS, NOTICE_SELECTION, pageSelectionOf } from './selection.ts';

/** What belongs to the records of an object, read in pages of their own beside them. */
const belongingsTo = (object: GovernedObject): Readonly<Record<string, Belongings>> => {
  const notice: Belongings = {
    field: 'tagChangeNotices',
    object: 'tagChangeNotice',
    link: linkTo(object),
    filter: IS_OPEN,
    selection: NOTICE_SELECTION,
  };
  switch (object) {
    case 'company':
      return { notice, credit: CREDITS, deal: DEALS };
    case 'opportunity':
      return { notice, item: ITEMS };
    case 'tagProduct':
      return { notice, item: { ...ITEMS, link: 'productId', selection: ITEM_SELECTION } };
    case 'tagMember':
      return { notice };
  }
};

type Beside = Readonly<Record<string, BelongingPages>>;

/** What else a page needs that does not stand in the order of its records. */
const listsBeside = (object: GovernedObject, records: readonly TwentyRecord[], { deal }: Beside): NamedQueries => {
  const last = records.at(-1);
  if (!last) return {};
  switch (object) {
    case 'company': {
      const hasNoDeals = deal?.reaches(String(last.id)) && deal.of(records).length === 0;
      const ofThese = hasNoDeals ? null : { opportunity: { [DEALS.link]: { in: idsOf(records) } } };
      return { item: { ...ITEMS, filter: ofThese } };
    }
    case 'opportunity':
      return { credit: { ...CREDITS, filter: anyOf(isIn(CREDITS.link, new Set(keysOf(records, 'companyId')))) } };
    default:
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
 * to a page comes with the next one: a request a page.
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
  let last = after;
  let waiting: readonly TwentyRecord[] = [];
  let hasMore = true;
  while (hasMore || waiting.length > 0) {
    const filter = last === null ? {} : { id: { gt: last } };
    const next = hasMore ? { object, filter, selection, isOnePage: true } : null;
    const { page, beside } = await readOn(client, object, next, waiting, belongings);
    if (waiting.length > 0) yield { records: waiting, beside };
    hasMore = page.length === PAGE_SIZE;
    last = page.length > 0 ? String(page.at(-1)?.id) : last;
    waiting = page;
  }
}

/** The team, that was read before as what every judgement looks at, with its open notices. */
export const pageOfTeam = async (client: TwentyClient, members: readonly TwentyRecord[]): Promise<LoadedPage> => {
  const filter = anyOf(openNotices(isIn(linkTo('tagMember'), idsOf(members))));
  const notice = { object: 'tagChangeNotice', filter, selection: NOTICE_SELECTION };
  return { records: members, beside: await readNamed(client, { notice }) };
};

/** Opportunities whose customers come with their credit records. */
const withCredits = (deals: readonly TwentyRecord[], credits?: Lists[string]): readonly TwentyRecord[] => {
  const customers = deals.flatMap(({ company }) => (company ? [company as TwentyRecord] : []));
  const complete = new Map(withBelongings(customers, CREDITS, credits).map((customer) => [customer.id, customer]));
  return deals.map((deal) => ({ ...deal, company: complete.get(deal.companyId) ?? null }));
};

/** The records of a page with what belongs to them, as had they been read by themselves. */
const complete = (
  object: GovernedObject,
  records: readonly TwentyRecord[],
  { credit, item }: Lists,
): readonly TwentyRecord[] => {
  switch (object) {
    case 'company':
      return withBelongings(records, CREDITS, credit);
    case 'opportunity':
      return withCredits(withBelongings(records, ITEMS, item), credit);
    default:
      return records;
  }
};

/** A snapshot of one page of a sweep. */
export const pageSnapshot = async (
  object: GovernedObject,
  { records, beside }: LoadedPage,
  duplicates: Duplicates,
  stockStages: (deals: readonly TwentyRecord[]) => Promise<ReadonlySet<string>>,
): Promise<Snapshot> => {
  const subjects = complete(object, records, beside);
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

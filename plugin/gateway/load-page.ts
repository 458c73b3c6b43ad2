import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { duplicatesAmong } from '../../workflows/pipeline/plan-run.ts';
import type { TwentyRecord } from '../../workflows/pipeline/record-change.ts';
import { linkTo } from '../../workflows/pipeline/run.ts';
import type { Duplicates, Snapshot } from '../../workflows/pipeline/snapshot.ts';
import { compactCreditCode } from '../../workflows/rules/credit-code.ts';
import { withBelongings } from './belongings.ts';
import { bothDuplicates } from './duplicates.ts';
import { anyOf, idsOf, isIn, keysOf, openNotices } from './filter.ts';
import type { Lists, NamedQueries } from './read.ts';
import { CREDITS, ITEM_SELECTION, ITEMS, NOTICE_SELECTION, PAGE_DEAL_SELECTION } from './selection.ts';

/** What belongs to the records of a page, as their kind needs it. */
const belongingQueries = (object: GovernedObject, records: readonly TwentyRecord[]): NamedQueries => {
  const ids = idsOf(records);
  const creditsOf = (companyIds: Iterable<string>) => ({ ...CREDITS, filter: anyOf(isIn(CREDITS.link, companyIds)) });
  switch (object) {
    case 'company': {
      const ofThese = anyOf(isIn('companyId', ids));
      return {
        credit: creditsOf(ids),
        deal: { object: 'opportunity', filter: ofThese, selection: PAGE_DEAL_SELECTION },
        item: { ...ITEMS, filter: ofThese && { opportunity: ofThese } },
      };
    }
    case 'opportunity':
      return {
        credit: creditsOf(new Set(keysOf(records, 'companyId'))),
        item: { ...ITEMS, filter: anyOf(isIn(ITEMS.link, ids)) },
      };
    case 'tagProduct':
      return { item: { ...ITEMS, selection: ITEM_SELECTION, filter: anyOf(isIn('productId', ids)) } };
    case 'tagMember':
      return {};
  }
};

/** What the judgement of a page looks at beside it, read together with the next page. */
export const besideQueries = (object: GovernedObject, records: readonly TwentyRecord[]): NamedQueries => ({
  ...belongingQueries(object, records),
  notice: {
    object: 'tagChangeNotice',
    filter: anyOf(openNotices(isIn(linkTo(object), idsOf(records)))),
    selection: NOTICE_SELECTION,
  },
});

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
  records: readonly TwentyRecord[],
  beside: Lists,
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

import { type GovernedObject, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { asMoney, asNumber, asText, type Offered, type Value } from '../judgement/values.ts';
import { losersOf } from '../merges/losers.ts';
import type { Loser } from '../run/merged.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo } from '../run/run.ts';
import { LIVE_OUTCOMES, type Snapshot, stageOf } from '../run/snapshot.ts';
import { nodesOf } from '../run/values-of.ts';
import { workplaceOf } from '../run/workplace.ts';
import type { Beside } from '../subject/subject.ts';

const furthest = (left: Stage, right: Stage): Stage => (STAGES.indexOf(right) > STAGES.indexOf(left) ? right : left);

const groupStages = (
  records: readonly TwentyRecord[],
  keyOf: (record: TwentyRecord) => unknown,
  dealOf: (record: TwentyRecord) => TwentyRecord | null,
): ReadonlyMap<string, Stage> => {
  const stages = new Map<string, Stage>();
  for (const record of records) {
    const key = keyOf(record);
    const deal = dealOf(record);
    if (typeof key !== 'string' || !deal || !LIVE_OUTCOMES.has(deal.tagOutcome)) continue;
    stages.set(key, furthest(stages.get(key) ?? 'PROSPECT', stageOf(deal.tagStage)));
  }
  return stages;
};

/** What each kind of subject is judged beside. */
export const besideOf = (snapshot: Snapshot): ((object: GovernedObject, record: TwentyRecord) => Beside) => {
  const customerStages = groupStages(
    snapshot.opportunities,
    (deal) => deal.companyId,
    (deal) => deal,
  );
  const productStages = groupStages(
    snapshot.items,
    (item) => item.productId,
    (item) => (item.opportunity ?? null) as TwentyRecord | null,
  );
  const deals = Map.groupBy(snapshot.opportunities, (deal) => deal.companyId);
  const { names, creditCodes, products } = snapshot.duplicates;
  const noticesOf = (object: GovernedObject, record: TwentyRecord): readonly TwentyRecord[] => {
    const link = linkTo(object);
    return snapshot.notices.filter((notice) => notice[link] === record.id);
  };
  const mergingInto = (record: TwentyRecord): readonly Loser[] => {
    const loser = snapshot.merging?.get(idOf(record));
    return loser ? [loser] : [];
  };
  const isOther =
    (record: TwentyRecord) =>
    ({ id }: Loser): boolean =>
      snapshot.merging?.get(idOf(record))?.id !== id;
  return (object, record) => {
    const notices = noticesOf(object, record);
    const bare = {
      stage: 'PROSPECT' as Stage,
      context: {},
      items: [],
      deals: [],
      notices,
      agreements: [],
      incidents: [],
      losers: [],
    };
    switch (object) {
      case 'company':
        return {
          ...bare,
          stage: customerStages.get(idOf(record)) ?? 'PROSPECT',
          context: {
            otherNames: names,
            otherCreditCodes: creditCodes,
            isContactElsewhere: workplaceOf(record) === 'ELSEWHERE',
          },
          deals: deals.get(record.id) ?? [],
          losers: [...mergingInto(record), ...losersOf(idOf(record), snapshot.movedLog).filter(isOther(record))],
        };
      case 'opportunity':
        return {
          ...bare,
          context: { offered: offeredOf(record), isCustomerDeleted: isCustomerDeleted(record) },
          items: offeredNames(record),
          losers: mergingInto(record),
        };
      case 'tagProduct':
        return { ...bare, stage: productStages.get(idOf(record)) ?? 'PROSPECT', context: { otherNames: products } };
      case 'tagMember':
        return {
          ...bare,
          agreements: snapshot.agreements.filter(({ memberId }) => memberId === record.id),
          incidents: snapshot.incidents.filter(({ memberId }) => memberId === record.id),
        };
    }
  };
};

/** A customer in the trash is still pointed at and is not to be seen; one that was destroyed is not pointed at either. */
const isCustomerDeleted = ({ company, companyId }: TwentyRecord): boolean =>
  company === null && typeof companyId === 'string';

/** Products offered count when their features are on record (2.3.4). */
const offeredNames = (record: TwentyRecord): readonly string[] =>
  nodesOf(record.tagItems).flatMap((item) => {
    const product = (item.product ?? null) as TwentyRecord | null;
    if (!product || asText(product.features as Value) === '') return [];
    return [asText(product.name as Value)];
  });

/** How many of each product are offered, and for how much. */
const offeredOf = (record: TwentyRecord): readonly Offered[] =>
  nodesOf(record.tagItems).map((item) => ({
    quantity: asNumber(item.quantity as Value),
    amount: asMoney(item.amount as Value),
  }));

import { GOVERNED_OBJECTS, type GovernedObject, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { judge } from '../judgement/judge.ts';
import { productKey } from '../judgement/rules/product.ts';
import { asText, type JudgementContext, type Value } from '../judgement/values.ts';
import { renderSummary } from '../messages/render.ts';
import { compactCreditCode } from '../rules/credit-code.ts';
import { nameKey } from '../rules/legal-name.ts';
import type { Settings } from '../settings.ts';
import { type Entry, laterEntry } from './entry.ts';
import type { TwentyRecord } from './record-change.ts';
import { isStage, LIVE_OUTCOMES, type Patch, type Plan, type Snapshot } from './snapshot.ts';
import { nodesOf, valuesOf } from './values-of.ts';

export interface PlanInput {
  readonly snapshot: Snapshot;
  /** Who entered tags of which subject, by `object:id`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly settings: Settings;
  /** Today in the policy's zone, `YYYY-MM-DD`. */
  readonly today: string;
}

export const subjectKey = (object: string, id: string): string => `${object}:${id}`;

const idOf = (record: TwentyRecord): string => String(record.id);
const stageOf = (value: unknown): Stage => (isStage(value, STAGES) ? value : 'PROSPECT');
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

/** Counts of keys, so that a record's own key does not make it its own duplicate. */
const countBy = (records: readonly TwentyRecord[], keyOf: (record: TwentyRecord) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

const repeated = (counts: ReadonlyMap<string, number>): ReadonlySet<string> =>
  new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));

const isSameValue = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

const isSameInstant = (left: unknown, right: unknown): boolean =>
  typeof left === 'string' && typeof right === 'string' && Date.parse(left) === Date.parse(right);

/** Keeps of the wanted fields those that differ from the stored ones; undefined when none does. */
export const differenceOf = (record: TwentyRecord, wanted: Readonly<Record<string, unknown>>): Patch | undefined => {
  const fields = Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => !isSameValue(record[name], value) && !isSameInstant(record[name], value),
    ),
  );
  return Object.keys(fields).length > 0 ? { id: idOf(record), fields } : undefined;
};

/**
 * The governance fields each subject should have, as patches of what differs. Pure, and the same whatever the order
 * of the events: everything but the entry follows from the records, and the latest entry wins.
 */
export const planJudgements = (input: PlanInput): Plan => {
  const { snapshot, entries, settings, today } = input;
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
  const itemNames = new Map<string, string[]>();
  for (const item of snapshot.items) {
    const product = (item.product ?? null) as TwentyRecord | null;
    const deal = item.opportunityId;
    if (typeof deal !== 'string' || !product || asText(product.features as Value) === '') continue;
    itemNames.set(deal, [...(itemNames.get(deal) ?? []), asText(product.name as Value)]);
  }
  const duplicateNames = repeated(countBy(snapshot.subjects.company, (one) => nameKey(asText(one.name as Value))));
  const duplicateCodes = repeated(
    countBy(snapshot.subjects.company, (one) => compactCreditCode(asText(one.tagCreditCode as Value))),
  );
  const duplicateProducts = repeated(
    countBy(snapshot.subjects.tagProduct, (one) => productKey(asText(one.name as Value), asText(one.model as Value))),
  );

  const contextOf = (object: GovernedObject, record: TwentyRecord): JudgementContext => {
    switch (object) {
      case 'company':
        return {
          stage: customerStages.get(idOf(record)) ?? 'PROSPECT',
          today,
          otherNames: duplicateNames,
          otherCreditCodes: duplicateCodes,
        };
      case 'opportunity':
        return { stage: stageOf(record.tagStage), today };
      case 'tagProduct':
        return { stage: productStages.get(idOf(record)) ?? 'PROSPECT', today, otherNames: duplicateProducts };
      case 'tagMember':
        return { stage: 'PROSPECT', today };
    }
  };

  const entryFields = (object: GovernedObject, record: TwentyRecord): { entry: Entry | null; isNew: boolean } => {
    const event = entries.get(subjectKey(object, idOf(record)));
    const stored =
      typeof record.tagEnteredAt === 'string'
        ? { at: record.tagEnteredAt, by: (record.tagEnteredById as string | null | undefined) ?? null }
        : undefined;
    if (!event) return { entry: stored ?? null, isNew: false };
    const entry = laterEntry(stored, event);
    return { entry, isNew: entry === event };
  };

  const patchOf = (object: GovernedObject, record: TwentyRecord): Patch | undefined => {
    const values = valuesOf(object, record, itemNames.get(idOf(record)) ?? []);
    const { problems, completeness, hasErrors } = judge(object, values, contextOf(object, record));
    const { entry, isNew } = entryFields(object, record);
    return differenceOf(record, {
      tagReviewStatus: nextReviewStatus(record.tagReviewStatus, hasErrors, isNew),
      tagCompleteness: completeness,
      tagProblems: problems,
      tagProblemSummary: renderSummary(object, problems, settings.noticeLanguage),
      ...(entry ? { tagEnteredAt: entry.at, tagEnteredById: entry.by } : {}),
    });
  };

  const plan: Record<string, readonly Patch[]> = {};
  for (const object of GOVERNED_OBJECTS) {
    const patches = snapshot.subjects[object].map((record) => patchOf(object, record)).filter((patch) => !!patch);
    if (patches.length > 0) plan[object] = patches;
  }
  const named = [...planCreditNames(snapshot.subjects.company)];
  if (named.length > 0) plan.tagCredit = named;
  const items = planItemNames(snapshot.items);
  if (items.length > 0) plan.tagOpportunityItem = items;
  return plan;
};

/**
 * Any error is INCOMPLETE; otherwise a record whose tags were entered anew, or which is no longer incomplete, awaits
 * review; a review already given stands (DESIGN: review status).
 */
export const nextReviewStatus = (stored: unknown, hasErrors: boolean, isEnteredAnew: boolean): string => {
  if (hasErrors) return 'INCOMPLETE';
  if (isEnteredAnew) return 'PENDING';
  return stored === 'APPROVED' || stored === 'RETURNED' ? stored : 'PENDING';
};

/** A credit record and an offered product have no name of their own: they bear that of what they belong to. */
const planCreditNames = (companies: readonly TwentyRecord[]): readonly Patch[] =>
  companies.flatMap((company) =>
    nodesOf(company.tagCredits)
      .map((credit) => differenceOf(credit, { name: asText(company.name as Value) }))
      .filter((patch) => !!patch),
  );

const planItemNames = (items: readonly TwentyRecord[]): readonly Patch[] =>
  items
    .map((item) => {
      const product = (item.product ?? null) as TwentyRecord | null;
      if (!product) return undefined;
      const name = [product.name, product.model]
        .map((part) => asText(part as Value))
        .filter(Boolean)
        .join(' ');
      return differenceOf(item, { name });
    })
    .filter((patch) => !!patch);

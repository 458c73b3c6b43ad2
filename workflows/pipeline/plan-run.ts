import { GOVERNED_OBJECTS, type GovernedObject, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { creditPatch, itemName } from '../derived/derived-step.ts';
import { productKey } from '../judgement/rules/product.ts';
import { asMoney, asNumber, asText, type Offered, type Value } from '../judgement/values.ts';
import { markOf, markOfId } from '../memory/seen.ts';
import { closeOrphan, followNotice, isOrphaned } from '../notices/notice-step.ts';
import { nameKey } from '../rules/legal-name.ts';
import type { ActionRequest } from '../run/action.ts';
import { differenceOf } from '../run/difference.ts';
import type { Aside, Entry } from '../run/entry.ts';
import { namesOfPeople } from '../run/people.ts';
import { type Draft, emptyDraft, mergeDraft, type Plan } from '../run/plan.ts';
import { oneProfileEach } from '../run/profiles.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { rosterOf } from '../run/roster.ts';
import { type Clearing, idOf, linkTo, type Run, textOrNull } from '../run/run.ts';
import { isStage, LIVE_OUTCOMES, type Snapshot, type Surroundings } from '../run/snapshot.ts';
import { nodesOf } from '../run/values-of.ts';
import type { Settings } from '../settings.ts';
import type { Whereabouts } from '../tasks/whereabouts.ts';
import { followWhereabouts } from '../tasks/whereabouts.ts';
import { readBaseline } from './baseline.ts';
import { type Beside, planSubject } from './plan-subject.ts';

export interface PlanInput {
  readonly snapshot: Snapshot;
  readonly surroundings: Surroundings;
  readonly settings: Settings;
  readonly now: Date;
  /** Who entered tags of which subject, by `object:id`. */
  readonly entries?: ReadonlyMap<string, readonly Entry[]>;
  /** Writes of which subject that entered no tag, by `object:id`. */
  readonly asides?: ReadonlyMap<string, readonly Aside[]>;
  readonly actions?: ReadonlyMap<string, ActionRequest>;
  readonly clearings?: ReadonlyMap<string, Clearing>;
  /** Records that were deleted or restored. */
  readonly whereabouts?: readonly Whereabouts[];
  readonly isInstalling?: boolean;
}

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
  return (object, record) => {
    const notices = noticesOf(object, record);
    const bare = { stage: 'PROSPECT' as Stage, context: {}, items: [], deals: [], notices };
    switch (object) {
      case 'company':
        return {
          ...bare,
          stage: customerStages.get(idOf(record)) ?? 'PROSPECT',
          context: { otherNames: names, otherCreditCodes: creditCodes },
          deals: deals.get(record.id) ?? [],
        };
      case 'opportunity':
        return { ...bare, context: { offered: offeredOf(record) }, items: offeredNames(record) };
      case 'tagProduct':
        return { ...bare, stage: productStages.get(idOf(record)) ?? 'PROSPECT', context: { otherNames: products } };
      case 'tagMember':
        return bare;
    }
  };
};

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

/** An offered product has no name of its own: it bears that of the product. */
const nameItems = (items: readonly TwentyRecord[]) =>
  items.flatMap((item) => {
    const name = itemName(item);
    return name === null ? [] : (differenceOf(item, { name }) ?? []);
  });

const PERSON = 'person:';

/** Entries on a key contact are entries on its customers, on those too that only remember one that was destroyed. */
const subjectEntries = (
  entries: ReadonlyMap<string, readonly Entry[]>,
  companies: readonly TwentyRecord[],
): ReadonlyMap<string, readonly Entry[]> => {
  const found = new Map(entries);
  const onPersons = [...entries].flatMap(([key, some]) => {
    const id = key.slice(PERSON.length);
    return key.startsWith(PERSON) ? [{ id, mark: markOfId(id), some }] : [];
  });
  if (onPersons.length === 0) return found;
  for (const company of companies) {
    const remembered = markOf(readBaseline(company.tagBaseline)?.seen.tagKeyContact);
    const onContact = onPersons.flatMap(({ id, mark, some }) =>
      company.tagKeyContactId === id || mark === remembered ? some : [],
    );
    const key = `company:${idOf(company)}`;
    if (onContact.length > 0) found.set(key, [...(entries.get(key) ?? []), ...onContact]);
  }
  return found;
};

/** A run with nothing in its draft yet. */
export const startRun = ({ snapshot, surroundings, settings, now, ...input }: PlanInput): Run => {
  const calendar = createWorkingCalendar({
    timeZone: settings.timeZone,
    dayEndsAt: settings.dayEndsAt,
    companyDays: surroundings.companyDays,
  });
  const members = oneProfileEach(surroundings.members);
  return {
    snapshot,
    settings,
    calendar,
    roster: rosterOf(members, surroundings.users),
    names: namesOfPeople(surroundings, [...Object.values(snapshot.subjects).flat(), ...snapshot.notices]),
    memoryKey: surroundings.memoryKey,
    now,
    today: calendar.dateOf(now),
    entries: subjectEntries(input.entries ?? new Map(), snapshot.subjects.company),
    asides: input.asides ?? new Map(),
    actions: input.actions ?? new Map(),
    clearings: input.clearings ?? new Map(),
    relinked: new Set((input.whereabouts ?? []).flatMap(({ notice }) => (notice ? [idOf(notice)] : []))),
    isInstalling: input.isInstalling ?? false,
    draft: emptyDraft(),
  };
};

/**
 * The plan that brings the subjects of a snapshot, and what hangs on them, in line with the policy. Pure: clock,
 * settings and records are passed in. Made from what the first run has written, a second plan is empty.
 */
export const planRun = (input: PlanInput): Plan => {
  const { snapshot } = input;
  const run = startRun(input);
  const { draft } = run;
  const besideDeals = besideOf(snapshot);
  for (const deal of snapshot.subjects.opportunity) {
    apart(run, 'opportunity', deal, (own) => planSubject(own, 'opportunity', deal, besideDeals('opportunity', deal)));
  }
  const beside = besideOf({ ...snapshot, ...asPlanned(snapshot, draft) });
  for (const object of GOVERNED_OBJECTS) {
    if (object === 'opportunity') continue;
    for (const record of snapshot.subjects[object]) {
      apart(run, object, record, (own) => planSubject(own, object, record, beside(object, record)));
    }
  }
  for (const notice of snapshot.notices) {
    if (isOrphaned(notice)) apart(run, 'tagChangeNotice', notice, (own) => closeOrphan(own, notice));
    if (!hasSubject(notice) && textOrNull(notice.key) === null)
      apart(run, 'tagChangeNotice', notice, (own) => followNotice(own, notice, null, null));
  }
  followWhereabouts(draft, snapshot, input.whereabouts ?? []);
  const credits = snapshot.subjects.company.flatMap(creditPatch);
  const items = nameItems([
    ...snapshot.items,
    ...snapshot.subjects.opportunity.flatMap((deal) => nodesOf(deal.tagItems)),
  ]);
  if (credits.length > 0) draft.subjects.tagCredit = credits;
  if (items.length > 0)
    draft.subjects.tagOpportunityItem = [...new Map(items.map((patch) => [patch.id, patch])).values()];
  return draft;
};

/**
 * The deals as this run leaves them: a customer's history and stage, and a product's, follow from where they will stand,
 * not from where they were found.
 */
const asPlanned = (
  { opportunities, items }: Snapshot,
  { subjects, reverts }: Draft,
): Pick<Snapshot, 'opportunities' | 'items'> => {
  const planned = new Map<unknown, TwentyRecord>();
  for (const { id, fields } of subjects.opportunity ?? []) planned.set(id, fields);
  for (const { object, id, fields } of reverts) {
    if (object === 'opportunity') planned.set(id, { ...planned.get(id), ...fields });
  }
  const left = (deal: TwentyRecord): TwentyRecord => ({ ...deal, ...planned.get(deal.id) });
  return {
    opportunities: opportunities.map(left),
    items: items.map((item) =>
      item.opportunity ? { ...item, opportunity: left(item.opportunity as TwentyRecord) } : item,
    ),
  };
};

/** Judges one record by itself: one that cannot be judged adds nothing and keeps no other from being judged. */
const apart = (run: Run, object: string, record: TwentyRecord, judgeOne: (run: Run) => void): void => {
  const draft = emptyDraft();
  try {
    judgeOne({ ...run, draft });
    mergeDraft(run.draft, draft);
  } catch (error) {
    run.draft.faults.push({ object, id: idOf(record), reason: error instanceof Error ? error.name : 'unknown' });
  }
};

const hasSubject = (notice: TwentyRecord): boolean =>
  GOVERNED_OBJECTS.some((object) => textOrNull(notice[linkTo(object)]) !== null);

/** Names, codes and models that more than one of the records bears. */
export const duplicatesAmong = (
  companies: readonly TwentyRecord[],
  products: readonly TwentyRecord[],
  compactCode: (code: string) => string,
): Snapshot['duplicates'] => ({
  names: repeated(companies.map((one) => nameKey(asText(one.name as Value)))),
  creditCodes: repeated(companies.map((one) => compactCode(asText(one.tagCreditCode as Value)))),
  products: repeated(products.map((one) => productKey(asText(one.name as Value), asText(one.model as Value)))),
});

const repeated = (keys: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) {
    if (key === '') continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
};

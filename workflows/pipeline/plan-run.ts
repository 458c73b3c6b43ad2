import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';
import { creditPatch } from '../credits/credit-patch.ts';
import { followItems } from '../derived/follow-items.ts';
import { nameTeam } from '../derived/name-team.ts';
import { type SoldDeal, soldItems } from '../derived/sold-items.ts';
import { followNotice } from '../notices/follow-notice.ts';
import { closeOrphan, isOrphaned } from '../notices/orphan.ts';
import { addConsequences, type Consequences } from '../run/consequences.ts';
import { type Draft, emptyDraft, mergeDraft, type Plan } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo, type Run, subjectKey, textOrNull } from '../run/run.ts';
import type { Snapshot } from '../run/snapshot.ts';
import { nodesOf } from '../run/values-of.ts';
import { followWhereabouts } from '../tasks/whereabouts.ts';
import { mayBeOutdated } from '../verification/identity.ts';
import { besideOf } from './beside.ts';
import { planSubject } from './plan-subject.ts';
import { type PlanInput, startRun } from './start-run.ts';

/**
 * The plan that brings the subjects of a snapshot, and what hangs on them, in line with the policy. Pure: clock,
 * settings and records are passed in. Made from what the first run has written, a second plan is empty.
 */
export const planRun = (input: PlanInput): Plan => {
  const { snapshot } = input;
  const run = startRun(input);
  const draft = emptyDraft();
  const besideDeals = besideOf(snapshot);
  for (const deal of besideCustomers(run, snapshot, besideDeals)) {
    apart(draft, 'opportunity', deal, () => planSubject(run, 'opportunity', deal, besideDeals('opportunity', deal)));
  }
  const planned = asPlanned(snapshot, draft);
  const beside = besideOf({ ...snapshot, ...planned });
  for (const object of GOVERNED_OBJECTS) {
    if (object === 'opportunity') continue;
    for (const record of snapshot.subjects[object]) {
      apart(draft, object, record, () => planSubject(run, object, record, beside(object, record)));
    }
  }
  for (const notice of snapshot.notices) {
    const judgeNotice = (follow: () => Consequences) =>
      apart(draft, 'tagChangeNotice', notice, () => planOf(run, follow()));
    if (isOrphaned(notice)) judgeNotice(() => closeOrphan(run, notice));
    if (!hasSubject(notice) && textOrNull(notice.key) === null)
      judgeNotice(() => followNotice(run, notice, null, null));
  }
  followWhereabouts(draft, snapshot, input.whereabouts ?? []);
  const credits = snapshot.subjects.company.flatMap(creditPatch);
  const deals = [...customersDeals(snapshot, planned.opportunities), ...dealsWithCustomer(planned.deals)];
  const items = followItems(
    [...snapshot.items, ...deals.flatMap(({ deal }) => nodesOf(deal.tagItems))],
    soldItems(deals),
  );
  const team = nameTeam(
    run,
    snapshot.subjects.opportunity.flatMap((deal) => nodesOf(deal.tagTeam)),
  );
  if (credits.length > 0) draft.subjects.tagCredit = credits;
  if (items.length > 0)
    draft.subjects.tagOpportunityItem = [...new Map(items.map((patch) => [patch.id, patch])).values()];
  if (team.length > 0) draft.subjects.tagOpportunityMember = [...team];
  return draft;
};

/**
 * The deals as this run leaves them: a customer's history and stage, and a product's, follow from where they will stand,
 * not from where they were found.
 */
const asPlanned = (
  { opportunities, items, subjects: { opportunity } }: Snapshot,
  { subjects, reverts }: Draft,
): Pick<Snapshot, 'opportunities' | 'items'> & { readonly deals: readonly TwentyRecord[] } => {
  const planned = new Map<unknown, TwentyRecord>();
  for (const { id, fields } of subjects.opportunity ?? []) planned.set(id, fields);
  for (const { object, id, fields } of reverts) {
    if (object === 'opportunity') planned.set(id, { ...planned.get(id), ...fields });
  }
  const left = (deal: TwentyRecord): TwentyRecord => ({ ...deal, ...planned.get(deal.id) });
  return {
    deals: opportunity.map(left),
    opportunities: opportunities.map(left),
    items: items.map((item) =>
      item.opportunity ? { ...item, opportunity: left(item.opportunity as TwentyRecord) } : item,
    ),
  };
};

/** The deals of the customers that are looked at: as the customer stands now. */
const customersDeals = (
  { subjects: { company } }: Snapshot,
  opportunities: readonly TwentyRecord[],
): readonly SoldDeal[] => {
  const industries = new Map(company.map(({ id, tagIndustry }) => [id, tagIndustry]));
  return opportunities.flatMap((deal) =>
    industries.has(deal.companyId) ? [{ deal, industry: industries.get(deal.companyId) }] : [],
  );
};

/** The deals that are looked at themselves, each read with its customer. */
const dealsWithCustomer = (deals: readonly TwentyRecord[]): readonly SoldDeal[] =>
  deals.map((deal) => ({ deal, industry: (deal.company as TwentyRecord | null | undefined)?.tagIndustry }));

/**
 * The deals with their customers as this run leaves them, where that counts for a deal: a signed one asks for a customer
 * that is verified (POLICY §4), and who bears another name is so no more. All else of a customer that a deal looks at is
 * as people entered it.
 */
const besideCustomers = (
  run: Run,
  { subjects: { company, opportunity } }: Snapshot,
  beside: ReturnType<typeof besideOf>,
): readonly TwentyRecord[] => {
  const wanted = new Set(opportunity.map(({ companyId }) => companyId));
  const renamed = company.filter(
    (customer) =>
      wanted.has(customer.id) && mayBeOutdated(customer, run.entries.get(subjectKey('company', idOf(customer))) ?? []),
  );
  if (renamed.length === 0) return opportunity;
  const planned = emptyDraft();
  for (const customer of renamed) {
    apart(planned, 'company', customer, () => planSubject(run, 'company', customer, beside('company', customer)));
  }
  const verification = new Map(
    planned.subjects.company?.flatMap(({ id, fields: { tagVerification } }) =>
      tagVerification === undefined ? [] : [[id, tagVerification]],
    ),
  );
  return opportunity.map((deal) => {
    const tagVerification = verification.get(String(deal.companyId));
    const customer = deal.company as TwentyRecord | null | undefined;
    return customer && tagVerification !== undefined ? { ...deal, company: { ...customer, tagVerification } } : deal;
  });
};

/** Judges one record by itself: one that cannot be judged adds nothing and keeps no other from being judged. */
const apart = (draft: Draft, object: string, record: TwentyRecord, judgeOne: () => Plan): void => {
  try {
    mergeDraft(draft, judgeOne());
  } catch (error) {
    draft.faults.push({ object, id: idOf(record), reason: error instanceof Error ? error.name : 'unknown' });
  }
};

const planOf = (run: Run, consequences: Consequences): Plan => {
  const draft = emptyDraft();
  addConsequences(run, draft, consequences);
  return draft;
};

const hasSubject = (notice: TwentyRecord): boolean =>
  GOVERNED_OBJECTS.some((object) => textOrNull(notice[linkTo(object)]) !== null);

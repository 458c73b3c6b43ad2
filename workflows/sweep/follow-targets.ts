import { tagsOf } from '../../objects/taxonomy/facts.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { idsOf, isIn } from '../gateway/filter.ts';
import { LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { type ListQuery, PAGE_SIZE, readLists } from '../gateway/read.ts';
import { fieldsOf } from '../gateway/selection.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { asMoney, asNumber, type Value } from '../judgement/values.ts';
import { remembered } from '../memory/core.ts';
import { withFormerUsers } from '../ownership/former-users.ts';
import { ownershipMemory } from '../ownership/ownership-memory.ts';
import type { Scope } from '../pipeline/scope.ts';
import { quarterBefore, quarterOf, quarterStart } from '../rules/quarter.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import type { Settings } from '../settings.ts';
import { planTargets, quartersOf } from '../targets/plan-targets.ts';
import { type FirstSale, resultsOf, type SignedDeal } from '../targets/results.ts';
import { chunk } from './chunk.ts';

const OWN_FIELDS = tagsOf('tagTarget').filter(({ kind }) => kind !== 'MANY_TO_ONE');

/** All targets, those in the trash too: what was taken back is not made again. */
export const allTargets: ListQuery = {
  object: 'tagTarget',
  filter: LIVE_OR_DELETED,
  selection: `id createdAt updatedAt deletedAt memberId ${fieldsOf(OWN_FIELDS)}`,
};

/** What was sold since a day: the signed opportunities, and the customers whose first contract it may be. */
const soldSince = (day: string): readonly ListQuery[] => [
  {
    object: 'opportunity',
    filter: { tagSignedOn: { gte: day } },
    selection: 'id companyId ownerId tagSignedOn amount{amountMicros currencyCode}',
  },
  {
    object: 'company',
    filter: { tagFirstCooperationDate: { gte: day } },
    selection: 'id tagFirstCooperationDate tagOpeningCooperations',
  },
];

/** Who owned those opportunities last whose owner has left: Twenty has emptied the relation. */
const formerOwners = async (
  client: TwentyClient,
  deals: readonly TwentyRecord[],
): Promise<ReadonlyMap<unknown, string>> => {
  const owners = new Map<unknown, string>();
  const orphans = idsOf(deals.filter(({ ownerId }) => textOrNull(ownerId) === null));
  for (const ids of chunk(orphans, PAGE_SIZE)) {
    const [filter = {}] = isIn('id', ids);
    const [found = []] = await readLists(client, [{ object: 'opportunity', filter, selection: 'id tagBaseline' }]);
    for (const deal of found) {
      const { ownedBy, ownerLeft } = remembered(ownershipMemory, deal) ?? {};
      if (ownedBy && ownerLeft) owners.set(deal.id, ownedBy);
    }
  }
  return owners;
};

const dayIn = (value: unknown): string => String(value).slice(0, 10);

const dealsOf = (deals: readonly TwentyRecord[], former: ReadonlyMap<unknown, string>): readonly SignedDeal[] =>
  deals.map((deal) => ({
    id: String(deal.id),
    customerId: textOrNull(deal.companyId),
    ownerId: textOrNull(deal.ownerId) ?? former.get(deal.id) ?? null,
    signedOn: dayIn(deal.tagSignedOn),
    amount: asMoney(deal.amount as Value),
  }));

const firstSalesOf = (customers: readonly TwentyRecord[]): readonly FirstSale[] =>
  customers.map(({ id, tagFirstCooperationDate, tagOpeningCooperations }) => ({
    customerId: String(id),
    on: dayIn(tagFirstCooperationDate),
    isKnownBefore: (asNumber(tagOpeningCooperations as Value) ?? 0) > 0,
  }));

/** Whether what was sold, or a target, may be another than at an instant, by what was found written since. */
export const mayHaveMoved = (scopes: readonly Scope[], targets: readonly TwentyRecord[], since: string): boolean =>
  scopes.some(({ companyIds, opportunityIds, memberIds }) =>
    [companyIds, opportunityIds, memberIds].some(({ size }) => size > 0),
  ) || targets.some(({ updatedAt }) => Date.parse(String(updatedAt)) >= Date.parse(since));

/** What targets are followed by. */
export interface TargetSweep {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  /** The team's profiles. */
  readonly members: readonly TwentyRecord[];
  /** What {@link allTargets} found. */
  readonly targets: readonly TwentyRecord[];
  /** Whether every quarter is looked at; else the current one and the one before, which still move. */
  readonly isWhole: boolean;
}

export interface TargetsFollowed extends WriteResult {
  /** The profiles as they show the targets now. */
  readonly members: readonly TwentyRecord[];
  /** Those of them that changed. */
  readonly changed: readonly string[];
}

/**
 * Brings the targets in line with what was sold, and the profiles with the targets (2.4.5, 5.3.4). Nothing more is read
 * where nobody has a target of a quarter that is looked at: else a request, and a page more for every two hundred
 * contracts. Nothing is written where nothing changed.
 */
export const followTargets = async (sweep: TargetSweep): Promise<TargetsFollowed> => {
  const { client, settings, now, members, targets, isWhole } = sweep;
  const today = createWorkingCalendar({ timeZone: settings.timeZone }).dateOf(now);
  const recent = quarterBefore(quarterOf(today));
  const quarters = quartersOf(targets, members).filter((quarter) => isWhole || quarter >= recent);
  const since = quarters.reduce((first, quarter) => (quarter < first ? quarter : first), recent);
  const [deals = [], customers = []] =
    quarters.length > 0 ? await readLists(client, soldSince(quarterStart(since))) : [];
  const former = await formerOwners(client, deals);
  const plan = planTargets({
    targets,
    profiles: withFormerUsers(members),
    results: resultsOf(dealsOf(deals, former), firstSalesOf(customers)),
    since,
    today,
  });
  const written = await writePlan(client, {
    ...emptyDraft(),
    made: { tagTarget: plan.adopted },
    subjects: { tagTarget: plan.targets, tagMember: plan.members },
  });
  const fields = new Map(plan.members.map((patch) => [patch.id, patch.fields]));
  return {
    ...written,
    members: members.map((member) => ({ ...member, ...fields.get(String(member.id)) })),
    changed: [...fields.keys()],
  };
};

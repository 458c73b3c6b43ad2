import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../objects/taxonomy/types.ts';
import { isIdle, type Plan } from '../../../workflows/run/plan.ts';
import { readSettings } from '../../../workflows/settings.ts';
import { applied, emptyModel, type Model, planOver, writtenBy } from './model.ts';

const START = Date.parse('2026-09-28T01:00:00.000Z');
const MEMBERS = ['rep', 'other', 'manager', 'reviewer'] as const;
const money = fc.option(
  fc.record({ amountMicros: fc.integer({ min: 0, max: 9e9 }), currencyCode: fc.constantFrom('CNY', 'USD') }),
);
const text = fc.option(fc.constantFrom('', '无', '甲', '乙', '  乙 ', '丙'));
const maybe = <Value extends string>(...values: readonly Value[]) => fc.option(fc.constantFrom(...values));

const companyFields = {
  name: fc.constantFrom('甲有限公司', '乙股份有限公司', ' 甲有限公司 ', '', '丙'),
  tagCustomerType: maybe('SME', 'GOVERNMENT', 'NOBODY'),
  tagIndustry: maybe('C', 'J'),
  tagIndustrySegment: maybe('C34', 'J66'),
  tagBusinessScope: text,
  tagCreditCode: maybe('91320200000000000X', ''),
  tagEmployees: fc.option(fc.integer({ min: -1, max: 2000 })),
  annualRevenue: money,
  tagBudgetMin: money,
  tagBudgetMax: money,
  tagSpecialNeeds: text,
  tagSpecialNeedsConfirmedAt: maybe('2026-09-21T00:00:00.000Z'),
  tagProductNeeds: text,
  tagServiceNeeds: fc.option(fc.shuffledSubarray(['TRAINING', 'LOGISTICS'])),
  tagVerification: maybe('UNVERIFIED', 'VERIFIED', 'DOUBTFUL'),
  tagAction: maybe('CONFIRM', 'APPROVE', 'RETURN', 'DANCE'),
  tagActionNote: text,
  tagRegisteredAddress: fc.option(fc.record({ addressCity: fc.constantFrom('无锡', ''), addressStreet1: text })),
  accountOwnerId: maybe(...MEMBERS),
};
const dealFields = {
  name: fc.constantFrom('二期', ''),
  companyId: fc.constantFrom('c0', 'c1', null),
  ownerId: maybe(...MEMBERS),
  tagSource: maybe('TRADE_FAIR'),
  tagStage: fc.constantFrom(...STAGES),
  tagOutcome: maybe('OPEN', 'WON', 'LOST', 'ABANDONED'),
  tagCompetitors: fc.option(fc.shuffledSubarray(['甲', '乙', ' '])),
  tagNoCompetitor: fc.option(fc.boolean()),
  tagAdvantage: text,
  tagDisadvantage: text,
  tagNextFollowUpOn: maybe('2026-09-25', '2026-10-20'),
  amount: money,
  closeDate: maybe('2026-09-24T16:30:00.000Z'),
  tagActionNote: text,
  tagAction: maybe('CONFIRM', 'APPROVE', 'RETURN'),
};
const productFields = {
  name: fc.constantFrom('网关', '平台', ''),
  model: fc.constantFrom('DG-200', 'DG-300'),
  category: maybe('HARDWARE'),
  features: text,
  advantages: text,
  keeperId: maybe(...MEMBERS),
};

const stamped = (id: string, fields: object) => ({
  id,
  ...fields,
  createdAt: new Date(START).toISOString(),
  updatedAt: new Date(START).toISOString(),
  createdBy: { source: 'MANUAL', workspaceMemberId: 'rep' },
  updatedBy: { source: 'MANUAL', workspaceMemberId: 'rep' },
});
const some = (prefix: string, fields: Record<string, fc.Arbitrary<unknown>>, most: number) =>
  fc.array(fc.record(fields), { maxLength: most }).map((list) => list.map((one, at) => stamped(`${prefix}${at}`, one)));

const team = MEMBERS.map((member, at) =>
  stamped(`m${at}`, {
    name: member,
    jobPosition: 'SALES_REP',
    joinedOn: '2026-09-01',
    workspaceMemberId: member,
    managerId: at < 2 ? 'm2' : null,
    duties: member === 'reviewer' ? ['REVIEWER'] : null,
  }),
);
const models = fc
  .record({
    company: some('c', companyFields, 3),
    opportunity: some('o', dealFields, 3),
    tagProduct: some('p', productFields, 2),
  })
  .map((records): Model => ({ ...emptyModel, ...records, tagMember: team }));

const write = fc.oneof(
  fc.record({
    object: fc.constant('company' as const),
    id: fc.constantFrom('c0', 'c1', 'c2'),
    fields: fc.record(companyFields, { requiredKeys: [] }),
  }),
  fc.record({
    object: fc.constant('opportunity' as const),
    id: fc.constantFrom('o0', 'o1', 'o2'),
    fields: fc.record(dealFields, { requiredKeys: [] }),
  }),
  fc.record({
    object: fc.constant('tagProduct' as const),
    id: fc.constantFrom('p0', 'p1'),
    fields: fc.record(productFields, { requiredKeys: [] }),
  }),
);
const life = fc.record({
  model: models,
  enforcement: fc.constantFrom('FLAG', 'REVERT'),
  writes: fc.array(fc.record({ write, by: fc.constantFrom(...MEMBERS), hours: fc.integer({ min: 1, max: 400 }) }), {
    maxLength: 4,
  }),
});

const settingsOf = (enforcement: string) => readSettings({ NOTICE_LANGUAGE: 'en', ENFORCEMENT: enforcement }).settings;

/** A plan as a set: in the order of ids. */
const sorted = (plan: Plan): unknown => {
  const byId = <Item extends { readonly id: string }>(list: readonly Item[]) =>
    [...list].sort((left, right) => left.id.localeCompare(right.id));
  return {
    reverts: byId(plan.reverts),
    logs: byId(plan.logs),
    notices: byId(plan.notices),
    tasks: byId(plan.tasks),
    closedTasks: [...plan.closedTasks].sort(),
    subjects: Object.fromEntries(Object.entries(plan.subjects).map(([object, list]) => [object, byId(list)])),
    faults: byId(plan.faults),
  };
};

describe('a plan', () => {
  it('made from what the first has written is empty, whatever people write in between and when', () => {
    fc.assert(
      fc.property(life, ({ model, writes, enforcement }) => {
        const settings = settingsOf(enforcement);
        let now = new Date(START);
        let records = applied(model, planOver(model, now, { settings }), now);
        expect(isIdle(planOver(records, now, { settings }))).toBe(true);
        for (const { write: one, by, hours } of writes) {
          now = new Date(now.getTime() + hours * 3_600_000);
          records = writtenBy(records, one.object, one.id, one.fields, by, now);
          // A request whose event does not come is left alone for a while.
          now = new Date(now.getTime() + 3_600_000);
          const plan = planOver(records, now, { settings });
          expect(plan.faults).toEqual([]);
          records = applied(records, plan, now);
          const again = planOver(records, now, { settings });
          expect(isIdle(again), JSON.stringify(again)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20_260_928 },
    );
  });

  it('does not hang on the order of the records', () => {
    fc.assert(
      fc.property(models, fc.integer(), (model, turn) => {
        const now = new Date(START + 40 * 86_400_000);
        const turned = <Item>(list: readonly Item[]): readonly Item[] => {
          const at = list.length === 0 ? 0 : Math.abs(turn) % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const other: Model = {
          ...model,
          company: turned(model.company),
          opportunity: turned(model.opportunity),
          tagProduct: turned(model.tagProduct),
          tagMember: turned(model.tagMember),
        };
        expect(sorted(planOver(other, now))).toEqual(sorted(planOver(model, now)));
      }),
      { numRuns: 200, seed: 20_260_929 },
    );
  });

  it('made twice from one sight of the records, whichever event each run heard, finds the same facts', () => {
    const events = fc.record({
      company: fc.constantFrom('c0', 'c1', 'c2'),
      by: fc.constantFrom(...MEMBERS),
      minutes: fc.integer({ min: 0, max: 59 }),
    });
    const heard = ({ company, by, minutes }: { company: string; by: string; minutes: number }) =>
      new Map([[`company:${company}`, [{ at: new Date(START + minutes * 60_000).toISOString(), by }]]]);
    fc.assert(
      fc.property(life, events, events, ({ model, writes }, left, right) => {
        const now = new Date(START + 3_600_000);
        let records = applied(model, planOver(model, new Date(START)), new Date(START));
        for (const { write: one, by } of writes) records = writtenBy(records, one.object, one.id, one.fields, by, now);
        const [one, two] = [left, right].map((event) =>
          planOver(records, new Date(now.getTime() + 3_600_000), { entries: heard(event) }),
        );
        const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(({ id }) => id).sort();
        // An action carried out bears the hour it was asked at, which only its own event knows.
        const facts = (plan: Plan | undefined) =>
          (plan?.logs ?? []).filter(({ fields }) =>
            ['ENTERED', 'CHANGED', 'STAGE_MOVED', 'CHECK_MISSED'].includes(String(fields.kind)),
          );
        expect(ids(facts(one))).toEqual(ids(facts(two)));
        expect(ids(one?.notices)).toEqual(ids(two?.notices));
      }),
      { numRuns: 200, seed: 20_260_930 },
    );
  });

  it('for one record that cannot be judged tells of it and holds all others', () => {
    const good = stamped('c1', { name: '甲有限公司', tagCustomerType: 'SME', tagIndustry: 'C' });
    const bad = { ...stamped('c0', { name: '乙有限公司' }), createdAt: 'yesterday' };
    const plan = planOver({ ...emptyModel, company: [bad, good] }, new Date(START));
    expect(plan.faults).toEqual([{ object: 'company', id: 'c0', reason: 'TypeError' }]);
    expect(plan.subjects.company?.map(({ id }) => id)).toEqual(['c1']);
    expect(plan.logs.map(({ fields }) => fields.companyId)).toEqual(['c1']);
  });
});

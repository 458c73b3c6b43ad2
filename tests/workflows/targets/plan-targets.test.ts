import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { planTargets, quartersOf, type TargetFacts } from '../../../workflows/targets/plan-targets.ts';

const money = (amount: number, currencyCode: string | null = 'CNY') => ({
  amountMicros: amount * 1_000_000,
  currencyCode,
});
const WANG = { id: 'm1', name: '王志强', workspaceMemberId: 'wang' };
const LIN = { id: 'm2', name: '林晓梅', workspaceMemberId: 'lin' };
const RESULTS = new Map([
  ['wang:2026Q4', { amounts: [money(60)], deals: 1, newCustomers: 1 }],
  ['wang:2026Q3', { amounts: [money(40)], deals: 1, newCustomers: 0 }],
]);
/** What Twenty stores of a field that nobody filled. */
const EMPTY = { salesActual: null, salesAttainment: null, signedDeals: null, newCustomerActual: null };
const target = (more: TwentyRecord = {}): TwentyRecord => ({
  ...EMPTY,
  id: 't1',
  memberId: 'm1',
  quarter: '2026Q4',
  salesTarget: money(100),
  ...more,
});
const facts = (more: Partial<TargetFacts> = {}): TargetFacts => ({
  targets: [target()],
  profiles: [WANG, LIN],
  results: RESULTS,
  since: '2026Q3',
  today: '2026-11-27',
  ...more,
});

/** The records as a plan leaves them. */
const leftBy = ({ targets, profiles, ...others }: TargetFacts): TargetFacts => {
  const plan = planTargets({ targets, profiles, ...others });
  const patched = (records: readonly TwentyRecord[], patches: typeof plan.targets) =>
    records.map((record) => ({ ...record, ...patches.find(({ id }) => id === record.id)?.fields }));
  return {
    ...others,
    targets: [...patched(targets, plan.targets), ...plan.adopted.map(({ id, fields }) => ({ id, ...fields }))],
    profiles: patched(profiles, plan.members),
  };
};
const IDLE = { adopted: [], targets: [], members: [] };
const only = (given: TargetFacts): TwentyRecord => leftBy(given).targets[0] ?? {};
const profile = (given: TargetFacts, at = 0): TwentyRecord => leftBy(given).profiles[at] ?? {};

describe('a target', () => {
  it('is named, placed and counted, shown on the profile, and then left alone', () => {
    const given = facts();
    expect(only(given)).toMatchObject({
      name: '王志强 · 2026Q4',
      state: 'CURRENT',
      salesActual: money(60),
      salesAttainment: 60,
      newCustomerActual: 1,
    });
    expect(profile(given)).toMatchObject({ targetPeriod: '2026Q4', salesTarget: money(100) });
    expect(profile(given, 1)).toEqual(LIN);
    expect(planTargets(leftBy(given))).toEqual(IDLE);
  });

  it.each([
    ['2026-09-30', 'AHEAD', null],
    ['2026-10-01', 'CURRENT', 60],
    ['2026-12-31', 'CURRENT', 60],
    ['2027-01-01', 'PAST', 60],
  ])('of 2026Q4 on %s: %s, %s', (today, state, salesAttainment) => {
    expect(only(facts({ today }))).toMatchObject({ state, salesAttainment });
  });

  it.each(['2026 q4', '2026年第四季度'])('whose quarter is written %s is brought to the usual form', (quarter) => {
    expect(only(facts({ targets: [target({ quarter })] }))).toMatchObject({ quarter: '2026Q4', state: 'CURRENT' });
  });

  it('of no quarter says so and has no figures', () => {
    expect(only(facts({ targets: [target({ quarter: 'autumn' })] }))).toMatchObject({
      name: '王志强 · autumn',
      quarter: 'autumn',
      state: 'UNCLEAR',
      salesActual: null,
      salesAttainment: null,
    });
  });

  it('entered twice counts once, the first of them, until that is taken back', () => {
    const second = target({
      id: 't2',
      quarter: '2026 Q4',
      createdAt: '2026-11-02T00:00:00.000Z',
      salesTarget: money(50),
    });
    const one = target({ createdAt: '2026-11-01T00:00:00.000Z' });
    const both = leftBy(facts({ targets: [second, one] }));
    expect(both.targets).toMatchObject([
      { state: 'TWICE', quarter: '2026Q4', salesAttainment: null },
      { state: 'CURRENT', key: 'm1:2026Q4', salesAttainment: 60 },
    ]);
    expect(both.profiles[0]).toMatchObject({ salesTarget: money(100) });
    expect(planTargets(both)).toEqual(IDLE);
    const deleted = both.targets.map((found) =>
      found.id === 't1' ? { ...found, deletedAt: '2026-11-03T00:00:00.000Z' } : found,
    );
    const left = leftBy({ ...both, targets: deleted });
    // The one in the trash keeps the key, which no other may have.
    expect(left.targets[0]).toMatchObject({ state: 'CURRENT', salesAttainment: 120 });
    expect(left.targets[0]?.key ?? null).toBeNull();
    expect(left.profiles[0]).toMatchObject({ salesTarget: money(50) });
    expect(planTargets(left)).toEqual(IDLE);
  });

  it.each([
    ['created first', { t1: '2026-11-01T00:00:00Z', t2: '2026-11-02T00:00:00Z', t3: '2026-11-03T00:00:00Z' }, 't1'],
    ['created first, whatever its id', { t1: '2026-11-03T00:00:00Z', t2: '2026-11-01T00:00:00Z', t3: null }, 't3'],
    [
      'of the smallest id, created at once',
      { t1: '2026-11-01T00:00:00Z', t2: '2026-11-01T00:00:00Z', t3: '2026-11-02T00:00:00Z' },
      't1',
    ],
    ['of the smallest id, where it is not known when', { t1: null, t2: null, t3: null }, 't1'],
  ])('of three, that counts which was %s, in whatever order they are read', (_what, created, counts) => {
    const three = Object.entries(created).map(([id, createdAt], at) =>
      target({ id, createdAt, salesTarget: money(100 * (at + 1)) }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(three, { minLength: 3 }), (shuffled) => {
        const left = leftBy(facts({ targets: shuffled }));
        expect(left.targets.filter(({ state }) => state !== 'TWICE').map(({ id }) => id)).toEqual([counts]);
        expect(left.profiles[0]?.salesTarget).toEqual(three.find(({ id }) => id === counts)?.salesTarget);
      }),
      { seed: 20_261_127, numRuns: 12 },
    );
  });

  it('of no quarter is no second one of another of none, has no key, and leaves no figures from before', () => {
    const unclear = ['年底', '2025 autumn', ' '].map((quarter, at) =>
      target({ id: `t${at}`, quarter, key: 'old', salesActual: money(7), signedDeals: 1, salesAttainment: 7 }),
    );
    const left = leftBy(facts({ targets: unclear }));
    expect(left.targets.map(({ name, state, key, signedDeals }) => [name, state, key, signedDeals])).toEqual([
      ['王志强 · 年底', 'UNCLEAR', null, null],
      ['王志强 · 2025 autumn', 'UNCLEAR', null, null],
      ['王志强', 'UNCLEAR', null, null],
    ]);
    expect(left.targets[0]).toMatchObject({ salesActual: { amountMicros: null }, salesAttainment: null });
    // Nor is it what the profile shows.
    expect(left.profiles[0]).toEqual(WANG);
  });

  it.each([
    [{ memberId: null }, '2026Q4'],
    [{ memberId: 'gone' }, '2026Q4'],
    [{ memberId: null, quarter: null }, ''],
    [{ memberId: null, quarter: '年底' }, '年底'],
  ])('of %j is named "%s", and has no key', (more, name) => {
    const left = only(facts({ targets: [target({ name: 'x', ...more })] }));
    expect(left).toMatchObject({ name });
    expect(left.key ?? null).toBeNull();
  });

  it.each([
    ['2026Q2', 7, 'kept, as before the first quarter that is known'],
    ['2026Q3', 40, 'counted, as in the first that is known'],
    ['2026Q4', 60, 'counted'],
    ['2027Q1', null, 'none yet'],
  ])('of %s has sold %s: %s', (quarter, sold, _why) => {
    const left = only(facts({ targets: [target({ quarter, salesActual: money(7) })] }));
    expect(left.salesActual).toMatchObject({ amountMicros: sold === null ? null : sold * 1_000_000 });
  });

  it('of a quarter in which nothing was sold has sold nothing, in its own currency', () => {
    const left = only(facts({ targets: [target({ memberId: 'm2', salesTarget: money(100, 'USD') })] }));
    expect(left).toMatchObject({ salesActual: money(0, 'USD'), signedDeals: 0, salesAttainment: 0 });
  });

  it('of nobody is no second one of another of nobody', () => {
    const orphans = ['t1', 't2'].map((id) => target({ id, memberId: null }));
    expect(leftBy(facts({ targets: orphans })).targets.map(({ state }) => state)).toEqual(['CURRENT', 'CURRENT']);
  });

  it('of a quarter that was not looked at keeps what was sold; what the manager enters counts', () => {
    const old = target({ quarter: '2026Q1', salesActual: money(7), profitTarget: money(4), profitActual: money(1) });
    expect(only(facts({ targets: [old] }))).toMatchObject({
      state: 'PAST',
      salesActual: money(7),
      profitAttainment: 25,
    });
  });

  it('of a member without a user, or of nobody, has no figures', () => {
    const nobody = { name: '孙倩', id: 'm3', workspaceMemberId: null };
    for (const memberId of ['m3', null])
      expect(only(facts({ profiles: [nobody], targets: [target({ memberId })] }))).toMatchObject({
        salesActual: null,
        signedDeals: null,
      });
  });

  it('without an amount is one nothing, whichever way Twenty gives it back', () => {
    const given = leftBy(
      facts({ targets: [target({ salesTarget: null })], profiles: [{ ...WANG, workspaceMemberId: null }] }),
    );
    const empty = { amountMicros: null, currencyCode: '' };
    const stored = given.targets.map((one) => ({ ...one, salesActual: empty, salesTarget: empty }));
    const profiles = given.profiles.map((one) => ({ ...one, salesTarget: null, profitTarget: empty }));
    expect(planTargets({ ...given, targets: stored, profiles })).toEqual(IDLE);
  });
});

describe('a profile', () => {
  const q = (quarter: string, amount: number) => target({ id: quarter, quarter, salesTarget: money(amount) });
  it.each([
    [['2026Q3', '2026Q4', '2027Q1'], '2026Q4'],
    [['2026Q2', '2026Q3'], '2026Q3'],
    [['2026Q3', '2027Q1'], '2026Q3'],
    [['2027Q2', '2027Q1'], '2027Q1'],
  ])('of targets of %j shows that of %s', (quarters, shown) => {
    const given = facts({ targets: quarters.map((quarter, at) => q(quarter, at + 1)) });
    expect(profile(given)).toMatchObject({
      targetPeriod: shown,
      salesTarget: money(quarters.indexOf(shown) + 1),
    });
    expect(planTargets(leftBy(given))).toEqual(IDLE);
  });

  it('shows the new quarter once it has begun', () => {
    const targets = [q('2026Q4', 1), q('2027Q1', 2)];
    const shown = (today: string) => profile(facts({ targets, today })).targetPeriod;
    expect([shown('2026-12-31'), shown('2027-01-01')]).toEqual(['2026Q4', '2027Q1']);
  });

  const OWN = { ...WANG, targetPeriod: '2026Q4', salesTarget: money(80), newCustomerTarget: 3 };

  it('with targets of its own, from before there were others, has them taken over once', () => {
    const given = facts({ targets: [], profiles: [OWN] });
    const [adopted] = planTargets(given).adopted;
    expect(adopted?.fields).toMatchObject({
      memberId: 'm1',
      quarter: '2026Q4',
      salesTarget: money(80),
      newCustomerTarget: 3,
      salesAttainment: 75,
      name: '王志强 · 2026Q4',
    });
    expect(planTargets(leftBy(given))).toEqual(IDLE);
    expect(quartersOf([], [OWN])).toEqual(['2026Q4']);
  });

  it('shows the target by quarter over its own', () => {
    expect(profile(facts({ profiles: [OWN] }))).toMatchObject({ salesTarget: money(100), newCustomerTarget: null });
  });

  it('whose target was taken back shows none, and it is not made again', () => {
    const given = facts({ targets: [target({ deletedAt: '2026-11-01T00:00:00.000Z' })], profiles: [OWN] });
    expect(profile(given)).toMatchObject({
      targetPeriod: '',
      salesTarget: { amountMicros: null, currencyCode: null },
      newCustomerTarget: null,
    });
    expect(planTargets(leftBy(given))).toEqual(IDLE);
  });

  it('with targets of no quarter keeps them', () => {
    expect(planTargets(facts({ targets: [], profiles: [{ ...OWN, targetPeriod: 'autumn' }] }))).toEqual(IDLE);
    // A target of no quarter either says nothing of them.
    for (const targetPeriod of ['', null, '年底']) {
      const given = facts({ targets: [target({ quarter: '年底' })], profiles: [{ ...OWN, targetPeriod }] });
      expect(planTargets(given).members).toEqual([]);
    }
  });

  it('of another member is taken over beside it, each as a record of its own and always the same', () => {
    const given = facts({ targets: [], profiles: [OWN, { ...OWN, id: 'm2' }] });
    const [first, second] = planTargets(given).adopted;
    expect(first?.id).not.toBe(second?.id);
    expect(planTargets({ ...given, profiles: given.profiles.toReversed() }).adopted).toEqual([second, first]);
  });

  it('whose period nobody can read, or without targets, has none taken over', () => {
    const none = { ...OWN, salesTarget: null, newCustomerTarget: null };
    for (const profile of [{ ...OWN, targetPeriod: null }, { ...OWN, targetPeriod: '年底' }, none])
      expect(planTargets(facts({ targets: [], profiles: [profile] }))).toEqual(IDLE);
  });
});

describe('the quarters that are looked at', () => {
  it('are those of targets there are and of profiles to be taken over, each once', () => {
    const targets = [
      target({ quarter: '2026Q4' }),
      target({ quarter: '2026年第四季度' }),
      target({ quarter: '2025Q1', deletedAt: '2026-11-01T00:00:00.000Z' }),
      target({ quarter: '年底' }),
      target({ quarter: null }),
    ];
    const profiles = [
      { ...WANG, targetPeriod: '2027 q1', salesTarget: money(1) },
      { ...LIN, targetPeriod: '2024Q1' },
      { ...LIN, targetPeriod: '年底', salesTarget: money(1) },
      { ...LIN, salesTarget: money(1) },
    ];
    expect(quartersOf(targets, profiles)).toEqual(['2026Q4', '2027Q1']);
    expect(quartersOf([], [])).toEqual([]);
  });
});

describe('whatever targets there are', () => {
  const someTarget = fc.record({
    memberId: fc.constantFrom('m1', 'm2', 'gone', null),
    quarter: fc.constantFrom('2026Q2', '2026Q3', '2026 q4', '2026Q4', '2027Q1', '年底', '', null),
    createdAt: fc.constantFrom('2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z', null),
    deletedAt: fc.constantFrom(null, null, null, '2026-11-03T00:00:00.000Z'),
    salesTarget: fc.constantFrom(null, money(100), money(50, 'USD')),
  });
  const someProfile = fc.record({
    targetPeriod: fc.constantFrom('', '2026Q3', '2026Q4', '年底'),
    newCustomerTarget: fc.constantFrom(null, 3),
  });
  const some = fc.tuple(fc.array(someTarget, { maxLength: 6 }), someProfile, someProfile).map(
    ([targets, wang, lin]): TargetFacts =>
      facts({
        targets: targets.map((one, at) => ({ ...EMPTY, ...one, id: `t${at}` })),
        profiles: [
          { ...WANG, ...wang },
          { ...LIN, ...lin },
        ],
      }),
  );

  it('one of each member and quarter counts and no two have one key, which is planned once', () => {
    fc.assert(
      fc.property(some, (given) => {
        const left = leftBy(given);
        const keys = left.targets.map(({ key }) => key).filter((key) => typeof key === 'string');
        expect(new Set(keys).size).toBe(keys.length);
        const counting = left.targets
          .filter(
            ({ deletedAt, state, memberId }) => !deletedAt && memberId && !['TWICE', 'UNCLEAR'].includes(String(state)),
          )
          .map(({ memberId, quarter }) => `${memberId}:${quarter}`);
        expect(new Set(counting).size).toBe(counting.length);
        expect(planTargets(left)).toEqual(IDLE);
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
  });

  it('the order in which they are read plays no part', () => {
    const sorted = (given: TargetFacts) => {
      const { adopted, targets, members } = planTargets(given);
      const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);
      return [adopted, targets, members].map((patches) => patches.toSorted(byId));
    };
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (given, dice) => {
        const shuffled = given.targets
          .map((one) => [dice.next().value ?? 0, one] as const)
          .toSorted(([left], [right]) => left - right)
          .map(([, one]) => one);
        expect(sorted({ ...given, targets: shuffled, profiles: given.profiles.toReversed() })).toEqual(sorted(given));
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { idOf, type Row, travel, useOffice, yuan } from '../support.ts';

// The last hours of the third quarter in Shanghai, which in UTC still lies in September for eight hours more.
const NOW = '2026-09-30T15:00:00.000Z';
const A = idOf(1);
const B = idOf(2);
const O = idOf(11);
const S = idOf(12);
const T = idOf(21);
const U = idOf(22);
const P = idOf(31);
const I = idOf(41);
/** The profile of the representative. */
const WANG = idOf(9002);
const LIN = idOf(9003);
const office = useOffice(NOW);

const dollars = (amount: number): Row => ({ amountMicros: amount * 1_000_000, currencyCode: 'USD' });
const target = (id = T) => office.one('tagTarget', id);
const deal = (id: string, more: Row = {}): Row & { readonly id: string } => ({
  id,
  name: id === O ? '一期' : '二期',
  companyId: A,
  ownerId: office.team.rep.id,
  tagSource: 'TRADE_FAIR',
  tagStage: 'SIGNED',
  tagOutcome: 'OPEN',
  amount: yuan(60),
  closeDate: '2026-09-20T02:00:00.000Z',
  ...more,
});
/** What the next sweep finds, an hour later and then another: the second has nothing left to write. */
let hour = 0;
const sweepTwice = async () => {
  const at = Date.parse(NOW);
  hour += 1;
  travel(new Date(at + hour * 3_600_000).toISOString());
  const first = await office.sweep();
  hour += 1;
  travel(new Date(at + hour * 3_600_000).toISOString());
  await expect(office.sweep()).resolves.toMatchObject({ written: 0, failures: 0 });
  return first;
};
const setUp = async (deals: readonly Row[] = [deal(O)], targets?: readonly Row[]) => {
  hour = 0;
  office.workspace.setVariable('COMPLETIONS_A_DAY', '0');
  office.workspace.insert('company', [
    { id: A, name: '无锡精控自动化有限公司', tagCustomerType: 'SME', tagIndustry: 'C' },
    { id: B, name: '苏州恒达机械有限公司', tagCustomerType: 'SME', tagIndustry: 'I' },
  ]);
  office.workspace.insert('opportunity', deals);
  office.workspace.insert(
    'tagTarget',
    targets ?? [
      { id: T, memberId: WANG, quarter: '2026Q3', salesTarget: yuan(100), newCustomerTarget: 2 },
      { id: U, memberId: LIN, quarter: '2026Q3', salesTarget: yuan(200) },
    ],
  );
  travel(NOW);
  await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', failures: 0 });
};

describe('a target', () => {
  it('is filled by what was signed, shown on the profile, and then left alone', async () => {
    await setUp();
    expect(target()).toMatchObject({
      name: '王志强 · 2026Q3',
      state: 'CURRENT',
      salesActual: yuan(60),
      salesAttainment: 60,
      signedDeals: 1,
      newCustomerActual: 1,
      newCustomerAttainment: 50,
    });
    expect(target(U)).toMatchObject({ salesActual: yuan(0), salesAttainment: 0, newCustomerActual: 0 });
    expect(office.one('tagMember', WANG)).toMatchObject({ targetPeriod: '2026Q3', salesTarget: yuan(100) });
    expect(office.one('opportunity', O)).toMatchObject({ tagSignedOn: '2026-09-20' });
    travel('2026-09-30T15:30:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY', written: 0, failures: 0 });
    travel('2026-10-01T15:30:00.000Z');
    await office.sweep();
    travel('2026-10-02T15:30:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', written: 0, failures: 0 });
  });

  it('costs a sweep one request, and none where nothing was written since the one before', async () => {
    const callsWith = async (targets?: readonly Row[]) => {
      travel(NOW);
      office.open();
      await setUp([deal(O)], targets);
      const calls: number[] = [];
      for (const when of ['2026-09-30T15:30:00.000Z', '2026-09-30T15:50:00.000Z']) {
        travel(when);
        await office.sweep();
        calls.push(office.workspace.runs.at(-1)?.apiCalls ?? 0);
      }
      return calls;
    };
    const [first = 0, second] = await callsWith([]);
    expect(await callsWith()).toEqual([first + 1, second]);
  });

  it('of the third quarter counts what was signed until midnight in Shanghai', async () => {
    await setUp([
      deal(O, { closeDate: '2026-09-30T15:59:59.000Z' }),
      deal(S, { closeDate: '2026-09-30T16:00:00.000Z', amount: yuan(5), companyId: B }),
    ]);
    office.workspace.insert('tagTarget', [{ id: idOf(23), memberId: WANG, quarter: '2026 Q4', salesTarget: yuan(10) }]);
    await sweepTwice();
    expect(target()).toMatchObject({ state: 'PAST', salesActual: yuan(60), signedDeals: 1 });
    expect(target(idOf(23))).toMatchObject({ quarter: '2026Q4', state: 'CURRENT', salesActual: yuan(5) });
    expect(office.one('tagMember', WANG)).toMatchObject({ targetPeriod: '2026Q4', salesTarget: yuan(10) });
  });

  it('leaves other currencies out, and says so', async () => {
    await setUp([deal(O), deal(S, { amount: dollars(7) })]);
    expect(target()).toMatchObject({ salesActual: yuan(60), leftOut: ['USD 7'], signedDeals: 2 });
  });

  const FILLED = { salesAttainment: 60, signedDeals: 1, newCustomerActual: 1 };
  const EMPTY = { salesAttainment: 0, signedDeals: 0, newCustomerActual: 0 };
  it.each([
    ['that falls back', { tagStage: 'NEGOTIATION', tagActionNote: 'not yet' }, EMPTY],
    ['that is lost', { tagOutcome: 'LOST' }, EMPTY],
    ['that is another’s', { ownerId: 'other' }, EMPTY],
    ['of another amount', { amount: yuan(99) }, { ...FILLED, salesAttainment: 99 }],
    ['of another quarter', { closeDate: '2026-06-30T15:00:00.000Z' }, EMPTY],
  ])('follows a deal %s, and follows it back', async (_what, change, expected) => {
    await setUp();
    const { rep, other } = office.team;
    const before = office.one('opportunity', O);
    const data = 'ownerId' in change ? { ownerId: other.id } : change;
    await office.update(rep, 'opportunity', O, data);
    await sweepTwice();
    expect(target()).toMatchObject(expected);
    if ('ownerId' in change) expect(target(U)).toMatchObject({ salesActual: yuan(60), newCustomerActual: 1 });
    const back = Object.fromEntries(Object.keys(data).map((name) => [name, before[name] ?? '']));
    await office.update(rep, 'opportunity', O, back);
    await sweepTwice();
    expect(target()).toMatchObject(FILLED);
  });

  it('follows a deal that is deleted, and restored, and so do the products sold', async () => {
    await setUp();
    office.workspace.insert('tagProduct', [{ id: P, name: '网关', model: 'DG-200', category: 'HARDWARE' }]);
    await office.create(office.team.rep, 'tagOpportunityItem', {
      id: I,
      opportunityId: O,
      productId: P,
      amount: yuan(60),
    });
    const sold = { soldOn: '2026-09-20', industry: 'C' };
    expect(office.one('tagOpportunityItem', I)).toMatchObject(sold);
    await office.remove(office.team.manager, 'delete', 'opportunity', O);
    await sweepTwice();
    expect(target()).toMatchObject(EMPTY);
    expect(office.one('tagOpportunityItem', I)).toMatchObject({ soldOn: null, industry: null });
    await office.remove(office.team.manager, 'restore', 'opportunity', O);
    await sweepTwice();
    expect(target()).toMatchObject(FILLED);
    expect(office.one('tagOpportunityItem', I)).toMatchObject(sold);
  });

  it('stands though whoever sold has left', async () => {
    await setUp();
    office.workspace.removeMember(office.team.rep.id);
    await sweepTwice();
    expect(target()).toMatchObject(FILLED);
  });

  it('of a customer that bought before this CRM was used wins none', async () => {
    await setUp();
    await office.update(office.team.rep, 'company', A, { tagOpeningCooperations: 3, tagOpeningSince: '2019-08-01' });
    await sweepTwice();
    expect(target()).toMatchObject({ signedDeals: 1, newCustomerActual: 0 });
  });

  it('set, changed and taken back shows on the profile', async () => {
    await setUp();
    const { manager } = office.team;
    await office.update(manager, 'tagTarget', T, {
      salesTarget: yuan(50),
      profitTarget: yuan(10),
      profitActual: yuan(5),
    });
    await sweepTwice();
    expect(target()).toMatchObject({ salesAttainment: 120, profitAttainment: 50 });
    expect(office.one('tagMember', WANG)).toMatchObject({ salesTarget: yuan(50), profitTarget: yuan(10) });
    await office.remove(manager, 'delete', 'tagTarget', T);
    await sweepTwice();
    expect(office.one('tagMember', WANG)).toMatchObject({ targetPeriod: '', newCustomerTarget: null });
    expect(office.all('tagTarget').map(({ id }) => id)).toEqual([U]);
  });

  it('is counted anew by the next sweep, whatever events were lost', async () => {
    await setUp([]);
    expect(target()).toMatchObject(EMPTY);
    office.workspace.insert('opportunity', [deal(O)]);
    await sweepTwice();
    expect(target()).toMatchObject(FILLED);
  });
});

it('targets of a profile, from before there were any by quarter, are taken over', async () => {
  office.workspace.insert('tagMember', [
    { id: idOf(9005), name: '孙倩', targetPeriod: '2026Q3', salesTarget: yuan(30), satisfactionTarget: 90 },
  ]);
  await setUp([], []);
  const [adopted] = office.all('tagTarget');
  expect(adopted).toMatchObject({
    memberId: idOf(9005),
    quarter: '2026Q3',
    salesTarget: yuan(30),
    satisfactionTarget: 90,
  });
  await sweepTwice();
  expect(office.all('tagTarget')).toHaveLength(1);
});

it('a product is sold to the industry its customer is of', async () => {
  await setUp();
  office.workspace.insert('tagProduct', [{ id: P, name: '网关', model: 'DG-200', category: 'HARDWARE' }]);
  await office.create(office.team.rep, 'tagOpportunityItem', {
    id: I,
    opportunityId: O,
    productId: P,
    amount: yuan(60),
  });
  await office.update(office.team.rep, 'company', A, { tagIndustry: 'I' });
  expect(office.one('tagOpportunityItem', I)).toMatchObject({ soldOn: '2026-09-20', industry: 'I' });
  await office.update(office.team.rep, 'opportunity', O, { companyId: B });
  expect(office.one('tagOpportunityItem', I)).toMatchObject({ industry: 'I' });
  await office.update(office.team.rep, 'opportunity', O, { tagOutcome: 'LOST' });
  expect(office.one('tagOpportunityItem', I)).toMatchObject({ soldOn: null, industry: null });
  await sweepTwice();
});

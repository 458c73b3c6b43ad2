import { describe, expect, it } from 'vitest';
import { idOf, travel, useOffice, yuan } from '../support.ts';

const NOW = '2026-09-28T01:00:00.000Z';
const A = idOf(1);
const B = idOf(2);
const O = idOf(3);
const P = idOf(4);
const R = idOf(5);
const office = useOffice(NOW);

const NONE = { amountMicros: null };
const company = (id = A) => office.one('company', id);
const history = (id = A) => {
  const { tagFirstCooperationDate, tagCooperationCount, tagTransactionAmount, tagPurchasedProducts } = company(id);
  const amount = (tagTransactionAmount as { amountMicros: number | null }).amountMicros;
  return [tagFirstCooperationDate, tagCooperationCount, amount, tagPurchasedProducts ?? []];
};
const createCompany = (id = A, more: object = {}) =>
  office.create(office.team.rep, 'company', {
    id,
    name: id === A ? '无锡精控自动化有限公司' : '苏州恒达机械有限公司',
    tagCustomerType: 'SME',
    tagIndustry: 'C',
    ...more,
  });

describe('cooperation history', () => {
  const sell = async (more: object = {}) => {
    await office.create(office.team.rep, 'tagProduct', { id: P, name: '网关', model: 'DG-200', category: 'HARDWARE' });
    await office.create(office.team.rep, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: office.team.rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'SIGNED',
      amount: yuan(100),
      closeDate: '2026-09-24T16:30:00.000Z',
      ...more,
    });
    await office.create(office.team.rep, 'tagOpportunityItem', { id: R, opportunityId: O, productId: P });
  };
  const deal = (data: Record<string, unknown>) => office.update(office.team.rep, 'opportunity', O, data);
  // The contract is of the 25th in Shanghai, though of the 24th in UTC.
  const SOLD = ['2026-09-25', 1, 100_000_000, ['网关 DG-200']];

  it('counts a signed deal with its date in Shanghai, its amount and products, and none that is not signed', async () => {
    await createCompany();
    await sell({ tagStage: 'NEGOTIATION' });
    expect(history()).toEqual([null, 0, NONE.amountMicros, []]);
    travel('2026-09-28T02:00:00.000Z');
    await deal({ tagStage: 'SIGNED' });
    expect(history()).toEqual(SOLD);
  });

  it('adds the opening balance', async () => {
    await createCompany(A, {
      tagOpeningCooperations: 4,
      tagOpeningAmount: yuan(900),
      tagOpeningSince: '2021-05-01',
      tagOpeningProducts: ['机床 M1', ' '],
    });
    await sell();
    expect(history()).toEqual(['2021-05-01', 5, 1_000_000_000, ['机床 M1', '网关 DG-200']]);
  });

  it.each([
    ['lost', { tagOutcome: 'LOST' }, { tagOutcome: 'OPEN' }],
    ['reopened at an earlier stage', { tagStage: 'NEGOTIATION' }, { tagStage: 'SIGNED' }],
    ['moved to another customer', { companyId: B }, { companyId: A }],
  ])('is right after the deal is %s and back', async (_what, away, back) => {
    await createCompany();
    await createCompany(B);
    await sell();
    expect(history()).toEqual(SOLD);
    travel('2026-09-28T02:00:00.000Z');
    await deal(away);
    expect(history()).toEqual([null, 0, null, []]);
    expect(history(B)).toEqual('companyId' in away ? SOLD : [null, 0, null, []]);
    travel('2026-09-28T03:00:00.000Z');
    await deal(back);
    expect(history()).toEqual(SOLD);
    expect(history(B)).toEqual([null, 0, null, []]);
  });

  it('is right after deleting, restoring and destroying it', async () => {
    await createCompany();
    await sell();
    await office.remove(office.team.rep, 'delete', 'opportunity', O);
    expect(history()).toEqual([null, 0, null, []]);
    await office.remove(office.team.rep, 'restore', 'opportunity', O);
    expect(history()).toEqual(SOLD);
    await office.remove(office.team.rep, 'destroy', 'opportunity', O);
    expect(history()).toEqual([null, 0, null, []]);
  });

  it('begins with the day the signature was reached where no contract date is on record', async () => {
    await createCompany();
    await sell({ tagStage: 'NEGOTIATION', closeDate: null });
    // 23:30 in UTC is the 30th in Shanghai.
    travel('2026-09-29T23:30:00.000Z');
    await deal({ tagStage: 'SIGNED' });
    expect(history()).toEqual(['2026-09-30', 1, 100_000_000, ['网关 DG-200']]);
  });

  it('keeps that day while later stages come, and takes no date that lies ahead for it', async () => {
    await createCompany();
    await sell({ tagStage: 'NEGOTIATION', closeDate: '2027-03-01T02:00:00.000Z' });
    travel('2026-09-29T02:00:00.000Z');
    await deal({ tagStage: 'SIGNED' });
    travel('2026-11-20T02:00:00.000Z');
    await deal({ tagStage: 'DELIVERY' });
    expect(history()[0]).toBe('2026-09-29');
    expect(office.problems('company', A)).not.toContain('DATE_IN_FUTURE tagFirstCooperationDate');
  });

  it('says what is in other currencies and left out of the sum, as long as there is any', async () => {
    const dollars = { amountMicros: 12_000_500_000, currencyCode: 'USD' };
    await createCompany(A, { tagOpeningAmount: dollars });
    const sums = () => [company().tagTransactionAmount, company().tagTransactionLeftOut ?? []];
    expect(sums()).toEqual([dollars, []]);
    await sell();
    expect(sums()).toEqual([yuan(100), ['USD 12,000.5']]);
    travel('2026-09-28T02:00:00.000Z');
    await deal({ amount: { amountMicros: 5_000_000, currencyCode: 'USD' } });
    expect(sums()).toEqual([{ amountMicros: 12_005_500_000, currencyCode: 'USD' }, []]);
    await office.sweep();
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
  });

  it('keeps what was bought when the product is deleted', async () => {
    await createCompany();
    await sell();
    await office.remove(office.team.rep, 'delete', 'tagProduct', P);
    await deal({ amount: yuan(250) });
    expect(history()).toEqual(['2026-09-25', 1, 250_000_000, ['网关 DG-200']]);
  });

  it('follows a new date, a new amount, another product', async () => {
    await createCompany();
    await sell();
    travel('2026-09-28T02:00:00.000Z');
    await deal({ closeDate: '2026-08-01T02:00:00.000Z', amount: yuan(250) });
    expect(history()).toEqual(['2026-08-01', 1, 250_000_000, ['网关 DG-200']]);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(office.team.rep, 'tagProduct', P, { model: 'DG-300' });
    expect(history()).toEqual(['2026-08-01', 1, 250_000_000, ['网关 DG-300']]);
    expect(office.one('tagOpportunityItem', R).name).toBe('网关 DG-300');
    await office.remove(office.team.rep, 'delete', 'tagOpportunityItem', R);
    expect(history()).toEqual(['2026-08-01', 1, 250_000_000, []]);
  });
});

describe('credit signal', () => {
  it('is what everybody may know of the record: with it, after a drop, with overdue, without it again', async () => {
    await createCompany();
    expect(company().tagCreditSignal).toBe('UNKNOWN');
    await office.create(office.team.rep, 'tagCredit', { id: R, companyId: A, rating: 'AAA', hasOverdue: false });
    expect(company().tagCreditSignal).toBe('OK');
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'tagCredit', R, { rating: 'AA' });
    expect(company().tagCreditSignal).toBe('OK');
    travel('2026-09-28T03:00:00.000Z');
    await office.update(office.team.rep, 'tagCredit', R, { rating: 'BBB' });
    expect(company().tagCreditSignal).toBe('CAUTION');
    expect(office.one('tagCredit', R)).toMatchObject({ previousRating: 'AA', judgedRating: 'BBB' });
    travel('2026-09-28T04:00:00.000Z');
    await office.update(office.team.rep, 'tagCredit', R, { rating: 'AAA' });
    expect(company().tagCreditSignal).toBe('OK');
    travel('2026-09-28T05:00:00.000Z');
    const once = { hasOverdue: true, overdueCount: 1, longestOverdueDays: 9 };
    await office.update(office.team.rep, 'tagCredit', R, { ...once, isOverdueNow: true });
    expect(company().tagCreditSignal).toBe('STOP');
    travel('2026-09-28T06:00:00.000Z');
    await office.update(office.team.rep, 'tagCredit', R, { isOverdueNow: false });
    expect(company().tagCreditSignal).toBe('CAUTION');
    await office.remove(office.team.rep, 'destroy', 'tagCredit', R);
    expect(company().tagCreditSignal).toBe('UNKNOWN');
  });
});

it('the computed size follows its indicators and goes with them', async () => {
  await createCompany(A, { tagIndustrySegment: 'C34', tagEmployees: 350, annualRevenue: yuan(50_000_000) });
  expect(company().tagComputedSize).toBe('MEDIUM');
  travel('2026-09-28T02:00:00.000Z');
  await office.update(office.team.rep, 'company', A, { tagEmployees: 250 });
  expect(company().tagComputedSize).toBe('SMALL');
  travel('2026-09-28T03:00:00.000Z');
  await office.update(office.team.rep, 'company', A, { tagCustomerType: 'GOVERNMENT' });
  expect(company().tagComputedSize).toBeNull();
});

it('an offered number below zero is told of the opportunity, until it is put right', async () => {
  const told = () =>
    (office.one('opportunity', O).tagProblems as { code: string; tag: string }[])
      .filter(({ tag }) => tag === 'tagItems')
      .map(({ code }) => code);
  await createCompany();
  await office.create(office.team.rep, 'tagProduct', { id: P, name: '网关', model: 'DG-200', category: 'HARDWARE' });
  await office.create(office.team.rep, 'opportunity', { id: O, name: '二期', companyId: A, tagSource: 'TRADE_FAIR' });
  await office.create(office.team.rep, 'tagOpportunityItem', { id: R, opportunityId: O, productId: P, quantity: -2 });
  expect(told()).toEqual(['NEGATIVE_AMOUNT']);
  travel('2026-09-28T02:00:00.000Z');
  await office.update(office.team.rep, 'tagOpportunityItem', R, { quantity: 2, amount: yuan(-5) });
  expect(told()).toEqual(['NEGATIVE_AMOUNT']);
  travel('2026-09-28T03:00:00.000Z');
  await office.update(office.team.rep, 'tagOpportunityItem', R, { amount: yuan(5) });
  expect(told()).toEqual([]);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { customerOf, idOf, travel, useOffice, yuan } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai.
const NOW = '2026-09-28T01:00:00.000Z';
const C = idOf(1);
const O = idOf(2);
const R = idOf(3);
const N = idOf(4);
const office = useOffice(NOW);

const rep = () => office.team.rep;
const deal = () => office.one('opportunity', O);
const followUp = () => deal().tagNextFollowUpOn;
const risks = () => deal().tagRisks ?? [];
const update = (data: object) => office.update(rep(), 'opportunity', O, { ...data });
const credit = (data: object) => office.update(office.team.manager, 'tagCredit', R, { ...data });
const creditProblems = () => office.problems('opportunity', O).filter((one) => one.startsWith('STAGE_CREDIT'));
const decisions = (status: 'TODO' | 'DONE' = 'TODO') =>
  office.tasks(O, status).filter(({ title }) => String(title).startsWith('Decide'));

const createDeal = (more: object = {}) =>
  office.create(rep(), 'opportunity', {
    id: O,
    name: '二期',
    companyId: C,
    ownerId: rep().id,
    tagSource: 'TRADE_FAIR',
    tagStage: 'INTERESTED',
    amount: yuan(100_000),
    ...more,
  });

beforeEach(async () => {
  await office.create(rep(), 'company', { ...customerOf(C), tagPurchaseIntent: 'HIGH', tagCompanySize: 'MEDIUM' });
  await office.create(office.team.manager, 'tagCredit', {
    id: R,
    companyId: C,
    rating: 'AAA',
    ratedAt: '2026-09-01',
    hasOverdue: false,
  });
});

describe('the next follow-up', () => {
  it('is proposed when a deal is entered, and anew by its stage, its competition and a confirmation', async () => {
    await createDeal();
    // Five working days, 1 to 7 October are days off and 10 October is worked.
    expect(followUp()).toBe('2026-10-10');
    await update({ tagCompetitors: ['甲公司'] });
    expect(followUp()).toBe('2026-10-08');
    travel('2026-10-08T01:00:00.000Z');
    await update({ tagAction: 'CONFIRM' });
    expect(followUp()).toBe('2026-10-12');
  });

  it('that a person sets stands until it is kept; it is no entry of tags and no line of the log', async () => {
    await createDeal();
    const [status, kinds] = [deal().tagReviewStatus, office.kinds(O)];
    const { tagEnteredAt } = deal();
    travel('2026-09-28T02:00:00.000Z');
    await update({ tagNextFollowUpOn: '2026-10-20' });
    expect(deal()).toMatchObject({ tagNextFollowUpOn: '2026-10-20', tagReviewStatus: status, tagEnteredAt });
    expect(office.kinds(O)).toEqual(kinds);
    travel('2026-09-29T02:00:00.000Z');
    await update({ tagStage: 'NEEDS_CONFIRMED' });
    expect(followUp()).toBe('2026-10-20');
    travel('2026-10-20T02:00:00.000Z');
    await update({ tagCompetitors: ['甲公司'] });
    expect(followUp()).toBe('2026-10-23');
    await update({ tagNextFollowUpOn: '2026-11-30' });
    await update({ tagNextFollowUpOn: null });
    expect(followUp()).toBe('2026-10-23');
    await update({ tagOutcome: 'LOST' });
    expect(followUp()).toBeNull();
  });

  it('that passes is nobody’s task; after five working days the deal tells so', async () => {
    await createDeal();
    travel('2026-10-16T16:00:00.000Z');
    await office.sweep();
    expect(risks()).not.toContain('STALE');
    travel('2026-10-19T01:00:00.000Z');
    await office.sweep();
    expect(risks()).toContain('STALE');
    await update({ tagNextFollowUpOn: '2026-10-19' });
    expect(risks()).not.toContain('STALE');
  });
});

describe('the risk of a customer shows on its deals', () => {
  it('as soon as the credit record changes, without the record', async () => {
    await createDeal();
    expect(deal()).toMatchObject({ tagRisks: ['CUSTOMER_INCOMPLETE'], tagFeasibility: 'MEDIUM' });
    await credit({ rating: 'CCC' });
    expect(deal()).toMatchObject({ tagRisks: ['CREDIT_STOP', 'CUSTOMER_INCOMPLETE'], tagFeasibility: 'LOW' });
    expect(JSON.stringify([deal(), office.tasks(O), office.log(O)])).not.toContain('CCC');
    await credit({ rating: 'BB' });
    expect(risks()).toEqual(['CREDIT_CAUTION', 'CUSTOMER_INCOMPLETE']);
  });

  it('and so do its gaps and its intent; nothing else of it has the deal judged again', async () => {
    await createDeal();
    const { updatedAt } = deal();
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep(), 'company', C, { tagBusinessScope: '自动化', tagStrategy: '先试用' });
    expect(deal().updatedAt).toBe(updatedAt);
    await office.update(rep(), 'company', C, { tagPurchaseIntent: 'LOW' });
    expect(deal().tagFeasibility).toBe('LOW');
    await office.update(rep(), 'company', C, { tagPurchaseIntent: 'HIGH' });
    await office.update(rep(), 'company', C, { tagIndustry: null });
    expect(risks()).toEqual(['CUSTOMER_INCOMPLETE']);
  });

  it('until it has recovered, with time alone', async () => {
    await createDeal();
    const once = { hasOverdue: true, overdueCount: 1, longestOverdueDays: 1 };
    await credit({ ...once, isOverdueNow: true });
    expect(office.one('company', C).tagCreditSignal).toBe('STOP');
    await credit({ isOverdueNow: false, lastOverdueOn: '2026-09-27' });
    expect(office.one('company', C).tagCreditSignal).toBe('CAUTION');
    travel('2027-09-26T01:00:00.000Z');
    await office.sweep();
    expect(office.one('company', C).tagCreditSignal).toBe('CAUTION');
    expect(risks()).toContain('CREDIT_CAUTION');
    travel('2027-09-27T01:00:00.000Z');
    await office.sweep();
    expect(office.one('company', C).tagCreditSignal).toBe('OK');
    expect(risks()).not.toContain('CREDIT_CAUTION');
  });

  it('is told of no deal that is over', async () => {
    await createDeal({ tagOutcome: 'LOST' });
    await credit({ rating: 'CCC' });
    expect(deal()).toMatchObject({ tagRisks: null, tagFeasibility: null });
  });
});

describe('a deal of a customer whose credit signal is Stop', () => {
  it.each(['NEGOTIATION', 'SIGNED'])('does not enter %s unflagged: the manager decides', async (stage) => {
    await createDeal();
    await credit({ rating: 'CCC' });
    expect(creditProblems()).toEqual([]);
    expect(decisions()).toEqual([]);
    await update({ tagStage: stage });
    expect(creditProblems()).toContain('STAGE_CREDIT_STOP tagStage');
    expect(deal()).toMatchObject({ tagStage: stage, tagReviewStatus: 'INCOMPLETE' });
    expect(decisions()).toMatchObject([{ assigneeId: office.team.manager.id, status: 'TODO' }]);
    await credit({ rating: 'A' });
    expect(creditProblems()).not.toContain('STAGE_CREDIT_STOP tagStage');
    expect(decisions()).toEqual([]);
    expect(decisions('DONE')).toHaveLength(1);
    await credit({ rating: 'D' });
    expect(decisions()).toHaveLength(1);
  });

  it('is not entered there unflagged either, nor stands there unflagged once the signal changes', async () => {
    await createDeal({ tagStage: 'NEGOTIATION' });
    expect(creditProblems()).toEqual([]);
    await credit({ isOverdueNow: true, hasOverdue: true, overdueCount: 1, longestOverdueDays: 3 });
    expect(creditProblems()).toEqual(['STAGE_CREDIT_STOP tagStage']);
    await office.create(rep(), 'opportunity', {
      id: N,
      name: '三期',
      companyId: C,
      ownerId: rep().id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'NEGOTIATION',
    });
    expect(office.problems('opportunity', N)).toContain('STAGE_CREDIT_STOP tagStage');
  });

  it('is put back where the setting says so, and the record tells why', async () => {
    office.workspace.setVariable('ENFORCEMENT', 'REVERT');
    await createDeal({ tagStage: 'SOLUTION' });
    await credit({ rating: 'CCC' });
    await update({ tagStage: 'NEGOTIATION' });
    expect(deal()).toMatchObject({ tagStage: 'SOLUTION' });
    expect(deal().tagActionResult).toContain('while the customer');
    expect(office.kinds(O)).toContain('REVERTED');
    expect(decisions()).toEqual([]);
  });
});

it('a change that did not follow in time is a risk until it does', async () => {
  await createDeal();
  await office.create(rep(), 'tagChangeNotice', {
    id: N,
    opportunityId: O,
    kind: 'COMPETITION',
    occurredAt: NOW,
    description: '甲公司加入',
  });
  expect(risks()).not.toContain('LATE_NOTICE');
  travel('2026-09-30T01:00:00.000Z');
  await office.sweep();
  expect(risks()).toContain('LATE_NOTICE');
  await update({ tagCompetitors: ['甲公司'] });
  expect(risks()).not.toContain('LATE_NOTICE');
});

describe('load', () => {
  const many = (count: number, tagStage = 'NEGOTIATION') =>
    Array.from({ length: count }, (_unused, at) => ({
      name: `第${at}号机会`,
      companyId: C,
      ownerId: rep().id,
      tagSource: 'TRADE_FAIR',
      tagStage,
    }));
  const create = 'mutation($d:[OpportunityCreateInput!]!){createOpportunities(data:$d){id}}';
  const follow = (name: string) => office.workspace.runs.filter((run) => run.name === name).at(-1);

  it('a batch of 200 deals with their risks costs at most 4 calls', async () => {
    await credit({ rating: 'CCC' });
    await office.send(rep().token, create, { d: many(200, 'PROSPECT') });
    expect(office.all('opportunity').every(({ tagFeasibility }) => tagFeasibility === 'LOW')).toBe(true);
    const run = office.workspace.runs.find(({ result }) => (result as { judged?: number } | null)?.judged === 201);
    expect(run?.apiCalls).toBeLessThanOrEqual(4);
  });

  it('deals that tell of their customer already cost it no call more', async () => {
    await office.send(rep().token, create, { d: many(20, 'PROSPECT') });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'company', C, { tagRegion: 'JIANGSU' });
    expect(follow('follow-company')).toMatchObject({ error: null, result: { judged: 1 } });
    expect(follow('follow-company')?.apiCalls).toBeLessThanOrEqual(4);
    await credit({ rating: 'CCC' });
    expect(follow('follow-tag-credit')).toMatchObject({ error: null, result: { judged: 21 } });
    expect(follow('follow-tag-credit')?.apiCalls).toBeLessThanOrEqual(5);
  });
});

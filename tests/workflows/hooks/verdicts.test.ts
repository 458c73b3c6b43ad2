import { describe, expect, it } from 'vitest';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai; 1 to 7 October are days off.
const A = idOf(1);
const O = idOf(2);
const BASIC = customerOf(A);
const office = useOffice('2026-09-28T01:00:00.000Z');

const company = () => office.one('company', A);
const facts = (id: string) =>
  office
    .log(id)
    .filter(({ kind }) => ['CORRECTED', 'CORRECTION_MISSED'].includes(String(kind)))
    .map(({ kind, onTime, responsibleId, dueOn }) => ({ kind, onTime, responsibleId, dueOn }));

describe('a verdict', () => {
  it('is typed with its action, in the log by its points, and gone from the record', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T02:00:00.000Z');
    await office.update(reviewer, 'company', A, {
      tagVerdictForm: 'PASS',
      tagVerdictBusiness: 'FAIL',
      tagActionNote: 'sold already',
      tagAction: 'RETURN',
    });
    expect(office.log(A).at(-1)).toMatchObject({
      kind: 'RETURNED',
      byId: reviewer.id,
      responsibleId: rep.id,
      responsibleName: '王志强',
      passedPoints: ['FORM'],
      failedPoints: ['BUSINESS'],
    });
    expect(company()).toMatchObject({ tagVerdictForm: null, tagVerdictBusiness: null, tagReviewStatus: 'RETURNED' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
    travel('2026-09-28T04:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(office.log(A).at(-1)).toMatchObject({
      kind: 'APPROVED',
      responsibleId: rep.id,
      passedPoints: ['FORM', 'TRUTH', 'BUSINESS'],
      failedPoints: null,
    });
  });

  it('said without an action is left until there is one, and wakes nothing', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T02:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagVerdictTruth: 'FAIL' });
    expect(company()).toMatchObject({ tagVerdictTruth: 'FAIL', tagReviewStatus: 'PENDING', tagEnteredById: rep.id });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagVerdictTruth: 'FAIL', tagReviewStatus: 'PENDING' });
    expect(company().tagActionResult).toContain('a point of the review fails');
  });
});

describe('what is returned', () => {
  const giveBack = async (returnedTags: readonly string[]) => {
    const { rep, other, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: office.team.manager.id });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(other, 'company', A, { tagEmployees: 120 });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, {
      tagVerdictTruth: 'FAIL',
      tagActionNote: 'see the licence',
      tagReturnedTags: returnedTags,
      tagAction: 'RETURN',
    });
  };

  it('goes to each who entered a group of it', async () => {
    const { rep, other } = office.team;
    await giveBack(['name', 'tagEmployees']);
    const tasks = office.tasks(A, 'TODO').map(({ assigneeId, bodyV2 }) => [assigneeId, JSON.stringify(bodyV2)]);
    expect(tasks.sort()).toEqual(
      [
        [rep.id, expect.stringContaining('Tags: Customer name')],
        [other.id, expect.stringContaining('Tags: Employees')],
      ].sort(),
    );
  });

  it('is each one’s own to correct: the record awaits review when nothing is left', async () => {
    const { rep, other } = office.team;
    await giveBack(['name', 'tagEmployees']);
    travel('2026-09-28T04:00:00.000Z');
    await office.update(rep, 'company', A, { name: '无锡精控自动化股份有限公司' });
    expect(company()).toMatchObject({ tagReviewStatus: 'RETURNED', tagCompleteBy: '2026-09-29' });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: other.id }]);
    await expect(office.sweep()).resolves.toMatchObject({ failures: 0 });
    expect(facts(A)).toMatchObject([{ kind: 'CORRECTED', responsibleId: rep.id }]);
    travel('2026-09-29T16:00:00.000Z');
    await office.sweep();
    expect(facts(A).at(-1)).toMatchObject({ kind: 'CORRECTION_MISSED', responsibleId: other.id });
    travel('2026-09-30T02:00:00.000Z');
    await office.update(other, 'company', A, { tagEmployees: 130 });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING', tagCompleteBy: null });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(facts(A).at(-1)).toMatchObject({ kind: 'CORRECTED', onTime: false, responsibleId: other.id });
    expect(facts(A)).toHaveLength(3);
  });

  it('goes to whoever entered the group, though a colleague entered last', async () => {
    await giveBack(['name']);
    expect(company()).toMatchObject({ tagEnteredById: office.team.other.id });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: office.team.rep.id }]);
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'RETURNED', responsibleId: office.team.rep.id });
  });

  it('shows its day on the record, is kept in time, and counts', async () => {
    const { rep } = office.team;
    await giveBack(['name']);
    expect(company()).toMatchObject({ tagCompleteBy: '2026-09-29', tagCompletionState: 'OPEN' });
    travel('2026-09-29T15:59:59.000Z');
    await office.update(rep, 'company', A, { name: '无锡精控自动化股份有限公司' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING', tagCompleteBy: null, tagCompletionState: null });
    expect(facts(A)).toEqual([{ kind: 'CORRECTED', onTime: true, responsibleId: rep.id, dueOn: '2026-09-29' }]);
  });

  it('is overdue at the instant, the manager’s too, and one miss', async () => {
    const { rep, manager } = office.team;
    await giveBack(['name']);
    travel('2026-09-29T16:00:00.000Z');
    await office.sweep();
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
    expect(company()).toMatchObject({ tagCompletionState: 'OVERDUE' });
    expect(office.tasks(A, 'TODO').map(({ title, assigneeId }) => [title, assigneeId])).toEqual([
      [`Correct the returned tags: ${BASIC.name}`, rep.id],
      [`Overdue: returned tags not corrected: ${BASIC.name}`, manager.id],
    ]);
    travel('2026-09-30T02:00:00.000Z');
    await office.update(rep, 'company', A, { name: '无锡精控自动化股份有限公司' });
    expect(facts(A)).toMatchObject([{ kind: 'CORRECTION_MISSED' }, { kind: 'CORRECTED', onTime: false }]);
    expect(office.tasks(A, 'TODO')).toEqual([]);
  });

  it('is told once, whatever is delivered twice and late', async () => {
    const held = await office.holding(() => giveBack(['name', 'tagEmployees']));
    for (const delivery of [...held, ...[...held].reverse()]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(company()).toMatchObject({ tagReviewStatus: 'RETURNED' });
    expect(office.kinds(A).filter((kind) => kind === 'RETURNED')).toHaveLength(1);
    expect(office.tasks(A, 'TODO')).toHaveLength(2);
  });
});

describe('the sample', () => {
  const sampled = (percent: string) => office.workspace.setVariable('REVIEW_SAMPLE', percent);
  const deal = () => ({ id: O, name: '二期', companyId: A, ownerId: office.team.rep.id, tagSource: 'TRADE_FAIR' });

  it('of none leaves new customers and major changes, and a reviewer may still take up the rest', async () => {
    const { rep, reviewer } = office.team;
    sampled('0');
    await office.create(rep, 'company', BASIC);
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    await office.create(rep, 'opportunity', deal());
    expect(office.one('opportunity', O)).toMatchObject({ tagReviewStatus: 'EXEMPT' });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    await office.update(reviewer, 'opportunity', O, { tagAction: 'APPROVE' });
    expect(office.one('opportunity', O)).toMatchObject({ tagReviewStatus: 'APPROVED' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
    expect(company()).toMatchObject({ tagReviewStatus: 'EXEMPT' });
    travel('2026-09-28T04:00:00.000Z');
    await office.update(rep, 'company', A, { tagBusinessScope: '自动化设备' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
  });

  it('of a tenth is about a tenth of what is entered, the same for another sweep', async () => {
    sampled('10');
    const { token } = office.team.rep;
    const query = 'mutation($d:[OpportunityCreateInput!]!){createOpportunities(data:$d){id}}';
    const data = Array.from({ length: 200 }, (_unused, at) => ({ ...deal(), id: idOf(100 + at), companyId: null }));
    await office.create(office.team.rep, 'company', BASIC);
    await office.send(token, query, { d: data.map((one) => ({ ...one, companyId: A })) });
    const pending = () => office.all('opportunity').filter((row) => row.tagReviewStatus === 'PENDING').length;
    const exempt = office.all('opportunity').filter((row) => row.tagReviewStatus === 'EXEMPT').length;
    expect(pending() + exempt).toBe(200);
    expect(pending()).toBeGreaterThan(5);
    expect(pending()).toBeLessThan(40);
    const before = pending();
    travel('2026-09-28T02:00:00.000Z');
    await office.sweep();
    expect(pending()).toBe(before);
  });
});

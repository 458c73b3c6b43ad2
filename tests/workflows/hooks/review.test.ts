import { describe, expect, it } from 'vitest';
import { customerOf, idOf, type Office, travel, useOffice } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai.
const NOW = '2026-09-28T01:00:00.000Z';
const A = idOf(1);
const P = idOf(2);
const BASIC = customerOf(A);
const office = useOffice(NOW);

const company = () => office.one('company', A);

describe('the task of a matter', () => {
  it('goes with the record to its new owner', async () => {
    const { rep, other } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: rep.id, tagVerification: 'DOUBTFUL' });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: rep.id }]);
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.manager, 'company', A, { accountOwnerId: other.id });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: other.id }]);
  });
});

describe('an approval', () => {
  it('by a reviewer who neither entered nor owns approves, checks, clears the request and says so', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: rep.id });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({
      tagReviewStatus: 'APPROVED',
      tagAction: null,
      tagActionNote: '',
      tagActionResult: 'Approved',
      tagLastCheckedAt: '2026-09-28T03:00:00.000Z',
      tagEnteredById: rep.id,
    });
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'APPROVED', byId: reviewer.id, onTime: true });
  });

  it('ends with the next entry, and is open again to the same reviewer', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    travel('2026-09-28T04:00:00.000Z');
    await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    travel('2026-09-28T05:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagReviewStatus: 'APPROVED' });
    expect(office.kinds(A)).toEqual(['ENTERED', 'APPROVED', 'CHANGED', 'APPROVED']);
  });

  it('is refused to whoever entered, though a colleague entered after', async () => {
    const { rep, reviewer } = office.team;
    await office.create(reviewer, 'company', { ...BASIC, tagCustomerType: null });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep, 'company', A, { tagCustomerType: 'SME' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({
      tagReviewStatus: 'PENDING',
      tagAction: null,
      tagActionResult: 'Refused (Approve): whoever entered the tags cannot approve them',
    });
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'REFUSED', byId: reviewer.id, tag: 'tagAction' });
  });

  it("is refused to whoever entered the key contact's tags or the credit record", async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' } });
    await office.create(rep, 'company', { ...BASIC, tagKeyContactId: P });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(reviewer, 'person', P, { jobTitle: '采购经理' });
    travel('2026-09-28T02:30:00.000Z');
    await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company().tagActionResult).toContain('whoever entered the tags');
  });

  it('is refused to the owner', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: reviewer.id });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(company().tagActionResult).toContain('the owner');
  });

  it('of a deal ends when what it offers is changed, whether or not the event came', async () => {
    const { rep, reviewer } = office.team;
    const [deal, product, item] = [idOf(11), idOf(12), idOf(13)];
    await office.create(rep, 'company', BASIC);
    await office.create(rep, 'tagProduct', { id: product, name: '网关', model: 'DG-200', category: 'HARDWARE' });
    const owned = { companyId: A, ownerId: rep.id, tagSource: 'TRADE_FAIR' };
    await office.create(rep, 'opportunity', { id: deal, name: '二期', ...owned });
    await office.create(rep, 'tagOpportunityItem', { id: item, opportunityId: deal, productId: product, quantity: 1 });
    await office.sweep();
    const standing = () => office.one('opportunity', deal).tagReviewStatus;
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'opportunity', deal, { tagAction: 'APPROVE' });
    expect(standing()).toBe('APPROVED');
    office.workspace.intercept(() => []);
    travel('2026-09-28T04:30:00.000Z');
    await office.update(reviewer, 'tagOpportunityItem', item, { quantity: 2 });
    office.workspace.intercept((delivery) => [delivery]);
    travel('2026-09-28T05:00:00.000Z');
    await office.sweep();
    expect(standing()).toBe('PENDING');
    expect(office.log(deal).at(-1)).toMatchObject({ kind: 'CHANGED', tag: 'tagItems' });
    travel('2026-09-28T06:00:00.000Z');
    await office.update(reviewer, 'opportunity', deal, { tagAction: 'APPROVE' });
    expect(standing()).toBe('PENDING');
  });

  it('is refused to the owner who hands the record over in the same write', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: reviewer.id });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { accountOwnerId: rep.id, tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(company().tagActionResult).toContain('the owner');
  });

  it('that another run cleared away with an earlier request is carried out all the same, once', async () => {
    const { rep, other, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T03:00:00.000Z');
    const answer = office.workspace.answer.bind(office.workspace);
    let isFirst = true;
    // The reviewer asks between the hook's reading of the confirmation and its writing.
    office.workspace.answer = async (token, query, variables) => {
      if (isFirst && query.startsWith('mutation Write') && query.includes('updateCompany')) {
        isFirst = false;
        travel('2026-09-28T03:00:01.000Z');
        await office.write(reviewer, 'company', A, { tagAction: 'APPROVE' });
      }
      return answer(token, query, variables);
    };
    await office.update(other, 'company', A, { tagAction: 'CONFIRM' });
    expect(company()).toMatchObject({ tagReviewStatus: 'APPROVED', tagAction: null });
    expect(office.kinds(A)).toEqual(['ENTERED', 'CHECKED', 'APPROVED']);
  });

  it('is refused, with the errors, while the record is incomplete', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, tagCustomerType: null });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    expect(company().tagActionResult).toContain('the tags still have errors');
  });

  it('is refused to an API key', async () => {
    await office.create(office.team.rep, 'company', BASIC);
    travel('2026-09-28T03:00:00.000Z');
    await office.update({ token: office.workspace.apiKey }, 'company', A, { tagAction: 'APPROVE' });
    expect(company().tagReviewStatus).toBe('PENDING');
  });

  it('is refused in the language of the workspace, result and log alike, whoever asked', async () => {
    const { rep, other } = office.team;
    office.workspace.setVariable('NOTICE_LANGUAGE', 'zh-CN');
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(other, 'company', A, { tagAction: 'APPROVE' });
    // A colleague who reads Traditional Chinese asked: others read the record.
    expect(company().tagActionResult).toMatch(/拒绝.*审核人员/);
    expect(office.log(A).at(-1)?.name).toMatch(/拒绝/);
  });
});

describe('requests and events that cross', () => {
  it("an entry's late event does not swallow the approval that another event carries", async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, tagCustomerType: null });
    travel('2026-09-28T02:00:00.000Z');
    await office.write(rep, 'company', A, { tagCustomerType: 'SME' });
    travel('2026-09-28T02:00:02.000Z');
    await office.write(reviewer, 'company', A, { tagAction: 'APPROVE' });
    await office.workspace.settle();
    expect(company()).toMatchObject({
      tagReviewStatus: 'APPROVED',
      tagActionResult: 'Approved',
      tagEnteredById: rep.id,
    });
  });

  it('a note and a return typed in one breath are one return', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T02:00:00.000Z');
    await office.write(reviewer, 'company', A, { tagActionNote: '名称不是法定全称', tagVerdictForm: 'FAIL' });
    travel('2026-09-28T02:00:02.000Z');
    await office.write(reviewer, 'company', A, { tagAction: 'RETURN' });
    await office.workspace.settle();
    expect(company()).toMatchObject({
      tagReviewStatus: 'RETURNED',
      tagActionResult: 'Returned (Proper form): 名称不是法定全称',
    });
  });

  it('an approval whose event was lost is refused as nobody’s, after a while', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    office.workspace.intercept(() => []);
    travel('2026-09-28T02:00:00.000Z');
    await office.write(reviewer, 'company', A, { tagAction: 'APPROVE' });
    office.workspace.intercept((delivery) => [delivery]);
    travel('2026-09-28T02:20:00.000Z');
    await office.create(rep, 'opportunity', { id: idOf(3), name: '二期', companyId: A, ownerId: rep.id });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING', tagAction: null });
    expect(company().tagActionResult).toContain('could not be told who asked');
  });

  it('an old request delivered again approves nothing that was entered since', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, tagCustomerType: null });
    const held: Parameters<Office['workspace']['deliver']>[0][] = [];
    office.workspace.intercept((delivery) => {
      held.push(delivery);
      return [delivery];
    });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company().tagActionResult).toContain('still have errors');
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep, 'company', A, { tagCustomerType: 'SME' });
    travel('2026-09-28T03:10:00.000Z');
    office.workspace.intercept(() => []);
    await office.write(rep, 'company', A, { tagAction: 'APPROVE' });
    for (const delivery of held) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(company().tagReviewStatus).toBe('PENDING');
    expect(company().tagActionResult).toContain('changed after the request');
  });

  it('two people whose entries come in one batch, or the wrong way round, are both first eyes', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, tagCustomerType: null });
    const held: Parameters<Office['workspace']['deliver']>[0][] = [];
    office.workspace.intercept((delivery) => {
      held.push(delivery);
      return [];
    });
    travel('2026-09-28T02:00:00.000Z');
    await office.write(reviewer, 'company', A, { tagCustomerType: 'SME' });
    travel('2026-09-28T02:01:00.000Z');
    await office.write(rep, 'company', A, { tagRegion: 'JIANGSU' });
    for (const delivery of held.splice(0).reverse()) office.workspace.deliver(delivery);
    await office.workspace.settle();
    office.workspace.intercept((delivery) => [delivery]);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company().tagActionResult).toContain('whoever entered the tags');
  });

  it('a write made in a member’s name is that member’s, though it calls itself an application’s', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    office.workspace.intercept((delivery) => [
      { ...delivery, payload: JSON.parse(JSON.stringify(delivery.payload).replaceAll('"MANUAL"', '"APPLICATION"')) },
    ]);
    travel('2026-09-28T02:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagRegion: 'JIANGSU' });
    travel('2026-09-28T02:10:00.000Z');
    await office.update(rep, 'company', A, { tagRegion: 'ZHEJIANG' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company().tagActionResult).toContain('whoever entered the tags');
  });
});

describe('a return', () => {
  const giveBack = async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: office.team.other.id });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, {
      tagAction: 'RETURN',
      tagActionNote: 'the legal name ends in 股份',
      tagReturnedTags: ['name'],
      tagVerdictTruth: 'FAIL',
    });
  };

  it('makes one task, for who entered, due in one working day, naming the tags', async () => {
    await giveBack();
    expect(company()).toMatchObject({
      tagReviewStatus: 'RETURNED',
      tagAction: null,
      tagActionResult: 'Returned (True, reliable): the legal name ends in 股份',
      tagVerdictTruth: null,
      tagReturnedTags: ['name'],
    });
    expect(office.tasks(A)).toHaveLength(1);
    expect(office.tasks(A)[0]).toMatchObject({
      title: `Correct the returned tags: ${BASIC.name}`,
      assigneeId: office.team.rep.id,
      status: 'TODO',
      // The last minute of Tuesday the 29th, which is when the day ends in Shanghai.
      dueAt: '2026-09-29T10:00:00.000Z',
    });
    expect(JSON.stringify(office.tasks(A)[0]?.bodyV2)).toMatch(/4\.3\.4.*Customer name.*the legal name ends in 股份/);
    expect(office.log(A).at(-1)).toMatchObject({
      kind: 'RETURNED',
      note: 'the legal name ends in 股份',
      failedPoints: ['TRUTH'],
      responsibleId: office.team.rep.id,
    });
  });

  it('is over, task and tags with it, once the record awaits review again', async () => {
    await giveBack();
    travel('2026-09-29T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { name: '无锡精控自动化股份有限公司' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING', tagReturnedTags: [] });
    expect(office.tasks(A).map((task) => task.status)).toEqual(['DONE']);
  });

  it('lasts while the correction leaves errors', async () => {
    await giveBack();
    travel('2026-09-29T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagCustomerType: null });
    expect(company()).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    expect(office.titles(A)).toEqual([
      'Complete the tags: 无锡精控自动化有限公司',
      'Correct the returned tags: 无锡精控自动化有限公司',
    ]);
    travel('2026-09-29T04:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagCustomerType: 'SME' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(office.tasks(A, 'TODO')).toHaveLength(0);
  });

  it('without a note and a point that fails is refused; both given then are enough to ask again', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', BASIC);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'RETURN' });
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING', tagAction: null });
    expect(company().tagActionResult).toContain('needs a note');
    expect(office.tasks(A)).toEqual([]);
    travel('2026-09-28T03:05:00.000Z');
    await office.update(reviewer, 'company', A, { tagActionNote: 'name' });
    travel('2026-09-28T03:06:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'RETURN' });
    expect(company().tagActionResult).toContain('a return says which point fails');
    travel('2026-09-28T03:07:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'RETURN', tagVerdictBusiness: 'FAIL' });
    expect(company()).toMatchObject({ tagReviewStatus: 'RETURNED' });
  });
});

describe('doubt', () => {
  it('makes one task for the owner, keeps approval off, and is over when cleared up', async () => {
    const { rep, other, reviewer } = office.team;
    await office.create(rep, 'company', { ...BASIC, accountOwnerId: rep.id });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(other, 'company', A, { tagVerification: 'DOUBTFUL' });
    expect(office.tasks(A)).toMatchObject([
      { title: `Clear up what is in doubt: ${BASIC.name}`, assigneeId: rep.id, dueAt: '2026-09-29T10:00:00.000Z' },
    ]);
    travel('2026-09-28T02:30:00.000Z');
    await office.update(other, 'company', A, { tagVerificationNote: 'two addresses' });
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company().tagActionResult).toContain('doubtful');
    expect(office.tasks(A)).toHaveLength(1);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep, 'company', A, { tagVerification: 'VERIFIED' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    travel('2026-09-28T04:00:00.000Z');
    await office.update(other, 'company', A, { tagVerification: 'DOUBTFUL' });
    expect(office.tasks(A, 'TODO')).toHaveLength(1);
    expect(office.tasks(A)).toHaveLength(2);
  });
});

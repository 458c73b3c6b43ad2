import { beforeEach, describe, expect, it } from 'vitest';
import { customerOf, idOf, type Office, travel, useOffice, yuan } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai.
const NOW = '2026-09-28T01:00:00.000Z';
const C = idOf(1);
const O = idOf(2);
const P = idOf(3);
const I = idOf(4);
const R = idOf(5);
const office = useOffice(NOW);

const rep = () => office.team.rep;
const deal = () => office.one('opportunity', O);
const move = (tagStage: string, tagActionNote?: string) =>
  office.update(rep(), 'opportunity', O, { tagStage, ...(tagActionNote ? { tagActionNote } : {}) });
const gateProblems = () => office.problems('opportunity', O).filter((one) => one.includes('STAGE'));
const create = (tagStage = 'PROSPECT', more: object = {}) =>
  office.create(rep(), 'opportunity', {
    id: O,
    name: '二期',
    ownerId: rep().id,
    tagSource: 'TRADE_FAIR',
    tagStage,
    ...more,
  });

/** A customer with everything any stage asks for. */
const completeCustomer = async () => {
  await office.create(rep(), 'person', {
    id: P,
    name: { firstName: '国栋', lastName: '唐' },
    jobTitle: '采购经理',
    phones: { primaryPhoneNumber: '13961718800' },
    emails: { primaryEmail: 'tang@example.cn' },
  });
  await office.create(rep(), 'company', {
    ...customerOf(C),
    tagIndustrySegment: 'C34',
    tagKeyContactId: P,
    tagCompanySize: 'MEDIUM',
    tagPurchaseIntent: 'HIGH',
    tagProductNeeds: '网关50台',
    tagServiceNeeds: ['TRAINING'],
    tagSpecialNeeds: '无',
    tagBudgetMin: yuan(100_000),
    tagBudgetMax: yuan(200_000),
    tagDecisionCycleDays: 60,
    tagAnnualPurchase: yuan(500_000),
    tagAnnualPurchaseBasis: 'NEXT_YEAR',
    tagRegisteredAddress: { addressCity: '无锡市', addressStreet1: '太湖大道1号' },
    tagBusinessScope: '自动化设备',
    tagVerification: 'VERIFIED',
  });
  await office.create(rep(), 'tagCredit', { id: R, companyId: C, rating: 'A', hasOverdue: false });
};
const SIGNABLE = { companyId: C, tagNoCompetitor: true, amount: yuan(180_000), closeDate: '2026-09-25T02:00:00.000Z' };
const offer = async () => {
  await office.create(rep(), 'tagProduct', {
    id: idOf(6),
    name: '网关',
    model: 'DG-200',
    category: 'HARDWARE',
    features: '8路串口',
    advantageKinds: ['INNOVATIVE'],
  });
  await office.create(rep(), 'tagOpportunityItem', { id: I, opportunityId: O, productId: idOf(6) });
};

describe('FLAG', () => {
  it('a move forward in order is logged with how long the stage lasted, and is no problem', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C });
    travel('2026-10-03T02:00:00.000Z');
    await move('INTERESTED');
    expect(gateProblems()).toEqual([]);
    expect(deal()).toMatchObject({ tagStage: 'INTERESTED', tagStageSince: '2026-10-03T02:00:00.000Z' });
    const [moved] = office.log(O).filter(({ kind }) => kind === 'STAGE_MOVED');
    expect(moved).toMatchObject({ before: 'PROSPECT', after: 'INTERESTED', byId: rep().id });
    expect(moved?.note).toMatch(/Days in “.+”: 5$/u);
  });

  it('a move without what the stages passed over require stands, flagged, with a task, until it is on record', async () => {
    await completeCustomer();
    await office.update(rep(), 'company', C, { tagIndustrySegment: null });
    await create('PROSPECT', { companyId: C });
    travel('2026-09-28T02:00:00.000Z');
    await move('SOLUTION');
    expect(deal()).toMatchObject({ tagStage: 'SOLUTION', tagReviewStatus: 'INCOMPLETE' });
    expect(gateProblems()).toEqual(['STAGE_GATE_UNMET tagStage']);
    expect(office.titles(O)).toContain('Complete what “Solution design” requires: 二期');
    const body = JSON.stringify(office.tasks(O).find(({ title }) => String(title).startsWith('Complete what'))?.bodyV2);
    expect(body).toMatch(/Products.*Competitors.*Segment/);
    // On the opportunity, on an item of it, and on its customer: each is seen from where it is filled in.
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { tagNoCompetitor: true });
    await offer();
    expect(gateProblems()).toEqual(['STAGE_GATE_UNMET tagStage']);
    travel('2026-09-28T04:00:00.000Z');
    await office.update(rep(), 'company', C, { tagIndustrySegment: 'C34' });
    expect(gateProblems()).toEqual([]);
    expect(office.titles(O).filter((title) => String(title).startsWith('Complete'))).toEqual([]);
  });

  it('a deal of no customer is incomplete, and enters no stage in order', async () => {
    await create('PROSPECT');
    expect(office.problems('opportunity', O)).toEqual(['REQUIRED_MISSING company']);
    expect(deal()).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    travel('2026-09-28T02:00:00.000Z');
    await move('INTERESTED');
    expect(gateProblems()).toEqual(['STAGE_GATE_UNMET tagStage']);
    expect(deal().tagProblemSummary).toContain('“Interested customer” was entered without what it requires: Customer');
    await completeCustomer();
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { companyId: C });
    expect(office.problems('opportunity', O)).toEqual([]);
  });

  describe('a signed deal whose customer bears another name', () => {
    const rename = (more: object = {}) => office.write(rep(), 'company', C, { name: '无锡锦程有限公司', ...more });
    const sign = async () => {
      await completeCustomer();
      await create('NEGOTIATION', SIGNABLE);
      await offer();
      travel('2026-09-28T02:00:00.000Z');
      await move('SIGNED');
      await office.sweep();
      expect(deal()).toMatchObject({ tagStage: 'SIGNED', tagRisks: [] });
    };

    it('says with the event of the name that the customer is verified no more', async () => {
      await sign();
      travel('2026-09-28T03:00:00.000Z');
      await rename();
      await office.workspace.settle();
      expect(office.one('company', C).tagVerification).toBe('UNVERIFIED');
      expect(deal().tagRisks).toEqual(['CUSTOMER_INCOMPLETE']);
    });

    it('does not say so where the customer was verified in the same write', async () => {
      await sign();
      await office.update(rep(), 'company', C, { tagVerification: 'UNVERIFIED' });
      expect(deal().tagRisks).toEqual(['CUSTOMER_INCOMPLETE']);
      travel('2026-09-28T03:00:00.000Z');
      await rename({ tagVerification: 'VERIFIED' });
      await office.workspace.settle();
      expect(deal().tagRisks).toEqual([]);
    });

    it.each([
      ['HOURLY', '2026-09-28T03:30:00.000Z', '2026-09-28T04:30:00.000Z'],
      ['FULL', '2026-10-03T03:30:00.000Z', '2026-10-04T03:30:00.000Z'],
    ])(
      'says so by the first %s sweep where the event was lost, and the second writes nothing',
      async (mode, first, next) => {
        await sign();
        travel('2026-09-28T03:00:00.000Z');
        await office.holding(() => rename());
        travel(first);
        await expect(office.sweep()).resolves.toMatchObject({ mode });
        expect(office.one('company', C).tagVerification).toBe('UNVERIFIED');
        expect(deal().tagRisks).toEqual(['CUSTOMER_INCOMPLETE']);
        travel(next);
        await expect(office.sweep()).resolves.toMatchObject({ mode, written: 0 });
      },
    );
  });

  it('delivery is entered from the signature alone, after-sales from delivery alone, a note or none', async () => {
    await completeCustomer();
    await create('NEGOTIATION', SIGNABLE);
    await offer();
    travel('2026-09-28T02:00:00.000Z');
    await move('DELIVERY', 'in a hurry');
    expect(gateProblems()).toEqual(['STAGE_SKIPPED tagStage']);
    travel('2026-09-28T03:00:00.000Z');
    await move('SIGNED', 'was signed after all');
    expect(gateProblems()).toEqual([]);
    travel('2026-09-28T04:00:00.000Z');
    await move('AFTER_SALES');
    expect(gateProblems()).toEqual(['STAGE_SKIPPED tagStage']);
    travel('2026-09-28T05:00:00.000Z');
    await move('SIGNED', 'delivery first');
    await move('DELIVERY');
    await office.update(rep(), 'opportunity', O, { tagDeliveredOn: '2026-09-28' });
    travel('2026-09-28T06:00:00.000Z');
    await move('AFTER_SALES');
    expect(gateProblems()).toEqual([]);
    // Six moves, and that it was created in the negotiation before its products were.
    expect(office.kinds(O).filter((kind) => kind === 'STAGE_MOVED')).toHaveLength(7);
  });

  it('a move back needs a note, which is used up; given later, it settles the move', async () => {
    await create('NEEDS_CONFIRMED');
    travel('2026-09-28T02:00:00.000Z');
    await move('INTERESTED', 'budget withdrawn');
    expect(gateProblems()).toEqual([]);
    expect(deal()).toMatchObject({ tagActionNote: '' });
    expect(office.log(O).findLast(({ kind }) => kind === 'STAGE_MOVED')?.note).toContain('budget withdrawn');
    travel('2026-09-28T03:00:00.000Z');
    await move('PROSPECT');
    expect(gateProblems()).toEqual(['STAGE_BACK_WITHOUT_NOTE tagStage']);
    travel('2026-09-28T04:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { tagActionNote: 'contact left' });
    expect(gateProblems()).toEqual([]);
    expect(deal()).toMatchObject({ tagActionNote: '' });
  });
});

describe('REVERT', () => {
  beforeEach(() => office.workspace.setVariable('ENFORCEMENT', 'REVERT'));

  it('puts a stage back that was not entered in order, says why, and logs it as put back', async () => {
    await create('PROSPECT');
    travel('2026-09-28T02:00:00.000Z');
    await move('DELIVERY');
    expect(deal()).toMatchObject({ tagStage: 'PROSPECT', stage: 'NEW', tagStageSince: NOW });
    expect(deal().tagActionResult).toMatch(
      /put back.*Potential customer.*may not be entered from “Potential customer”/,
    );
    expect(gateProblems()).toEqual([]);
    expect(office.log(O).at(-1)).toMatchObject({
      kind: 'REVERTED',
      before: 'PROSPECT',
      after: 'DELIVERY',
      byId: rep().id,
    });
    expect(office.notices(O)).toEqual([]);
  });

  it('names what is missing, and lets the move pass once it is there', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C });
    travel('2026-09-28T02:00:00.000Z');
    await move('SOLUTION');
    expect(deal()).toMatchObject({ tagStage: 'PROSPECT' });
    expect(deal().tagActionResult).toMatch(/missing for “Solution design”: Products.*Competitors/);
    await office.update(rep(), 'opportunity', O, { tagNoCompetitor: true });
    await offer();
    travel('2026-09-28T03:00:00.000Z');
    await move('SOLUTION');
    expect(deal()).toMatchObject({ tagStage: 'SOLUTION' });
  });

  it('of two moves at once tells why, whichever of their events is looked at first', async () => {
    await create('PROSPECT');
    for (const order of [1, -1]) {
      const held: Parameters<Office['workspace']['deliver']>[0][] = [];
      office.workspace.intercept((delivery) => {
        held.push(delivery);
        return [];
      });
      travel(order === 1 ? '2026-09-28T02:00:00.000Z' : '2026-09-28T03:00:00.000Z');
      await office.write(rep(), 'opportunity', O, { tagStage: 'SIGNED' });
      travel(order === 1 ? '2026-09-28T02:00:01.000Z' : '2026-09-28T03:00:01.000Z');
      await office.write(rep(), 'opportunity', O, { tagStage: 'DELIVERY' });
      office.workspace.intercept((delivery) => [delivery]);
      for (const delivery of order === 1 ? held : held.reverse()) office.workspace.deliver(delivery);
      await office.workspace.settle();
      expect(deal()).toMatchObject({ tagStage: 'PROSPECT' });
      expect(deal().tagActionResult).toMatch(/put back/);
      await office.update(rep(), 'opportunity', O, { tagAdvantage: order === 1 ? '交期短' : '价格低' });
      expect(deal().tagActionResult).toBe('');
    }
  });

  it('leaves a record alone that has been written since it was read', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C });
    travel('2026-09-28T02:00:00.000Z');
    const { workspace } = office;
    let isRead = false;
    const answer = workspace.answer.bind(workspace);
    // Between the hook's reading and its putting back somebody signs the deal off properly.
    workspace.answer = async (token, query, variables) => {
      if (query.includes('PutBack') && !isRead) {
        isRead = true;
        travel('2026-09-28T02:00:01.000Z');
        await answer(rep().token, `mutation{updateOpportunity(id:"${O}",data:{tagStage:INTERESTED}){id}}`);
        workspace.intercept(() => []);
      }
      return answer(token, query, variables);
    };
    await move('DELIVERY');
    expect(deal()).toMatchObject({ tagStage: 'INTERESTED' });
    expect(office.kinds(O)).not.toContain('REVERTED');
  });

  it('puts a required tag back that was emptied, and says so; one that is not required may go', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C, tagAdvantage: '交期短' });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { tagSource: null, tagAdvantage: '' });
    expect(deal()).toMatchObject({ tagSource: 'TRADE_FAIR', tagAdvantage: '', tagReviewStatus: 'PENDING' });
    expect(deal().tagActionResult).toBe('Required tags were put back: Source');
    expect(office.log(O).filter(({ kind }) => kind === 'REVERTED')).toMatchObject([
      { tag: 'tagSource', byId: rep().id },
    ]);
  });

  it('puts an owner back too, and a customer', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { ownerId: null });
    expect(deal()).toMatchObject({ ownerId: rep().id });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { companyId: null });
    expect(deal()).toMatchObject({ companyId: C });
  });

  it('a customer keeps the name it had', async () => {
    await completeCustomer();
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'company', C, { name: '', tagIndustry: null });
    expect(office.one('company', C)).toMatchObject({ name: '无锡精控自动化有限公司', tagIndustry: 'C' });
    expect(office.notices(C)).toEqual([]);
  });

  it('FLAG leaves it empty and tells of it', async () => {
    office.workspace.setVariable('ENFORCEMENT', 'FLAG');
    await create('PROSPECT');
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { tagSource: null });
    expect(deal()).toMatchObject({ tagSource: null, tagReviewStatus: 'INCOMPLETE' });
  });
});

describe("Twenty's own stage", () => {
  it('follows', async () => {
    await create('PROSPECT');
    expect(deal().stage).toBe('NEW');
    for (const [stage, stock] of [
      ['INTERESTED', 'SCREENING'],
      ['NEEDS_CONFIRMED', 'MEETING'],
      ['SOLUTION', 'PROPOSAL'],
      ['NEGOTIATION', 'PROPOSAL'],
      ['SIGNED', 'CUSTOMER'],
    ] as const) {
      await move(stage);
      expect(deal().stage).toBe(stock);
    }
  });

  it('is left alone where the team has changed its options', async () => {
    office.open({ stockStages: ['NEW', 'QUALIFIED', 'CUSTOMER'] });
    await create('PROSPECT');
    await move('INTERESTED');
    expect(deal()).toMatchObject({ tagStage: 'INTERESTED', stage: 'NEW' });
    await move('SIGNED');
    expect(deal()).toMatchObject({ tagStage: 'SIGNED', stage: 'CUSTOMER' });
  });

  it('is left alone, and all else judged, where the server keeps its schema to itself', async () => {
    const { workspace } = office;
    const answer = workspace.answer.bind(workspace);
    workspace.answer = async (token, query, variables) =>
      query.includes('__type')
        ? { errors: [{ message: 'Introspection is disabled', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }
        : answer(token, query, variables);
    await completeCustomer();
    await create('INTERESTED', { companyId: C });
    expect(deal()).toMatchObject({ stage: 'NEW', tagReviewStatus: 'PENDING' });
  });
});

describe('outcome and tasks', () => {
  it('an outcome is logged; won before the signature is a problem', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { tagOutcome: 'WON' });
    expect(office.problems('opportunity', O)).toEqual(['OUTCOME_BEFORE_SIGNED tagOutcome']);
    expect(office.log(O).find(({ tag }) => tag === 'tagOutcome')).toBeDefined();
    expect(office.log(O).filter(({ kind }) => kind === 'STAGE_MOVED')).toMatchObject([
      { tag: 'tagOutcome', before: 'OPEN', after: 'WON', byId: rep().id },
    ]);
  });

  it("a stage's tasks are made once, due by their working days, for whom they are, naming the tags", async () => {
    await create('SOLUTION');
    expect(office.tasks(O)).toMatchObject([
      { title: 'Complete what “Solution design” requires: 二期', assigneeId: rep().id },
      {
        title: 'Have the credit record completed: 二期',
        assigneeId: office.team.manager.id,
        dueAt: '2026-10-10T10:00:00.000Z',
      },
      {
        title: 'Work out the solution and its advantages: 二期',
        assigneeId: rep().id,
        tagMatter: 'STAGE',
        tagStage: 'SOLUTION',
        tagGroups: ['STAGE', 'COMPETITION'],
        tagPriority: 'NORMAL',
      },
    ]);
    expect(JSON.stringify(office.tasks(O)[1]?.bodyV2)).toMatch(/5\.2\.3.*Credit rating/);
  });

  it('go to whoever has the part in the deal, and back to its owner when nobody has', async () => {
    const { assistant, manager } = { assistant: office.team.other, manager: office.team.manager };
    await create('SOLUTION');
    const before = office.tasks(O).length;
    const solution = () => office.tasks(O).find(({ title }) => String(title).startsWith('Work out'));
    expect(solution()?.assigneeId).toBe(rep().id);
    travel('2026-09-28T02:00:00.000Z');
    const part = { id: I, opportunityId: O, memberId: assistant.id, dealRole: 'SOLUTION', goal: '十月完成方案' };
    await office.create(rep(), 'tagOpportunityMember', part);
    expect(solution()?.assigneeId).toBe(assistant.id);
    expect(String(office.one('tagOpportunityMember', I).name)).toMatch(/ · Solution work$/);
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep(), 'tagOpportunityMember', I, { memberId: manager.id });
    expect(solution()?.assigneeId).toBe(manager.id);
    travel('2026-09-28T04:00:00.000Z');
    await office.update(rep(), 'tagOpportunityMember', I, { dealRole: 'DELIVERY' });
    expect(solution()?.assigneeId).toBe(rep().id);
    await office.update(rep(), 'tagOpportunityMember', I, { dealRole: 'SOLUTION' });
    await office.remove(rep(), 'delete', 'tagOpportunityMember', I);
    expect(solution()?.assigneeId).toBe(rep().id);
    expect(office.tasks(O)).toHaveLength(before);
  });

  it('never twice: not for leaving and coming back, and not when somebody has done them', async () => {
    await completeCustomer();
    await create('PROSPECT', { companyId: C });
    const [task] = office.tasks(O);
    expect(task).toMatchObject({ status: 'TODO', assigneeId: rep().id });
    await office.update(rep(), 'task', String(task?.id), { status: 'DONE' });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep(), 'opportunity', O, { name: '二期扩容' });
    expect(office.tasks(O).map(({ status }) => status)).toEqual(['DONE']);
    travel('2026-09-28T03:00:00.000Z');
    await move('INTERESTED');
    travel('2026-09-28T04:00:00.000Z');
    await move('PROSPECT', 'contact left');
    expect(office.tasks(O)).toHaveLength(2);
    expect(office.titles(O, 'TODO')).toEqual([]);
  });

  it.each(['LOST', 'ABANDONED'])('%s closes them', async (tagOutcome) => {
    await create('NEEDS_CONFIRMED');
    // Two of the stage, and one of what it asks for.
    expect(office.tasks(O, 'TODO')).toHaveLength(3);
    await office.update(rep(), 'opportunity', O, { tagOutcome });
    expect(office.tasks(O, 'TODO')).toEqual([]);
  });

  it('deleting the opportunity closes them too', async () => {
    await create('NEEDS_CONFIRMED');
    await office.remove(rep(), 'delete', 'opportunity', O);
    expect(office.tasks(O, 'TODO')).toEqual([]);
  });
});

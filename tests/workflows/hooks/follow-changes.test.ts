import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../../plugin/embedded/workspace.ts';
import { customerOf, type Member, type Office, useOffice } from '../support.ts';

const NOW = new Date('2026-09-28T01:00:00.000Z');
let workspace: Workspace;
let rep: Member;
let other: Member;
const office = useOffice(NOW.toISOString(), { isStaffed: false });

const enter = (): void => {
  ({ workspace } = office);
  ({ rep, other } = office.team);
};
beforeEach(enter);

const send: Office['send'] = (...input) => office.send(...input);
const createOne = (token: string, object: string, data: Record<string, unknown>) =>
  office.create({ token }, object, data);
const update = (token: string, object: string, id: string, data: Record<string, unknown>) =>
  office.update({ token }, object, id, data);
const one: Office['one'] = (...input) => office.one(...input);
const problems: Office['problems'] = (...input) => office.problems(...input);

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const B = 'aaaaaaaa-0000-4000-8000-000000000002';
const P = 'aaaaaaaa-0000-4000-8000-000000000003';
const O = 'aaaaaaaa-0000-4000-8000-000000000004';
const BASIC = customerOf(A);

describe.each(['2.21', '2.43'] as const)('events of server %s', (twenty) => {
  beforeEach(() => {
    office.open({ server: twenty, isStaffed: false });
    enter();
  });

  it('a person creates a customer: status, completeness, problems, summary and entry follow', async () => {
    await createOne(rep.token, 'company', { id: A, name: '无锡精控自动化有限公司', tagIndustry: 'C' });
    expect(one('company', A)).toMatchObject({
      tagReviewStatus: 'INCOMPLETE',
      tagCompleteness: 66,
      tagProblems: [
        {
          code: 'REQUIRED_MISSING',
          severity: 'ERROR',
          tag: 'tagCustomerType',
          clause: '2.1.2',
          data: { stage: 'PROSPECT' },
        },
      ],
      tagProblemSummary: 'Customer type: is missing (2.1.2)',
      tagEnteredById: rep.id,
      tagEnteredAt: NOW.toISOString(),
    });
  });

  it('an update that mends it makes it await review, entered by whoever mended it', async () => {
    await createOne(rep.token, 'company', { id: A, name: '无锡精控自动化有限公司', tagIndustry: 'C' });
    vi.setSystemTime('2026-09-28T02:00:00.000Z');
    await update(other.token, 'company', A, { tagCustomerType: 'SME' });
    expect(one('company', A)).toMatchObject({
      tagReviewStatus: 'PENDING',
      tagCompleteness: 100,
      tagProblems: [],
      tagProblemSummary: '',
      tagEnteredById: other.id,
      tagEnteredAt: '2026-09-28T02:00:00.000Z',
    });
  });
});

describe('what wakes a judgement', () => {
  it('writes by an API key are entries without a person', async () => {
    await createOne(workspace.apiKey, 'company', BASIC);
    expect(one('company', A)).toMatchObject({
      tagReviewStatus: 'PENDING',
      tagEnteredById: null,
      tagEnteredAt: NOW.toISOString(),
    });
  });

  it('the application wakes nothing by its own writes, one record or many', async () => {
    await createOne(rep.token, 'company', BASIC);
    const runs = workspace.runs.length;
    expect(workspace.runs.map((run) => run.result)).toEqual([{ judged: 1, written: 2, failures: 0 }]);
    await send(rep.token, 'mutation($d:[CompanyCreateInput!]!){createCompanies(data:$d){id}}', {
      d: [{ name: '甲股份有限公司' }, { name: '乙股份有限公司' }],
    });
    // One run judges both; the upsert that writes them wakes the hook again, which asks nothing and writes nothing.
    const after = workspace.runs.slice(runs);
    // The records, a log row each, and a task with its target for what they lack.
    expect(after[0]).toMatchObject({ result: { judged: 2, written: 8 } });
    for (const run of after.slice(1)) expect(run).toMatchObject({ apiCalls: 0, result: { judged: 0, written: 0 } });
  });

  it('a field that holds no tag wakes nothing', async () => {
    await createOne(rep.token, 'company', BASIC);
    const runs = workspace.runs.length;
    await update(rep.token, 'company', A, { linkedinLink: { primaryLinkUrl: 'https://example.com' } });
    expect(workspace.runs.length).toBe(runs);
  });

  it('the same event twice, and late, changes nothing', async () => {
    const held: Parameters<Workspace['deliver']>[0][] = [];
    workspace.intercept((delivery) => {
      held.push(delivery);
      return [delivery, delivery];
    });
    await createOne(rep.token, 'company', { ...BASIC, tagCustomerType: null });
    vi.setSystemTime('2026-09-28T03:00:00.000Z');
    await update(other.token, 'company', A, { tagCustomerType: 'SME' });
    const settled = one('company', A);
    workspace.intercept((delivery) => [delivery]);
    for (const delivery of [...held].reverse()) workspace.deliver(delivery);
    await workspace.settle();
    expect(one('company', A)).toEqual(settled);
  });

  it('a restored customer is judged again, its entry kept', async () => {
    await createOne(rep.token, 'company', BASIC);
    await send(rep.token, 'mutation($i:UUID!){deleteCompany(id:$i){id}}', { i: A });
    workspace.intercept(() => []);
    vi.setSystemTime('2026-09-29T01:00:00.000Z');
    workspace.intercept((delivery) => [delivery]);
    await send(other.token, 'mutation($i:UUID!){restoreCompany(id:$i){id}}', { i: A });
    expect(one('company', A)).toMatchObject({ deletedAt: null, tagReviewStatus: 'PENDING', tagEnteredById: rep.id });
    expect(workspace.runs.at(-1)).toMatchObject({ result: { judged: 1, written: 0 } });
  });
});

describe('tags that live on other records', () => {
  it("the key contact's change is an entry on the customer", async () => {
    await createOne(rep.token, 'person', {
      id: P,
      name: { firstName: '国栋', lastName: '唐' },
      phones: { primaryPhoneNumber: '12345678901' },
    });
    await createOne(rep.token, 'company', { ...BASIC, tagKeyContactId: P });
    expect(problems('company', A)).toEqual(['PHONE_INVALID contactPhone']);
    expect(JSON.stringify(one('company', A).tagProblems)).not.toContain('12345678901');
    vi.setSystemTime('2026-09-28T05:00:00.000Z');
    await update(other.token, 'person', P, { phones: { primaryPhoneNumber: '13961718800' } });
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING', tagProblems: [], tagEnteredById: other.id });
  });

  it("a person who is nobody's key contact costs one look and no write", async () => {
    await createOne(rep.token, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' } });
    await update(rep.token, 'person', P, { jobTitle: '采购经理' });
    expect(workspace.runs.at(-1)).toMatchObject({ result: { judged: 0, written: 0 }, apiCalls: 1 });
  });

  it('a contradicting credit record shows on the customer without its values, and is named after it', async () => {
    await createOne(rep.token, 'company', BASIC);
    await createOne(rep.token, 'tagCredit', { id: P, companyId: A, rating: 'CCC', hasOverdue: true, overdueCount: 0 });
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'INCOMPLETE', tagEnteredById: rep.id });
    expect(problems('company', A)).toEqual(['OVERDUE_CONTRADICTION hasOverdue']);
    expect(JSON.stringify(one('company', A))).not.toContain('CCC');
    expect(one('tagCredit', P).name).toBe(BASIC.name);
    await send(rep.token, 'mutation($i:UUID!){deleteTagCredit(id:$i){id}}', { i: P });
    expect(problems('company', A)).toEqual([]);
  });

  it('an opportunity moves its customer to a further stage, and a lost one back', async () => {
    await createOne(rep.token, 'company', BASIC);
    await createOne(rep.token, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'INTERESTED',
    });
    expect(problems('company', A)).toEqual([
      'REQUIRED_MISSING contactName',
      'REQUIRED_MISSING contactTitle',
      'REQUIRED_MISSING contactPhone',
      'REQUIRED_MISSING tagCompanySize',
      'REQUIRED_MISSING tagPurchaseIntent',
      'SINGLE_CHANNEL tagChannels',
    ]);
    // Its own tags are complete; that it was created past what its customer lacks is flagged.
    expect(problems('opportunity', O)).toEqual(['STAGE_GATE_UNMET tagStage']);
    expect(one('opportunity', O)).toMatchObject({
      tagReviewStatus: 'INCOMPLETE',
      tagCompleteness: 100,
      tagEnteredById: rep.id,
    });
    await update(rep.token, 'opportunity', O, { tagOutcome: 'LOST' });
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING', tagProblems: [] });
  });

  it('a product is complete until it is offered, then its features are asked for, and the opportunity wants them', async () => {
    await createOne(rep.token, 'tagProduct', { id: P, name: '网关', model: 'DG-200', category: 'HARDWARE' });
    expect(one('tagProduct', P)).toMatchObject({ tagReviewStatus: 'PENDING', tagCompleteness: 100 });
    await createOne(rep.token, 'company', BASIC);
    await createOne(rep.token, 'opportunity', {
      id: O,
      name: '二期',
      ownerId: rep.id,
      companyId: A,
      tagSource: 'TRADE_FAIR',
      tagStage: 'SOLUTION',
      tagNoCompetitor: true,
    });
    // Created straight in a later stage, it stands flagged as long as its customer lacks what that stage asks for.
    expect(problems('opportunity', O)).toEqual(['REQUIRED_MISSING tagItems', 'STAGE_GATE_UNMET tagStage']);
    await createOne(rep.token, 'tagOpportunityItem', { id: B, opportunityId: O, productId: P });
    expect(problems('tagProduct', P)).toEqual(['REQUIRED_MISSING features', 'REQUIRED_MISSING advantageKinds']);
    expect(one('tagOpportunityItem', B).name).toBe('网关 DG-200');
    await update(rep.token, 'tagProduct', P, { features: '8路串口', advantageKinds: ['INNOVATIVE'] });
    expect(problems('tagProduct', P)).toEqual([]);
    // The item's opportunity is looked at again when the item is.
    await update(rep.token, 'tagOpportunityItem', B, { quantity: 3 });
    expect(problems('opportunity', O)).toEqual(['STAGE_GATE_UNMET tagStage']);
  });

  it('a team member is judged by the quarter it joined in', async () => {
    await createOne(rep.token, 'tagMember', {
      id: P,
      name: '王志强',
      jobPosition: 'SALES_REP',
      joinedOn: '2026-09-01',
    });
    expect(one('tagMember', P)).toMatchObject({ tagReviewStatus: 'PENDING', tagCompleteness: 100 });
    vi.setSystemTime('2026-10-08T01:00:00.000Z');
    await update(rep.token, 'tagMember', P, { jobPosition: 'SENIOR_SALES_REP' });
    expect(one('tagMember', P)).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    expect(problems('tagMember', P)).toContain('REQUIRED_MISSING salesTarget');
  });
});

describe('duplicates', () => {
  it('two customers of one name tell of each other until one is renamed', async () => {
    await createOne(rep.token, 'company', BASIC);
    await createOne(rep.token, 'company', { ...BASIC, id: B });
    expect(problems('company', A)).toEqual(['NAME_DUPLICATE name']);
    expect(problems('company', B)).toEqual(['NAME_DUPLICATE name']);
    // A change of another tag does not make them forget each other.
    await update(rep.token, 'company', A, { tagRegion: 'JIANGSU' });
    expect(problems('company', A)).toEqual(['NAME_DUPLICATE name']);
    await update(rep.token, 'company', B, { name: '无锡精控软件有限公司' });
    expect(problems('company', A)).toEqual([]);
    expect(problems('company', B)).toEqual([]);
  });

  it('stand whatever else of them is judged: another tag, their contact, their deal', async () => {
    await createOne(rep.token, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' } });
    await createOne(rep.token, 'company', { ...BASIC, tagKeyContactId: P });
    await createOne(rep.token, 'company', { ...BASIC, id: B });
    const expected = ['NAME_DUPLICATE name'];
    await update(rep.token, 'company', A, { tagRegion: 'JIANGSU' });
    expect(problems('company', A)).toEqual(expected);
    await update(rep.token, 'person', P, { jobTitle: '采购经理' });
    expect(problems('company', A)).toEqual(expected);
    const deal = { id: O, name: '二期', companyId: B, ownerId: rep.id, tagSource: 'TRADE_FAIR', tagStage: 'PROSPECT' };
    await createOne(rep.token, 'opportunity', deal);
    expect(problems('company', B)).toEqual(expected);
  });

  it('are found in any spelling of a name, until one is renamed', async () => {
    await createOne(rep.token, 'company', { ...BASIC, name: '无锡精控（集团）有限公司' });
    await createOne(rep.token, 'company', { ...BASIC, id: B, name: '無錫精控(集團) 有限公司' });
    expect(one('company', B).tagMatchKey).toBe('无锡精控集团有限公司');
    for (const id of [A, B]) expect(problems('company', id)).toEqual(['NAME_DUPLICATE name']);
    await update(rep.token, 'company', A, { tagRegion: 'JIANGSU' });
    expect(problems('company', A)).toEqual(['NAME_DUPLICATE name']);
    await update(rep.token, 'company', B, { name: '无锡精控软件有限公司' });
    for (const id of [A, B]) expect(problems('company', id)).toEqual([]);
  });

  it('are found in any spelling of a credit code, until one is corrected', async () => {
    const code = '91350100M000100Y43';
    await createOne(rep.token, 'company', { ...BASIC, tagCreditCode: code });
    const other = { ...BASIC, id: B, name: '苏州恒达机械有限公司', tagCreditCode: '91350100-m000100y-43' };
    await createOne(rep.token, 'company', other);
    expect(one('company', B).tagCreditCodeKey).toBe(code);
    for (const id of [A, B]) expect(problems('company', id)).toEqual(['CREDIT_CODE_DUPLICATE tagCreditCode']);
    await update(rep.token, 'company', B, { tagCreditCode: '' });
    for (const id of [A, B]) expect(problems('company', id)).toEqual([]);
  });

  it('are found in any spelling of a product, which is another with another model', async () => {
    const product = { name: '工业网关', model: 'DG-200', category: 'HARDWARE' };
    await createOne(rep.token, 'tagProduct', { ...product, id: A });
    await createOne(rep.token, 'tagProduct', { ...product, id: B, name: '工業 網關', model: 'dg 200' });
    for (const id of [A, B]) expect(problems('tagProduct', id)).toEqual(['NAME_DUPLICATE name']);
    await update(rep.token, 'tagProduct', B, { model: 'DG-300' });
    for (const id of [A, B]) expect(problems('tagProduct', id)).toEqual([]);
  });

  it('two products of one name and model tell of each other, whatever else of them is judged', async () => {
    const product = { name: '网关', model: 'DG-200', category: 'HARDWARE' };
    // The index on name and model tells a full-width dash from another; people do not.
    await createOne(rep.token, 'tagProduct', { ...product, id: A });
    await createOne(rep.token, 'tagProduct', { ...product, id: B, model: 'DG－200' });
    expect(problems('tagProduct', B)).toEqual(['NAME_DUPLICATE name']);
    await update(rep.token, 'tagProduct', B, { features: '8路串口' });
    expect(problems('tagProduct', B)).toEqual(['NAME_DUPLICATE name']);
  });
});

describe('load', () => {
  it('a batch of 200 customers costs at most 4 calls', async () => {
    const data = Array.from({ length: 200 }, (_unused, at) => ({
      name: `第${at}号客户有限公司`,
      tagIndustry: at % 2 ? 'C' : null,
    }));
    await send(rep.token, 'mutation($d:[CompanyCreateInput!]!){createCompanies(data:$d){id}}', { d: data });
    expect(workspace.runs[0]).toMatchObject({ result: { judged: 200, written: 800 } });
    expect(workspace.runs[0]?.apiCalls).toBeLessThanOrEqual(4);
    expect(workspace.records('company').every((row) => row.tagReviewStatus === 'INCOMPLETE')).toBe(true);
  });
});

describe('rights', () => {
  it('people cannot write what the application keeps', async () => {
    await createOne(rep.token, 'company', BASIC);
    const answer = await workspace.answer(
      rep.token,
      `mutation{updateCompany(id:"${A}",data:{tagReviewStatus:APPROVED}){id}}`,
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(one('company', A).tagReviewStatus).toBe('PENDING');
  });

  it.each([
    ['destroy a customer', `mutation{destroyCompany(id:"${A}"){id}}`],
    ['delete a product', `mutation{deleteTagProduct(id:"${A}"){id}}`],
    ['change a tag it never puts back', `mutation{updateTagProduct(id:"${A}",data:{advantages:"x"}){id}}`],
    ["change a contact's name", `mutation{updatePerson(id:"${A}",data:{name:{firstName:"x"}}){id}}`],
    ['read the notes', '{notes(first:1){edges{node{id}}}}'],
    ["read a contact's links", '{people(first:1){edges{node{linkedinLink{primaryLinkUrl}}}}}'],
  ])('the application itself cannot %s', async (_what, query) => {
    await createOne(rep.token, 'company', BASIC);
    const answer = await workspace.answer(workspace.applicationToken, query);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

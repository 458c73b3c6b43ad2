import { describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import recorded from '../../fixtures/contract/graphql-merge-and-refusals.json' with { type: 'json' };
import { creditManifest } from './credit-manifest.ts';

const FIRST = '7974770c-9e41-4ab4-98de-3b71d600e6b7';
const THIRD = 'aaaaaaaa-0000-4000-8000-000000000009';
const SECOND = 'c3a9caf3-17bb-4df3-91d5-a738a9d6d0d3';
/** The limit of calls is not a thing of records. */
const APART = new Set(['the limit of an API key']);

const setUp = (server: '2.21' | '2.43' = '2.43'): Workspace => {
  const workspace = createWorkspace({
    server,
    app: { manifest: creditManifest, directory: '/nowhere', version: '0.0.0' },
    clock: () => new Date('2026-11-26T17:39:02.954Z'),
  });
  workspace.insert('company', [
    { id: FIRST, name: '录制合并甲有限公司', tagCustomerType: 'SME' },
    { id: SECOND, name: '录制合并乙有限公司', tagServiceNeeds: ['TRAINING'] },
  ]);
  return workspace;
};

const IDENTIFIERS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(IDENTIFIERS, (id) => ([FIRST, SECOND].includes(id) ? id : '<id>'))
      .replace(/FK_[0-9a-f]+/g, 'FK'),
  );

describe('the recorded answers to unique values, merges and wrong values', () => {
  const workspace = setUp();
  const ids = new Map<string, string>();
  for (const { name, request, answer } of recorded.exchanges) {
    if (APART.has(name)) continue;
    it(name, async () => {
      // The server chose the ids of what was created; ours are others.
      const variables = JSON.parse(
        JSON.stringify(request.variables).replace(IDENTIFIERS, (id) => ids.get(id) ?? id),
      ) as Record<string, unknown>;
      const given = await workspace.answer(workspace.apiKey, request.query, variables);
      for (const [root, value] of Object.entries(answer.data)) {
        const ours = (given.data as Record<string, { id?: string } | null>)[root]?.id;
        if (value && 'id' in value && ours && value.id) ids.set(String(value.id), ours);
      }
      expect(comparable(given)).toEqual(comparable(answer));
    });
  }
});

const MERGE = `mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0)
  {id name tagCustomerType tagServiceNeeds domainName{primaryLinkUrl secondaryLinks}}}`;

describe('a merge', () => {
  it('moves what hangs on the loser, the trash included, takes over what the winner had not, destroys the loser', async () => {
    const workspace = setUp();
    workspace.insert('tagCredit', [{ id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'c', companyId: SECOND }]);
    workspace.insert('person', [{ id: 'aaaaaaaa-0000-4000-8000-000000000002', companyId: SECOND }]);
    const client = workspace.client(workspace.apiKey);
    await client.request('mutation($i:UUID!){deletePerson(id:$i){id}}', { i: 'aaaaaaaa-0000-4000-8000-000000000002' });
    await client.request(MERGE, { i: [FIRST, SECOND] });
    expect(workspace.records('company', true)).toMatchObject([
      { id: FIRST, name: '录制合并甲有限公司', tagCustomerType: 'SME', tagServiceNeeds: ['TRAINING'] },
    ]);
    expect(workspace.records('tagCredit')[0]?.companyId).toBe(FIRST);
    expect(workspace.records('person', true)[0]?.companyId).toBe(FIRST);
  });

  it.each([
    ['2.21', []],
    ['2.43', [FIRST]],
  ] as const)('on %s: what points at any record, such as a task’s target, is moved to %j', async (server, targets) => {
    const workspace = setUp(server);
    workspace.insert('task', [{ id: 'aaaaaaaa-0000-4000-8000-000000000003', title: 't' }]);
    workspace.insert('taskTarget', [{ taskId: 'aaaaaaaa-0000-4000-8000-000000000003', targetCompanyId: SECOND }]);
    await workspace.client(workspace.apiKey).request(MERGE, { i: [FIRST, SECOND] });
    expect(workspace.records('task')).toHaveLength(1);
    expect(workspace.records('taskTarget').map(({ targetCompanyId }) => targetCompanyId)).toEqual(targets);
  });

  it('is undone whole by a unique index of a child, one in the trash included', async () => {
    const workspace = setUp();
    workspace.insert('tagCredit', [
      { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'kept', companyId: FIRST },
      { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'in the trash', companyId: SECOND },
    ]);
    workspace.insert('person', [{ id: 'aaaaaaaa-0000-4000-8000-000000000003', companyId: SECOND }]);
    const client = workspace.client(workspace.apiKey);
    await client.request('mutation($i:UUID!){deleteTagCredit(id:$i){id}}', {
      i: 'aaaaaaaa-0000-4000-8000-000000000002',
    });
    await expect(client.request(MERGE, { i: [FIRST, SECOND] })).rejects.toThrow('A duplicate entry was detected');
    expect(workspace.records('company')).toHaveLength(2);
    expect(workspace.records('person')[0]?.companyId).toBe(SECOND);
  });

  it.each([
    ['2.21', 200, null],
    ['2.21', 201, 'Cannot update more than 200 records at once'],
    ['2.43', 201, null],
  ] as const)('on %s with %i rows of one relation: %s', async (server, count, refusal) => {
    const workspace = setUp(server);
    workspace.insert(
      'person',
      Array.from({ length: count }, () => ({ companyId: SECOND })),
    );
    const answer = await workspace.answer(workspace.apiKey, MERGE, { i: [FIRST, SECOND] });
    expect(answer.errors?.[0]?.message ?? null).toBe(refusal);
    const moved = workspace.records('person').filter(({ companyId }) => companyId === FIRST);
    expect(moved).toHaveLength(refusal === null ? count : 0);
  });

  it('takes white space for nothing', async () => {
    const workspace = setUp();
    workspace.insert('company', [{ id: THIRD, name: '  ' }]);
    await workspace.client(workspace.apiKey).request(MERGE, { i: [THIRD, SECOND] });
    expect(workspace.records('company').find(({ id }) => id === THIRD)?.name).toBe('录制合并乙有限公司');
  });

  it('needs the right to destroy', async () => {
    const workspace = setUp();
    const answer = await workspace.answer(workspace.applicationToken, MERGE, { i: [FIRST, SECOND] });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(workspace.records('company')).toHaveLength(2);
  });

  it.each([
    ['one record', 'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}', [FIRST], 'At least 2'],
    [
      'an object that has no duplicates',
      'mutation($i:[UUID!]!){mergeTagCredits(ids:$i,conflictPriorityIndex:0){id}}',
      [FIRST, SECOND],
      'duplicate criteria',
    ],
    [
      'a record named twice',
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      [FIRST, FIRST],
      'One or more records not found',
    ],
    [
      'a winner that is none of them',
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:2){id}}',
      [FIRST, SECOND],
      "Invalid conflict priority '2'. Valid options for 2 records: 0-1",
    ],
    [
      'more than nine',
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      Array.from({ length: 10 }, () => FIRST),
      'Maximum 9 records',
    ],
    [
      'a record that is not there',
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      [FIRST, 'aaaaaaaa-0000-4000-8000-000000000009'],
      'not found',
    ],
  ])('is refused for %s', async (_what, query, ids, words) => {
    const workspace = setUp();
    await expect(workspace.client(workspace.apiKey).request(query, { i: ids })).rejects.toThrow(words);
  });
});

describe('a unique field of its own', () => {
  const create = (upsert: boolean): string =>
    `mutation($d:CompanyCreateInput!){createCompany(data:$d,upsert:${upsert}){id name deletedAt}}`;
  const CODE = '91330000712345678X';

  it('names itself and the record that holds the value, until that is in the trash', async () => {
    const workspace = setUp();
    const client = workspace.client(workspace.apiKey);
    await client.request('mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}', {
      i: FIRST,
      d: { tagCreditCode: CODE },
    });
    const taken = await workspace.answer(workspace.apiKey, create(false), { d: { name: 'x', tagCreditCode: CODE } });
    expect(taken.errors?.[0]?.extensions).toMatchObject({
      conflictingRecordId: FIRST,
      userFriendlyMessage: 'This tagCreditCode value is already in use. Please check your data and try again.',
    });
    await client.request('mutation($i:UUID!){deleteCompany(id:$i){id}}', { i: FIRST });
    const held = await workspace.answer(workspace.apiKey, create(false), { d: { name: 'x', tagCreditCode: CODE } });
    expect(held.errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      userFriendlyMessage: 'This record already exists. Please check your data and try again.',
    });
    await client.request(create(true), { d: { name: 'x', tagCreditCode: CODE } });
    expect(workspace.records('company').find(({ id }) => id === FIRST)).toMatchObject({ name: 'x', deletedAt: null });
  });
});

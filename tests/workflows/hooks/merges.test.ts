import { describe, expect, it } from 'vitest';
import { idOf, travel, useOffice } from '../support.ts';

// A is left, B goes up in it. A live server tells of the one it destroys, and of the one that is left if its own fields
// change: what it points at another record it does without a word, and tasks it leaves behind.
const [A, B, C, P, Q] = [1, 2, 3, 4, 5].map(idOf) as [string, string, string, string, string];
const [CREDIT_A, CREDIT_B, DEAL, NOTICE, TWIN] = [11, 12, 13, 14, 15].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
];
const NAMES = { [A]: '无锡精控自动化有限公司', [B]: '苏州恒达机械有限公司' };
const MERGED_AT = '2026-09-28T04:00:00.000Z';
const office = useOffice('2026-09-28T01:00:00.000Z', { server: '2.21' });

const sweep = () => office.workspace.runFunction('sweep', {}, 'cron');
const customers = async () => {
  const { rep } = office.team;
  for (const [id, name] of Object.entries(NAMES)) {
    await office.create(rep, 'company', { id, name, tagCustomerType: 'SME', tagIndustry: 'C', accountOwnerId: rep.id });
  }
};
const furnish = async () => {
  const { rep, manager } = office.team;
  await customers();
  await office.create(manager, 'tagCredit', {
    id: CREDIT_A,
    companyId: A,
    rating: 'AAA',
    ratedAt: '2026-08-01',
    hasOverdue: false,
  });
  await office.create(manager, 'tagCredit', {
    id: CREDIT_B,
    companyId: B,
    rating: 'CCC',
    ratedAt: '2026-03-01',
    hasOverdue: true,
    overdueCount: 2,
    longestOverdueDays: 40,
  });
  await office.create(rep, 'opportunity', {
    id: DEAL,
    name: '二期',
    companyId: B,
    tagStage: 'SIGNED',
    ownerId: rep.id,
  });
  travel('2026-09-28T02:00:00.000Z');
  await office.create(rep, 'tagChangeNotice', {
    id: NOTICE,
    companyId: B,
    kind: 'BUSINESS_SCOPE',
    description: '增资',
  });
  // The day's sweep of everything: the next one looks at what was written since.
  travel('2026-09-28T03:00:00.000Z');
  await sweep();
  await office.workspace.settle();
};
const merge = (fields = 'id') => {
  travel(MERGED_AT);
  return office.send(
    office.team.reviewer.token,
    `mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){${fields}}}`,
    { i: [A, B] },
  );
};

type Deliveries = Awaited<ReturnType<typeof office.holding>>;
const deliver = async (deliveries: Deliveries) => {
  for (const delivery of deliveries) {
    office.workspace.deliver(delivery);
    await office.workspace.settle();
  }
};
/** How a server may tell of a merge. */
const WAYS: Readonly<Record<string, (fields: string) => Promise<void>>> = {
  'as it happens': (fields) => merge(fields),
  'late and backwards': async (fields) => {
    const held = await office.holding(() => merge(fields));
    travel('2026-09-28T04:30:00.000Z');
    await deliver(held.toReversed());
  },
  twice: async (fields) => {
    const held = await office.holding(() => merge(fields));
    await deliver([...held, ...held]);
  },
  'after the sweep': async (fields) => {
    const held = await office.holding(() => merge(fields));
    travel('2026-09-28T05:00:00.000Z');
    await sweep();
    await deliver(held);
  },
  'not at all, to the hourly sweep': async (fields) => {
    await office.holding(() => merge(fields));
    travel('2026-09-28T05:00:00.000Z');
    await sweep();
  },
  'not at all, to the sweep of everything': async (fields) => {
    await office.holding(() => merge(fields));
    travel('2026-09-28T20:00:00.000Z');
    await sweep();
  },
};
const isTold = (way: string): boolean => !way.startsWith('not at all');

const openTasks = () => office.all('task').filter(({ status }) => status === 'TODO');
const targets = () =>
  office
    .all('taskTarget')
    .map(({ taskId, targetCompanyId, targetOpportunityId }) => [taskId, targetCompanyId ?? targetOpportunityId]);
const mergedRow = () => office.log(A).filter(({ kind }) => kind === 'MERGED');
/** Everything but the sweeps' own rows. */
const everything = () =>
  JSON.stringify(
    ['company', 'opportunity', 'tagLog', 'tagChangeNotice', 'task', 'taskTarget', 'tagCredit'].map((name) =>
      office.all(name),
    ),
  );

describe.each(Object.entries(WAYS))('two customers are merged, told %s', (way, told) => {
  it.each(['id', 'id name tagBusinessScope tagServiceNeeds tagProblemTags tagReturnedTags'])(
    'nothing of the one is lost in the other: {%s}',
    async (fields) => {
      await furnish();
      const [notice] = office.notices(B);
      const task = office.tasks(B).find(({ title }) => String(title).startsWith('Update the tags'));
      const log = office.log(B).map(({ id }) => id);
      await told(fields);

      // What Twenty points at the survivor is judged with it.
      expect(office.one('company', A)).toMatchObject({ tagCreditSignal: 'CAUTION', tagCooperationCount: 1 });
      expect(office.log(A).map(({ id }) => id)).toEqual(expect.arrayContaining(log));
      // The notice asks for what it asked for, by when it did.
      expect(office.notices(A)).toMatchObject([{ id: NOTICE, status: 'OPEN', dueAt: notice?.dueAt, key: notice?.key }]);
      // Its task is the one it was, and hangs on the survivor with its name.
      const due = office.tasks(A).filter(({ title }) => String(title).startsWith('Update the tags'));
      expect(due).toMatchObject([{ id: task?.id, status: 'TODO', title: expect.stringContaining(String(NAMES[A])) }]);
      // No matter has two tasks, and no open one hangs on nothing or bears the other's name.
      const titles = office.titles(A);
      expect(new Set(titles).size).toBe(titles.length);
      const held = new Set(targets().map(([taskId]) => taskId));
      expect(openTasks().filter(({ id, title }) => !held.has(id) || String(title).includes(String(NAMES[B])))).toEqual(
        [],
      );
      // One line says so.
      const [row, ...more] = mergedRow();
      expect(more).toEqual([]);
      expect(row).toMatchObject({ at: MERGED_AT, byId: isTold(way) ? office.team.reviewer.id : null });
      if (isTold(way)) expect(row).toMatchObject({ before: NAMES[B], after: NAMES[A], byName: '赵静怡' });
      else expect(row?.note).toMatch(/did not tell by whom.*苏州恒达/);
      // The entry that was found with it is of whoever merged.
      const changed = office.log(A).filter(({ kind, at }) => kind === 'CHANGED' && String(at) >= MERGED_AT);
      expect(changed).toHaveLength(1);
      const isNamed = isTold(way) && way !== 'after the sweep';
      expect(changed[0]?.byId).toBe(isNamed ? office.team.reviewer.id : null);
      if (!isNamed) expect(changed[0]?.note).toContain('did not tell by whom');

      // Judged once: again, nothing is found.
      const before = everything();
      travel('2026-09-28T21:00:00.000Z');
      await sweep();
      expect(JSON.parse(everything())).toEqual(JSON.parse(before));
    },
  );
});

describe('a merge', () => {
  it('that whoever made it approves is their own; so it is of whoever had entered the other', async () => {
    await furnish();
    const { reviewer, rep } = office.team;
    await merge();
    travel('2026-09-28T05:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(office.one('company', A).tagActionResult).toContain('whoever entered the tags');
    const { enterers } = office.one('company', A).tagBaseline as { enterers: readonly string[] };
    expect(enterers).toEqual(expect.arrayContaining([reviewer.id, rep.id, office.team.manager.id]));
  });

  it('of which nobody told leaves what it changed to be confirmed', async () => {
    await furnish();
    await office.holding(() => merge());
    travel('2026-09-28T05:00:00.000Z');
    await sweep();
    travel('2026-09-28T06:00:00.000Z');
    await office.update(office.team.reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(office.one('company', A).tagActionResult).toContain('not known by whom');
  });

  it('leaves in the log what was not taken over', async () => {
    await customers();
    const { rep } = office.team;
    await office.update(rep, 'company', A, { tagOpeningCooperations: 1 });
    await office.update(rep, 'company', B, { tagOpeningCooperations: 3, tagOpeningSince: '2020-01-01' });
    await merge('id tagOpeningCooperations tagOpeningSince');
    expect(office.one('company', A)).toMatchObject({ tagOpeningCooperations: 1, tagOpeningSince: '2020-01-01' });
    expect(mergedRow()[0]?.note).toBe(
      '“苏州恒达机械有限公司” was merged into it\nWhat it held and was not taken over: Opening count: 3',
    );
  });

  it('by a program names nobody, and says so', async () => {
    await customers();
    travel(MERGED_AT);
    await office.send(
      office.workspace.apiKey,
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      { i: [A, B] },
    );
    expect(mergedRow()).toMatchObject([{ byId: null, note: expect.stringContaining('by a program') }]);
  });

  it('of what had been merged before is told by itself', async () => {
    await customers();
    await office.create(office.team.rep, 'company', { id: C, name: '常州联创电子有限公司', tagCustomerType: 'SME' });
    const query = 'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}';
    travel('2026-09-28T02:00:00.000Z');
    await office.send(office.team.rep.token, query, { i: [B, C] });
    travel(MERGED_AT);
    await office.send(office.team.rep.token, query, { i: [A, B] });
    expect(mergedRow().map(({ before, after }) => `${before}>${after}`)).toEqual([
      '常州联创电子有限公司>苏州恒达机械有限公司',
      '苏州恒达机械有限公司>无锡精控自动化有限公司',
    ]);
  });

  it('of three at once, of which Twenty tells of one', async () => {
    await furnish();
    await office.create(office.team.rep, 'company', { id: C, name: '常州联创电子有限公司', tagCustomerType: 'SME' });
    travel(MERGED_AT);
    await office.send(
      office.team.reviewer.token,
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      { i: [A, B, C] },
    );
    expect(
      mergedRow()
        .map(({ before }) => before)
        .sort(),
    ).toEqual(['', NAMES[B]]);
    expect(office.titles(A).filter((title) => String(title).startsWith('Update the tags'))).toHaveLength(1);
  });

  it('that is undone because of something else leaves everything as it was', async () => {
    await furnish();
    const before = everything();
    const [log] = office.log(B);
    office.workspace.insert(
      'tagLog',
      Array.from({ length: 200 }, (_unused, at) => ({
        ...log,
        id: idOf(5000 + at),
        key: `CHANGED:${B}:${at + 100}:name`,
      })),
    );
    await expect(merge()).rejects.toThrow('Cannot update more than 200 records at once');
    expect(JSON.parse(everything()).slice(3)).toEqual(JSON.parse(before).slice(3));
    expect(office.all('company')).toHaveLength(2);
  });
});

describe('what is kept aside of the one that goes up', () => {
  const ADDED = {
    'company.tagChannels': { LIVE: '直播带货', EXPO: '博览会' },
    'company.tagPurchaseIntent': { URGENT: '紧急' },
    'company.tagCustomerType': { GUILD: '行业公会' },
  };
  const FIELDS = 'id tagChannels tagPurchaseIntent tagCustomerType';
  const keptOf = (id: string) => (office.one('company', id).tagBaseline as { readonly strays?: unknown }).strays;
  /** Both hold options that were added, which the next version takes off without a word. */
  const keepAside = async () => {
    office.open({ server: '2.21', addedOptions: ADDED });
    await customers();
    const { rep } = office.team;
    await office.update(rep, 'company', A, { tagChannels: ['DIRECT', 'EXPO'] });
    const added = { tagPurchaseIntent: 'URGENT', tagCustomerType: 'GUILD' };
    await office.update(rep, 'company', B, { tagChannels: ['PUBLIC_MATERIAL', 'LIVE'], ...added });
    await office.holding(async () => {
      await office.update(rep, 'company', A, { tagChannels: ['DIRECT'] });
      const gone = { tagPurchaseIntent: null, tagCustomerType: null };
      await office.update(rep, 'company', B, { tagChannels: ['PUBLIC_MATERIAL'], ...gone });
    });
    travel('2026-09-28T03:00:00.000Z');
    await sweep();
    await office.workspace.settle();
    expect(keptOf(A)).toEqual({ tagChannels: ['EXPO'] });
  };

  it.each(Object.entries(WAYS))('is the survivor’s, who keeps its own, told %s', async (way, told) => {
    await keepAside();
    await told(FIELDS);
    expect(office.one('company', A)).toMatchObject({
      tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'],
      tagCustomerType: 'SME',
    });
    // A record that is gone without a word takes its memory with it.
    expect(keptOf(A)).toEqual(
      isTold(way) ? { tagChannels: ['EXPO', 'LIVE'], tagPurchaseIntent: ['URGENT'] } : { tagChannels: ['EXPO'] },
    );
    const [, left] = String(mergedRow()[0]?.note).split('\n');
    expect(left).toBe(isTold(way) ? 'What it held and was not taken over: Customer type: GUILD' : undefined);
    const before = [office.all('company'), office.log(A)];
    travel('2026-09-28T21:00:00.000Z');
    await sweep();
    expect([office.all('company'), office.log(A)]).toEqual(before);
  });

  it('does not come back once somebody has taken it off, though the merge is told again', async () => {
    await keepAside();
    const held = await office.holding(() => merge(FIELDS));
    await deliver(held);
    travel('2026-09-28T05:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagChannels: ['DIRECT'], tagPurchaseIntent: 'HIGH' });
    expect(keptOf(A)).toBeUndefined();
    await deliver(held);
    expect(keptOf(A)).toBeUndefined();
  });
});

describe('two open notices for one matter', () => {
  const report = (id: string, companyId: string, kind = 'BUSINESS_SCOPE') =>
    office.create(office.team.rep, 'tagChangeNotice', { id, companyId, kind, description: '增资' });

  it.each(Object.entries(WAYS))('become one with the earlier deadline, told %s', async (_way, told) => {
    await furnish();
    travel('2026-09-28T03:30:00.000Z');
    await office.update(office.team.rep, 'tagChangeNotice', NOTICE, { occurredAt: '2026-09-25T02:00:00.000Z' });
    await report(TWIN, A);
    await report(idOf(16), A, 'NAME');
    await told('id');
    expect(office.one('tagChangeNotice', NOTICE)).toMatchObject({ companyId: A, dueOn: '2026-09-28' });
    expect(['OPEN', 'OVERDUE']).toContain(office.one('tagChangeNotice', NOTICE).status);
    expect(office.one('tagChangeNotice', TWIN)).toMatchObject({
      status: 'CANCELLED',
      note: expect.stringContaining('the records were merged'),
    });
    expect(office.one('tagChangeNotice', idOf(16)).status).not.toBe('CANCELLED');
    const scope = office.titles(A).filter((title) => String(title).startsWith('Update the tags (Business scope'));
    expect(scope).toHaveLength(1);
    expect(office.log(A).filter(({ key }) => String(key).endsWith(`${TWIN}:merged`))).toHaveLength(1);
    // The tags that follow complete the one that stands.
    travel('2026-09-28T22:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '自动化设备' });
    expect(office.one('tagChangeNotice', NOTICE).status).toMatch(/^DONE/);
    expect(office.titles(A).filter((title) => String(title).includes('Business scope'))).toEqual([]);
  });

  it('reported after the merge are two', async () => {
    await furnish();
    await merge();
    travel('2026-09-28T05:00:00.000Z');
    await report(TWIN, A);
    expect(office.notices(A).map(({ status }) => status)).toEqual(['OPEN', 'OPEN']);
  });
});

describe('what came along with a merge', () => {
  it('goes and comes back with the survivor', async () => {
    await furnish();
    await merge();
    const open = office.titles(A);
    travel('2026-09-28T05:00:00.000Z');
    await office.remove(office.team.rep, 'delete', 'company', A);
    expect(openTasks().filter(({ title }) => String(title).includes(String(NAMES[A])))).toEqual([]);
    travel('2026-09-28T06:00:00.000Z');
    await office.remove(office.team.rep, 'restore', 'company', A);
    expect(office.titles(A)).toEqual(open);
  });

  it('is told overdue once, with one escalation', async () => {
    await furnish();
    await merge();
    travel('2026-09-30T01:00:00.000Z');
    await sweep();
    await sweep();
    expect(office.one('tagChangeNotice', NOTICE)).toMatchObject({ status: 'OVERDUE', companyId: A });
    expect(office.titles(A).filter((title) => String(title).startsWith('Overdue change'))).toHaveLength(1);
    expect(office.kinds(A).filter((kind) => kind === 'NOTICE_OVERDUE')).toHaveLength(1);
  });

  it('overdue before, its escalation hangs on the survivor', async () => {
    await furnish();
    travel('2026-09-30T01:00:00.000Z');
    await sweep();
    const [escalation] = office.tasks(B).filter(({ title }) => String(title).startsWith('Overdue change'));
    travel('2026-09-30T02:00:00.000Z');
    await office.send(
      office.team.reviewer.token,
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      { i: [A, B] },
    );
    expect(office.tasks(A).filter(({ title }) => String(title).startsWith('Overdue change'))).toMatchObject([
      { id: escalation?.id, status: 'TODO' },
    ]);
    travel('2026-09-30T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '自动化设备' });
    expect(office.titles(A).filter((title) => String(title).includes('Business scope'))).toEqual([]);
  });
});

describe.each(['2.21', '2.43'] as const)('two contacts are merged on %s', (server) => {
  const person = (id: string, more: object) => office.create(office.team.rep, 'person', { id, ...more });
  const tang = { name: { firstName: '国栋', lastName: '唐' }, jobTitle: '采购经理' };
  const mergeContacts = () => {
    travel(MERGED_AT);
    return office.send(
      office.team.reviewer.token,
      'mutation($i:[UUID!]!){mergePeople(ids:$i,conflictPriorityIndex:0){id}}',
      { i: [P, Q] },
    );
  };
  const prepare = async (more: object) => {
    office.open({ server });
    await person(P, { ...tang, ...more });
    await person(Q, tang);
    await office.create(office.team.rep, 'company', {
      id: A,
      name: String(NAMES[A]),
      tagCustomerType: 'SME',
      tagKeyContactId: Q,
    });
  };
  const lost = async () => {
    await office.holding(mergeContacts);
    travel('2026-09-28T05:00:00.000Z');
    await sweep();
  };

  it.each([
    ['told', mergeContacts, true],
    ['lost', lost, false],
  ] as const)('the customer has the one that is left, and nobody else to report: %s', async (_how, work, isKnown) => {
    await prepare({});
    await work();
    expect(office.one('company', A).tagKeyContactId).toBe(P);
    expect(office.notices(A)).toEqual([]);
    const changed = office.log(A).filter(({ kind }) => kind === 'CHANGED');
    if (!isKnown) expect(changed[0]?.note).toContain('did not tell by whom');
    expect(changed).toMatchObject([
      { byId: isKnown ? office.team.reviewer.id : null, tag: expect.stringContaining('tagKeyContact') },
    ]);
  });

  it.each([
    ['told', mergeContacts],
    ['lost', lost],
  ])('another name is another contact: %s', async (_how, work) => {
    await prepare({ name: { firstName: '海', lastName: '唐' } });
    await work();
    expect(office.notices(A)).toMatchObject([{ kind: 'KEY_CONTACT', isDetected: true }]);
  });
});

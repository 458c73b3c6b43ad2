import { describe, expect, it } from 'vitest';
import { customerOf, idOf, type Office, travel, useOffice } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai.
const NOW = '2026-09-28T01:00:00.000Z';
const A = idOf(1);
const N = idOf(4);
const BASIC = customerOf(A);
const DOUBT = `Clear up what is in doubt: ${BASIC.name}`;
const office = useOffice(NOW);

const company = () => office.one('company', A);
const leave = (who: keyof Office['team']) => office.workspace.removeMember(office.team[who].id);
/** Whose the tasks are, but for that by which the tag manager hears of a report. */
const assignees = () =>
  office
    .tasks(A, 'TODO')
    .filter(({ title }) => !String(title).startsWith('Change reported'))
    .map(({ assigneeId }) => assigneeId);

describe('a user who was removed from the workspace', () => {
  it('leaves notices behind that are judged as any other', async () => {
    const { rep, other, manager } = office.team;
    await office.create(rep, 'company', BASIC);
    await office.create(other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
    leave('other');
    expect(office.one('tagChangeNotice', N)).toMatchObject({
      reportedById: null,
      createdBy: { workspaceMemberId: other.id },
    });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(manager, 'tagChangeNotice', N, { occurredAt: '2026-09-25T03:00:00.000Z' });
    expect(office.one('tagChangeNotice', N)).toMatchObject({ dueAt: '2026-09-28T16:00:00.000Z', status: 'OPEN' });
    travel('2026-09-29T01:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ failures: 0 });
    expect(office.one('tagChangeNotice', N)).toMatchObject({ status: 'OVERDUE', reportedById: null });
    await expect(office.sweep()).resolves.toMatchObject({ written: 0, failures: 0 });
  });

  it('stays in the log by name', async () => {
    await office.create(office.team.rep, 'company', BASIC);
    expect(office.log(A)[0]).toMatchObject({ byId: office.team.rep.id, byName: '王志强' });
    leave('rep');
    expect(office.log(A)[0]).toMatchObject({ byId: null, byName: '王志强' });
  });

  it('whose record nobody owns: each fact is told once, whoever looks and edits', async () => {
    const { rep, other } = office.team;
    office.workspace.intercept(() => []);
    await office.create(rep, 'company', { ...BASIC, tagVerification: 'DOUBTFUL' });
    leave('rep');
    office.workspace.intercept((delivery) => [delivery]);
    travel('2026-09-28T02:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ failures: 0 });
    travel('2026-09-29T02:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', written: 0, failures: 0 });
    expect(office.kinds(A)).toEqual(['ENTERED', 'VERIFICATION']);
    // As Twenty noted it on what they made.
    expect(office.log(A)[0]).toMatchObject({ byId: null, byName: '志强 王' });
    expect(office.titles(A)).toEqual([DOUBT]);
    travel('2026-09-29T03:00:00.000Z');
    await office.update(other, 'company', A, { tagRegion: 'JIANGSU' });
    expect(office.kinds(A)).toEqual(['ENTERED', 'VERIFICATION', 'CHANGED']);
    expect(company()).toMatchObject({ tagEnteredById: other.id });
  });

  it('before the event of the write is looked at: the entry stands without the name', async () => {
    const { rep } = office.team;
    await office.post(rep.token, 'mutation($d:CompanyCreateInput!){createCompany(data:$d){id}}', { d: BASIC });
    leave('rep');
    await office.workspace.settle();
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING', tagEnteredById: null });
    expect(office.kinds(A)).toEqual(['ENTERED']);
  });

  it('hands the tasks on at once: to the manager, and when that one leaves to the tag manager', async () => {
    const { rep, other, manager, reviewer } = office.team;
    await office.create(other, 'company', { ...BASIC, accountOwnerId: rep.id, tagVerification: 'DOUBTFUL' });
    await office.create(other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
    expect(assignees()).toEqual([rep.id, rep.id]);
    leave('rep');
    await office.workspace.settle();
    expect(assignees()).toEqual([manager.id, manager.id]);
    expect(office.one('tagChangeNotice', N)).toMatchObject({ assigneeId: manager.id });
    // Nobody has entered anything by it.
    expect(office.kinds(A)).toEqual(['ENTERED', 'VERIFICATION', 'NOTICE_OPENED']);
    leave('manager');
    await office.workspace.settle();
    expect(assignees()).toEqual([reviewer.id, reviewer.id]);
    travel('2026-09-29T02:00:00.000Z');
    await office.sweep();
    travel('2026-09-29T03:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY', written: 0 });
    await office.update(office.team.reviewer, 'company', A, { accountOwnerId: other.id });
    expect(office.tasks(A, 'TODO').find(({ title }) => title === DOUBT)).toMatchObject({ assigneeId: other.id });
  });

  it.each([
    ['hourly', '2026-09-28T02:00:00.000Z', 'HOURLY'],
    ['daily', '2026-09-29T02:00:00.000Z', 'FULL'],
  ])('without anybody being told: the %s sweep hands the tasks on, once', async (_which, at, mode) => {
    const { rep, other, manager } = office.team;
    await office.create(other, 'company', { ...BASIC, accountOwnerId: rep.id, tagVerification: 'DOUBTFUL' });
    await office.create(rep, 'opportunity', {
      id: N,
      name: '二期',
      companyId: A,
      ownerId: rep.id,
      tagSource: 'TRADE_FAIR',
    });
    await office.sweep();
    travel('2026-09-28T01:30:00.000Z');
    await office.holding(async () => leave('rep'));
    travel(at);
    await expect(office.sweep()).resolves.toMatchObject({ mode, failures: 0 });
    expect(assignees()).toEqual([manager.id]);
    expect(new Set(office.tasks(N, 'TODO').map(({ assigneeId }) => assigneeId))).toEqual(new Set([manager.id]));
    expect(office.problems('opportunity', N)).toContain('REQUIRED_MISSING owner');
    // The owner was taken off by nobody: no entry, and nothing for anybody to answer for.
    expect(office.kinds(N)).toEqual(['ENTERED']);
    expect(office.one('opportunity', N).tagBaseline).not.toHaveProperty('unclaimed');
    // It lacks an owner though nobody entered anything: the same sweep has given it its turn.
    expect(office.one('opportunity', N).tagCompletionState).toBe('PLANNED');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY', written: 0 });
  });

  it('hands on the escalations of whoever leaves: of an overdue notice, and of a missed check', async () => {
    const { rep, other, reviewer } = office.team;
    await office.create(other, 'company', { ...BASIC, accountOwnerId: rep.id });
    await office.create(other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
    travel('2026-10-31T16:00:00.000Z');
    await office.sweep();
    const escalations = () => office.tasks(A, 'TODO').filter(({ title }) => String(title).startsWith('Overdue'));
    expect(new Set(escalations().map(({ assigneeId }) => assigneeId))).toEqual(new Set([office.team.manager.id]));
    leave('manager');
    await office.workspace.settle();
    expect(escalations()).toHaveLength(2);
    expect(new Set(escalations().map(({ assigneeId }) => assigneeId))).toEqual(new Set([reviewer.id]));
    expect(office.kinds(A).filter((kind) => kind === 'NOTICE_OVERDUE')).toHaveLength(1);
  });

  it('is handed on once, however often and late it is told', async () => {
    const { rep, other, manager } = office.team;
    await office.create(other, 'company', { ...BASIC, accountOwnerId: rep.id, tagVerification: 'DOUBTFUL' });
    const held = await office.holding(async () => leave('rep'));
    await office.update(other, 'company', A, { tagRegion: 'JIANGSU' });
    const before = assignees();
    for (const delivery of [...held, ...held]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect([before, assignees()]).toEqual([[manager.id], [manager.id]]);
  });

  it('is told of by the health check at once: records, duties, people', async () => {
    const { rep, other } = office.team;
    await office.create(other, 'company', { ...BASIC, accountOwnerId: rep.id });
    await office.create(other, 'company', { ...BASIC, id: idOf(7), name: '苏州恒达机械有限公司' });
    await office.create(other, 'opportunity', { id: N, name: '二期', companyId: A, ownerId: rep.id });
    const health = async () =>
      String(
        ((await office.workspace.runFunction('health-check', {}, 'health')) as { description?: string }).description,
      );
    expect(await health()).not.toContain('has left');
    await office.holding(async () => {
      leave('rep');
      leave('manager');
    });
    const told = await health();
    expect(told).toContain(
      'Records whose owner has left; their tasks went to the manager: 2 (1 Customers, 1 Opportunities)',
    );
    expect(told).toContain('Profiles without a user, yet with duties or people who report to them: 1 (陈建国');
    await office.sweep();
    expect(await health()).toContain('Records whose owner has left; their tasks went to the manager: 2 (');
    for (const [object, id, key] of [
      ['company', A, 'accountOwnerId'],
      ['opportunity', N, 'ownerId'],
    ] as const)
      await office.update(other, object, id, { [key]: other.id });
    expect(await health()).not.toContain('has left');
  });

  it('an owner taken off by a person has not left', async () => {
    const { rep, other, reviewer } = office.team;
    await office.create({ token: office.workspace.apiKey }, 'company', {
      ...BASIC,
      accountOwnerId: rep.id,
      tagVerification: 'DOUBTFUL',
    });
    await office.update(other, 'company', A, { accountOwnerId: null });
    expect(assignees()).toEqual([reviewer.id]);
    expect(company().tagBaseline).not.toHaveProperty('ownedBy');
  });

  it('stays on record and notice by the name they had, whatever they are called later', async () => {
    const { rep, other, manager } = office.team;
    await office.create(rep, 'company', BASIC);
    await office.create(other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
    const names = () => [
      company().tagEnteredByName,
      office.one('tagChangeNotice', N).reportedByName,
      ...office.log(A).map(({ byName }) => byName),
    ];
    const as = ['王志强', '林晓梅', '王志强', '林晓梅'];
    expect(names()).toEqual(as);
    // Called something else.
    await office.update(manager, 'tagMember', idOf(9002), { name: '王强' });
    await office.update(manager, 'tagMember', idOf(9003), { name: '林梅' });
    travel('2026-09-29T02:00:00.000Z');
    await office.sweep();
    expect(names()).toEqual(as);
    leave('rep');
    leave('other');
    await office.workspace.settle();
    travel('2026-09-30T02:00:00.000Z');
    await office.sweep();
    expect(names().slice(0, 4)).toEqual(as);
    expect(company()).toMatchObject({ tagEnteredById: null });
    await office.create({ token: office.workspace.apiKey }, 'tagCredit', { companyId: A, rating: 'A' });
    expect(company()).toMatchObject({ tagEnteredByName: '' });
  });

  it('is told from the members of the workspace however many they are', async () => {
    for (let at = 0; at < 450; at += 1) {
      office.workspace.addMember({ firstName: '某', lastName: String(at), email: `m${at}@example.cn` });
    }
    const last = office
      .all('workspaceMember')
      .map(({ id }) => String(id))
      .sort()
      .at(-1);
    const token = office.workspace.addMember({
      id: `ffffffff${last?.slice(8)}`,
      firstName: '末',
      lastName: '位',
      email: 'z@example.cn',
    });
    await office.create(token, 'company', BASIC);
    expect(company()).toMatchObject({ tagEnteredById: token.id });
  });
});

describe('the tasks of a record that nobody owns', () => {
  const doubtful = (who: { readonly token: string }) =>
    office.create(who, 'company', { ...BASIC, tagVerification: 'DOUBTFUL' });

  it('are of whoever entered it', async () => {
    await doubtful(office.team.rep);
    expect(assignees()).toEqual([office.team.rep.id]);
  });

  it('are the tag manager’s where a program entered it', async () => {
    await doubtful({ token: office.workspace.apiKey });
    expect(assignees()).toEqual([office.team.reviewer.id]);
  });

  it('are of whoever holds another duty where nobody is tag manager', async () => {
    await office.update(office.team.manager, 'tagMember', idOf(9004), { duties: [] });
    await doubtful({ token: office.workspace.apiKey });
    expect(assignees()).toEqual([office.team.manager.id]);
  });

  it('are nobody’s only while nobody holds a duty', async () => {
    const { rep, manager } = office.team;
    await office.update(manager, 'tagMember', idOf(9004), { duties: [] });
    await office.update(manager, 'tagMember', idOf(9001), { duties: [] });
    await doubtful({ token: office.workspace.apiKey });
    expect(assignees()).toEqual([null]);
    travel('2026-09-28T02:00:00.000Z');
    await office.update(manager, 'tagMember', idOf(9002), { duties: ['TAG_MANAGER'] });
    travel('2026-09-29T02:00:00.000Z');
    await office.sweep();
    expect(assignees()).toEqual([rep.id]);
  });

  it('of a deal’s stages and of a missed check too', async () => {
    const { reviewer } = office.team;
    const deal = { id: N, name: '二期', companyId: null, tagSource: 'TRADE_FAIR' };
    await office.create({ token: office.workspace.apiKey }, 'opportunity', deal);
    travel('2026-10-31T16:00:00.000Z');
    await office.sweep();
    expect(office.tasks(N, 'TODO').length).toBeGreaterThan(2);
    expect(new Set(office.tasks(N, 'TODO').map(({ assigneeId }) => assigneeId))).toEqual(new Set([reviewer.id]));
  });
});

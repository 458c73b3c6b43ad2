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
const assignees = () => office.tasks(A, 'TODO').map(({ assigneeId }) => assigneeId);

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
    expect(office.kinds(A)).toEqual(['ENTERED']);
    // As Twenty noted it on what they made.
    expect(office.log(A)[0]).toMatchObject({ byId: null, byName: '志强 王' });
    expect(office.titles(A)).toEqual([DOUBT]);
    travel('2026-09-29T03:00:00.000Z');
    await office.update(other, 'company', A, { tagRegion: 'JIANGSU' });
    expect(office.kinds(A)).toEqual(['ENTERED', 'CHANGED']);
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

  it('hands the tasks on: to whoever entered the record, else to the tag manager', async () => {
    const { rep, other, reviewer } = office.team;
    await office.create(other, 'company', { ...BASIC, accountOwnerId: rep.id, tagVerification: 'DOUBTFUL' });
    await office.create(other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
    expect(assignees()).toEqual([rep.id, rep.id]);
    leave('rep');
    travel('2026-09-28T02:00:00.000Z');
    await office.sweep();
    expect(assignees()).toEqual([other.id, other.id]);
    leave('other');
    travel('2026-09-29T02:00:00.000Z');
    await office.sweep();
    expect(assignees()).toEqual(expect.arrayContaining([reviewer.id]));
    expect(new Set(assignees())).toEqual(new Set([reviewer.id]));
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

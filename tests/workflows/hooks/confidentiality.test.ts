import { describe, expect, it } from 'vitest';
import { agreementClauses, NEEDED_CLAUSES } from '../../../objects/taxonomy/tag-agreement.ts';
import { termsOf } from '../../../workflows/agreements/terms.ts';
import type { Panel } from '../../../workflows/panel/panel.ts';
import type { ActAnswer } from '../../../workflows/requests/answers.ts';
import { agreementOf, idOf, type Member, type Row, travel, useOffice } from '../support.ts';

// Tuesday 29 September 2026, 15:00 in Shanghai.
const NOW = '2026-09-29T07:00:00.000Z';
const REP = idOf(9002);
const HELD = idOf(9101);
const NEW = idOf(1);
const LATER = '2026-09-29T07:05:00.000Z';
const office = useOffice(NOW);

const profile = (): Row => office.one('tagMember', REP);
const agreement = (id = NEW): Row => office.one('tagAgreement', id);
const kindsOfTasks = (status: 'TODO' | 'DONE' = 'TODO') => office.tasks(REP, status).map(({ tagMatter }) => tagMatter);

const call = async <Answer>({ token }: Member, path: string, body: unknown): Promise<Answer> => {
  const answer = await office.workspace.callRoute({ method: 'POST', path: `/tag-policy/${path}`, token, body });
  await office.workspace.settle();
  return answer.body as Answer;
};
const panelFor = (who: Member) => call<Panel>(who, 'panel', { object: 'tagMember', id: REP });
const acknowledge = (who: Member, more: Row = {}) =>
  call<ActAnswer>(who, 'acknowledge', { id: REP, agreementId: NEW, terms: termsOf(agreement()), ...more });

/** The manager takes the representative's agreement away, and enters another. */
const takeAway = () => office.remove(office.team.manager, 'delete', 'tagAgreement', HELD);
const enter = (more: Row = {}, by = office.team.manager) =>
  office.create(by, 'tagAgreement', {
    id: NEW,
    memberId: REP,
    signedOn: '2026-09-28',
    clauses: [...NEEDED_CLAUSES],
    ...more,
  });

describe('a member without an agreement (6.3.1)', () => {
  it('is told of on the profile and to their manager, with the last day on which they need none', async () => {
    await takeAway();
    expect(profile()).toMatchObject({ agreementState: 'NONE', agreementUntil: null });
    expect(office.problems('tagMember', REP)).toContain('AGREEMENT_MISSING agreementState');
    expect(office.tasks(REP, 'TODO')).toMatchObject([
      { tagMatter: 'AGREEMENT', assigneeId: office.team.manager.id, dueAt: '2026-10-28T10:00:00.000Z' },
    ]);
    await enter();
    await acknowledge(office.team.rep);
    expect(profile()).toMatchObject({ agreementState: 'VALID', agreementUntil: null });
    expect(office.problems('tagMember', REP)).not.toContain('AGREEMENT_MISSING agreementState');
    expect(kindsOfTasks()).toEqual([]);
    await office.remove(office.team.manager, 'delete', 'tagAgreement', NEW);
    expect(kindsOfTasks()).toEqual(['AGREEMENT']);
  });

  it('and whose role shows them sensitive tags is named to the supervisor (6.1.3)', async () => {
    const { team, workspace } = office;
    await takeAway();
    workspace.insert('tagMember', [{ id: idOf(9005), name: '孙洁', workspaceMemberId: team.other.id, duties: [] }]);
    await call(team.manager, 'holders', {});
    expect(profile()).toMatchObject({ accessRole: 'Admin', accessSince: '2026-09-29', readsSensitive: true });
    expect(office.tasks(REP, 'TODO')).toMatchObject([
      { tagMatter: 'ACCESS', assigneeId: team.manager.id },
      { tagMatter: 'AGREEMENT' },
    ]);
    await enter();
    await acknowledge(team.rep);
    expect(kindsOfTasks()).toEqual([]);
  });
});

describe('an agreement', () => {
  it('waits for the member, who alone acknowledges it (6.3.5)', async () => {
    const { manager, rep, other } = office.team;
    await takeAway();
    await enter();
    expect(agreement()).toMatchObject({ name: '王志强 · 2026-09-28', status: 'DRAFT', coversLiability: true });
    expect(office.tasks(REP, 'TODO')).toMatchObject([{ tagMatter: 'ACKNOWLEDGE', assigneeId: rep.id }]);

    expect((await panelFor(manager)).agreement).toMatchObject({ state: 'DRAFT', isInForce: false, offers: [] });
    const offers = (await panelFor(rep)).agreement?.offers;
    expect(offers).toMatchObject([{ id: NEW, signedOn: '2026-09-28', until: null }]);
    expect(offers?.[0]?.clauses).toEqual(agreementClauses.slice(0, 5).map(({ label }) => label['zh-CN']));

    for (const who of [manager, other])
      expect((await acknowledge(who)).results).toMatchObject([{ isDone: false, name: '王志强' }]);
    expect((await acknowledge(rep, { terms: 'others' })).results).toMatchObject([{ isDone: false }]);
    expect(agreement().acknowledgedAt).toBeNull();

    expect((await acknowledge(rep)).results).toMatchObject([{ isDone: true }]);
    expect(agreement()).toMatchObject({ status: 'VALID', acknowledgedAt: NOW, endsOn: null });
    expect(office.log(REP).at(-1)).toMatchObject({ kind: 'AGREEMENT', byId: rep.id, at: NOW, tag: 'agreements' });
    expect((await panelFor(rep)).agreement).toMatchObject({ state: 'VALID', isInForce: true, offers: [] });
    expect((await acknowledge(rep)).results).toMatchObject([{ isDone: false }]);
  });

  it('that somebody else acknowledges is put back, and the log is told', async () => {
    await takeAway();
    await enter({ acknowledgedAt: NOW });
    expect(agreement()).toMatchObject({ status: 'DRAFT', acknowledgedAt: null });
    const reverted = () => office.log(REP).filter(({ kind }) => kind === 'REVERTED');
    expect(reverted()).toMatchObject([{ byId: office.team.manager.id, tag: 'agreements' }]);
    await office.sweep();
    expect(reverted()).toHaveLength(1);

    travel(LATER);
    await office.update(office.team.rep, 'tagAgreement', NEW, { acknowledgedAt: LATER });
    expect(agreement()).toMatchObject({ status: 'VALID', acknowledgedAt: LATER });
    await office.update(office.team.manager, 'tagAgreement', NEW, { acknowledgedAt: null });
    expect(agreement()).toMatchObject({ status: 'VALID', acknowledgedAt: LATER });
    expect(reverted()).toHaveLength(2);
    await office.update(office.team.rep, 'tagAgreement', NEW, { acknowledgedAt: null });
    expect(agreement()).toMatchObject({ status: 'DRAFT', acknowledgedAt: null });
  });

  it('that says something else is acknowledged anew', async () => {
    await office.update(office.team.manager, 'tagAgreement', HELD, { validUntil: '2028-01-01' });
    expect(agreement(HELD)).toMatchObject({ status: 'DRAFT', acknowledgedAt: null });
    expect(profile()).toMatchObject({ agreementState: 'DRAFT' });
    expect(kindsOfTasks()).toEqual(['ACKNOWLEDGE']);
  });

  it.each(['straight', 'crooked', 'doubled', 'lost'] as const)('ends up the same, events told %s', async (order) => {
    await takeAway();
    const held = await office.holding(async () => {
      await office.post(office.team.manager.token, CREATE, {
        d: { id: NEW, memberId: REP, signedOn: '2026-09-28', clauses: [...NEEDED_CLAUSES] },
      });
      travel(LATER);
      await office.write(office.team.rep, 'tagAgreement', NEW, { acknowledgedAt: LATER });
    });
    const told = { straight: held, crooked: [...held].reverse(), doubled: [...held, ...held], lost: [] }[order];
    for (const delivery of told) office.workspace.deliver(delivery);
    await office.workspace.settle();
    await office.sweep();
    expect(agreement()).toMatchObject({ status: 'VALID', acknowledgedAt: LATER });
    expect(profile()).toMatchObject({ agreementState: 'VALID' });
    expect(kindsOfTasks()).toEqual([]);
    expect(office.kinds(REP).filter((kind) => kind === 'AGREEMENT')).toHaveLength(1);
  });

  it('that ends is to be renewed 30 days before, counts on its last day, and is over by the next (6.3.1)', async () => {
    const { team } = office;
    // What else the profiles lack is no matter here.
    office.workspace.setVariable('COMPLETIONS_A_DAY', '0');
    await office.remove(team.manager, 'destroy', 'tagAgreement', HELD);
    office.workspace.insert('tagAgreement', [agreementOf(NEW, profile(), { validUntil: '2026-10-30' })]);
    // Midnight in Shanghai is four in the afternoon in Greenwich.
    const steps = [
      ['2026-09-29T15:00:00.000Z', 'VALID'],
      ['2026-09-29T16:00:00.000Z', 'EXPIRING'],
      ['2026-10-30T15:00:00.000Z', 'EXPIRING'],
      ['2026-10-30T16:00:00.000Z', 'EXPIRED'],
    ] as const;
    for (const [at, status] of steps) {
      travel(at);
      await office.sweep();
      expect([agreement().status, profile().agreementState], at).toEqual([status, status]);
      expect(profile().agreementUntil).toBe('2026-10-30');
      const before = office.all('task').length;
      expect(await office.sweep(), at).toMatchObject({ written: 0 });
      expect(office.all('task')).toHaveLength(before);
      if (status === 'EXPIRING')
        expect(office.tasks(REP, 'TODO').find(({ tagMatter }) => tagMatter === 'AGREEMENT')).toMatchObject({
          assigneeId: team.manager.id,
          dueAt: '2026-10-30T10:00:00.000Z',
        });
    }
    expect(office.log(REP).at(-1)).toMatchObject({
      kind: 'AGREEMENT',
      dueOn: '2026-10-30',
      responsibleId: team.rep.id,
    });
    expect(office.tasks(REP, 'TODO').map(({ title }) => title)).toContain('Sign a confidentiality agreement: 王志强');
  });

  it('is signed anew within as many days after a change of post (A25)', async () => {
    await office.update(office.team.manager, 'tagMember', REP, { jobPosition: 'SALES_MANAGER' });
    expect(agreement(HELD)).toMatchObject({ status: 'EXPIRING', endsOn: '2026-10-29' });
    travel('2026-10-10T07:00:00.000Z');
    await office.sweep();
    expect(agreement(HELD)).toMatchObject({ status: 'EXPIRING', endsOn: '2026-10-29' });
    await office.update(office.team.manager, 'tagMember', REP, { jobPosition: 'SALES_REP' });
    expect(agreement(HELD)).toMatchObject({ status: 'VALID', endsOn: null });
  });
});

describe('a breach (6.3.4)', () => {
  it("is the supervisor's until it is closed", async () => {
    const { manager } = office.team;
    await office.create(manager, 'tagIncident', {
      id: NEW,
      memberId: REP,
      name: 'Price list',
      occurredOn: '2026-09-28',
    });
    expect(office.tasks(REP, 'TODO')).toMatchObject([{ tagMatter: 'BREACH', assigneeId: manager.id }]);
    await office.update(manager, 'tagIncident', NEW, { measure: 'warned', status: 'MEASURE' });
    expect(kindsOfTasks()).toEqual(['BREACH']);
    await office.update(manager, 'tagIncident', NEW, { status: 'CLOSED' });
    expect(kindsOfTasks()).toEqual([]);
  });

  it('is not closed before its measure is recorded, whether the event comes, comes twice, or is lost', async () => {
    const { manager } = office.team;
    const reverted = () => office.all('tagLog').filter(({ kind }) => kind === 'REVERTED');
    const breach = () => office.one('tagIncident', NEW);
    await office.create(manager, 'tagIncident', { id: NEW, memberId: REP, name: 'Price list' });
    travel('2026-09-29T07:01:00.000Z');
    const [closing] = await office.holding(() =>
      office.write(manager, 'tagIncident', NEW, { status: 'CLOSED', measure: ' ' }),
    );
    for (const delivery of [closing, closing]) if (delivery) office.workspace.deliver(delivery);
    await office.workspace.settle();
    const open = { status: 'OPEN', result: 'a breach is closed once its measure is recorded' };
    expect(breach()).toMatchObject(open);
    expect(kindsOfTasks()).toEqual(['BREACH']);
    expect(reverted()).toMatchObject([{ name: 'Put back: Breach', byId: manager.id, note: open.result }]);
    expect(JSON.stringify(reverted())).not.toMatch(/Price list|王志强/);
    travel('2026-09-29T07:02:00.000Z');
    await office.holding(() => office.write(manager, 'tagIncident', NEW, { status: 'CLOSED' }));
    expect(breach()).toMatchObject({ status: 'CLOSED' });
    await office.sweep();
    expect(breach()).toMatchObject(open);
    expect(reverted()).toHaveLength(2);
    await office.update(manager, 'tagIncident', NEW, { status: 'CLOSED', measure: 'warned' });
    expect(breach()).toMatchObject({ status: 'CLOSED', result: '' });
    expect(kindsOfTasks()).toEqual([]);
  });
});

const CREATE = 'mutation($d:TagAgreementCreateInput!){createTagAgreement(data:$d){id}}';

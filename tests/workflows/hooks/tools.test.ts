import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../objects/taxonomy/types.ts';
import { toolNameOf } from '../../../plugin/embedded/tool-name.ts';
import type { RecordAnswer } from '../../../workflows/panel/record-answer.ts';
import type { WorkAnswer } from '../../../workflows/panel/work-answer.ts';
import { optionLabel } from '../../../workflows/run/labels.ts';
import { customerOf, idOf, type Member, openOffice, travel, useOffice, yuan } from '../support.ts';

/** A Monday morning in Shanghai; the week ends in the holidays of National Day. */
const NOW = '2026-09-28T01:00:00.000Z';
const office = useOffice(NOW);
const A = idOf(1);
const D = idOf(2);

const call = <Answer>(tool: string, { token }: { readonly token: string }, args: unknown): Promise<Answer> =>
  office.workspace.callTool(`app_tag_policy_${tool}`, args, token) as Promise<Answer>;
const record = (member: Member, args: object = {}) =>
  call<RecordAnswer>('record', member, { object: 'company', recordId: A, ...args });
const names = (missing: readonly string[] = []): readonly string[] => missing.map((line) => line.split(' (')[0] ?? '');
const stageName = (stage: string): string => optionLabel('opportunity', 'tagStage', stage, 'en');
interface Refusal {
  readonly error: { readonly code: string; readonly message: string };
}

describe('what the chat is told of a record', () => {
  it('is what is missing now, and before the stage asked about', async () => {
    const { reviewer } = office.team;
    await office.create(reviewer, 'company', customerOf(A, { tagIndustry: null }));
    const next = await record(reviewer);
    expect(next).toMatchObject({ name: customerOf(A).name, stage: stageName('PROSPECT'), reviewStatus: 'Incomplete' });
    expect(next.missingNow).toContain('Industry (2.1.9)');
    expect(next.towards?.stage).toBe(stageName('INTERESTED'));
    expect(names(next.towards?.missingBesides)).not.toContain('Credit rating');

    const before = await record(reviewer, { stage: 'NEGOTIATION' });
    expect(before.missingNow).toEqual(next.missingNow);
    expect(before.towards?.stage).toBe(stageName('NEGOTIATION'));
    expect(names(before.towards?.missingBesides)).toContain('Credit rating');
    expect(names(before.towards?.missingBesides)).not.toContain('Industry');
  });

  it('asks for nothing besides where the stage lies behind', async () => {
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(A));
    await office.create(rep, 'opportunity', { id: D, name: '产线改造', companyId: A, tagStage: 'SOLUTION' });
    const args = { object: 'opportunity', recordId: D, stage: 'PROSPECT' };
    expect((await call<RecordAnswer>('record', rep, args)).towards?.missingBesides).toEqual([]);
  });

  it('is in the language of whoever asks', async () => {
    await office.create(office.team.rep, 'company', customerOf(A, { tagIndustry: null }));
    expect((await record(office.team.rep)).missingNow.join()).toContain('所属行业');
    expect((await record(office.team.other)).missingNow.join()).toContain('所屬行業');
  });

  it('holds no value of a sensitive tag', async () => {
    const { rep, manager } = office.team;
    await office.create(rep, 'company', customerOf(A, { tagSpecialNeeds: '秘密条款', tagBudgetMin: yuan(987_654) }));
    await office.create(manager, 'tagCredit', { companyId: A, rating: 'CCC', hasOverdue: true, overdueCount: 0 });
    const told = JSON.stringify(await record(manager, { stage: 'SIGNED' }));
    for (const secret of ['秘密条款', '987654', 'CCC']) expect(told).not.toContain(secret);
  });

  it.each([
    ['a record that is not there', { recordId: idOf(999) }, 'NOT_FOUND'],
    ['an id that is none', { recordId: '无锡精控' }, 'ID_INVALID'],
    ['an object the policy does not govern', { object: 'person' }, 'OBJECT_UNKNOWN'],
    ['a stage that is none', { stage: 'CLOSING' }, 'STAGE_UNKNOWN'],
  ])('is a refusal for %s', async (_what, args, code) => {
    await office.create(office.team.rep, 'company', customerOf(A));
    const { error } = (await record(office.team.reviewer, args)) as unknown as Refusal;
    expect(error.code).toBe(code);
    if (code === 'STAGE_UNKNOWN') expect(error.message).toContain(STAGES.join(', '));
  });

  it('is a refusal where nobody is signed in', async () => {
    await office.create(office.team.rep, 'company', customerOf(A));
    const args = { object: 'company', recordId: A };
    expect(await call<Refusal>('record', { token: '' }, args)).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
  });

  it('writes nothing', async () => {
    await office.create(office.team.rep, 'company', customerOf(A));
    const before = office.one('company', A);
    await record(office.team.reviewer, { stage: 'SIGNED' });
    expect(office.one('company', A)).toEqual(before);
  });
});

describe('what the chat is told of somebody’s work', () => {
  const work = (member: Member, until?: string) =>
    call<WorkAnswer>('my_work', member, until === undefined ? {} : { until });

  const report = (kind: string, occurredAt: string) =>
    call('report_change', office.team.reviewer, { object: 'company', ids: [A], kind, occurredAt });

  const withNotices = async (): Promise<void> => {
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(A, { accountOwnerId: rep.id }));
    await report('NAME', '2026-09-28T00:30:00+08:00');
    await report('OTHER_MAJOR', '2026-09-25T10:00:00+08:00');
  };

  it('is their open notices and tasks by the last day, up to and including the day asked about', async () => {
    await withNotices();
    const all = await work(office.team.rep);
    expect(all.notices.map(({ lastDay, workingDaysLeft }) => [lastDay, workingDaysLeft])).toEqual([
      ['2026-09-28', 0],
      ['2026-09-29', 1],
    ]);
    expect(all).toMatchObject({ today: '2026-09-28', until: null });
    expect((await work(office.team.rep, '2026-09-28')).notices).toEqual(all.notices.slice(0, 1));
    expect((await work(office.team.rep, '2026-09-29')).notices).toEqual(all.notices);
    expect((await work(office.team.rep, '2026-09-27')).notices).toEqual([]);
    expect(all.tasks.map(({ kind }) => kind)).toContain('变更待更新');
  });

  it('is nobody else’s', async () => {
    await withNotices();
    expect(await work(office.team.other)).toMatchObject({ notices: [], tasks: [] });
  });

  it('says what is overdue', async () => {
    await withNotices();
    travel('2026-09-30T01:00:00.000Z');
    await office.sweep();
    const { notices } = await work(office.team.rep);
    expect(notices.map(({ isOverdue, workingDaysLeft }) => [isOverdue, workingDaysLeft])).toEqual([
      [true, -2],
      [true, -1],
    ]);
  });

  it('is a refusal for a day that is none', async () => {
    const { error } = (await work(office.team.reviewer, '2026-02-30')) as unknown as Refusal;
    expect(error).toMatchObject({ code: 'DATE_INVALID' });
  });
});

describe('tools', () => {
  it('that write are one, which reports a change in the name of whoever chats', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'company', customerOf(A, { accountOwnerId: rep.id }));
    await call('report_change', reviewer, { object: 'company', ids: [A], kind: 'NAME', description: '更名' });
    expect(office.notices(A)).toMatchObject([{ kind: 'NAME', reportedById: reviewer.id, assigneeId: rep.id }]);
  });

  it('say that they cannot tell who asks on a server that does not tell', async () => {
    const old = openOffice({ server: '2.21' });
    const answer = await old.workspace.callTool('app_tag_policy_my_work', {}, old.team.rep.token);
    expect(answer).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
  });

  it('are told of in the skill, and those the skill tells of are there', () => {
    const { manifest } = office.workspace;
    const tools = manifest.logicFunctions
      .filter(({ toolTriggerSettings }) => toolTriggerSettings)
      .map(({ name = '' }) => toolNameOf(name));
    const told = manifest.skills?.flatMap(({ content = '' }) => content.match(/app_\w+/g) ?? []) ?? [];
    expect([...new Set(told)].sort()).toEqual([...tools].sort());
  });
});

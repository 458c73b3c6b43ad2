import { describe, expect, it } from 'vitest';
import { idOf, type Row, travel, useOffice } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai; 1 to 7 October are days off.
const NOW = '2026-09-28T01:00:00.000Z';
const A = idOf(1);
const NAME = '无锡精控自动化有限公司';
const office = useOffice(NOW);

const company = () => office.one('company', A);
const facts = (id: string) =>
  office
    .log(id)
    .filter(({ kind }) => ['COMPLETED', 'COMPLETION_MISSED'].includes(String(kind)))
    .map(({ kind, onTime, byId, dueOn }) => ({ kind, onTime, byId, dueOn }));

/** The text of the first task, in both its forms. */
const textOf = ([task]: readonly Row[]) => task?.bodyV2 as { readonly blocknote: string; readonly markdown: string };

describe('an entry with gaps', () => {
  const enter = () => office.create(office.team.rep, 'company', { id: A, name: NAME, tagIndustry: 'C' });

  it('has a task for whoever entered it, closed by the entry that fills them, which is kept', async () => {
    const { rep, other } = office.team;
    await enter();
    expect(company()).toMatchObject({ tagCompleteBy: '2026-09-29', tagCompletionState: 'OPEN' });
    expect(office.tasks(A, 'TODO')).toMatchObject([
      { title: `Complete the tags: ${NAME}`, assigneeId: rep.id, dueAt: '2026-09-29T10:00:00.000Z' },
    ]);
    expect(JSON.stringify(office.tasks(A)[0]?.bodyV2)).toContain('Customer type');
    // A colleague's help does not make it the colleague's.
    travel('2026-09-28T02:00:00.000Z');
    await office.update(other, 'company', A, { tagRegion: 'JIANGSU' });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: rep.id }]);
    travel('2026-09-29T15:59:59.000Z');
    await office.update(rep, 'company', A, { tagCustomerType: 'SME' });
    expect(company()).toMatchObject({ tagCompleteBy: null, tagCompletionState: null });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(facts(A)).toEqual([{ kind: 'COMPLETED', onTime: true, byId: rep.id, dueOn: '2026-09-29' }]);
  });

  it('has a task that names what it lacks now, and is written for that alone', async () => {
    const { rep } = office.team;
    await office.create(rep, 'company', { id: A, name: NAME });
    const body = () => textOf(office.tasks(A, 'TODO')).markdown;
    expect(body()).toContain('Tags: Customer type, Industry\n');
    travel('2026-09-28T02:00:00.000Z');
    await office.update(rep, 'company', A, { tagIndustry: 'C' });
    expect(body()).toContain('Tags: Customer type\n');
    const [{ updatedAt } = {}] = office.tasks(A, 'TODO');
    travel('2026-09-28T03:00:00.000Z');
    await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ updatedAt }]);
  });

  it('has a task in which what people write stays, below what it lacks now, and its priority as they set it', async () => {
    const { rep } = office.team;
    await office.create(rep, 'company', { id: A, name: NAME });
    const blocks = (): Row[] => JSON.parse(textOf(office.tasks(A, 'TODO')).blocknote);
    const lines = () => blocks().map(({ content }) => (content as readonly Row[]).map(({ text }) => text).join(''));
    const task = String(office.tasks(A, 'TODO')[0]?.id);
    const typed = {
      id: 'typed',
      type: 'paragraph',
      content: [{ type: 'text', text: 'She sends the licence', styles: {} }],
    };
    const text = JSON.stringify([...blocks(), typed]);
    await office.update(rep, 'task', task, { bodyV2: { blocknote: text }, tagPriority: 'LOW' });
    await office.update(rep, 'company', A, { tagIndustry: 'C' });
    expect(lines()).toEqual(['Policy clause 3.2.6', 'Tags: Customer type', 'She sends the licence']);
    expect(blocks().at(-1)).toEqual(typed);
    // Handed on, it says what it said: nothing of it is written.
    const before = textOf(office.tasks(A, 'TODO'));
    office.workspace.removeMember(rep.id);
    await office.workspace.settle();
    const [handed] = office.tasks(A, 'TODO');
    expect(handed).toMatchObject({ id: task, bodyV2: before, tagPriority: 'LOW' });
    expect(handed?.assigneeId).not.toBe(rep.id);
  });

  it('is overdue at the instant, the manager’s too, and one miss however often it is looked at', async () => {
    const { rep, manager } = office.team;
    await enter();
    travel('2026-09-29T15:00:00.000Z');
    await office.sweep();
    expect(company()).toMatchObject({ tagCompletionState: 'OPEN' });
    travel('2026-09-29T16:00:00.000Z');
    await office.sweep();
    await office.sweep();
    expect(company()).toMatchObject({ tagCompletionState: 'OVERDUE' });
    expect(office.tasks(A, 'TODO')).toMatchObject([
      { title: `Complete the tags: ${NAME}`, assigneeId: rep.id },
      { title: `Overdue: tags not completed: ${NAME}`, assigneeId: manager.id },
    ]);
    expect(facts(A)).toEqual([{ kind: 'COMPLETION_MISSED', onTime: false, byId: rep.id, dueOn: '2026-09-29' }]);
    travel('2026-09-30T02:00:00.000Z');
    await office.update(rep, 'company', A, { tagCustomerType: 'SME' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(facts(A)).toMatchObject([{ kind: 'COMPLETION_MISSED' }, { kind: 'COMPLETED', onTime: false }]);
  });

  it('falls due by the hourly sweep where business ends the day', async () => {
    office.workspace.setVariable('DAY_ENDS_AT', '18:00');
    await enter();
    travel('2026-09-29T01:00:00.000Z');
    await office.sweep();
    travel('2026-09-29T10:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY' });
    expect(company()).toMatchObject({ tagCompletionState: 'OVERDUE' });
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
  });

  it('has the days of the setting', async () => {
    office.workspace.setVariable('COMPLETION_DAYS', '3');
    await enter();
    expect(company()).toMatchObject({ tagCompleteBy: '2026-10-08' });
  });
});

describe('records that were let in', () => {
  const formerly = (number: number, more: Record<string, unknown> = {}) => ({
    id: idOf(number),
    name: `第${number}号机械有限公司`,
    tagIndustry: 'C',
    accountOwnerId: office.team.rep.id,
    createdAt: `2026-0${number}-01T00:00:00.000Z`,
    ...more,
  });
  const days = () =>
    office
      .all('company')
      .map(({ id, tagCompleteBy }) => [id, tagCompleteBy])
      .sort();

  it('by the installation are asked for a few a day, those of the oldest deals first, and once', async () => {
    const { rep, manager } = office.team;
    office.workspace.setVariable('COMPLETIONS_A_DAY', '2');
    office.workspace.insert('company', [
      formerly(1),
      formerly(2),
      formerly(3),
      formerly(4, { accountOwnerId: manager.id }),
    ]);
    const deal = { ...{ name: '二期', tagSource: 'TRADE_FAIR', ownerId: manager.id }, companyId: idOf(3) };
    office.workspace.insert('opportunity', [{ id: idOf(11), ...deal, createdAt: '2026-05-01T00:00:00.000Z' }]);
    await office.workspace.install();
    const planned = [
      [idOf(1), '2026-09-30'],
      [idOf(2), '2026-10-08'],
      [idOf(3), '2026-09-30'],
      [idOf(4), '2026-09-30'],
    ];
    // From Tuesday on, due on Wednesday; the third opens on Wednesday and is due after the holidays.
    expect(days()).toEqual(planned);
    expect(office.all('task')).toEqual([]);
    travel('2026-09-28T02:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });

    travel('2026-09-28T17:00:00.000Z');
    await office.sweep();
    expect(office.titles(idOf(1))).toEqual(['Complete the tags: 第1号机械有限公司']);
    expect(office.titles(idOf(2))).toEqual([]);
    expect(office.tasks(idOf(4))).toMatchObject([{ assigneeId: manager.id }]);
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
    expect(days()).toEqual(planned);

    // Done before its day has come, it is done in time.
    travel('2026-09-29T02:00:00.000Z');
    await office.update(rep, 'company', idOf(2), { tagCustomerType: 'SME' });
    expect(facts(idOf(2))).toMatchObject([{ kind: 'COMPLETED', onTime: true }]);
    travel('2026-10-08T16:00:00.000Z');
    await office.sweep();
    expect(facts(idOf(1))).toMatchObject([{ kind: 'COMPLETION_MISSED', byId: rep.id }]);
  });

  it('by an import come after those, by the sweep of the hour', async () => {
    office.workspace.setVariable('COMPLETIONS_A_DAY', '1');
    office.workspace.insert('company', [formerly(1)]);
    await office.workspace.install();
    const imported = { id: A, name: NAME, accountOwnerId: office.team.rep.id };
    await office.create({ token: office.workspace.apiKey }, 'company', { ...imported, id: idOf(21) });
    expect(office.one('company', idOf(21))).toMatchObject({ tagReviewStatus: 'INCOMPLETE', tagCompleteBy: null });
    travel('2026-09-28T02:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY' });
    expect(office.one('company', idOf(21))).toMatchObject({
      tagCompleteBy: '2026-10-08',
      tagCompletionState: 'PLANNED',
    });
  });

  it('are not asked for where the setting says none', async () => {
    office.workspace.setVariable('COMPLETIONS_A_DAY', '0');
    office.workspace.insert('company', [formerly(1)]);
    await office.workspace.install();
    travel('2026-10-20T02:00:00.000Z');
    await office.sweep();
    expect(office.one('company', idOf(1))).toMatchObject({ tagCompleteBy: null, tagCompletionState: null });
    expect(office.titles(idOf(1))).not.toContain('Complete the tags: 第1号机械有限公司');
  });
});

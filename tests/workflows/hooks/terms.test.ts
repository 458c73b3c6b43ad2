import { describe, expect, it } from 'vitest';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

/** A Friday morning in Shanghai. */
const NOW = '2026-11-27T01:00:00.000Z';
const office = useOffice(NOW);
const A = idOf(1);
const T = idOf(2);

const term = {
  id: T,
  name: '行业协会',
  objectName: 'company',
  tag: 'tagCustomerType',
  option: 'ASSOCIATION',
  term: '行业协会',
};
const DEFINITION = '由同一行业的企业自愿组成的社会团体';

describe('a new option’s life', () => {
  it('begins as a word: a draft with a task of the tag manager’s, due the next working day', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'tagDefinition', term);
    expect(office.one('tagDefinition', T)).toMatchObject({ status: 'DRAFT' });
    expect(office.tasks(T)).toMatchObject([
      {
        title: 'Define the new term: 行业协会',
        tagMatter: 'TERM',
        tagPriority: 'NORMAL',
        status: 'TODO',
        dueAt: '2026-11-30T10:00:00.000Z',
        assigneeId: reviewer.id,
      },
    ]);
  });

  it('is used with a warning until it is defined, and like an option from then on', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'tagDefinition', term);
    await office.create(rep, 'company', customerOf(A, { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T }));
    expect(office.one('company', A)).toMatchObject({ tagCompleteness: 100 });
    expect(office.problems('company', A)).toEqual(['TERM_UNDEFINED tagCustomerTypeTerm']);
    expect(office.one('company', A).tagProblemSummary).toContain(
      '“行业协会” is used before the tag dictionary defines it',
    );

    await office.update(reviewer, 'tagDefinition', T, { definition: DEFINITION, status: 'APPROVED' });
    expect(office.titles(T)).toEqual([]);
    expect(office.titles(T, 'DONE')).toEqual(['Define the new term: 行业协会']);
    travel('2026-11-27T20:00:00.000Z');
    await office.sweep();
    expect(office.problems('company', A)).toEqual([]);
  });

  it('accepted without a definition it stays a draft, and its task stays open', async () => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'tagDefinition', term);
    await office.update(reviewer, 'tagDefinition', T, { status: 'APPROVED' });
    expect(office.one('tagDefinition', T)).toMatchObject({ status: 'DRAFT' });
    expect(office.titles(T)).toEqual(['Define the new term: 行业协会']);
  });

  it('has one task however often and late its events come; what a person closed stays closed', async () => {
    const { rep, reviewer } = office.team;
    const events = await office.holding(() => office.create(rep, 'tagDefinition', term));
    for (const delivery of [...events, ...events]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    await office.update(rep, 'tagDefinition', T, { usage: '仅用于协会类客户' });
    expect(office.tasks(T)).toHaveLength(1);
    const [task] = office.tasks(T);
    await office.update(reviewer, 'task', String(task?.id), { status: 'DONE' });
    await office.update(rep, 'tagDefinition', T, { usage: '' });
    expect(office.titles(T)).toEqual([]);
  });

  it('ends with its entry: the task of a deleted draft is closed', async () => {
    const { reviewer } = office.team;
    await office.create(reviewer, 'tagDefinition', term);
    await office.remove(reviewer, 'delete', 'tagDefinition', T);
    expect(office.titles(T)).toEqual([]);
  });

  it('accepted at once it never has a task, and the company’s own entry of a list counts as an entry of tags', async () => {
    const { rep, reviewer } = office.team;
    await office.create(reviewer, 'tagDefinition', { ...term, definition: DEFINITION, status: 'APPROVED' });
    expect(office.tasks(T)).toEqual([]);
    await office.create(rep, 'company', customerOf(A));
    travel('2026-11-27T02:00:00.000Z');
    await office.update(rep, 'company', A, { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T });
    expect(office.one('company', A)).toMatchObject({ tagEnteredAt: '2026-11-27T02:00:00.000Z', tagProblemSummary: '' });
  });
});

describe('a judgement that reads terms', () => {
  it('asks no more than one that does not', async () => {
    const { rep, reviewer } = office.team;
    const callsOf = () => office.workspace.runs.filter(({ name }) => name === 'follow-company').at(-1)?.apiCalls;
    await office.create(rep, 'company', customerOf(A));
    const before = callsOf();
    await office.create(reviewer, 'tagDefinition', { ...term, definition: DEFINITION, status: 'APPROVED' });
    await office.create(
      rep,
      'company',
      customerOf(idOf(3), { name: '苏州轴承行业协会', tagCustomerType: 'OTHER', tagCustomerTypeTermId: T }),
    );
    expect(callsOf()).toBe(before);
    expect(office.problems('company', idOf(3))).toEqual([]);
  });
});

describe('what people are shown', () => {
  it('names the term in the place of Other: in the points of the review, and on the decision card', async () => {
    const { rep, reviewer } = office.team;
    const look = async (path: string, body: unknown) => {
      const { body: answer } = await office.workspace.callRoute({
        method: 'POST',
        path: `/tag-policy/${path}`,
        token: reviewer.token,
        body,
      });
      return JSON.stringify(answer);
    };
    await office.create(reviewer, 'tagDefinition', { ...term, definition: DEFINITION, status: 'APPROVED' });
    await office.create(reviewer, 'tagDefinition', {
      ...{ ...term, id: idOf(5), name: '直播间', term: '直播间', tag: 'tagChannels', option: '' },
      ...{ definition: '通过直播间收集客户信息的渠道', status: 'APPROVED' },
    });
    await office.create(
      rep,
      'company',
      customerOf(A, {
        ...{ tagCustomerType: 'OTHER', tagCustomerTypeTermId: T },
        ...{ tagChannels: ['DIRECT', 'OTHER'], tagChannelsTermId: idOf(5) },
      }),
    );
    await office.create(rep, 'opportunity', { id: idOf(6), name: '产线改造', companyId: A });
    expect(await look('panel', { object: 'company', id: A })).toContain('直播间');
    expect(await look('card', { id: idOf(6) })).toContain('"text":"行业协会"');
  });
});

describe('the use of a term', () => {
  it('is no use of Other, which counts what names no term, or one in the trash', async () => {
    const { rep, reviewer } = office.team;
    const entry = (option: string) => entryId('company', 'tagCustomerType', option);
    const policys = ['', 'SME', 'OTHER'].map((option) => ({
      ...{ ...term, id: entry(option), option, term: option, status: 'APPROVED', writtenAs: 'digest' },
    }));
    office.workspace.insert('tagDefinition', policys);
    const [U, V] = [idOf(5), idOf(6)];
    for (const id of [T, U, V]) await office.create(reviewer, 'tagDefinition', { ...term, id, option: '' });
    const customers: readonly object[] = [
      { tagCustomerType: 'SME' },
      { tagCustomerType: 'OTHER', tagCustomerTypeNote: '研究所' },
      { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T },
      { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T },
      { tagCustomerType: 'OTHER', tagCustomerTypeTermId: U },
      { tagCustomerType: 'OTHER', tagCustomerTypeTermId: V },
    ];
    for (const [at, more] of customers.entries()) {
      await office.create(rep, 'company', customerOf(idOf(10 + at), { name: `客户${at}有限公司`, ...more }));
    }
    await office.update(reviewer, 'tagDefinition', U, { status: 'RETIRED', replacedById: T });
    await office.remove(reviewer, 'delete', 'tagDefinition', V);
    const count = () => office.workspace.runFunction('count-tag-uses', {}, 'cron');
    const counts = (...ids: readonly string[]) => ids.map((id) => office.one('tagDefinition', id).useCount);
    await count();
    expect(counts(entry(''), entry('SME'), entry('OTHER'), T, U)).toEqual([6, 1, 2, 2, 1]);
    expect(await count()).toMatchObject({ written: 0 });

    // Moved to the term that replaces theirs, and left without any once that is destroyed.
    await office.update(rep, 'company', idOf(14), { tagCustomerTypeTermId: T });
    await office.remove(reviewer, 'destroy', 'tagDefinition', V);
    await count();
    expect(counts(entry(''), entry('SME'), entry('OTHER'), T, U)).toEqual([6, 1, 2, 3, 0]);
  });

  it('is counted as an option’s, by its entry, once a day', async () => {
    const { rep, reviewer } = office.team;
    await office.create(reviewer, 'tagDefinition', { ...term, definition: DEFINITION, status: 'APPROVED' });
    await office.create(reviewer, 'tagDefinition', { ...term, id: idOf(4), name: '商会', term: '商会', option: '' });
    await office.create(rep, 'company', customerOf(A, { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T }));
    await office.workspace.runFunction('count-tag-uses', {}, 'cron');
    expect(office.one('tagDefinition', T)).toMatchObject({ useCount: 1, lastUsedOn: '2026-11-27' });
    expect(office.one('tagDefinition', idOf(4)).useCount).toBe(0);
  });
});

describe('the daily count', () => {
  const count = () => office.workspace.runFunction('count-tag-uses', {}, 'cron');

  it('gives a term whose event was lost its task, once, and due from the day it was made', async () => {
    const { rep, reviewer } = office.team;
    await office.holding(() => office.create(rep, 'tagDefinition', term));
    expect(office.tasks(T)).toEqual([]);
    travel('2026-12-01T18:40:00.000Z');
    await count();
    expect(office.tasks(T)).toMatchObject([
      { title: 'Define the new term: 行业协会', dueAt: '2026-11-30T10:00:00.000Z', assigneeId: reviewer.id },
    ]);
    expect(await count()).toMatchObject({ written: 0 });
  });

  it('tells whoever leads the tag manager of a term that was not defined in time, once, until it is', async () => {
    const { rep, manager, reviewer } = office.team;
    await office.update(manager, 'tagMember', idOf(9004), { managerId: idOf(9001) });
    await office.create(rep, 'tagDefinition', term);
    const overdue = (status: 'TODO' | 'DONE' = 'TODO') =>
      office.tasks(T, status).filter(({ tagMatter }) => tagMatter === 'OVERDUE');
    travel('2026-11-30T15:59:59.000Z');
    await count();
    expect(overdue()).toEqual([]);
    travel('2026-11-30T16:00:00.000Z');
    await count();
    expect(overdue()).toMatchObject([
      { title: 'Overdue, to be seen to: Define the new term: 行业协会', assigneeId: manager.id, tagPriority: 'HIGH' },
    ]);
    expect(await count()).toMatchObject({ written: 0 });
    await office.update(reviewer, 'tagDefinition', T, { definition: DEFINITION, status: 'APPROVED' });
    expect([office.titles(T).length, office.titles(T, 'DONE').length]).toEqual([0, 2]);
  });

  it.each(['accepted', 'deleted'])('closes the task of a term that was %s while the event was lost', async (what) => {
    const { rep, reviewer } = office.team;
    await office.create(rep, 'tagDefinition', term);
    await office.holding(() =>
      what === 'deleted'
        ? office.remove(reviewer, 'delete', 'tagDefinition', T)
        : office.update(reviewer, 'tagDefinition', T, { definition: DEFINITION, status: 'APPROVED' }),
    );
    expect(office.titles(T)).toHaveLength(1);
    await count();
    expect(office.titles(T)).toEqual([]);
    expect(await count()).toMatchObject({ written: 0 });
  });
});

describe('an option that an administrator adds in Twenty’s settings', () => {
  const LABELS = { 'company.tagChannels': { LIVE: '直播带货' }, 'company.tagPurchaseIntent': { URGENT: '紧急' } };
  const entries = () => office.all('tagDefinition').map(({ name, status, useCount }) => [name, status, useCount]);
  const count = () => office.workspace.runFunction('count-tag-uses', {}, 'cron');

  it('becomes a draft of its word on an open list, with a task, and its records keep its value aside', async () => {
    office.open({ addedOptions: LABELS });
    const { rep, reviewer } = office.team;
    await office.create(
      rep,
      'company',
      customerOf(A, { tagChannels: ['DIRECT', 'LIVE'], tagPurchaseIntent: 'URGENT' }),
    );
    expect(office.one('company', A).tagBaseline).toMatchObject({
      strays: { tagChannels: ['LIVE'], tagPurchaseIntent: ['URGENT'] },
    });
    expect(office.problems('company', A)).toContain('OPTION_UNKNOWN tagChannels');
    await count();
    expect(entries()).toEqual([['Customer / Channels / 直播带货', 'DRAFT', 1]]);
    const [entry] = office.all('tagDefinition');
    expect(office.tasks(String(entry?.id))).toMatchObject([
      { title: 'Define the new term: 直播带货', assigneeId: reviewer.id, status: 'TODO' },
    ]);
    expect(await count()).toMatchObject({ written: 0 });
    // What the tag manager does not want is not made again.
    await office.remove(reviewer, 'delete', 'tagDefinition', String(entry?.id));
    await count();
    expect(entries()).toEqual([]);
  });

  it('stays kept aside when it is gone without a word, and is forgotten when somebody takes it off', async () => {
    office.open({ addedOptions: LABELS });
    const { rep } = office.team;
    const kept = () => (office.one('company', A).tagBaseline as { strays?: unknown }).strays;
    await office.create(rep, 'company', customerOf(A, { tagChannels: ['DIRECT', 'LIVE'] }));
    await office.holding(() => office.update(rep, 'company', A, { tagChannels: ['DIRECT'] }));
    travel('2026-11-27T20:00:00.000Z');
    await office.sweep();
    expect(kept()).toEqual({ tagChannels: ['LIVE'] });
    await office.update(rep, 'company', A, { tagChannels: ['PUBLIC_MATERIAL'] });
    expect(kept()).toBeUndefined();
  });

  it('is a finding of the health check until no record holds it', async () => {
    office.open({ addedOptions: LABELS });
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(A, { tagChannels: ['LIVE'] }));
    const { description } = (await office.workspace.checkHealth()) as { description: string };
    expect(description).toContain('“直播带货” (LIVE) was added to Customer / Channels');
    expect(description).toContain('Records that lose it: 1');
    expect(description).not.toContain('URGENT');
    await office.update(rep, 'company', A, { tagChannels: ['DIRECT'] });
    const after = (await office.workspace.checkHealth()) as { description?: string };
    expect(after.description ?? '').not.toContain('LIVE');
  });

  it('is told of once it is gone with its values, which are kept aside', async () => {
    office.open({ addedOptions: LABELS });
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(A, { tagChannels: ['DIRECT', 'LIVE'] }));
    const before = office.one('company', A);
    office.open();
    office.workspace.insert('company', [{ ...before, tagChannels: ['DIRECT'], tagEnteredById: null }]);
    const { description } = (await office.workspace.checkHealth()) as { description: string };
    expect(description).toContain(
      'LIVE is gone from Customer / Channels, and with it a value that is kept aside. Records that lack it: 1',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CheckGroup } from '../../../objects/taxonomy/check-groups.ts';
import { checkStep } from '../../../workflows/checks/check-step.ts';
import { readSettings } from '../../../workflows/settings.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const MEMORY = { since: '2026-08-10T02:00:00.000Z' };
const company = (fields: object = {}, more: object = {}) =>
  subjectOf('company', { accountOwnerId: 'rep', ...fields }, more);

const SIX: readonly CheckGroup[] = ['BASIC', 'INDUSTRY', 'SIZE', 'NEEDS', 'INTENT', 'HISTORY'];
const CREDIT = { tagCredits: { edges: [{ node: { id: 'k', rating: 'A' } }] } };
/** What the review says of a confirmation that was carried out. */
const confirmed = (at: string, groups: readonly CheckGroup[], by = 'rep') => ({
  checkedAt: at,
  action: { done: 'CONFIRM' as const, at, by, isTraced: true, note: '', groups },
});

describe('the check of a customer, due at the end of the month after', () => {
  it.each([
    ['is far', '2026-09-23T02:00:00.000Z', 'CURRENT', []],
    ['is three working days away', '2026-09-25T02:00:00.000Z', 'DUE', ['check']],
    ['is today', '2026-09-30T15:59:59.999Z', 'DUE', ['check']],
    ['is over', '2026-09-30T16:00:00.000Z', 'OVERDUE', ['check', 'check-overdue']],
  ])('%s', (_when, now, state, keys) => {
    const { fields, matters = [] } = checkStep.follow(runAt(now), company(), MEMORY);
    expect(fields).toEqual({
      tagNextCheckOn: '2026-09-30',
      tagCheckState: state,
      tagGroupsLeft: state === 'CURRENT' ? null : SIX,
    });
    expect(matters.map(({ key }) => key)).toEqual(keys.map((key) => `${key}:2026-09-30`));
    expect(matters.map(({ assigneeId }) => assigneeId)).toEqual(['rep', 'manager'].slice(0, keys.length));
  });

  it('that was missed is told once', () => {
    const run = runAt('2026-10-08T02:00:00.000Z');
    const first = checkStep.follow(run, company(), MEMORY);
    expect(first.facts).toMatchObject([
      { kind: 'CHECK_MISSED', key: '2026-09-30', by: 'rep', at: '2026-09-30T16:00:00.000Z', onTime: false },
    ]);
    expect(first.memory).toEqual({ ...MEMORY, missedUntil: '2026-09-30' });
    const second = checkStep.follow(run, company(), { ...MEMORY, missedUntil: '2026-09-30' });
    expect(second.facts).toEqual([]);
    expect(second.memory).toEqual({ ...MEMORY, missedUntil: '2026-09-30' });
  });

  it('made late was missed all the same, and the next is due a month later', () => {
    const checkedAt = '2026-10-08T02:00:00.000Z';
    const { facts, fields, matters } = checkStep.follow(
      runAt(checkedAt),
      company({}, confirmed(checkedAt, SIX)),
      MEMORY,
    );
    expect(facts?.map(({ kind, key }) => [kind, key])).toEqual([
      ['CHECKED', checkedAt],
      ['CHECK_MISSED', '2026-09-30'],
    ]);
    expect(fields).toEqual({
      tagNextCheckOn: '2026-11-30',
      tagCheckState: 'CURRENT',
      tagLastCheckedAt: checkedAt,
      tagGroupsLeft: null,
    });
    expect(matters).toEqual([]);
  });
});

describe('from when checks count', () => {
  const now = '2026-09-23T02:00:00.000Z';

  it('of a new record: from its creation; of one that was there before the application: from the installation', () => {
    const subject = company({ createdAt: '2026-07-01T02:00:00.000Z' }, { isFirst: true });
    expect(checkStep.follow(runAt(now), subject, { since: '' }).memory?.since).toBe('2026-07-01T02:00:00.000Z');
    const installing = runAt(now, { isInstalling: true });
    expect(checkStep.follow(installing, subject, { since: '' }).memory?.since).toBe(now);
  });

  it('of a deal that is open again: from then; of a closed one no check is due', () => {
    const closed = subjectOf('opportunity', { tagOutcome: 'LOST' }, { outcomeBefore: 'OPEN' });
    const { fields, memory } = checkStep.follow(runAt(now), closed, MEMORY);
    expect(fields).toEqual({ tagNextCheckOn: null, tagCheckState: 'CURRENT' });
    expect(memory?.since).toBe(MEMORY.since);
    const fresh = { at: '2026-09-22T02:00:00.000Z', by: 'rep' };
    const reopened = subjectOf('opportunity', { tagOutcome: 'OPEN' }, { outcomeBefore: 'LOST', fresh });
    expect(checkStep.follow(runAt(now), reopened, MEMORY).memory?.since).toBe(fresh.at);
  });
});

describe('the check of a customer by groups', () => {
  const now = '2026-09-29T02:00:00.000Z';
  const earlier = '2026-09-02T02:00:00.000Z';
  const own = confirmed(now, SIX);

  it('is not kept while the credit group is left, which is the manager’s then', () => {
    const { fields, facts, matters, memory } = checkStep.follow(runAt(now), company(CREDIT, own), MEMORY);
    expect(fields).toEqual({ tagNextCheckOn: '2026-09-30', tagCheckState: 'DUE', tagGroupsLeft: ['CREDIT'] });
    expect(facts).toEqual([expect.objectContaining({ kind: 'CHECKED', key: now, by: 'rep' })]);
    expect(facts?.[0]).not.toHaveProperty('onTime');
    expect(facts?.[0]?.note).toBe('Basic information, Industry, Size, Needs, Purchase intention, Cooperation history');
    expect(matters).toMatchObject([
      { key: 'check:2026-09-30', assigneeId: 'manager', note: 'Groups still to be checked: Credit' },
    ]);
    expect(Object.keys(memory?.checkedGroups ?? {})).toEqual(SIX);
  });

  it('stays the owner’s where the owner may read credit records', () => {
    const subject = company({ ...CREDIT, accountOwnerId: 'reviewer' }, own);
    expect(checkStep.follow(runAt(now), subject, MEMORY).matters).toMatchObject([{ assigneeId: 'reviewer' }]);
  });

  it('is kept by several people, and in time when the last of them is', () => {
    const first = checkStep.follow(runAt(earlier), company(CREDIT, confirmed(earlier, SIX)), MEMORY);
    const subject = company({ ...CREDIT, tagNextCheckOn: '2026-09-30' }, confirmed(now, ['CREDIT'], 'manager'));
    const { fields, facts, matters, memory } = checkStep.follow(runAt(now), subject, {
      ...MEMORY,
      ...(first.memory?.checkedGroups ? { checkedGroups: first.memory.checkedGroups } : {}),
    });
    expect(fields).toEqual({
      tagNextCheckOn: '2026-10-30',
      tagCheckState: 'CURRENT',
      tagLastCheckedAt: now,
      tagGroupsLeft: null,
    });
    expect(facts).toMatchObject([{ kind: 'CHECKED', by: 'manager', dueOn: '2026-09-30', onTime: true, note: '' }]);
    expect(matters).toEqual([]);
    expect(memory?.checkedGroups).toBeUndefined();
  });

  it.each([
    [
      'keeps the one that is due: told for whose it was',
      '2026-09-30',
      '2026-10-30',
      [['CHECKED', '2026-09-30', true, 'rep']],
    ],
    ['keeps none that is due: told by the review alone', '2026-10-30', '2026-10-30', []],
  ])('an approval looks at all groups; it %s', (_what, due, next, told) => {
    const done = { done: 'APPROVE' as const, by: 'reviewer', note: 'fine', groups: [...SIX, 'CREDIT' as const] };
    const subject = company({ ...CREDIT, tagNextCheckOn: due }, { ...own, action: { ...own.action, ...done } });
    const { fields, facts = [] } = checkStep.follow(runAt(now), subject, MEMORY);
    expect(fields).toMatchObject({ tagLastCheckedAt: now, tagGroupsLeft: null, tagNextCheckOn: next });
    expect(facts.map(({ kind, dueOn, onTime, responsible }) => [kind, dueOn, onTime, responsible])).toEqual(told);
    expect(facts.map(({ by, note }) => [by, note])).toEqual(told.map(() => ['reviewer', '']));
  });

  it('of a deal is one of the whole', () => {
    const subject = subjectOf('opportunity', {}, confirmed(now, []));
    const { fields, memory } = checkStep.follow(runAt(now), subject, MEMORY);
    expect(fields).toMatchObject({ tagLastCheckedAt: now, tagCheckState: 'CURRENT' });
    expect(fields).not.toHaveProperty('tagGroupsLeft');
    expect(memory?.checkedGroups).toBeUndefined();
  });
});

describe('a product, once products are checked', () => {
  const now = '2026-09-23T02:00:00.000Z';
  const checked = runAt(now, { settings: readSettings({ NOTICE_LANGUAGE: 'en', PRODUCT_CHECK: 'QUARTER' }).settings });
  const product = (more: object = {}) => subjectOf('tagProduct', { keeperId: 'rep' }, more);

  it('counts from then, however old it is, and goes on counting', () => {
    const { fields, facts, memory } = checkStep.follow(checked, product(), { since: '2020-01-01T02:00:00.000Z' });
    expect(fields).toEqual({ tagNextCheckOn: '2026-12-31', tagCheckState: 'CURRENT' });
    expect(facts).toEqual([]);
    expect(memory).toMatchObject({ since: now, isChecked: true });
    const since = '2026-06-10T02:00:00.000Z';
    const later = checkStep.follow(checked, product(), { since, isChecked: true });
    expect(later.fields).toMatchObject({ tagNextCheckOn: '2026-09-30' });
    expect(later.memory).toMatchObject({ since });
  });

  it('is asked about of whoever keeps it, by its clause', () => {
    const run = { ...checked, now: new Date('2026-09-29T02:00:00.000Z') };
    const { matters } = checkStep.follow(run, product(), { since: '2026-06-10T02:00:00.000Z', isChecked: true });
    expect(matters).toMatchObject([{ key: 'check:2026-09-30', clause: '4.1.7', assigneeId: 'rep' }]);
  });

  it('is no more once they are not', () => {
    const { fields, memory } = checkStep.follow(runAt(now), product(), { since: now, isChecked: true });
    expect(fields).toEqual({ tagNextCheckOn: null, tagCheckState: 'CURRENT' });
    expect(memory?.isChecked).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { checkStep } from '../../../workflows/checks/check-step.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const MEMORY = { since: '2026-08-10T02:00:00.000Z' };
const company = (fields: object = {}, more: object = {}) =>
  subjectOf('company', { accountOwnerId: 'rep', ...fields }, more);

describe('the check of a customer, due at the end of the month after', () => {
  it.each([
    ['is far', '2026-09-23T02:00:00.000Z', 'CURRENT', []],
    ['is three working days away', '2026-09-25T02:00:00.000Z', 'DUE', ['check']],
    ['is today', '2026-09-30T15:59:59.999Z', 'DUE', ['check']],
    ['is over', '2026-09-30T16:00:00.000Z', 'OVERDUE', ['check', 'check-overdue']],
  ])('%s', (_when, now, state, keys) => {
    const { fields, matters = [] } = checkStep.follow(runAt(now), company(), MEMORY);
    expect(fields).toEqual({ tagNextCheckOn: '2026-09-30', tagCheckState: state });
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
    const { facts, fields, matters } = checkStep.follow(runAt(checkedAt), company({}, { checkedAt }), MEMORY);
    expect(facts?.map(({ key }) => key)).toEqual(['2026-09-30']);
    expect(fields).toEqual({ tagNextCheckOn: '2026-11-30', tagCheckState: 'CURRENT' });
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

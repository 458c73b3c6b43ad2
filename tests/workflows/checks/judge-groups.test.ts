import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_GROUPS, CHECK_POINTS, type CheckGroup } from '../../../objects/taxonomy/check-groups.ts';
import { STAGES } from '../../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { checksMemory } from '../../../workflows/checks/checks-memory.ts';
import { groupsToCheck } from '../../../workflows/checks/groups-to-check.ts';
import { type Confirmations, judgeGroups } from '../../../workflows/checks/judge-groups.ts';
import { saidGroups } from '../../../workflows/checks/said-groups.ts';

const calendar = createWorkingCalendar();
/** An instant in Shanghai. */
const at = (text: string): string => new Date(`${text}+08:00`).toISOString();
const WANTED: readonly CheckGroup[] = ['BASIC', 'NEEDS', 'CREDIT'];

const judge = (facts: Partial<Parameters<typeof judgeGroups>[0]>) =>
  judgeGroups({
    wanted: WANTED,
    confirmed: {},
    said: null,
    checkedAt: null,
    periodOf: (instant) => calendar.periodOf('MONTH', calendar.dateOf(instant)).from,
    now: at('2026-09-20T10:00'),
    ...facts,
  });
const by = (text: string, who = 'rep') => ({ at: at(text), by: who });
const say = (text: string, groups: readonly CheckGroup[], who = 'rep') => ({ ...by(text, who), groups });

describe('a check of several groups', () => {
  it('is kept once all of them are confirmed, at the last of them', () => {
    const confirmed = { BASIC: by('2026-09-02T10:00'), NEEDS: by('2026-09-20T09:00') };
    expect(judge({ confirmed, said: say('2026-09-10T10:00', ['CREDIT'], 'manager') })).toEqual({
      wholeAt: at('2026-09-20T09:00'),
      confirmed: {},
      done: WANTED,
      left: [],
    });
    expect(judge({ said: say('2026-09-20T10:00', WANTED) }).wholeAt).toBe(at('2026-09-20T10:00'));
  });

  it('is not kept while one is left', () => {
    const verdict = judge({ said: say('2026-09-20T10:00', ['BASIC', 'NEEDS']) });
    expect(verdict).toMatchObject({ wholeAt: null, done: ['BASIC', 'NEEDS'], left: ['CREDIT'] });
    expect(Object.keys(verdict.confirmed)).toEqual(['BASIC', 'NEEDS']);
  });

  it.each([
    ['on the last instant of the month before', '2026-08-31T23:59:59.999', false],
    ['on the first of the month', '2026-09-01T00:00', true],
    ['on the last instant of the month', '2026-09-30T23:59:59.999', true],
    ['on the first instant of the month after', '2026-10-01T00:00', false],
  ])('counts what was confirmed %s: %s', (_when, text, counts) => {
    const confirmed = { BASIC: by(text), NEEDS: by('2026-09-15T10:00') };
    const { wholeAt } = judge({ confirmed, said: say('2026-09-15T10:00', ['CREDIT']), now: at('2026-10-02T10:00') });
    expect(wholeAt !== null).toBe(counts);
  });

  it('begins anew with the month: nothing of the last one is done', () => {
    const confirmed = { BASIC: by('2026-09-15T10:00') };
    expect(judge({ confirmed, now: at('2026-09-30T23:59:59.999') })).toMatchObject({ done: ['BASIC'] });
    expect(judge({ confirmed, now: at('2026-10-01T00:00') })).toMatchObject({ done: [], left: WANTED });
  });

  it('leaves nothing in a month in which all were confirmed at once, as before there were groups', () => {
    const checkedAt = at('2026-09-03T10:00');
    expect(judge({ checkedAt })).toMatchObject({ wholeAt: null, done: WANTED, left: [] });
    expect(judge({ checkedAt, said: say('2026-09-20T10:00', ['BASIC']) })).toMatchObject({ confirmed: {}, left: [] });
    expect(judge({ checkedAt, now: at('2026-10-01T00:00') })).toMatchObject({ done: [], left: WANTED });
  });

  it('is as whole as it can be where the record has no groups', () => {
    expect(judge({ wanted: [], said: say('2026-09-20T10:00', []) }).wholeAt).toBe(at('2026-09-20T10:00'));
    expect(judge({ wanted: [] }).wholeAt).toBeNull();
  });

  it('is the same in whichever order, and however often, the confirmations come', () => {
    const says = fc.uniqueArray(
      fc.record({ day: fc.integer({ min: 1, max: 28 }), groups: fc.subarray([...CHECK_GROUPS], { minLength: 1 }) }),
      { minLength: 1, maxLength: 6, selector: ({ day }) => day },
    );
    const deliver = (list: readonly { readonly day: number; readonly groups: readonly CheckGroup[] }[]) =>
      list.reduce<{ readonly confirmed: Confirmations; readonly checkedAt: string | null }>(
        ({ confirmed, checkedAt }, { day, groups }) => {
          const said = say(`2026-09-${String(day).padStart(2, '0')}T10:00`, groups);
          const verdict = judge({ wanted: CHECK_GROUPS, confirmed, checkedAt, said });
          return { confirmed: verdict.confirmed, checkedAt: verdict.wholeAt ?? checkedAt };
        },
        { confirmed: {}, checkedAt: null },
      );
    fc.assert(
      fc.property(says, fc.infiniteStream(fc.nat(1000)), (list, weights) => {
        const crooked = [...list, ...list]
          .map((one) => ({ one, weight: weights.next().value ?? 0 }))
          .sort((left, right) => left.weight - right.weight)
          .map(({ one }) => one);
        const [straight, turned] = [deliver(list), deliver(crooked)];
        // When it was kept may be the instant of an earlier confirmation than the last; that it was is the same.
        expect(turned.checkedAt === null).toBe(straight.checkedAt === null);
        expect(Object.keys(turned.confirmed).sort()).toEqual(Object.keys(straight.confirmed).sort());
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('the groups', () => {
  it('of a check are the seven, credit from the stage on that asks for a record of it, or once there is one', () => {
    for (const stage of STAGES) {
      const isAsked = STAGES.indexOf(stage) >= STAGES.indexOf('NEGOTIATION');
      expect(groupsToCheck('company', stage, false).includes('CREDIT'), stage).toBe(isAsked);
      expect(groupsToCheck('company', stage, true)).toEqual(CHECK_GROUPS);
      expect(groupsToCheck('opportunity', stage, true)).toEqual([]);
    }
  });

  it('somebody confirms are those named that they may read', () => {
    expect(saidGroups([], true)).toEqual(CHECK_GROUPS);
    expect(saidGroups([], false)).toEqual(CHECK_GROUPS.filter((group) => group !== 'CREDIT'));
    expect(saidGroups(['CREDIT'], false)).toEqual([]);
    expect(saidGroups(['NEEDS', 'BASIC'], false)).toEqual(['BASIC', 'NEEDS']);
  });

  it('stand each under one of the four points', () => {
    expect(CHECK_POINTS.map(({ key }) => key)).toEqual(['BUSINESS', 'PEOPLE', 'NEEDS', 'CREDIT']);
    expect(CHECK_POINTS.flatMap(({ groups }) => groups).sort()).toEqual([...CHECK_GROUPS].sort());
  });

  it('are read as remembered; what cannot be a confirmation is left out', () => {
    const checkedGroups = {
      BASIC: { at: at('2026-09-02T10:00'), by: 'rep' },
      SIZE: { at: at('2026-09-02T10:00'), by: null },
    };
    expect(checksMemory({ since: 'x', checkedGroups })).toEqual({ since: 'x', checkedGroups });
    for (const value of [undefined, null, [], 'BASIC', { WEATHER: by('2026-09-02T10:00') }, { BASIC: { at: 3 } }])
      expect(checksMemory({ since: 'x', checkedGroups: value })).toEqual({ since: 'x' });
  });
});

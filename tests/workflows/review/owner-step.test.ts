import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { ownedThatDay, withFormerOwners } from '../../../workflows/review/former-owners.ts';
import { ownerMemory } from '../../../workflows/review/owner-memory.ts';
import { ownerStep } from '../../../workflows/review/owner-step.ts';
import { NOW, runAt, subjectOf } from '../hand-made.ts';

const AT = '2026-09-23T01:30:00.000Z';
const told = (...handovers: { by: string; at: string }[]) =>
  runAt(NOW, { handovers: new Map([['company:x', handovers]]) });
const ownedBy = (accountOwnerId: string | null, more: object = {}) => subjectOf('company', { accountOwnerId }, more);

describe('who owned a record before', () => {
  it.each([
    ['nobody, as long as it stays with its owner', runAt(), ownedBy('rep'), { owner: 'rep' }, { owner: 'rep' }],
    [
      'its owner, as an event tells',
      told({ by: 'rep', at: AT }),
      ownedBy('manager'),
      { owner: 'rep' },
      { owner: 'manager', formerOwners: [`rep@${AT}`] },
    ],
    [
      'its owner, as is found by comparing where the event was lost: until now',
      runAt(),
      ownedBy('manager'),
      { owner: 'rep' },
      { owner: 'manager', formerOwners: [`rep@${NOW}`] },
    ],
    [
      'both, of which one event was lost',
      told({ by: 'other', at: AT }),
      ownedBy('manager'),
      { owner: 'rep' },
      { owner: 'manager', formerOwners: [`other@${AT}`, `rep@${NOW}`] },
    ],
    [
      'its owner, though nobody owns it now',
      runAt(),
      ownedBy(null),
      { owner: 'rep' },
      { owner: '', formerOwners: [`rep@${NOW}`] },
    ],
    ['nobody, where nobody owned it', runAt(), ownedBy('rep'), { owner: '' }, { owner: 'rep' }],
    ['nobody, when it is first judged', runAt(), ownedBy('rep', { isFirst: true }), {}, { owner: 'rep' }],
    ['not known, of what was judged before owners were remembered', runAt(), ownedBy('rep'), {}, {}],
    ['known from its next change on', runAt(), ownedBy('rep', { isEnteredAnew: true }), {}, { owner: 'rep' }],
    [
      'known from its next owner on',
      told({ by: 'rep', at: AT }),
      ownedBy('manager'),
      {},
      { owner: 'manager', formerOwners: [`rep@${AT}`] },
    ],
  ])('is %s', (_who, run, subject, memory, expected) => {
    const answer = ownerStep.follow(run, subject, memory);
    expect(ownerMemory(JSON.parse(JSON.stringify(answer.memory)))).toEqual(expected);
    const { formerOwners = [] } = expected as { formerOwners?: readonly string[] };
    expect(answer.subject).toEqual({ formerOwners });
  });

  it('is told twice without a difference', () => {
    const memory = { owner: 'manager', formerOwners: [`rep@${AT}`] };
    expect(ownerStep.follow(told({ by: 'rep', at: AT }), ownedBy('manager'), memory).memory).toEqual(memory);
  });

  it('is each once, with when they last did, whatever the order', () => {
    const [early, late] = [
      { by: 'rep', at: '2026-09-22T01:00:00.000Z' },
      { by: 'rep', at: AT },
    ];
    for (const order of [
      [early, late],
      [late, early],
    ])
      expect(withFormerOwners([], order, new Date(NOW))).toEqual([`rep@${AT}`]);
  });

  it('is forgotten after a week, when another is added', () => {
    const old = (at: string) => withFormerOwners([`rep@${at}`], [{ by: 'other', at: NOW }], new Date(NOW));
    expect(old('2026-09-16T02:00:00.001Z')).toHaveLength(2);
    expect(old('2026-09-16T02:00:00.000Z')).toEqual([`other@${NOW}`]);
    expect(withFormerOwners(['rep@2026-09-01T00:00:00.000Z'], [], new Date(NOW))).toHaveLength(1);
  });
});

describe('the owner of the day', () => {
  const calendar = createWorkingCalendar();
  it.each([
    ['the same minute', '2026-09-23T01:30:00.000Z', true],
    ['the last second of the day in Shanghai', '2026-09-23T15:59:59.999Z', true],
    ['the first of the next', '2026-09-23T16:00:00.000Z', false],
    ['before it was handed on', '2026-09-22T01:30:00.000Z', true],
  ])('asks on %s: %s', (_when, asked, expected) => {
    expect(ownedThatDay([`rep@${AT}`], 'rep', asked, calendar)).toBe(expected);
  });

  it('is nobody else', () => expect(ownedThatDay([`rep@${AT}`], 'other', AT, calendar)).toBe(false));
});

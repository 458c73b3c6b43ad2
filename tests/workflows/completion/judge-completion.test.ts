import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { completionMemory } from '../../../workflows/completion/completion-memory.ts';
import {
  type CompletionFacts,
  completionCourse,
  completionState,
} from '../../../workflows/completion/judge-completion.ts';

/** A record that a person has just left incomplete. */
const LEFT: CompletionFacts = {
  isIncomplete: true,
  wasIncomplete: false,
  isAsked: false,
  isLetIn: false,
  isGated: false,
  isOver: false,
};

describe('what a record lacks', () => {
  it.each([
    ['is asked for of whoever left it so', {}, 'BEGINS'],
    ['waits where nobody typed the record in', { isLetIn: true }, 'WAITS'],
    ['waits while the task of a stage names it', { isGated: true }, 'WAITS'],
    ['waits where it was lacking before and nobody was asked', { wasIncomplete: true }, 'WAITS'],
    ['is asked for further until it is there', { isAsked: true, wasIncomplete: true }, 'GOES_ON'],
    ['is asked for further, whatever comes on top', { isAsked: true, isLetIn: true, isGated: true }, 'GOES_ON'],
    ['is done once it is there', { isIncomplete: false, wasIncomplete: true, isAsked: true }, 'ENDS'],
    ['is nothing where nothing lacks', { isIncomplete: false }, 'NONE'],
    [
      'is nothing where it was made good before anybody was asked',
      { isIncomplete: false, wasIncomplete: true },
      'NONE',
    ],
    ['is dropped with a deal that is over', { isAsked: true, isOver: true }, 'DROPPED'],
    ['is dropped with it though it is there', { isAsked: true, isOver: true, isIncomplete: false }, 'DROPPED'],
    ['is not asked of a deal that is over', { isOver: true }, 'NONE'],
  ] as const)('%s', (_what, facts, course) => expect(completionCourse({ ...LEFT, ...facts })).toBe(course));
});

describe('a completion', () => {
  const calendar = createWorkingCalendar();
  const due = { dueOn: '2026-09-24' };
  it.each([
    ['the last second of its last day', due, '2026-09-24T15:59:59.999Z', 'OPEN'],
    ['the instant that ends it', due, '2026-09-24T16:00:00.000Z', 'OVERDUE'],
    ['the second before its first day', { ...due, opensOn: '2026-09-23' }, '2026-09-22T15:59:59.999Z', 'PLANNED'],
    ['its first day, from midnight on', { ...due, opensOn: '2026-09-23' }, '2026-09-22T16:00:00.000Z', 'OPEN'],
    ['after its last day, whenever it began', { ...due, opensOn: '2026-09-30' }, '2026-09-24T16:00:00.000Z', 'OVERDUE'],
  ] as const)('%s', (_when, completion, now, state) => {
    expect(completionState(completion, new Date(now), calendar)).toBe(state);
  });

  it('ends with business where the setting says so', () => {
    const early = createWorkingCalendar({ dayEndsAt: '18:00' });
    expect(completionState(due, new Date('2026-09-24T09:59:59.999Z'), early)).toBe('OPEN');
    expect(completionState(due, new Date('2026-09-24T10:00:00.000Z'), early)).toBe('OVERDUE');
  });
});

describe('its memory', () => {
  it.each([
    ['nothing', undefined, {}],
    ['what is none', 'soon', {}],
    ['one without its day', { key: '3' }, {}],
    ['a bare one', { key: '3', dueOn: '2026-09-24' }, { completion: { key: '3', dueOn: '2026-09-24' } }],
    [
      'a whole one',
      { key: '3', dueOn: '2026-09-24', opensOn: '2026-09-23', by: 'rep', isMissed: true },
      { completion: { key: '3', dueOn: '2026-09-24', opensOn: '2026-09-23', by: 'rep', isMissed: true } },
    ],
  ])('reads %s', (_what, stored, memory) => expect(completionMemory({ completion: stored })).toEqual(memory));
});

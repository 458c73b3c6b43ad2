import { describe, expect, it } from 'vitest';
import {
  isInTime,
  issueFault,
  outcomeOf,
  type Round,
  recheckFault,
  statusOf,
} from '../../../workflows/supervision/judge-rectification.ts';
import { nextNumber } from '../../../workflows/supervision/plan-rectifications.ts';

const END = new Date('2026-09-30T16:00:00.000Z');
const BEFORE = '2026-09-30T15:59:59.999Z';
const AT = '2026-09-30T16:00:00.000Z';
const round = (more: Partial<Round> = {}): Round => ({
  number: 1,
  end: END,
  answeredAt: null,
  isClosed: false,
  ...more,
});

describe('an answer', () => {
  it.each([
    [BEFORE, true],
    [AT, false],
    [null, false],
  ])('at %s is in time: %s', (answeredAt, expected) => {
    expect(isInTime(round({ answeredAt }))).toBe(expected);
  });
});

describe('a notice', () => {
  it.each([
    [{}, BEFORE, 'OPEN', null],
    [{}, AT, 'OVERDUE', 'NOT_IN_TIME'],
    [{ answeredAt: BEFORE }, BEFORE, 'ANSWERED', null],
    [{ answeredAt: BEFORE }, AT, 'ANSWERED', null],
    [{ answeredAt: AT }, AT, 'ANSWERED', 'NOT_IN_TIME'],
    [{ answeredAt: BEFORE, isClosed: true }, AT, 'CLOSED', 'IN_TIME'],
    [{ answeredAt: AT, isClosed: true }, AT, 'CLOSED', 'NOT_IN_TIME'],
    [{ number: 2 }, BEFORE, 'REOPENED', 'NOT_IN_TIME'],
    [{ number: 2 }, AT, 'OVERDUE', 'NOT_IN_TIME'],
    [{ number: 2, answeredAt: BEFORE, isClosed: true }, AT, 'CLOSED', 'NOT_IN_TIME'],
  ] as const)('%j at %s is %s and counts as %s', (more, now, status, outcome) => {
    expect(statusOf(round(more), new Date(now))).toBe(status);
    expect(outcomeOf(round(more), new Date(now))).toBe(outcome);
  });
});

describe('who may', () => {
  it.each([
    [{ by: 'boss', isSupervisor: true, member: 'rep' }, null],
    [{ by: 'other', isSupervisor: false, member: 'rep' }, 'NOT_A_SUPERVISOR'],
    [{ by: null, isSupervisor: false, member: 'rep' }, 'NOT_A_SUPERVISOR'],
    [{ by: 'boss', isSupervisor: true, member: 'boss' }, 'ISSUED_TO_SELF'],
  ])('issue %j: %s', (input, fault) => {
    expect(issueFault(input)).toBe(fault);
  });

  const asked = {
    verdict: 'PASSED',
    by: 'boss',
    member: 'rep',
    answeredBy: 'rep',
    isAnswered: true,
    hasNote: false,
  } as const;
  it.each([
    [{}, null],
    [{ isAnswered: false }, 'RECHECK_UNANSWERED'],
    [{ by: 'rep' }, 'RECHECK_OWN'],
    [{ by: 'other', answeredBy: 'other' }, 'RECHECK_OWN'],
    [{ by: 'rep', answeredBy: 'other' }, 'RECHECK_OWN'],
    [{ by: null, answeredBy: null }, 'RECHECK_OWN'],
    [{ verdict: 'FAILED' }, 'RECHECK_NOTE_MISSING'],
    [{ verdict: 'FAILED', hasNote: true }, null],
  ] as const)('recheck %j: %s', (more, fault) => {
    expect(recheckFault({ ...asked, ...more })).toBe(fault);
  });
});

describe('a number', () => {
  it.each([
    [[], '2026-09-001'],
    [['2026-09-001', '2026-09-009', '2026-08-044', null], '2026-09-010'],
    [['2026-09-999'], '2026-09-1000'],
  ])('after %j is %s', (numbers, next) => {
    expect(nextNumber('2026-09', numbers)).toBe(next);
  });
});

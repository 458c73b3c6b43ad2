import { describe, expect, it } from 'vitest';
import { judgeStatus, type StatusFacts } from '../../../workflows/assessment/judge-status.ts';

const facts = (more: Partial<StatusFacts>): StatusFacts => ({
  was: 'DRAFT',
  now: 'DRAFT',
  by: 'supervisor',
  member: 'rep',
  isSupervisor: true,
  hasDecision: false,
  isAppealOver: false,
  ...more,
});

describe('the status of an assessment', () => {
  it.each([
    [{}, 'DRAFT', null],
    [{ now: 'CONFIRMED' }, 'CONFIRMED', null],
    [{ now: 'CONFIRMED', isSupervisor: false }, 'DRAFT', 'NOT_A_SUPERVISOR'],
    [{ now: 'CONFIRMED', by: 'rep' }, 'DRAFT', 'ASSESSED_SELF'],
    [{ now: 'CONFIRMED', by: null }, 'DRAFT', 'ACTOR_UNKNOWN'],
    // Of a member who has left, whoever has the duty confirms.
    [{ now: 'CONFIRMED', member: null }, 'CONFIRMED', null],
    [{ now: 'APPEALED' }, 'DRAFT', 'ASSESSMENT_KEPT'],
    [{ now: 'FINAL' }, 'DRAFT', 'ASSESSMENT_KEPT'],
    [{ now: null }, 'DRAFT', 'ASSESSMENT_KEPT'],
    [{ was: 'CONFIRMED', now: 'CONFIRMED' }, 'CONFIRMED', null],
    [{ was: 'CONFIRMED', now: 'CONFIRMED', isAppealOver: true }, 'FINAL', null],
    [{ was: 'CONFIRMED', now: 'DRAFT' }, 'CONFIRMED', 'ASSESSMENT_KEPT'],
    [{ was: 'CONFIRMED', now: 'APPEALED', by: 'rep' }, 'CONFIRMED', 'APPEAL_BY_MEMBER'],
    [{ was: 'CONFIRMED', now: 'FINAL' }, 'CONFIRMED', 'APPEAL_STILL_OPEN'],
    [{ was: 'CONFIRMED', now: 'FINAL', isAppealOver: true }, 'FINAL', null],
    [{ was: 'APPEALED', now: 'APPEALED', isAppealOver: true }, 'APPEALED', null],
    [{ was: 'APPEALED', now: 'FINAL', hasDecision: true }, 'FINAL', null],
    [{ was: 'APPEALED', now: 'FINAL' }, 'APPEALED', 'DECISION_MISSING'],
    [{ was: 'APPEALED', now: 'FINAL', hasDecision: true, by: 'rep' }, 'APPEALED', 'ASSESSED_SELF'],
    [{ was: 'APPEALED', now: 'FINAL', hasDecision: true, isSupervisor: false }, 'APPEALED', 'NOT_A_SUPERVISOR'],
    [{ was: 'APPEALED', now: 'CONFIRMED' }, 'APPEALED', 'ASSESSMENT_KEPT'],
    [{ was: 'FINAL', now: 'FINAL', isAppealOver: true }, 'FINAL', null],
    [{ was: 'FINAL', now: 'DRAFT' }, 'FINAL', 'ASSESSMENT_KEPT'],
    [{ was: 'FINAL', now: 'APPEALED' }, 'FINAL', 'ASSESSMENT_KEPT'],
  ] as const)('%j: %s, %s', (more, status, fault) => {
    expect(judgeStatus(facts(more))).toEqual({ status, fault });
  });
});

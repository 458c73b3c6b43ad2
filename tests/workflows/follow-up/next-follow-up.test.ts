import { describe, expect, it } from 'vitest';
import { COMPETITIONS, FOLLOW_UP_RHYTHM } from '../../../objects/taxonomy/follow-up-rhythm.ts';
import { STAGES } from '../../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { competitionOf } from '../../../workflows/follow-up/competition-of.ts';
import { type FollowUpFacts, nextFollowUp } from '../../../workflows/follow-up/next-follow-up.ts';

const calendar = createWorkingCalendar();
/** Followed up on Wednesday 23 September 2026. */
const FACTS: FollowUpFacts = {
  stage: 'SOLUTION',
  competition: 'NAMED',
  isLive: true,
  hasEnded: false,
  date: null,
  setBy: null,
  followedUpAt: '2026-09-23T02:00:00.000Z',
  calendar,
};
const next = (facts: Partial<FollowUpFacts>) => nextFollowUp({ ...FACTS, ...facts });

describe('the rhythm', () => {
  it.each(STAGES.flatMap((stage) => COMPETITIONS.map((competition) => [stage, competition] as const)))(
    '%s with the competition %s',
    (stage, competition) => {
      const { date, isOwn } = next({ stage, competition });
      expect(isOwn).toBe(false);
      expect(calendar.workdaysBetween('2026-09-23', date ?? '')).toBe(FOLLOW_UP_RHYTHM[stage][competition]);
      expect(calendar.isWorkday(date ?? '')).toBe(true);
    },
  );

  it('is never slower with a competitor than without, and never slower closer to the contract', () => {
    for (const stage of STAGES) {
      const { NAMED, OPEN, NONE } = FOLLOW_UP_RHYTHM[stage];
      expect([NAMED, OPEN, NONE]).toEqual([NAMED, OPEN, NONE].sort((left, right) => left - right));
    }
    for (const competition of COMPETITIONS) {
      const days = STAGES.slice(0, STAGES.indexOf('SIGNED')).map((stage) => FOLLOW_UP_RHYTHM[stage][competition]);
      expect(days).toEqual([...days].sort((left, right) => right - left));
    }
  });

  it('counts working days over a holiday, from the day in the policy’s zone', () => {
    expect(next({ followedUpAt: '2026-09-29T02:00:00.000Z' }).date).toBe('2026-10-08');
    expect(next({ stage: 'NEGOTIATION', followedUpAt: '2026-09-23T15:59:59.999Z' }).date).toBe('2026-09-24');
    // Friday 25 September is the Mid-Autumn Festival.
    expect(next({ stage: 'NEGOTIATION', followedUpAt: '2026-09-23T16:00:00.000Z' }).date).toBe('2026-09-28');
  });
});

describe('a person’s own date', () => {
  const own = { date: '2026-09-30', setBy: '2026-09-23T02:00:00.000Z' };

  it.each([
    ['is not there yet', {}, '2026-09-30'],
    [
      'is not there yet, though somebody looked the day before',
      { followedUpAt: '2026-09-29T15:59:59.999Z' },
      '2026-09-30',
    ],
    ['was kept on the day', { followedUpAt: '2026-09-29T16:00:00.000Z' }, '2026-10-09'],
    ['was kept late', { followedUpAt: '2026-10-12T02:00:00.000Z' }, '2026-10-14'],
    ['is of today, and what is on record came before it was set', { date: '2026-09-23' }, '2026-09-23'],
    [
      'is of today, and kept after it was set',
      { date: '2026-09-23', followedUpAt: '2026-09-23T02:00:00.001Z' },
      '2026-09-28',
    ],
    ['has passed, and nobody followed it', { date: '2026-09-01' }, '2026-09-01'],
  ])('%s', (_what, facts, expected) => {
    const { date, isOwn } = next({ ...own, ...facts });
    expect(date).toBe(expected);
    expect(isOwn).toBe(date === (facts as { date?: string }).date || date === own.date);
  });
});

describe('a deal that is over', () => {
  it('has no follow-up but the one a person sets when it is', () => {
    expect(next({ isLive: false, date: '2026-09-25' })).toEqual({ date: null, isOwn: false });
    const own = { isLive: false, date: '2026-12-01', setBy: '2026-09-23T02:00:00.000Z' };
    expect(next({ ...own, hasEnded: true })).toEqual({ date: null, isOwn: false });
    expect(next(own)).toEqual({ date: '2026-12-01', isOwn: true });
    expect(next({ ...own, followedUpAt: '2026-12-01T02:00:00.000Z' })).toEqual({ date: null, isOwn: false });
  });
});

it.each([
  [{}, 'OPEN'],
  [{ tagCompetitors: [] }, 'OPEN'],
  [{ tagCompetitors: [' '] }, 'OPEN'],
  [{ tagCompetitors: ['甲公司'] }, 'NAMED'],
  [{ tagCompetitors: ['甲公司'], tagNoCompetitor: true }, 'NAMED'],
  [{ tagCompetitors: ['无'] }, 'NONE'],
  [{ tagNoCompetitor: true }, 'NONE'],
  [{ tagNoCompetitor: false }, 'OPEN'],
])('the competition of %o is %s', (values, expected) => {
  expect(competitionOf(values)).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { followIncident, isPursued } from '../../../workflows/agreements/follow-incident.ts';
import { runAt } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const INCIDENT = { id: 'i', name: 'Price list', updatedAt: AT, updatedBy: { workspaceMemberId: 'manager' } };
const WHY = 'a breach is closed once its measure is recorded';

describe('a breach (6.3.4)', () => {
  it.each([
    ['CLOSED', 'warned', true],
    ['CLOSED', ' ', false],
    ['CLOSED', null, false],
    ['MEASURE', 'warned', false],
    ['OPEN', null, false],
  ])('that is %s by the measure %j', (status, measure, isOver) => {
    const incident = { ...INCIDENT, status, measure };
    expect(isPursued(incident)).toBe(isOver);
    const isPutBack = status === 'CLOSED' && !isOver;
    expect(followIncident(runAt(), incident).putBack ?? []).toEqual(
      isPutBack ? [{ object: 'tagIncident', id: 'i', updatedAt: AT, fields: { status: 'OPEN', result: WHY } }] : [],
    );
  });

  it('that is put back is told to the log, without whose it was or what', () => {
    const { facts } = followIncident(runAt(), { ...INCIDENT, memberId: 'm1', status: 'CLOSED' });
    expect(facts).toMatchObject([
      { kind: 'REVERTED', subjectId: null, record: 'Breach', by: 'manager', at: AT, note: WHY },
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/Price list|m1/);
  });

  it('has its refusal taken away once the measure is there, and not again', () => {
    const incident = { ...INCIDENT, status: 'OPEN', measure: 'warned' };
    expect(followIncident(runAt(), { ...incident, result: WHY })).toEqual({
      patches: { tagIncident: [{ id: 'i', fields: { result: '' } }] },
    });
    expect(followIncident(runAt(), { ...incident, result: '' })).toEqual({});
  });
});

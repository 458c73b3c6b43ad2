import { describe, expect, it } from 'vitest';
import { INSPECTION_SCORES } from '../../../objects/taxonomy/tag-inspection.ts';
import { countsOf, figureFields } from '../../../workflows/supervision/inspection-figures.ts';
import { isFinished } from '../../../workflows/supervision/judge-inspection.ts';

const scored = Object.fromEntries(INSPECTION_SCORES.map((score) => [score, 80]));

describe('an inspection is finished', () => {
  it.each([
    [{}, true],
    [{ useCompliance: 0 }, true],
    [{ useCompliance: 100 }, true],
    [{ useCompliance: 101 }, false],
    [{ useCompliance: -1 }, false],
    [{ useCompliance: null }, false],
    [{ methods: [] }, false],
    [{ methods: null }, false],
  ])('%j: %s', (more, expected) => {
    expect(isFinished({ ...scored, methods: ['MEMBER_TALK'], ...more })).toBe(expected);
  });
});

describe('the figures', () => {
  const people = [
    { id: 'p', user: 'rep', name: 'Rep', managerId: null, isSupervisor: false, createdAt: '', joinedOn: null },
  ];
  const line = (kind: string, count: number, person = 'rep') => ({ person, kind, count });
  const found = {
    logs: [
      line('APPROVED', 3),
      line('RETURNED', 1),
      line('COMPLETED', 1),
      line('COMPLETION_MISSED', 2),
      line('CHECKED', 4),
      line('CHECK_MISSED', 1),
      line('CORRECTED', 1),
      line('APPROVED', 9, 'somebody else'),
    ],
    changes: [{ person: 'rep', status: 'DONE', isDetected: false, count: 2 }],
    rectifications: [],
    standing: [{ person: 'rep', records: 4, completeness: 300, faulty: 1 }],
  };
  it('are what the members inspected are counted by', () => {
    const counted = countsOf(people, found);
    expect(counted).toEqual({
      creationAccuracy: { part: 3, whole: 4 },
      creationTimeliness: { part: 1, whole: 3 },
      updatePropriety: { part: 3, whole: 4 },
      updateCompleteness: { part: 3, whole: 4 },
      useCompliance: { part: 7, whole: 8 },
    });
    expect(figureFields(counted)).toMatchObject({
      creationAccuracyFigure: 75,
      creationTimelinessFigure: 33.33,
      useComplianceFigure: 87.5,
    });
  });
  it('are empty where nothing was judged', () => {
    const counted = countsOf([], found);
    expect(figureFields(counted)).toMatchObject({ creationAccuracyFigure: null, updateCompletenessFigure: null });
  });
});

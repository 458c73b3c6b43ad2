import { describe, expect, it } from 'vitest';
import { judgingStep } from '../../../workflows/problems/judging-step.ts';
import { problemsStep } from '../../../workflows/problems/problems-step.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
import { changedSubject, NOW, runAt, subjectOf } from '../hand-made.ts';

const codes = ({ judgement }: Partial<Subject> = {}) => (judgement?.problems ?? []).map(({ code }) => code);
const DEAL = { tagCompetitors: ['A'], tagAdvantage: 'Price', tagDisadvantage: 'Age' };

describe('a change of the competition', () => {
  it('asks for another look at advantage and disadvantage, until each is changed', () => {
    const first = judgingStep.follow(runAt(), changedSubject('opportunity', DEAL, { tagCompetitors: ['A', 'B'] }), {});
    expect(first.subject?.unreviewed).toEqual(['tagAdvantage', 'tagDisadvantage']);
    expect(codes(first.subject)).toContain('COMPETITION_NOT_REVIEWED');
    const memory = { unreviewed: ['tagAdvantage', 'tagDisadvantage'] };
    const second = judgingStep.follow(runAt(), changedSubject('opportunity', DEAL, { tagAdvantage: 'Speed' }), memory);
    expect(second.subject?.unreviewed).toEqual(['tagDisadvantage']);
  });

  it('is nothing to look at once there is no competitor', () => {
    const alone = changedSubject('opportunity', DEAL, { tagCompetitors: [] });
    expect(judgingStep.follow(runAt(), alone, { unreviewed: ['tagAdvantage'] }).subject?.unreviewed).toEqual([]);
  });

  it.each([
    ['CONFIRM', undefined],
    ['APPROVE', undefined],
    ['RETURN', ['tagAdvantage']],
    [null, ['tagAdvantage']],
  ] as const)('after %s leaves to look at: %j', (done, unreviewed) => {
    const run = runAt();
    const open = { ...subjectOf('opportunity', DEAL), unreviewed: ['tagAdvantage'] };
    const { subject } = judgingStep.follow(run, open, { unreviewed: ['tagAdvantage'] });
    const action = { done, at: NOW, by: 'reviewer', isTraced: true, note: '' };
    const answer = problemsStep.follow(run, { ...open, ...subject, action }, {});
    expect(answer.memory).toEqual({ unreviewed });
    expect(codes(answer.subject).includes('COMPETITION_NOT_REVIEWED')).toBe(unreviewed !== undefined);
    expect(answer.fields).toMatchObject({ tagProblems: answer.subject?.judgement?.problems });
  });
});

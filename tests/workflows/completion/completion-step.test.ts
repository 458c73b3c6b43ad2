import { describe, expect, it } from 'vitest';
import type { CompletionMemory } from '../../../workflows/completion/completion-memory.ts';
import { completionStep } from '../../../workflows/completion/completion-step.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
import { NOW, runAt, subjectOf } from '../hand-made.ts';

const problem = (tag: string, severity: Problem['severity'] = 'ERROR'): Problem => ({
  code: 'REQUIRED_MISSING',
  severity,
  tag,
  clause: '3.2.6',
  data: {},
});
const LACKING = {
  judgement: {
    problems: [problem('tagIndustry'), problem('tagRegion', 'WARNING'), problem('tagIndustry')],
    completeness: 50,
    hasErrors: true,
  },
} as const;
const MADE = {
  createdAt: NOW,
  createdBy: { source: 'MANUAL', workspaceMemberId: 'rep' },
  accountOwnerId: 'manager',
};
/** A Thursday. */
const ASKED: CompletionMemory = { completion: { key: '4', dueOn: '2026-09-24', by: 'rep' } };
const NOTHING = { tagCompleteBy: null, tagCompletionState: null };

const follow = (more: Partial<Subject>, memory: CompletionMemory = {}, now = NOW, record = {}) =>
  completionStep.follow(runAt(now), subjectOf('company', { ...MADE, ...record }, more), memory);
const first = { ...LACKING, isFirst: true, version: 0, entry: { at: NOW, by: 'rep' } };

describe('a record entered with gaps', () => {
  it('is a matter of whoever entered it, due a working day later, naming what is missing once', () => {
    const { fields, matters, memory, facts } = follow(first);
    expect(fields).toEqual({ tagCompleteBy: '2026-09-24', tagCompletionState: 'OPEN' });
    expect(matters).toEqual([
      {
        kind: 'COMPLETION',
        key: 'completion:0',
        title: 'Complete the tags: Acme',
        clause: '3.2.6',
        tags: ['tagIndustry'],
        dueOn: '2026-09-24',
        assigneeId: 'rep',
      },
    ]);
    expect(memory).toEqual({ completion: { key: '0', dueOn: '2026-09-24', by: 'rep' } });
    expect(facts).toEqual([]);
  });

  it.each([
    ['an import', { createdBy: { source: 'IMPORT', workspaceMemberId: 'rep' } }],
    ['an API key', { createdBy: { source: 'API', workspaceMemberId: null } }],
    ['another application', { createdBy: { source: 'APPLICATION', workspaceMemberId: null } }],
  ])('by %s waits for its turn', (_by, record) => {
    expect(follow(first, {}, NOW, record)).toEqual({ fields: NOTHING });
  });

  it('waits for its turn where the installation finds it', () => {
    const run = runAt(NOW, { isInstalling: true });
    expect(completionStep.follow(run, subjectOf('company', MADE, first), {})).toEqual({ fields: NOTHING });
  });

  it('is the owner’s where whoever entered it is gone', () => {
    const record = { createdBy: { source: 'MANUAL', workspaceMemberId: 'gone' } };
    expect(follow(first, {}, NOW, record).matters).toMatchObject([{ assigneeId: 'manager' }]);
  });
});

describe('a record that comes to lack something', () => {
  it('is asked for it from the entry on that left it so', () => {
    const fresh = { at: '2026-09-22T15:59:59.000Z', by: 'rep' };
    const { memory, matters } = follow({ ...LACKING, fresh, statusBefore: 'APPROVED' });
    expect(memory).toEqual({ completion: { key: '4', dueOn: '2026-09-23' } });
    expect(matters).toMatchObject([{ key: 'completion:4', assigneeId: 'manager' }]);
  });

  it('without any entry, as when its deal moved on or its quarter is over, waits for its turn', () => {
    expect(follow({ ...LACKING, statusBefore: 'PENDING' })).toEqual({ fields: NOTHING });
  });

  it('and did before, without being asked, waits for its turn', () => {
    expect(follow({ ...LACKING, statusBefore: 'INCOMPLETE' })).toEqual({ fields: NOTHING });
  });
});

describe('what a stage asks for that was entered without it', () => {
  const gate = { from: 'PROSPECT', to: 'SOLUTION', fault: 'UNMET' } as unknown as Subject['gate'];
  const gaps = {
    ...LACKING.judgement,
    problems: [problem('tagItems'), { ...problem('tagStage'), code: 'STAGE_GATE_UNMET' as const }],
  };
  const deal = (more: Partial<Subject>) =>
    completionStep.follow(runAt(), subjectOf('opportunity', MADE, { ...first, gate, ...more }), {});

  it('is left to the task of the stage, while nothing else is lacking', () => {
    expect(deal({ judgement: gaps })).toEqual({ fields: NOTHING });
    const other = { ...problem('tagAdvantage'), code: 'COMPETITION_NOT_REVIEWED' as const };
    expect(deal({ judgement: { ...gaps, problems: [...gaps.problems, other] } }).matters).toHaveLength(1);
  });

  it('is asked for where the stage was jumped to: its task is to go back', () => {
    expect(deal({ judgement: gaps, gate: { ...gate, fault: 'SKIPPED' } as Subject['gate'] }).matters).toHaveLength(1);
  });
});

describe('what is asked for', () => {
  const still = { ...LACKING, statusBefore: 'INCOMPLETE' };
  it('stays in time to the last second, and is a miss and the manager’s from the next', () => {
    expect(follow(still, ASKED, '2026-09-24T15:59:59.999Z')).toMatchObject({
      fields: { tagCompletionState: 'OPEN' },
      facts: [],
      matters: [{ key: 'completion:4' }],
      memory: ASKED,
    });
    const late = follow(still, ASKED, '2026-09-24T16:00:00.000Z');
    expect(late).toMatchObject({
      fields: { tagCompleteBy: '2026-09-24', tagCompletionState: 'OVERDUE' },
      matters: [
        { key: 'completion:4', assigneeId: 'rep' },
        { key: 'completion-overdue:4', assigneeId: 'manager', title: 'Overdue: tags not completed: Acme' },
      ],
    });
    expect(late.facts).toEqual([
      {
        kind: 'COMPLETION_MISSED',
        object: 'company',
        subjectId: 'x',
        record: 'Acme',
        key: '4',
        at: '2026-09-24T16:00:00.000Z',
        by: 'rep',
        responsible: 'rep',
        dueOn: '2026-09-24',
        onTime: false,
        tag: 'tagIndustry',
        note: 'Industry',
      },
    ]);
    const again = follow(still, late.memory as CompletionMemory, '2026-09-25T02:00:00.000Z');
    expect(again).toMatchObject({ facts: [], memory: late.memory });
    expect(again.matters).toHaveLength(2);
  });

  it('is kept by the entry of the last second, and a miss by that of the next, whoever looks when', () => {
    const done = { statusBefore: 'INCOMPLETE', fresh: { at: '2026-09-24T15:59:59.999Z', by: 'rep' } };
    const kept = follow(done, ASKED, '2026-09-28T02:00:00.000Z');
    expect(kept).toMatchObject({ fields: NOTHING, facts: [{ kind: 'COMPLETED', key: '4', by: 'rep', onTime: true }] });
    expect(kept.memory).toBeUndefined();
    const late = follow({ ...done, fresh: { at: '2026-09-24T16:00:00.000Z', by: 'rep' } }, ASKED);
    expect(late.facts).toMatchObject([
      { kind: 'COMPLETION_MISSED', by: 'rep' },
      { kind: 'COMPLETED', onTime: false },
    ]);
  });

  it('is one miss though it was told of before it was done', () => {
    const told = { completion: { key: '4', dueOn: '2026-09-24', isMissed: true } } as const;
    const fresh = { at: '2026-09-25T02:00:00.000Z', by: 'rep' };
    expect(follow({ fresh }, told).facts).toMatchObject([{ kind: 'COMPLETED', onTime: false }]);
  });

  it('is not asked for before its day, and kept when it is done before', () => {
    const planned = { completion: { key: '4', dueOn: '2026-09-25', opensOn: '2026-09-24' } };
    expect(follow(still, planned)).toMatchObject({ fields: { tagCompletionState: 'PLANNED' }, matters: [] });
    expect(follow(still, planned, '2026-09-23T16:00:00.000Z')).toMatchObject({
      fields: { tagCompletionState: 'OPEN' },
      matters: [{ key: 'completion:4', assigneeId: 'manager' }],
    });
    expect(follow({}, planned).facts).toMatchObject([{ kind: 'COMPLETED', onTime: true }]);
  });

  it('is dropped with a deal that is lost, without a word', () => {
    const lost = subjectOf('opportunity', { ...MADE, tagOutcome: 'LOST' }, still);
    expect(completionStep.follow(runAt('2026-09-28T02:00:00.000Z'), lost, ASKED)).toEqual({ fields: NOTHING });
  });
});

describe('a profile that was let in', () => {
  it('is its manager’s to complete, since members do not write their own', () => {
    const profile = subjectOf('tagMember', { workspaceMemberId: 'rep' }, { ...LACKING, statusBefore: 'INCOMPLETE' });
    const memory = { completion: { key: '4', dueOn: '2026-09-24', opensOn: '2026-09-23' } };
    expect(completionStep.follow(runAt(), profile, memory).matters).toMatchObject([{ assigneeId: 'manager' }]);
  });
});

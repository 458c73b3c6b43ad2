import { describe, expect, it } from 'vitest';
import { adoptionStep } from '../../../workflows/stages/adoption-step.ts';
import { stageStep } from '../../../workflows/stages/stage-step.ts';
import type { OpenGate } from '../../../workflows/stages/stages-memory.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
import { NOW, runAt, strictRun, subjectOf } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const SINCE = '2026-09-18T02:00:00.000Z';
const deal = (fields: object, more: Partial<Subject> = {}) =>
  subjectOf(
    'opportunity',
    { ownerId: 'rep', tagStageSince: SINCE, ...fields },
    { fresh: { at: AT, by: 'rep' }, ...more },
  );
const kinds = (facts: readonly { readonly kind: string }[] = []) => facts.map(({ kind }) => kind);

describe('the stage of an opportunity', () => {
  it('is no matter of a customer', () => expect(stageStep.follow(runAt(), subjectOf('company', {}), {})).toEqual({}));

  it('at a first sight is no move: its tasks are opened and Twenty’s own stage follows where it has the options', () => {
    const run = runAt(NOW, { snapshot: { ...runAt().snapshot, stockStages: new Set(['MEETING']) } });
    const answer = stageStep.follow(run, deal({ tagStage: 'NEEDS_CONFIRMED' }, { isFirst: true }), {});
    expect(answer.facts).toEqual([]);
    expect(answer.fields).toEqual({ tagStageSince: SINCE, stage: 'MEETING' });
    expect(answer.memory).toMatchObject({ stage: 'NEEDS_CONFIRMED', gate: undefined, signedAt: undefined });
    for (const { key } of answer.matters ?? []) expect(key).toMatch(/^stage:NEEDS_CONFIRMED:/);
  });

  it('moved forward without what it requires stands flagged: the gate is remembered and has a matter', () => {
    const answer = stageStep.follow(runAt(), deal({ tagStage: 'SOLUTION' }), { stage: 'PROSPECT' });
    const gate = { from: 'PROSPECT', to: 'SOLUTION', at: AT, fault: 'UNMET', key: 'PROSPECT>SOLUTION:4' };
    expect(answer.subject).toMatchObject({ stage: 'SOLUTION', stageBefore: 'PROSPECT', gate });
    expect(answer.facts).toMatchObject([{ kind: 'STAGE_MOVED', key: gate.key, before: 'PROSPECT', after: 'SOLUTION' }]);
    expect(answer.matters?.at(-1)).toMatchObject({ key: `gate:${gate.key}`, dueOn: '2026-09-23', assigneeId: 'rep' });
    expect(answer.reverts).toEqual([]);
    expect(answer.memory).toMatchObject({ stage: 'SOLUTION', gate });
  });

  it('is put back where the setting says so, and is judged where it stood', () => {
    const answer = stageStep.follow(strictRun(), deal({ tagStage: 'SOLUTION' }), { stage: 'PROSPECT' });
    expect(kinds(answer.facts)).toEqual(['REVERTED']);
    expect(answer.reverts).toEqual([{ tagStage: 'PROSPECT' }]);
    expect(answer.subject).toMatchObject({ stage: 'PROSPECT', values: { tagStage: 'PROSPECT' } });
    expect(answer.fields).toHaveProperty('tagActionResult', answer.subject?.results?.[0]);
    expect(answer.memory).toMatchObject({ stage: 'PROSPECT', gate: undefined });
  });

  it('moved back needs a note, which the move uses up', () => {
    const memory = { stage: 'SOLUTION' } as const;
    const bare = stageStep.follow(runAt(), deal({ tagStage: 'INTERESTED' }), memory);
    expect(bare.memory?.gate).toMatchObject({ fault: 'BACK_WITHOUT_NOTE' });
    const told = stageStep.follow(runAt(), deal({ tagStage: 'INTERESTED', tagActionNote: 'New contact' }), memory);
    expect(told.memory?.gate).toBeUndefined();
    expect(told.fields).toMatchObject({ tagActionNote: '', tagStageSince: AT });
  });

  it('given its reason afterwards closes the gate, and the log keeps the reason', () => {
    const gate: OpenGate = { from: 'SOLUTION', to: 'INTERESTED', at: AT, fault: 'BACK_WITHOUT_NOTE', key: 'k' };
    const memory = { stage: 'INTERESTED', gate } as const;
    const answer = stageStep.follow(runAt(), deal({ tagStage: 'INTERESTED', tagActionNote: 'New contact' }), memory);
    expect(answer.facts).toMatchObject([{ key: 'k:reason', note: 'New contact' }]);
    expect(answer.memory?.gate).toBeUndefined();
  });

  it('that was emptied is where it was, though the tag is a gap', () => {
    const answer = stageStep.follow(runAt(), deal({ tagStage: null }), { stage: 'INTERESTED' });
    expect(answer.subject).toMatchObject({ stage: 'INTERESTED' });
    expect(answer.subject).not.toHaveProperty('values');
    expect(answer.facts).toEqual([]);
  });

  it('tells when it was signed as long as it stands there, and how it ended', () => {
    const signed = stageStep.follow(runAt(), deal({ tagStage: 'SIGNED' }), { stage: 'SIGNED', signedAt: AT });
    expect(signed.memory?.signedAt).toBe(AT);
    const won = deal({ tagStage: 'SIGNED', tagOutcome: 'WON' });
    const answer = stageStep.follow(runAt(), won, { stage: 'SIGNED', outcome: 'OPEN' });
    expect(answer.facts).toMatchObject([{ kind: 'STAGE_MOVED', tag: 'tagOutcome', key: 'outcome:OPEN>WON:4' }]);
    expect(answer.memory).toMatchObject({ outcome: 'WON', signedAt: SINCE });
  });
});

describe('Twenty’s own stage', () => {
  it.each([
    ['at a first sight', { isFirst: true }, { stage: 'MEETING' }, 'NEEDS_CONFIRMED'],
    ['later', { isFirst: false }, { stage: 'MEETING' }, undefined],
    ['where the policy’s is set', { isFirst: true }, { stage: 'MEETING', tagStage: 'SIGNED' }, undefined],
    ['that is none of the stock options', { isFirst: true }, { stage: 'OURS' }, undefined],
  ] as const)('%s', (_when, more, fields, adopted) => {
    const { fields: written, subject } = adoptionStep.follow(runAt(), subjectOf('opportunity', fields, more), {});
    expect(written?.tagStage).toBe(adopted);
    expect(subject?.values?.tagStage).toBe(adopted);
  });
});

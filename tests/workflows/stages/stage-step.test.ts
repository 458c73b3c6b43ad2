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

  it('is taken over from before the application: its tasks are opened and Twenty’s own stage follows where it has the options', () => {
    const snapshot = { ...runAt().snapshot, stockStages: new Set(['MEETING']) };
    const run = runAt(NOW, { snapshot, isInstalling: true });
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

describe('a deal created straight in a stage', () => {
  const CREATED = '2026-09-01T02:00:00.000Z';
  const arrive = (tagStage: string, more: object = {}, run = runAt()) =>
    stageStep.follow(run, deal({ tagStage, createdAt: CREATED, ...more }, { isFirst: true }), {});

  it.each([
    ['PROSPECT', undefined],
    ['INTERESTED', 'UNMET'],
    ['NEEDS_CONFIRMED', 'UNMET'],
    ['SOLUTION', 'UNMET'],
    ['NEGOTIATION', 'UNMET'],
    ['SIGNED', 'UNMET'],
    ['DELIVERY', 'SKIPPED'],
    ['AFTER_SALES', 'SKIPPED'],
  ] as const)('%s has passed its gates: %s', (to, fault) => {
    for (const run of [runAt(), strictRun()]) {
      const answer = arrive(to, {}, run);
      const key = `created>${to}`;
      expect(answer.memory?.gate).toEqual(fault && { from: 'PROSPECT', to, at: CREATED, fault, key });
      expect(answer.facts).toMatchObject(
        fault ? [{ kind: 'STAGE_MOVED', key, at: CREATED, by: 'rep', after: to }] : [],
      );
      expect(answer.facts?.every(({ before }) => before === undefined)).toBe(true);
      // It stood nowhere before: there is nothing to put it back to.
      expect(answer.reverts).toEqual([]);
      const gate = answer.matters?.filter((matter) => matter.key === `gate:${key}`);
      expect(gate?.map(({ tags }) => tags?.includes('company'))).toEqual(fault ? [true] : []);
    }
  });

  it('says what lacks, and that no stage may be left out', () => {
    const [fact] = arrive('DELIVERY').facts ?? [];
    expect(fact?.note).toMatch(
      /^created straight in “Project delivery”; .*may not be entered from.*; missing for “Project delivery”: Customer/,
    );
  });

  it('with everything on record is in order up to the signature', () => {
    const company = { id: 'c', name: '无锡精控自动化有限公司', tagCustomerType: 'SME', tagIndustry: 'C' };
    const full = { companyId: 'c', company, tagSource: 'TRADE_FAIR' };
    expect(arrive('PROSPECT', full).memory?.gate).toBeUndefined();
    const { gate } = arrive('INTERESTED', full).memory ?? {};
    const lacking = gate ? arrive('INTERESTED', full).matters?.at(-1)?.tags : [];
    expect(lacking?.every((name) => name.startsWith('company.'))).toBe(true);
  });

  it.each([
    ['a day before the application', '2026-08-31T02:00:00.000Z', false],
    ['with it', CREATED, true],
    ['after it', '2026-09-01T02:00:00.001Z', true],
  ] as const)('%s: flagged is %s', (_when, createdAt, isFlagged) => {
    const answer = arrive('SIGNED', { createdAt }, runAt(NOW, { installedAt: CREATED }));
    expect(answer.memory?.gate !== undefined).toBe(isFlagged);
  });
});

describe('an overdue task of a stage', () => {
  const company = { id: 'c', name: '无锡精控自动化有限公司', tagCustomerType: 'SME', tagIndustry: 'C' };
  const at = (now: string, more: object) => {
    const record = { tagStage: 'NEEDS_CONFIRMED', companyId: 'c', company, ...more };
    const { matters = [] } = stageStep.follow(runAt(now), deal(record), { stage: 'NEEDS_CONFIRMED' });
    return matters.map(({ key, dueOn, isMet }) => [key.split(':').at(-1), dueOn, isMet === true]);
  };
  const OVER = '2026-09-24T16:00:00.000Z';

  it.each([
    ['is not looked at on its last day', '2026-09-24T15:59:59.999Z', { tagNoCompetitor: true }, false],
    ['is met where what it serves is on record', OVER, { tagNoCompetitor: true }, true],
    ['is not while the next stage would miss it', OVER, {}, false],
  ])('%s', (_what, now, more, isMet) =>
    expect(at(now, more)).toEqual([
      ['needs', '2026-09-24', false],
      ['competition', '2026-09-24', isMet],
    ]),
  );
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

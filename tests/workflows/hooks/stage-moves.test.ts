import { describe, expect, it } from 'vitest';
import { idOf, travel, useOffice } from '../support.ts';

const O = idOf(2);
const office = useOffice('2026-09-28T01:00:00.000Z');

const STOCK = ['NEW', 'SCREENING', 'MEETING', 'PROPOSAL', 'CUSTOMER'];
const deal = () => office.one('opportunity', O);
const moves = () =>
  office
    .log(O)
    .filter(({ kind }) => kind === 'STAGE_MOVED')
    .map(({ before, after }) => `${before}>${after}`);
const gateProblems = () => office.problems('opportunity', O).filter((one) => one.includes('STAGE'));
const create = (more: object) =>
  office.create(office.team.rep, 'opportunity', {
    id: O,
    name: '二期',
    ownerId: office.team.rep.id,
    tagSource: 'TRADE_FAIR',
    ...more,
  });
describe("Twenty's own stage", () => {
  it.each([
    ['SCREENING', 'INTERESTED'],
    ['MEETING', 'NEEDS_CONFIRMED'],
    ['PROPOSAL', 'SOLUTION'],
    ['CUSTOMER', 'SIGNED'],
    ['NEW', 'PROSPECT'],
  ])('%s is taken over by an opportunity that has no stage of the policy: %s', async (stage, tagStage) => {
    office.open({ stockStages: STOCK });
    await create({ stage });
    expect(deal()).toMatchObject({ stage, tagStage });
    expect(moves()).toEqual([]);
    expect(gateProblems()).toEqual([]);
  });

  it('of records that were there before the installation stays as it is', async () => {
    office.open({ stockStages: STOCK });
    office.workspace.insert('opportunity', [{ id: O, name: '二期', stage: 'CUSTOMER' }]);
    await office.workspace.install();
    expect(deal()).toMatchObject({ stage: 'CUSTOMER', tagStage: 'SIGNED' });
  });

  it('is not taken over where a stage of the policy was given, but follows it', async () => {
    office.open({ stockStages: STOCK });
    await create({ stage: 'NEW', tagStage: 'SOLUTION' });
    expect(deal()).toMatchObject({ stage: 'PROPOSAL', tagStage: 'SOLUTION' });
  });

  it('stays where a person puts it on its board', async () => {
    office.open({ stockStages: STOCK });
    await create({});
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { stage: 'MEETING' });
    await office.update(office.team.rep, 'opportunity', O, { tagAdvantage: '交期短' });
    expect(deal()).toMatchObject({ stage: 'MEETING', tagStage: 'PROSPECT' });
  });
});

describe('what was never signed', () => {
  it('stays out of order when it is moved on, until it is moved back to the signature', async () => {
    await create({});
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagStage: 'DELIVERY' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagStage: 'AFTER_SALES' });
    expect(gateProblems()).toContain('STAGE_SKIPPED tagStage');
    expect(office.titles(O).filter((title) => String(title).startsWith('Put the stage in order'))).toHaveLength(1);
    travel('2026-09-28T04:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagStage: 'SIGNED', tagActionNote: 'signed today' });
    expect(gateProblems()).not.toContain('STAGE_SKIPPED tagStage');
  });
});

describe('an emptied stage', () => {
  it('is a gap, not a move', async () => {
    await create({ tagStage: 'NEEDS_CONFIRMED' });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagStage: null });
    expect(office.problems('opportunity', O)).toContain('REQUIRED_MISSING tagStage');
    expect(gateProblems()).not.toContain('STAGE_BACK_WITHOUT_NOTE tagStage');
    expect(moves()).toEqual([]);
  });
});

describe('a reason given after moving back', () => {
  it('is in the log, though the record is rid of it', async () => {
    await create({ tagStage: 'NEEDS_CONFIRMED' });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagStage: 'PROSPECT' });
    travel('2026-09-28T03:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagActionNote: 'budget cut' });
    expect(deal().tagActionNote).toBe('');
    expect(office.log(O).some(({ note, byId }) => note === 'budget cut' && byId === office.team.rep.id)).toBe(true);
  });
});

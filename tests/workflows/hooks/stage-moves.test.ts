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
    // Created on Twenty's board in a later stage, it has passed the gates before it.
    const isLate = tagStage !== 'PROSPECT';
    expect(moves()).toEqual(isLate ? [`>${tagStage}`] : []);
    expect(gateProblems()).toEqual(isLate ? ['STAGE_GATE_UNMET tagStage'] : []);
  });

  it('of records that were there before the installation is taken over as it is, and stands unflagged', async () => {
    office.open({ stockStages: STOCK });
    office.workspace.insert('opportunity', [
      { id: O, name: '二期', stage: 'CUSTOMER' },
      { id: idOf(3), name: '三期', tagStage: 'AFTER_SALES' },
    ]);
    await office.workspace.install();
    expect(deal()).toMatchObject({ stage: 'CUSTOMER', tagStage: 'SIGNED' });
    expect([...office.problems('opportunity', O), ...office.problems('opportunity', idOf(3))].join()).not.toContain(
      'STAGE',
    );
    expect(office.all('tagLog')).toEqual([]);
  });

  it('of a record from before the installation that is written before its turn came is taken over as well', async () => {
    office.open({ stockStages: STOCK });
    office.workspace.insert('opportunity', [
      { id: O, name: '二期', tagStage: 'SIGNED', createdAt: '2026-09-27T01:00:00.000Z' },
    ]);
    await office.update(office.team.rep, 'opportunity', O, { tagSource: 'TRADE_FAIR' });
    expect(gateProblems()).toEqual([]);
    expect(moves()).toEqual([]);
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

describe('a deal created straight in a later stage', () => {
  const late = { tagStage: 'AFTER_SALES', createdAt: '2026-09-28T01:30:00.000Z' };
  const sweep = () => office.workspace.runFunction('sweep', {}, 'cron');

  it.each(['FLAG', 'REVERT'])('%s: is flagged with what lacks, and stays where it is', async (enforcement) => {
    office.workspace.setVariable('ENFORCEMENT', enforcement);
    await create({ tagStage: 'DELIVERY' });
    expect(deal()).toMatchObject({ tagStage: 'DELIVERY', tagReviewStatus: 'INCOMPLETE' });
    expect(gateProblems()).toEqual(['STAGE_SKIPPED tagStage']);
    expect(moves()).toEqual(['>DELIVERY']);
    expect(office.log(O).find(({ kind }) => kind === 'STAGE_MOVED')).toMatchObject({
      byId: office.team.rep.id,
      note: expect.stringMatching(
        /created straight in “Project delivery”; .*missing for .*: Customer, Amount, Close date, Products/,
      ),
    });
    const order = office.tasks(O, 'TODO').find(({ title }) => String(title).startsWith('Put the stage in order'));
    expect(JSON.stringify(order?.bodyV2)).toMatch(/2\.2\.12.*Tags: Customer, Amount, Close date, Products/);
  });

  it('is found by the sweep, when its event is lost, with the same facts', async () => {
    await office.create(office.team.rep, 'opportunity', {
      id: idOf(3),
      name: '三期',
      ownerId: office.team.rep.id,
      ...late,
    });
    await office.holding(() => create(late));
    travel('2026-09-28T02:00:00.000Z');
    await sweep();
    const told = (id: string) => ({
      problems: office.problems('opportunity', id),
      facts: office.log(id).map(({ kind, at, byId, after, note }) => ({ kind, at, byId, after, note })),
    });
    expect(gateProblems()).toEqual(['STAGE_SKIPPED tagStage']);
    expect(told(O).facts.filter(({ kind }) => kind === 'STAGE_MOVED')).toHaveLength(1);
    await office.update(office.team.rep, 'opportunity', idOf(3), { tagSource: 'TRADE_FAIR' });
    expect(told(O).problems).toEqual(told(idOf(3)).problems);
    const before = office.all('tagLog').length;
    await sweep();
    expect(office.all('tagLog')).toHaveLength(before);
  });

  it('is in order again once it stands at the signature, and what lacked there is on record', async () => {
    await create({ tagStage: 'DELIVERY' });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagStage: 'SIGNED', tagActionNote: 'signed today' });
    expect(gateProblems()).toEqual([]);
    expect(office.titles(O).filter((title) => String(title).startsWith('Put the stage in order'))).toEqual([]);
  });

  it('an import is judged as any other creation', async () => {
    const { token } = office.team.rep;
    await office.send(token, 'mutation($d:[OpportunityCreateInput!]!){createOpportunities(data:$d,upsert:true){id}}', {
      d: ['SOLUTION', 'AFTER_SALES'].map((tagStage, at) => ({ id: idOf(20 + at), name: `${at}`, tagStage })),
    });
    expect(office.problems('opportunity', idOf(20))).toContain('STAGE_GATE_UNMET tagStage');
    expect(office.problems('opportunity', idOf(21))).toContain('STAGE_SKIPPED tagStage');
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
    // That it was created there is told, and nothing since.
    expect(moves()).toEqual(['>NEEDS_CONFIRMED']);
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

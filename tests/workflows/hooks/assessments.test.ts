import { describe, expect, it } from 'vitest';
import { idOf, type Row, travel, useOffice } from '../support.ts';

// Monday 28 September 2026; the quarter ends on Wednesday, and 1–7 October are days off.
const NOW = '2026-09-28T02:00:00.000Z';
const NEXT_QUARTER = '2026-10-08T02:00:00.000Z';
const office = useOffice(NOW);

const REP = idOf(9002);
const MANAGER = idOf(9001);
const assessmentOf = (memberId: string): Row => {
  const found = office.all('tagAssessment').find((row) => row.memberId === memberId);
  if (!found) throw new Error('no assessment');
  return found;
};
const rep = () => assessmentOf(REP);
const assessments = () =>
  office
    .all('tagAssessment')
    .map(({ updatedAt: _at, updatedBy: _by, searchVector: _vector, position: _position, ...row }) => row)
    .sort((left, right) => String(left.id).localeCompare(String(right.id)));
const set = (by: 'rep' | 'other' | 'manager' | 'reviewer', memberId: string, data: Row) =>
  office.update(office.team[by], 'tagAssessment', String(assessmentOf(memberId).id), data);
const taskTitles = (id: string, status: 'TODO' | 'DONE' = 'TODO') =>
  office.titles(id, status).filter((title) => /ssessment/.test(String(title)));
const reverted = (memberId: string) =>
  office
    .all('tagLog')
    .filter(({ kind, key }) => kind === 'REVERTED' && String(key).includes(String(assessmentOf(memberId).id)));

/** What was judged of the representative in the quarter. */
const judged = () => {
  const { id } = office.team.rep;
  const line = (key: string, kind: string, more: Row): Row => ({ key, name: key, kind, responsibleId: id, ...more });
  const due = { dueOn: '2026-09-25' };
  office.workspace.insert('tagLog', [
    line('1', 'APPROVED', { at: '2026-07-01T02:00:00.000Z' }),
    line('2', 'APPROVED', { at: '2026-09-30T15:59:59.000Z' }),
    line('3', 'RETURNED', { at: '2026-08-01T02:00:00.000Z' }),
    // Of the quarters before and after.
    line('4', 'RETURNED', { at: '2026-06-30T15:59:59.000Z' }),
    line('5', 'RETURNED', { at: '2026-09-30T16:00:00.000Z' }),
    line('6', 'CHECKED', { ...due, onTime: true }),
    line('7', 'CHECKED', { onTime: null }),
    line('8', 'CHECK_MISSED', { dueOn: '2026-09-30', onTime: false }),
    line('9', 'CHECKED', { dueOn: '2026-09-30', onTime: false }),
    line('10', 'COMPLETED', { dueOn: '2026-07-01', onTime: true }),
    line('11', 'COMPLETION_MISSED', { dueOn: '2026-10-01', onTime: false }),
    line('12', 'CORRECTED', { ...due, onTime: true }),
    line('14', 'RECTIFICATION_ANSWERED', { ...due, onTime: true }),
    line('15', 'RECTIFICATION_ANSWERED', { ...due, onTime: false }),
    line('16', 'RECTIFICATION_MISSED', { ...due, onTime: false }),
    line('13', 'APPROVED', { at: '2026-08-01T02:00:00.000Z', responsibleId: office.team.other.id }),
  ]);
  const notice = (key: string, more: Row): Row => ({
    key,
    name: key,
    kind: 'NAME',
    assigneeId: id,
    judgedStatus: more.status,
    completedAt: '2026-09-25T02:00:00.000Z',
    ...due,
    ...more,
  });
  const rectification = (name: string, outcome: string | null, firstDueOn: string): Row => ({
    name,
    outcome,
    firstDueOn,
    assigneeId: id,
    status: 'CLOSED',
  });
  office.workspace.insert('tagRectification', [
    rectification('ZG-1', 'IN_TIME', '2026-09-30'),
    rectification('ZG-2', 'NOT_IN_TIME', '2026-07-01'),
    rectification('ZG-3', null, '2026-09-25'),
    rectification('ZG-4', 'NOT_IN_TIME', '2026-10-01'),
  ]);
  office.workspace.insert('tagChangeNotice', [
    notice('a', { status: 'DONE' }),
    notice('b', { status: 'DONE_LATE' }),
    notice('c', { status: 'DONE', isDetected: true }),
    notice('d', { status: 'CANCELLED' }),
  ]);
};

const closeQuarter = async () => {
  judged();
  travel(NEXT_QUARTER);
  await office.sweep();
};

describe('a quarter that closes', () => {
  it('makes one draft a member, counted from judged facts', async () => {
    await office.sweep();
    expect(office.all('tagAssessment')).toEqual([]);
    await closeQuarter();
    expect(
      office
        .all('tagAssessment')
        .map(({ key }) => key)
        .sort(),
    ).toEqual([9001, 9002, 9003, 9004].map((number) => `${idOf(number)}:2026Q3`));
    expect(rep()).toMatchObject({
      name: '2026Q3 王志强',
      status: 'DRAFT',
      accuracyPart: 2,
      accuracyWhole: 3,
      accuracy: 66.67,
      // In time: a change, a check, a gap, a return, an answer; late: a change, one by discovery, a check, an answer.
      timelinessPart: 5,
      timelinessWhole: 9,
      timeliness: 55.56,
      byDiscovery: 1,
      weights: '30/30/20/10/10',
      completeness: null,
      completenessWhole: 0,
      rectificationPart: 1,
      rectificationWhole: 2,
      rectification: 50,
      // Of 70: (30 × 66.666… + 30 × 55.555… + 10 × 50) / 70.
      score: 59.52,
      grade: 'FAILED',
      parts: { CHANGE: { part: 1, whole: 3 }, CHECK: { part: 1, whole: 2 }, ANSWER: { part: 1, whole: 2 } },
    });
    expect(assessmentOf(MANAGER)).toMatchObject({ score: null, grade: null });
  });

  it('counts how the records stood, and keeps it as it was', async () => {
    const { rep: own } = office.team;
    const company = { name: '无锡精控自动化有限公司', tagCustomerType: 'SME', accountOwnerId: own.id };
    office.workspace.insert('company', [
      { ...company, id: idOf(1), tagIndustry: 'C' },
      { ...company, id: idOf(2), name: '苏州：精工机械有限公司', tagCreditCode: '123' },
    ]);
    office.workspace.insert('opportunity', [
      { id: idOf(3), name: '丢单', ownerId: own.id, companyId: idOf(1), tagOutcome: 'LOST' },
    ]);
    await closeQuarter();
    const percents = [1, 2].map((number) => Number(office.one('company', idOf(number)).tagCompleteness));
    const sum = percents.reduce((total, one) => total + one, 0);
    expect(rep()).toMatchObject({
      completenessPart: sum / 100,
      completenessWhole: 2,
      proprietyPart: 1,
      proprietyWhole: 2,
      propriety: 50,
    });
    const before = rep();
    travel('2026-10-09T02:00:00.000Z');
    await office.update(own, 'company', idOf(2), { tagIndustry: 'C', tagCreditCode: '91320200MA1MKX0T4T' });
    await office.sweep();
    expect(rep()).toEqual(before);
  });

  it('is written once: a second sweep writes nothing, and asks for little', async () => {
    office.workspace.setVariable('COMPLETIONS_A_DAY', '0');
    judged();
    for (const day of ['29', '30']) {
      travel(`2026-09-${day}T02:00:00.000Z`);
      await office.sweep();
    }
    const calls = () => office.workspace.runs.filter(({ name }) => name === 'sweep').at(-1)?.apiCalls ?? 0;
    const without = calls();
    travel(NEXT_QUARTER);
    await office.sweep();
    const before = assessments();
    const log = office.all('tagLog').length;
    for (const day of ['09', '10']) {
      travel(`2026-10-${day}T02:00:00.000Z`);
      await office.sweep();
      expect(assessments()).toEqual(before);
      expect(office.all('tagLog')).toHaveLength(log);
      // One more than a sweep of a workspace without drafts: the facts, in groups.
      expect(calls()).toBe(without + 1);
    }
  });

  it('is made alone, where it is the only one that is not there', async () => {
    await closeQuarter();
    const [one] = office.all('tagAssessment');
    await office.remove(office.team.manager, 'destroy', 'tagAssessment', String(one?.id));
    expect(office.all('tagAssessment')).toHaveLength(3);
    travel('2026-10-03T16:30:00.000Z');
    await office.sweep();
    expect(office.all('tagAssessment').map(({ key }) => key)).toContain(one?.key);
  });

  it('leaves out who came after it', async () => {
    office.workspace.insert('tagMember', [
      {
        id: idOf(9005),
        name: '新人',
        joinedOn: '2026-10-01',
        workspaceMemberId: office.workspace.addMember({ firstName: '人', lastName: '新', email: 'new@example.cn' }).id,
      },
    ]);
    await closeQuarter();
    expect(office.all('tagAssessment').filter(({ memberId }) => memberId === idOf(9005))).toEqual([]);
    travel('2027-01-02T02:00:00.000Z');
    await office.sweep();
    expect(office.all('tagAssessment').filter(({ memberId }) => memberId === idOf(9005))).toMatchObject([
      { quarter: '2026Q4' },
    ]);
  });

  it('is counted anew while it is a draft, and stands once it is confirmed', async () => {
    await closeQuarter();
    const late = (key: string) =>
      office.workspace.insert('tagLog', [
        { key, name: key, kind: 'APPROVED', responsibleId: office.team.rep.id, at: '2026-09-01T02:00:00.000Z' },
      ]);
    late('late');
    travel('2026-10-09T02:00:00.000Z');
    await office.sweep();
    expect(rep()).toMatchObject({ accuracyPart: 3, accuracyWhole: 4, countedAt: '2026-10-09T02:00:00.000Z' });
    await set('manager', REP, { status: 'CONFIRMED' });
    const confirmed = rep();
    late('later');
    office.workspace.setVariable('ASSESSMENT_WEIGHTS', '100/0/0/0/0');
    travel('2026-10-10T02:00:00.000Z');
    await office.sweep();
    expect(rep()).toEqual(confirmed);
    expect(assessmentOf(MANAGER)).toMatchObject({ weights: '100/0/0/0/0' });
  });
});

describe('an assessment', () => {
  it('is confirmed by a supervisor, who is asked to; the member is told until when they may appeal', async () => {
    await closeQuarter();
    expect(taskTitles(MANAGER)).toEqual(['Confirm the assessments of 2026Q3']);
    await set('manager', REP, { status: 'CONFIRMED' });
    // Three working days after Thursday the 8th: the 9th, Saturday the 10th, which is worked, and the 12th.
    expect(rep()).toMatchObject({
      status: 'CONFIRMED',
      judgedStatus: 'CONFIRMED',
      confirmedAt: NEXT_QUARTER,
      confirmedBy: '陈建国',
      appealUntil: '2026-10-12',
    });
    const tasks = office.tasks(REP).filter(({ title }) => /ssessment/.test(String(title)));
    expect(tasks).toMatchObject([
      { title: 'Read your assessment of 2026Q3', assigneeId: office.team.rep.id, tagMatter: 'ASSESSMENT' },
    ]);
    expect(taskTitles(MANAGER)).toEqual(['Confirm the assessments of 2026Q3']);
  });

  it('is final when nobody appeals: at the instant the last day ends, not a second before', async () => {
    await closeQuarter();
    await set('manager', REP, { status: 'CONFIRMED' });
    travel('2026-10-12T15:59:59.000Z');
    await office.sweep();
    expect(rep()).toMatchObject({ status: 'CONFIRMED' });
    travel('2026-10-12T16:00:00.000Z');
    await office.sweep();
    expect(rep()).toMatchObject({ status: 'FINAL', decidedAt: '2026-10-12T16:00:00.000Z', decidedBy: '' });
    expect(taskTitles(REP)).toEqual([]);
    expect(taskTitles(REP, 'DONE')).toEqual(['Read your assessment of 2026Q3']);
  });

  it.each([
    ['nobody of their own', 'manager', MANAGER, 'CONFIRMED', 'nobody confirms or decides on their own assessment'],
    ['nobody without the duty', 'reviewer', REP, 'CONFIRMED', 'only a member with the duty'],
    ['nobody appeals for another', 'manager', REP, 'APPEALED', 'the status goes from draft'],
    ['no draft is final', 'manager', REP, 'FINAL', 'the status goes from draft'],
  ] as const)('%s: the status is put back, and the log is told why, once', async (_why, by, whose, status, reason) => {
    await closeQuarter();
    await set(by, whose, { status });
    expect(assessmentOf(whose)).toMatchObject({ status: 'DRAFT', judgedStatus: 'DRAFT' });
    expect(assessmentOf(whose).result).toContain(reason);
    const [fact, ...others] = reverted(whose);
    expect(others).toEqual([]);
    expect(fact).toMatchObject({ byId: office.team[by].id });
    expect(fact?.note).toContain('2026Q3');
    // Everybody reads the log, and nobody learns from it whose assessment it was.
    expect(fact).toMatchObject({ memberId: null, name: 'Put back: 2026Q3' });
    expect(office.kinds(whose)).not.toContain('REVERTED');
    travel('2026-10-09T02:00:00.000Z');
    await office.sweep();
    expect(reverted(whose)).toHaveLength(1);
  });

  it('is not final while the member may appeal, and never a draft again', async () => {
    await closeQuarter();
    await set('manager', REP, { status: 'CONFIRMED' });
    travel('2026-10-09T02:00:00.000Z');
    await set('manager', REP, { status: 'FINAL' });
    expect(rep()).toMatchObject({ status: 'CONFIRMED' });
    expect(rep().result).toContain('may still appeal');
    travel('2026-10-09T02:01:00.000Z');
    await set('manager', REP, { status: 'DRAFT' });
    expect(rep()).toMatchObject({ status: 'CONFIRMED' });
    expect(reverted(REP)).toHaveLength(2);
  });

  it('is put right by the sweep when its event was lost', async () => {
    await closeQuarter();
    await office.holding(() =>
      office.write(office.team.manager, 'tagAssessment', String(rep().id), { status: 'CONFIRMED' }),
    );
    await office.holding(() =>
      office.write(office.team.manager, 'tagAssessment', String(assessmentOf(MANAGER).id), { status: 'FINAL' }),
    );
    travel('2026-10-09T02:00:00.000Z');
    await office.sweep();
    expect(rep()).toMatchObject({ status: 'CONFIRMED', confirmedAt: NEXT_QUARTER, appealUntil: '2026-10-12' });
    expect(assessmentOf(MANAGER)).toMatchObject({ status: 'DRAFT' });
  });

  it('asks the supervisors no more once all drafts of the quarter are confirmed', async () => {
    await office.update(office.team.reviewer, 'tagMember', idOf(9003), { duties: ['SUPERVISOR'] });
    await closeQuarter();
    expect([taskTitles(MANAGER), taskTitles(idOf(9003))]).toEqual([
      ['Confirm the assessments of 2026Q3'],
      ['Confirm the assessments of 2026Q3'],
    ]);
    for (const number of [9002, 9003, 9004]) await set('manager', idOf(number), { status: 'CONFIRMED' });
    expect(taskTitles(MANAGER)).toEqual(['Confirm the assessments of 2026Q3']);
    await set('other', MANAGER, { status: 'CONFIRMED' });
    expect(taskTitles(MANAGER)).toEqual(['Read your assessment of 2026Q3']);
    expect(taskTitles(idOf(9003), 'DONE')).toEqual(['Confirm the assessments of 2026Q3']);
  });

  it('that a person made has no figures and counts for nothing', async () => {
    await closeQuarter();
    const made = idOf(77);
    await office.create(office.team.manager, 'tagAssessment', { id: made, status: 'FINAL' });
    travel('2026-10-09T02:00:00.000Z');
    await office.sweep();
    expect(office.one('tagAssessment', made)).toMatchObject({ status: 'FINAL', key: '' });
    expect(office.all('tagAssessment')).toHaveLength(5);
  });
});

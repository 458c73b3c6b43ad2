import { describe, expect, it } from 'vitest';
import { INSPECTION_SCORES } from '../../../objects/taxonomy/tag-inspection.ts';
import { customerOf, idOf, type Row, travel, useOffice } from '../support.ts';

// Monday 12 October 2026.
const NOW = '2026-10-12T02:00:00.000Z';
const office = useOffice(NOW);

const SUPERVISOR = idOf(9001);
const inspections = () => office.all('tagInspection');
const inspection = (): Row => {
  const [one] = inspections();
  if (!one) throw new Error('no inspection');
  return one;
};
const set = (data: Row) => office.update(office.team.manager, 'tagInspection', String(inspection().id), data);
const titles = (status: 'TODO' | 'DONE' = 'TODO') =>
  office.titles(SUPERVISOR, status).filter((title) => String(title).includes('inspection'));
const stored = () =>
  inspections().map(({ updatedAt: _at, updatedBy: _by, searchVector: _v, position: _p, ...row }) => row);

const customers = (count: number, owner: string) =>
  office.workspace.insert(
    'company',
    Array.from({ length: count }, (_unused, at) =>
      customerOf(idOf(100 + at), { name: `无锡精控自动化有限公司${at}`, accountOwnerId: owner }),
    ),
  );

describe('a month', () => {
  it('opens with an inspection drafted for the supervisor, with a sample, figures and a task', async () => {
    const { rep, manager } = office.team;
    customers(5, rep.id);
    office.workspace.insert('tagLog', [
      { key: '1', name: '1', kind: 'APPROVED', at: '2026-09-30T15:59:59.000Z', responsibleId: rep.id },
      { key: '2', name: '2', kind: 'RETURNED', at: '2026-09-01T02:00:00.000Z', responsibleId: rep.id },
      // Of the months before and after.
      { key: '3', name: '3', kind: 'RETURNED', at: '2026-08-31T15:59:59.000Z', responsibleId: rep.id },
      { key: '4', name: '4', kind: 'RETURNED', at: '2026-09-30T16:00:00.000Z', responsibleId: rep.id },
      // The inspector's own records are not for the inspector to look at.
      { key: '5', name: '5', kind: 'RETURNED', at: '2026-09-02T02:00:00.000Z', responsibleId: manager.id },
    ]);
    await office.sweep();
    expect(inspection()).toMatchObject({
      key: '2026-10',
      period: '2026-10',
      name: 'Inspection 2026-10',
      inspectorId: manager.id,
      dueOn: '2026-10-30',
      status: 'DRAFT',
      creationAccuracyFigure: 50,
      creationAccuracy: null,
      counted: { creationAccuracy: { part: 1, whole: 2 } },
    });
    const sample = inspection().sample as readonly Row[];
    expect(sample.filter(({ object }) => object === 'company')).toHaveLength(2);
    expect(sample.filter(({ object }) => object === 'tagMember').map(({ id }) => id)).toEqual(
      expect.arrayContaining([idOf(9002), idOf(9003), idOf(9004)]),
    );
    expect(sample.map(({ member }) => member)).not.toContain(SUPERVISOR);
    expect(titles()).toEqual(['Hold the inspection of 2026-10']);
  });

  it('has one, however often it is swept; the next month another', async () => {
    customers(5, office.team.rep.id);
    await office.sweep();
    const before = stored();
    travel('2026-10-13T02:00:00.000Z');
    await office.sweep();
    expect(stored()).toEqual(before);
    travel('2026-11-02T02:00:00.000Z');
    await office.sweep();
    expect(inspections().map(({ key }) => key)).toEqual(['2026-10', '2026-11']);
  });

  it('draws none where the setting says so, and drafts none while nobody holds the post', async () => {
    office.workspace.setVariable('INSPECTION_SAMPLE', '0');
    await office.sweep();
    expect(inspection().sample).toEqual([]);
    office.open();
    office.workspace.setVariable('NOTICE_LANGUAGE', 'en');
    await office.update(office.team.reviewer, 'tagMember', SUPERVISOR, { duties: [] });
    await office.sweep();
    expect(inspections()).toEqual([]);
  });
});

describe('an inspection', () => {
  const scores = Object.fromEntries(INSPECTION_SCORES.map((score) => [score, 90]));
  it('is done once scored, by a method; else it is a draft again and says why', async () => {
    await office.sweep();
    await set({ status: 'DONE', ...scores });
    expect(inspection()).toMatchObject({
      status: 'DRAFT',
      result: 'an inspection is done once each score is given from 0 to 100 and a method is chosen',
    });
    expect(titles()).toHaveLength(1);
    await set({ status: 'DONE', methods: ['CRM_RECORDS', 'MEMBER_TALK'] });
    expect(inspection()).toMatchObject({ status: 'DONE', judgedStatus: 'DONE', result: '' });
    expect(titles()).toEqual([]);
    expect(titles('DONE')).toHaveLength(1);
  });

  it('of one member is taken up, drawn and counted; the same twice is not', async () => {
    customers(3, office.team.rep.id);
    await office.sweep();
    const own = { period: '2026-10', memberId: idOf(9002), inspectorId: office.team.manager.id };
    await office.create(office.team.manager, 'tagInspection', { id: idOf(50), ...own });
    await office.create(office.team.manager, 'tagInspection', { id: idOf(51), ...own });
    expect(office.one('tagInspection', idOf(50))).toMatchObject({ key: `2026-10:${idOf(9002)}`, dueOn: '2026-10-30' });
    expect(office.one('tagInspection', idOf(51))).toMatchObject({
      key: '',
      result: 'there is an inspection of this month and these records already',
    });
    travel('2026-10-13T02:00:00.000Z');
    await office.sweep();
    const sample = office.one('tagInspection', idOf(50)).sample as readonly Row[];
    expect(new Set(sample.map(({ member }) => member))).toEqual(new Set([idOf(9002)]));
  });
});

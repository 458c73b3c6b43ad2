import { INSPECTION_SCORES } from '../../../objects/taxonomy/tag-inspection.ts';
import type { Row } from '../../embedded/table.ts';
import type { Diary, Look } from './diary.ts';

const look = (object: string, row: Row, ...facts: readonly string[]): Look => ({
  object,
  id: row.id,
  name: String(row.name),
  facts: Object.fromEntries(facts.map((fact) => [fact, row[fact] as Look['facts'][string]])),
  lines: [],
});

const noticed = (row: Row): Look => look('tagRectification', row, 'status', 'dueOn', 'outcome');

/** The month's inspection, a notice that is closed and one that is overdue (7.1.1–7.1.4, I1, I2). */
export const supervised = async (diary: Diary): Promise<void> => {
  diary.chapter('The month is inspected');
  await diary.goTo('2026-10-20T16:00:00+08:00');
  const inspection = () => diary.find('tagInspection', (row) => row.key === '2026-10');
  const [drafted] = inspection();
  if (!drafted) throw new Error('The demonstration has no inspection of its month');
  const scores = Object.fromEntries(INSPECTION_SCORES.map((score) => [score, 85]));
  await diary.update('zhou', 'tagInspection', drafted.id, { ...scores, methods: ['CRM_RECORDS'], status: 'DONE' });
  diary.tell(
    'Zhou, who supervises, holds the inspection that the month opened with: the application drew the sample and counted beside each score',
    ['7.1.1', '7.1.2', '7.1.3'],
    inspection().map((row) =>
      look(
        'tagInspection',
        row,
        'status',
        'creationAccuracy',
        'creationAccuracyFigure',
        'useCompliance',
        'useComplianceFigure',
      ),
    ),
  );

  // One working day instead of three: nothing else happens on the others.
  diary.workspace.setVariable('RECTIFICATION_DAYS', '1');
  const profile = (key: string) => diary.find('tagMember', (row) => row.workspaceMemberId === diary.userId(key))[0]?.id;
  for (const [key, problem] of [
    ['wang', '客户档案中的关键联系人与合同不符'],
    ['zhao', '客户经营范围未按营业执照填写'],
  ] as const) {
    const notice = { memberId: profile(key), inspectionId: drafted.id, problem, clause: '3.1.2' };
    await diary.create('zhou', 'tagRectification', notice);
  }
  const notices = () => diary.find('tagRectification', () => true);
  const [first] = notices();
  if (!first) throw new Error('The demonstration has no rectification notice');
  await diary.goTo('2026-10-21T10:00:00+08:00');
  await diary.update('wang', 'tagRectification', first.id, { response: '已与合同核对并更正' });
  await diary.update('zhou', 'tagRectification', first.id, { recheck: 'PASSED' });
  await diary.goTo('2026-10-22T09:00:00+08:00');
  diary.tell(
    'RECTIFICATION_DAYS = 1: two findings become notices: Wang answers and Zhou rechecks, it is closed; Zhao’s is overdue, a task of the manager',
    ['7.1.4', 'I1', 'I2'],
    [
      ...notices().map(noticed),
      ...diary.find('task', (row) => row.tagMatter === 'RECTIFICATION_OVERDUE').map((row) => diary.task(row)),
    ],
  );
};

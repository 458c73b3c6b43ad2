import type { Row } from '../../embedded/table.ts';
import type { Diary } from './diary.ts';

const TERM = 'c0ffee00-0000-4000-8000-000000000020';
const WORD = '事业单位';
/** Two customers of the sample that are no companies, nor quite the government. */
const COLLEGE = '南京第一职业技术学院';
const HOSPITAL = '西安市中心医院';

/** A new option's life: a word beside Other, a draft, a definition, an option like any other, counted (3.1.10, 3.2.2). */
export const worded = async (diary: Diary): Promise<void> => {
  diary.chapter('A word becomes a tag');
  await diary.goTo('2026-10-19T18:00:00+08:00');
  const find = (name: string): Row | undefined => diary.find('company', (row) => row.name === name)[0];
  const [college, hospital] = [find(COLLEGE), find(HOSPITAL)];
  if (!college || !hospital) throw new Error(`The sample team lacks ${COLLEGE} or ${HOSPITAL}`);
  const standing = ({ id }: Row) => diary.standing('company', id, 'tagCustomerType');
  const entry = () => diary.find('tagDefinition', (row) => row.id === TERM).map((row) => diary.entry(row));
  const task = () => diary.find('task', (row) => row.tagMatter === 'TERM').map((row) => diary.task(row));
  const use = { tagCustomerType: 'OTHER', tagCustomerTypeTermId: TERM };

  await diary.create(diary.keyOf(college.accountOwnerId), 'tagDefinition', {
    id: TERM,
    name: WORD,
    term: WORD,
    objectName: 'company',
    tag: 'tagCustomerType',
  });
  await diary.update(diary.keyOf(college.accountOwnerId), 'company', college.id, use);
  diary.tell(
    'No customer type fits a college: its owner says Other and types a word beside it. It is a draft, a task of the tag manager’s, and a warning till then',
    ['3.1.10', '1.3.3'],
    [standing(college), ...entry(), ...task()],
  );

  await diary.goTo('2026-10-19T18:20:00+08:00');
  await diary.update('sun', 'tagDefinition', TERM, {
    definition: '为社会公益目的举办，从事教育、科技、文化、卫生等活动的社会服务组织',
    status: 'APPROVED',
  });
  await diary.update(diary.keyOf(hospital.accountOwnerId), 'company', hospital.id, use);
  diary.tell(
    'Sun, the tag manager, defines and accepts it, and a hospital gets it like any other option',
    ['3.1.10', '1.3.4'],
    [...task(), standing(hospital)],
  );

  await diary.goTo('2026-10-20T02:40:00+08:00');
  await diary.count();
  diary.tell(
    'The night’s sweep takes the warning off the college, and the count of the night finds both',
    ['3.1.10', '3.2.2', 'A29'],
    [standing(college), ...entry()],
  );
};

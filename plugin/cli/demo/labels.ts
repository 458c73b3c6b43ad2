import { findTag, type Language, objectEntries, type Words, words } from '../../../objects/taxonomy/index.ts';
import { LIST_SEPARATORS } from '../../../workflows/messages/phrase.ts';
import type { Look } from './diary.ts';

/** What the account tells of Twenty's own tasks, which the taxonomy does not name. */
const TASK: Readonly<Record<string, Words>> = {
  task: words('Task', '任务', '任務'),
  status: words('Status', '状态', '狀態'),
  for: words('Assignee', '处理人', '處理人'),
  dueAt: words('Due', '截止日期', '截止日期'),
  TODO: words('To do', '待办', '待辦'),
  IN_PROGRESS: words('In progress', '进行中', '進行中'),
  DONE: words('Done', '已完成', '已完成'),
};

const JUDGED = words('Judged', '已判定', '已判定');
const UNJUDGED = words('Not judged', '未判定', '未判定');
const YES = words('yes', '是', '是');
const NO = words('no', '否', '否');

/** Facts whose name is not the tag's own. */
const TAG_OF_FACT: Readonly<Record<string, string>> = {
  review: 'tagReviewStatus',
  completeness: 'tagCompleteness',
  enteredBy: 'tagEnteredBy',
  enteredAt: 'tagEnteredAt',
  detected: 'isDetected',
  workingDays: 'workingDaysTaken',
};

const tagOfFact = (object: string, fact: string) => findTag(object, TAG_OF_FACT[fact] ?? fact);

/** What people call an object. */
export const objectLabel = (object: string, language: Language): string =>
  (objectEntries.find(({ name }) => name === object)?.label ?? TASK[object])?.[language] ?? object;

const factLabel = (object: string, fact: string, language: Language): string => {
  if (fact === 'judged') return JUDGED[language];
  return (object === 'task' ? TASK[fact] : tagOfFact(object, fact)?.label)?.[language] ?? fact;
};

const factText = (object: string, fact: string, value: Look['facts'][string], language: Language): string => {
  if (value === null) return '—';
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  // Of an option the report has the stored value, then its label.
  const stored = String(value)
    .split(', ')
    .map((one) => one.split(' ', 1)[0] ?? '');
  if (object === 'task' && fact === 'status') return stored.map((one) => TASK[one]?.[language] ?? one).join();
  const labels = stored.map(
    (one) => tagOfFact(object, fact)?.options?.find((option) => option.value === one)?.label[language],
  );
  return labels.every((label) => label !== undefined) ? labels.join(LIST_SEPARATORS[language]) : String(value);
};

/** A colon as the language writes it. */
const COLON = words(': ', '：', '：');

/** What a record shows, in the words of one language: the object and facts by their labels, options by theirs. */
export const labelledFacts = ({ object, facts }: Look, language: Language): string =>
  Object.entries(facts)
    .map(
      ([fact, value]) =>
        `${factLabel(object, fact, language)}${COLON[language]}${factText(object, fact, value, language)}`,
    )
    .join(' · ');

/** How many records of each object. */
export const objectCounts = (counts: Readonly<Record<string, number>>, language: Language): string =>
  Object.entries(counts)
    .map(([object, count]) => `${objectLabel(object, language)} ${count}`)
    .join(' · ');

/** How many records of each review status. */
export const statusCounts = (byStatus: Readonly<Record<string, number>>, language: Language): string => {
  const options = findTag('company', 'tagReviewStatus')?.options ?? [];
  return Object.entries(byStatus)
    .map(([status, count]) => {
      const label = options.find(({ value }) => value === status)?.label ?? UNJUDGED;
      return `${label[language]} ${count}`;
    })
    .join(' · ');
};

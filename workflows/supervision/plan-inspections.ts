import type { Found } from '../assessment/count-facts.ts';
import type { Assessed } from '../assessment/people.ts';
import { phrase } from '../messages/phrase.ts';
import { compareText } from '../run/compare-text.ts';
import { differenceOf } from '../run/difference.ts';
import { type Draft, emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { isOverdue, type Matter, overdueKey, overdueMatter, taskId, taskOf } from '../run/task.ts';
import { countsOf, figureFields } from './inspection-figures.ts';
import { isFinished } from './judge-inspection.ts';
import type { Sampled } from './sample.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Tells an inspection from every other: one a month, and one more for each member or kind of record it is limited to. */
export const inspectionKey = (month: string, member: string | null, subject: string | null): string =>
  [month, member, subject].filter(Boolean).join(':');

/** What the sweep has read for inspections. */
export interface InspectionFindings {
  readonly found: Found;
  /** The records drawn, by inspection; of those alone that have none yet. */
  readonly sample: ReadonlyMap<string, readonly Sampled[]>;
}

export interface InspectionInput {
  readonly run: Run;
  readonly people: readonly Assessed[];
  /** Those of this month, and what is not done. */
  readonly inspections: readonly TwentyRecord[];
  /** Left out where only what people wrote is followed. */
  readonly findings?: InspectionFindings | undefined;
}

/** Whoever holds the post, month by month another where several do. */
export const inspectorOf = (people: readonly Assessed[], month: string): Assessed | null => {
  const holders = people
    .filter(({ isSupervisor }) => isSupervisor)
    .sort((left, right) => compareText(left.user, right.user));
  const at = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  return holders[at % holders.length] ?? null;
};

/** Whose records an inspection looks at: its one member's, or everybody's but the inspector's own. */
export const inspected = (
  people: readonly Assessed[],
  { memberId, inspectorId }: TwentyRecord,
): readonly Assessed[] => {
  const others = people.filter(({ user }) => user !== inspectorId);
  return textOrNull(memberId) ? others.filter(({ id }) => id === memberId) : others;
};

const taskKey = (key: unknown): string => `inspection:${key}`;
const profileOf = (people: readonly Assessed[], { inspectorId }: TwentyRecord): Assessed | undefined =>
  people.find(({ user }) => user === inspectorId);

const dueOnOf = (run: Run, month: string): string | null => run.calendar.periodEnd('MONTH', `${month}-01`);

/** Whether this month still lacks its inspection, and somebody is there to hold it. */
export const lacksInspection = ({ run, people, inspections }: Omit<InspectionInput, 'findings'>): boolean => {
  const month = run.today.slice(0, 7);
  return inspectorOf(people, month) !== null && !inspections.some(({ key }) => key === month);
};

/** The draft of this month's inspection, before anything is drawn and counted for it. */
export const draftOf = (run: Run, people: readonly Assessed[]): TwentyRecord => {
  const month = run.today.slice(0, 7);
  return {
    id: recordId(`inspection:${month}`),
    key: month,
    period: month,
    name: phrase('name.inspection', run.settings.noticeLanguage, { month }),
    inspectorId: inspectorOf(people, month)?.user ?? null,
    dueOn: dueOnOf(run, month),
    status: 'DRAFT',
    judgedStatus: 'DRAFT',
  };
};

/** What was drawn and counted for an inspection; nothing where that was done before. */
const foundFields = (
  { people, findings }: Pick<InspectionInput, 'people' | 'findings'>,
  record: TwentyRecord,
): TwentyRecord => {
  const sample = findings?.sample.get(idOf(record));
  if (!findings || !sample) return {};
  return { ...figureFields(countsOf(inspected(people, record), findings.found)), sample };
};

/** To hold an inspection is a matter of the inspector's. */
const matterOf = (run: Run, record: TwentyRecord, holder: Assessed): Matter => ({
  key: taskKey(record.key),
  kind: 'INSPECTION',
  title: phrase('task.inspection', run.settings.noticeLanguage, { month: String(record.period) }),
  clause: '7.1.1',
  dueOn: textOrNull(record.dueOn)?.slice(0, 10) ?? null,
  assigneeId: holder.user,
});

/** Whoever sees to it that somebody holds their inspection: who leads them, else senior management. */
const overseerOf = ({ roster }: Run, user: string): string | null =>
  [roster.superiorOf(user), ...roster.holders('SENIOR'), roster.managerOf(user)].find(
    (one) => one !== null && one !== user,
  ) ?? null;

/**
 * One that was not held in time is a matter of whoever leads the inspector, too. What the record says of it keeps that
 * from being told anew.
 */
const followOverdue = (input: InspectionInput, plan: Draft, record: TwentyRecord): TwentyRecord => {
  const { run, people } = input;
  const holder = profileOf(people, record);
  if (!holder) return {};
  const matter = matterOf(run, record, holder);
  const overseer = overseerOf(run, holder.user);
  if (overseer === null || !isOverdue(run, matter)) return {};
  const result = phrase('result.INSPECTION_OVERDUE', run.settings.noticeLanguage);
  if (record.result !== result) {
    // A refusal may have stood there since it was told: its task is there, then.
    const isRewritten = textOrNull(record.result) !== null;
    plan.tasks.push(taskOf(run, 'tagMember', holder.id, overdueMatter(run, matter, overseer), { isRewritten }));
  }
  return { result };
};

/** This month's inspection, with its task. */
const make = (input: InspectionInput, plan: Draft): readonly Patch[] => {
  const { run, people } = input;
  if (!input.findings || !lacksInspection(input)) return [];
  const record = draftOf(run, people);
  const { id, ...fields } = record;
  const holder = profileOf(people, record);
  if (holder) plan.tasks.push(taskOf(run, 'tagMember', holder.id, matterOf(run, record, holder)));
  return [{ id: String(id), fields: { ...fields, ...foundFields(input, record) } }];
};

/** What a person made is taken up once its month is there, unless there is one like it. */
const takenUp = (run: Run, record: TwentyRecord, keys: ReadonlySet<unknown>): TwentyRecord => {
  const month = textOrNull(record.period);
  if (textOrNull(record.key) || !month || !MONTH.test(month)) return {};
  const key = inspectionKey(month, textOrNull(record.memberId), textOrNull(record.subject));
  const { noticeLanguage: language } = run.settings;
  if (keys.has(key)) return { result: phrase('refusal.INSPECTION_TWICE', language) };
  const name = textOrNull(record.name) ?? phrase('name.inspection', language, { month });
  return { key, name, dueOn: dueOnOf(run, month), judgedStatus: 'DRAFT', result: '' };
};

/** Follows one that is there: its status, and what is drawn and counted for it. */
const follow = (input: InspectionInput, plan: Draft, record: TwentyRecord): Patch | undefined => {
  const { run, people } = input;
  const isDone = record.status === 'DONE' && isFinished(record);
  if (isDone) {
    const holder = profileOf(people, record);
    if (holder && record.judgedStatus !== 'DONE') {
      const key = taskKey(record.key);
      plan.closedTasks.push(...[key, overdueKey(key)].map((one) => taskId('tagMember', holder.id, one)));
    }
    return differenceOf(record, { judgedStatus: 'DONE', result: '' });
  }
  if (record.status === 'DONE') {
    const result = phrase('refusal.INSPECTION_UNFINISHED', run.settings.noticeLanguage);
    const updatedAt = textOrNull(record.updatedAt);
    plan.reverts.push({
      object: 'tagInspection',
      id: idOf(record),
      updatedAt,
      fields: { status: 'DRAFT', result },
    });
  }
  const told = record.status === 'DONE' ? {} : followOverdue(input, plan, record);
  return differenceOf(record, { judgedStatus: 'DRAFT', ...told, ...foundFields(input, record) });
};

/**
 * The plan that drafts this month's inspection, draws and counts for those that wait for it, and follows the status people set
 * (7.1.1–7.1.3). Made from what the first has written, a second plan is empty.
 */
export const planInspections = (input: InspectionInput): Draft => {
  const { run, inspections } = input;
  const plan = emptyDraft();
  const made = make(input, plan);
  const keys = new Set<unknown>([...inspections.map(({ key }) => key), ...made.map(({ fields }) => fields.key)]);
  const patches = inspections.flatMap((record) => {
    const named = takenUp(run, record, keys);
    if (named.key) keys.add(named.key);
    const current = { ...record, ...named };
    const followed = textOrNull(current.key) ? follow(input, plan, current) : undefined;
    const fields = { ...differenceOf(record, named)?.fields, ...followed?.fields };
    return Object.keys(fields).length > 0 ? [{ id: idOf(record), fields }] : [];
  });
  if (made.length > 0) plan.made.tagInspection = [...made];
  if (patches.length > 0) plan.subjects.tagInspection = patches;
  return plan;
};

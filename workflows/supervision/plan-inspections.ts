import type { Found } from '../assessment/count-facts.ts';
import type { Assessed } from '../assessment/people.ts';
import { phrase } from '../messages/phrase.ts';
import { differenceOf } from '../run/difference.ts';
import { type Draft, emptyDraft, type PlannedTask } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { taskId, taskOf } from '../run/task.ts';
import { type Counts, countsOf, figureFields } from './inspection-figures.ts';
import { isFinished } from './judge-inspection.ts';
import type { Sampled } from './sample.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Tells an inspection from every other: one a month, and one more for each member or kind of record it is limited to. */
export const inspectionKey = (month: string, member: string | null, subject: string | null): string =>
  [month, member, subject].filter(Boolean).join(':');

/** What the sweep has read for inspections. */
export interface InspectionFindings {
  readonly found: Found;
  readonly sample: ReadonlyMap<string, readonly Sampled[]>;
}

export interface InspectionInput {
  readonly run: Run;
  readonly people: readonly Assessed[];
  /** Those of this month, and what is not done. */
  readonly inspections: readonly TwentyRecord[];
  /** Left out where only what people wrote is followed. */
  readonly findings?: InspectionFindings;
}

/** Whoever holds the post, month by month another where several do. */
export const inspectorOf = (people: readonly Assessed[], month: string): Assessed | null => {
  const holders = people.filter(({ isSupervisor }) => isSupervisor).sort((one, two) => (one.user < two.user ? -1 : 1));
  const at = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  return holders[at % holders.length] ?? null;
};

/** Whose records an inspection looks at: of its one member, or everybody's but the inspector's own. */
export const inspected = (
  people: readonly Assessed[],
  { memberId, inspectorId }: TwentyRecord,
): readonly Assessed[] => {
  const others = people.filter(({ user }) => user !== inspectorId);
  return textOrNull(memberId) ? others.filter(({ id }) => id === memberId) : others;
};

const taskKey = (key: string): string => `inspection:${key}`;
const profileOf = (people: readonly Assessed[], { inspectorId }: TwentyRecord): Assessed | undefined =>
  people.find(({ user }) => user === inspectorId);

const taskFor = (run: Run, holder: Assessed, key: string, month: string, dueOn: string | null): PlannedTask =>
  taskOf(run, 'tagMember', holder.id, {
    key: taskKey(key),
    kind: 'INSPECTION',
    title: phrase('task.inspection', run.settings.noticeLanguage, { month }),
    clause: '7.1.1',
    dueOn,
    assigneeId: holder.user,
  });

/** Whether this month still lacks its inspection, and somebody is there to hold it. */
export const lacksInspection = ({ run, people, inspections }: Omit<InspectionInput, 'findings'>): boolean => {
  const month = run.today.slice(0, 7);
  return inspectorOf(people, month) !== null && !inspections.some(({ key }) => key === month);
};

const dueOnOf = (run: Run, month: string): string | null => run.calendar.periodEnd('MONTH', `${month}-01`);

/** The draft of this month's inspection. */
export const draftOf = (run: Run, people: readonly Assessed[]): Readonly<Record<string, unknown>> => {
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

/** What a person made is taken up once its month is there: it is named, and drawn and counted like the application's own. */
const takenUp = (run: Run, record: TwentyRecord, keys: ReadonlySet<unknown>): Readonly<Record<string, unknown>> => {
  const month = textOrNull(record.period);
  if (!month || !MONTH.test(month)) return {};
  const key = inspectionKey(month, textOrNull(record.memberId), textOrNull(record.subject));
  if (keys.has(key)) return { result: phrase('refusal.INSPECTION_TWICE', run.settings.noticeLanguage) };
  const name = phrase('name.inspection', run.settings.noticeLanguage, { month });
  return {
    key,
    name: textOrNull(record.name) ?? name,
    dueOn: dueOnOf(run, month),
    judgedStatus: 'DRAFT',
    result: '',
  };
};

/** How the records stood is kept as it was when it was drafted: nobody can tell it later on. */
const kept = (record: TwentyRecord, fresh: Counts): Counts => {
  const before = record.counted as Partial<Counts> | null | undefined;
  if (!before?.updatePropriety || !before.updateCompleteness) return fresh;
  return { ...fresh, updatePropriety: before.updatePropriety, updateCompleteness: before.updateCompleteness };
};

const foundFields = (
  people: readonly Assessed[],
  record: TwentyRecord,
  findings: InspectionFindings | undefined,
): Readonly<Record<string, unknown>> => {
  if (!findings) return {};
  const sample = findings.sample.get(idOf(record));
  return {
    ...figureFields(kept(record, countsOf(inspected(people, record), findings.found))),
    ...(sample ? { sample } : {}),
  };
};

/**
 * The plan that drafts this month's inspection, brings the figures of drafts in line, and follows the status people set
 * (7.1.1–7.1.3). Made from what the first has written, a second plan is empty.
 */
export const planInspections = (input: InspectionInput): Draft => {
  const { run, people, inspections, findings } = input;
  const draft = emptyDraft();
  const patches: Patch[] = [];
  const keys = new Set<unknown>(inspections.map(({ key }) => key).filter(Boolean));
  if (findings && lacksInspection(input)) {
    const made = draftOf(run, people);
    const { id, ...fields } = made;
    patches.push({ id: String(id), fields: { ...fields, ...foundFields(people, made, findings) } });
    const holder = profileOf(people, made);
    if (holder)
      draft.tasks.push(taskFor(run, holder, String(made.key), String(made.period), dueOnOf(run, String(made.period))));
  }
  for (const record of inspections) {
    const named = textOrNull(record.key) ? {} : takenUp(run, record, keys);
    if ('key' in named) keys.add(named.key);
    const now = { ...record, ...named };
    if (!textOrNull((now as TwentyRecord).key)) {
      const patch = differenceOf(record, named);
      if (patch) patches.push(patch);
      continue;
    }
    const isDone = record.status === 'DONE';
    if (isDone && !isFinished(record)) {
      draft.reverts.push({
        object: 'tagInspection',
        id: idOf(record),
        updatedAt: textOrNull(record.updatedAt),
        fields: {
          status: 'DRAFT',
          result: phrase('refusal.INSPECTION_UNFINISHED', run.settings.noticeLanguage),
        },
      });
    }
    const settled = isDone && isFinished(record) ? { judgedStatus: 'DONE', result: '' } : { judgedStatus: 'DRAFT' };
    const figures = settled.judgedStatus === 'DRAFT' ? foundFields(people, record, findings) : {};
    const patch = differenceOf(record, { ...named, ...figures, ...settled });
    if (patch) patches.push(patch);
    const holder = profileOf(people, record);
    if (holder && settled.judgedStatus === 'DONE' && record.judgedStatus !== 'DONE') {
      draft.closedTasks.push(taskId('tagMember', holder.id, taskKey(String((now as TwentyRecord).key))));
    }
  }
  if (patches.length > 0) draft.subjects.tagInspection = patches;
  return draft;
};

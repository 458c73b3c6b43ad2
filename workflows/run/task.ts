import { findTag, tagOf } from '../../objects/taxonomy/facts.ts';
import { MATTERS, type MatterKind } from '../../objects/taxonomy/matters.ts';
import type { GovernedObject, Stage } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { tagLabels } from './labels.ts';
import type { PlannedTask } from './plan.ts';
import { recordId } from './record-id.ts';
import type { Run } from './run.ts';
import { taskDueAt } from './task-due-at.ts';

/** An open matter of a record: as long as it stands, it has one task. */
export interface Matter {
  /** Tells the matter from every other of the record. */
  readonly key: string;
  readonly kind: MatterKind;
  readonly title: string;
  readonly clause: string;
  /** Tags it is about, of the record or as `company.tag` of another. */
  readonly tags?: readonly string[];
  /** The stage the opportunity stands in. */
  readonly stage?: Stage;
  readonly note?: string;
  /** The last day on which it is in time, `YYYY-MM-DD`; null without a deadline. */
  readonly dueOn: string | null;
  readonly assigneeId: string | null;
  /** It may be over and come again under the same key: its task, closed with it, is opened again. */
  readonly recurs?: true;
  /** What it asks for is on record, though its task stands until somebody ticks it off: overdue it is nobody else's. */
  readonly isMet?: true;
}

/** Whether the last day of a matter is over. */
export const isOverdue = (
  { calendar, now }: Pick<Run, 'calendar' | 'now'>,
  { dueOn }: Pick<Matter, 'dueOn'>,
): boolean => dueOn !== null && calendar.hasEnded(dueOn, now);

/** Tells the matter that an overdue one is to somebody else from every other of the record. */
export const overdueKey = (key: string): string => `overdue:${key}`;

/** What a matter whose last day is over is to whoever sees to it that it is done. */
export const overdueMatter = (run: Run, matter: Matter, assigneeId: string): Matter => ({
  ...matter,
  kind: 'OVERDUE',
  key: overdueKey(matter.key),
  title: phrase('task.overdue', run.settings.noticeLanguage, { title: matter.title }),
  assigneeId,
});

/** The task of a matter; the same matter always has the same. */
export const taskId = (object: GovernedObject, subjectId: string, key: string): string =>
  recordId(`task:${object}:${subjectId}:${key}`);

const GROUP_ORDER = tagOf('task', 'tagGroups').options?.map(({ value }) => value) ?? [];

/** The groups of tags a matter is about, in the policy's order. */
const groupsOf = (object: GovernedObject, tags: readonly string[] = []): readonly string[] => {
  const groups = new Set(
    tags.map((name) => {
      const [of, tag] = name.includes('.') ? name.split('.', 2) : [object, name];
      return findTag(of ?? object, tag ?? name)?.group;
    }),
  );
  return GROUP_ORDER.filter((group) => groups.has(group));
};

/** What is known of a task before it is written: whether it was closed and is opened again, or is there at all. */
export interface TaskStand {
  readonly isReopened?: boolean;
  readonly isRewritten?: boolean;
}

/** The task of a matter, words and all; that of one that was closed and is open again is opened again. */
export const taskOf = (
  run: Run,
  object: GovernedObject,
  subjectId: string,
  matter: Matter,
  { isReopened = false, isRewritten = isReopened }: TaskStand = {},
): PlannedTask => {
  const language = run.settings.noticeLanguage;
  return {
    id: taskId(object, subjectId, matter.key),
    title: matter.title,
    body: [
      phrase('body.clause', language, { clause: matter.clause }),
      matter.tags?.length ? phrase('body.tags', language, { tags: tagLabels(object, matter.tags, language) }) : '',
      matter.note ?? '',
    ].flatMap((text) => text.split('\n').filter((line) => line.trim() !== '')),
    dueAt: matter.dueOn === null ? null : taskDueAt(matter.dueOn),
    assigneeId: run.roster.member(matter.assigneeId),
    isReopened,
    isRewritten,
    kind: matter.kind,
    priority: MATTERS[matter.kind].priority,
    stage: matter.stage ?? null,
    groups: groupsOf(object, matter.tags),
    target: { object, id: subjectId },
  };
};

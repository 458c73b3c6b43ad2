import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { tagLabels } from './labels.ts';
import { recordId } from './record-id.ts';
import type { Run } from './run.ts';
import { taskDueAt } from './task-due-at.ts';

/** An open matter of a record: as long as it stands, it has one task. */
export interface Matter {
  /** Tells the matter from every other of the record. */
  readonly key: string;
  readonly title: string;
  readonly clause: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  /** The last day on which it is in time, `YYYY-MM-DD`; null without a deadline. */
  readonly dueOn: string | null;
  readonly assigneeId: string | null;
  /** It may be over and come again under the same key: its task, closed with it, is opened again. */
  readonly recurs?: true;
}

/** The task of a matter; the same matter always has the same. */
export const taskId = (object: GovernedObject, subjectId: string, key: string): string =>
  recordId(`task:${object}:${subjectId}:${key}`);

/** Puts the task of a matter into the plan, words and all; a matter that was closed and is open again opens its task. */
export const openTask = (
  run: Run,
  object: GovernedObject,
  subjectId: string,
  matter: Matter,
  isReopened = false,
): void => {
  const language = run.settings.noticeLanguage;
  run.draft.tasks.push({
    id: taskId(object, subjectId, matter.key),
    title: matter.title,
    body: [
      phrase('body.clause', language, { clause: matter.clause }),
      matter.tags?.length ? phrase('body.tags', language, { tags: tagLabels(object, matter.tags, language) }) : '',
      matter.note ?? '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    dueAt: matter.dueOn === null ? null : taskDueAt(matter.dueOn),
    assigneeId: run.roster.member(matter.assigneeId),
    isReopened,
    target: { object, id: subjectId },
  });
};

/** What is remembered of a matter: its key, and whose it is, if anybody's. */
const memoryOf = ({ key, assigneeId }: Matter): string => `${key}|${assigneeId ?? ''}`;
/** The key of a remembered matter. */
export const rememberedKey = (memory: string): string => memory.split('|', 1)[0] ?? memory;

/**
 * Opens the tasks of new matters, hands them on with their matter, and closes those of matters that are over. Returns
 * what to remember. A task a person closed stays closed: handing it on writes no status.
 */
export const followMatters = (
  run: Run,
  object: GovernedObject,
  subjectId: string,
  remembered: readonly string[],
  matters: readonly Matter[],
): readonly string[] => {
  const known = new Map(remembered.map((memory) => [rememberedKey(memory), memory]));
  const wanted = new Set(matters.map((matter) => matter.key));
  for (const matter of matters) {
    const memory = known.get(matter.key);
    // One remembered by its key alone has no task: it was there before the installation.
    const isHandedOn = memory?.includes('|') && matter.assigneeId !== null && memory !== memoryOf(matter);
    const isReopened = memory === undefined && matter.recurs === true;
    if (memory === undefined || isHandedOn) openTask(run, object, subjectId, matter, isReopened);
  }
  for (const key of known.keys()) if (!wanted.has(key)) run.draft.closedTasks.push(taskId(object, subjectId, key));
  return matters
    .map((matter) => (known.get(matter.key)?.includes('|') === false ? matter.key : memoryOf(matter)))
    .sort();
};

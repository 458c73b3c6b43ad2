import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { tagLabels } from './labels.ts';
import { recordId } from './record-id.ts';
import type { Run } from './run.ts';

/** An open matter of a record: as long as it stands, it has one task. */
export interface Matter {
  /** Tells the matter from every other of the record. */
  readonly key: string;
  readonly title: string;
  readonly clause: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  /** The instant the deadline ends, exclusive. ISO 8601. */
  readonly dueAt: string | null;
  readonly assigneeId: string | null;
}

/** Twenty shows the day of an instant: the last minute of the last day, not the midnight that ends it. */
const shownDue = (dueAt: string | null): string | null =>
  dueAt === null ? null : new Date(Date.parse(dueAt) - 60_000).toISOString();

/** The task of a matter; the same matter always has the same. */
export const taskId = (object: GovernedObject, subjectId: string, key: string): string =>
  recordId(`task:${object}:${subjectId}:${key}`);

/** Puts the task of a matter into the plan, words and all. */
export const openTask = (run: Run, object: GovernedObject, subjectId: string, matter: Matter): void => {
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
    dueAt: shownDue(matter.dueAt),
    assigneeId: matter.assigneeId,
    target: { object, id: subjectId },
  });
};

/**
 * Opens the tasks of new matters and closes those of matters that are over. Returns the keys to remember.
 * A task a person closed stays closed: opening it again writes no status.
 */
export const followMatters = (
  run: Run,
  object: GovernedObject,
  subjectId: string,
  remembered: readonly string[],
  matters: readonly Matter[],
): readonly string[] => {
  const known = new Set(remembered);
  const wanted = new Set(matters.map((matter) => matter.key));
  for (const matter of matters) if (!known.has(matter.key)) openTask(run, object, subjectId, matter);
  for (const key of remembered) if (!wanted.has(key)) run.draft.closedTasks.push(taskId(object, subjectId, key));
  return [...wanted].sort();
};

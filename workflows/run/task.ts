import type { GovernedObject } from '../../objects/taxonomy/types.ts';
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

/** The task of a matter, words and all; that of one that was closed and is open again is opened again. */
export const taskOf = (
  run: Run,
  object: GovernedObject,
  subjectId: string,
  matter: Matter,
  isReopened = false,
): PlannedTask => {
  const language = run.settings.noticeLanguage;
  return {
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
  };
};

import { MATTERS } from '../../objects/taxonomy/matters.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { phrase } from '../messages/phrase.ts';
import type { PlannedTask } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import type { Roster } from '../run/roster.ts';
import { idOf, textOrNull } from '../run/run.ts';
import { taskDueAt } from '../run/task-due-at.ts';

/** Working days within which a new term is defined (3.1.10): as promptly as a tag is entered (3.2.3). */
export const TERM_DAYS = 1;

/** The task of a term that is not defined yet; the same term always has the same. */
export const termTaskId = (id: string): string => recordId(`task:tagDefinition:${id}:term`);

/** Whether an entry is the company's own: the policy's bear a digest. */
export const isOwnEntry = ({ writtenAs }: TwentyRecord): boolean => textOrNull(writtenAs) === null;

/** Whether an entry is a term a person made, which nobody has accepted or retired. */
export const isUndefinedTerm = (row: TwentyRecord): boolean =>
  isOwnEntry(row) && (textOrNull(row.status) ?? 'DRAFT') === 'DRAFT';

/** The task by which the tag manager defines a new term. */
export const termTask = (
  row: TwentyRecord,
  roster: Roster,
  calendar: WorkingCalendar,
  language: Language,
): PlannedTask => {
  const id = idOf(row);
  const madeAt = textOrNull(row.createdAt);
  const { dueDate } = madeAt ? calendar.deadline({ from: madeAt, days: TERM_DAYS }) : { dueDate: null };
  return {
    id: termTaskId(id),
    title: phrase('task.term', language, { record: textOrNull(row.term) ?? textOrNull(row.name) ?? '' }),
    body: [phrase('body.clause', language, { clause: '3.1.10' }), phrase('task.term.note', language)],
    dueAt: dueDate === null ? null : taskDueAt(dueDate),
    assigneeId: roster.holders('TAG_MANAGER')[0] ?? null,
    isReopened: false,
    isRewritten: false,
    kind: 'TERM',
    priority: MATTERS.TERM.priority,
    stage: null,
    groups: [],
    target: { object: 'tagDefinition', id },
  };
};

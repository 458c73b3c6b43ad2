import { MATTERS } from '../../objects/taxonomy/matters.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { phrase } from '../messages/phrase.ts';
import type { PlannedTask } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import type { Roster } from '../run/roster.ts';
import { idOf, textOrNull } from '../run/run.ts';
import { isOverdue } from '../run/task.ts';
import { taskDueAt } from '../run/task-due-at.ts';

/** Working days within which a new term is defined (3.1.10): as promptly as a tag is entered (3.2.3). */
export const TERM_DAYS = 1;

/** The task of a term that is not defined yet; the same term always has the same. */
export const termTaskId = (id: string): string => recordId(`task:tagDefinition:${id}:term`);

/** The task of whoever leads the tag manager, once the last day is over. */
export const overdueTermTaskId = (id: string): string => recordId(`task:tagDefinition:${id}:term-overdue`);

/** Whether an entry is the company's own: the policy's bear a digest. */
export const isOwnEntry = ({ writtenAs }: TwentyRecord): boolean => textOrNull(writtenAs) === null;

/** Whether an entry is a term a person made, which nobody has accepted or retired. */
export const isUndefinedTerm = (row: TwentyRecord): boolean =>
  isOwnEntry(row) && (textOrNull(row.status) ?? 'DRAFT') === 'DRAFT';

/** What the tasks of a term are made by. */
interface Desk {
  readonly roster: Roster;
  readonly calendar: WorkingCalendar;
  readonly language: Language;
}

/** The last day on which a new term is defined in time; null where it is not known since when it is there. */
const lastDayOf = (row: TwentyRecord, calendar: WorkingCalendar): string | null => {
  const madeAt = textOrNull(row.createdAt);
  return madeAt ? calendar.deadline({ from: madeAt, days: TERM_DAYS }).dueDate : null;
};

/** The task by which the tag manager defines a new term. */
export const termTask = (row: TwentyRecord, { roster, calendar, language }: Desk): PlannedTask => {
  const id = idOf(row);
  const dueDate = lastDayOf(row, calendar);
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

/** The task of whoever leads the tag manager, of a term that was not defined in time; none where nobody else leads. */
export const overdueTermTask = (row: TwentyRecord, desk: Desk, now: Date): readonly PlannedTask[] => {
  const { roster, calendar, language } = desk;
  const task = termTask(row, desk);
  const managerId = roster.managerOf(task.assigneeId);
  const isLed = task.assigneeId !== null && managerId !== null && managerId !== task.assigneeId;
  if (!isLed || !isOverdue({ calendar, now }, { dueOn: lastDayOf(row, calendar) })) return [];
  return [
    {
      ...task,
      id: overdueTermTaskId(idOf(row)),
      title: phrase('task.overdue', language, { title: task.title }),
      assigneeId: managerId,
      kind: 'OVERDUE',
      priority: MATTERS.OVERDUE.priority,
    },
  ];
};

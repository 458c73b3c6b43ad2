import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { isUndefinedTerm, overdueTermTask, overdueTermTaskId, termTask, termTaskId } from '../dictionary/term-task.ts';
import { LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { companyDaysIn, surroundingQueries } from '../gateway/load.ts';
import type { Lists, NamedQueries } from '../gateway/read.ts';
import type { Plan } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { rosterOf } from '../run/roster.ts';
import { idOf } from '../run/run.ts';
import type { Settings } from '../settings.ts';

const taskIdsOf = (id: string): readonly string[] => [termTaskId(id), overdueTermTaskId(id)];

/** What the tasks of new terms are judged by. */
export const termTaskQueries = (ids: ReadonlySet<string>): NamedQueries => ({
  members: surroundingQueries.members,
  users: surroundingQueries.users,
  days: surroundingQueries.days,
  task: {
    object: 'task',
    filter: { and: [{ id: { in: [...ids].flatMap(taskIdsOf) } }, LIVE_OR_DELETED] },
    selection: 'id status deletedAt',
  },
});

/**
 * A new term has a task of the tag manager's until it is accepted, retired or deleted (3.1.10), and one more, of whoever
 * leads them, once its last day is over. What a person closed stays closed.
 * @param found what {@link termTaskQueries} found
 * @param ids the entries concerned; those without a row are gone
 * @param rows what became of them
 */
export const termTasksOf = (
  found: Lists,
  ids: ReadonlySet<string>,
  rows: readonly TwentyRecord[],
  { timeZone, dayEndsAt, noticeLanguage: language }: Settings,
  now: Date,
): Pick<Plan, 'tasks' | 'closedTasks'> => {
  const known = new Map((found.task ?? []).map((task) => [String(task.id), task]));
  const roster = rosterOf(found.members ?? [], found.users ?? []);
  const calendar = createWorkingCalendar({
    timeZone,
    dayEndsAt,
    companyDays: companyDaysIn(found.days ?? []),
  });
  const desk = { roster, calendar, language };
  const isOpen = (id: string): boolean => {
    const task = known.get(id);
    return task !== undefined && task.status !== 'DONE' && !task.deletedAt;
  };
  const open = rows.filter(isUndefinedTerm);
  const openIds = new Set(open.map(idOf));
  return {
    tasks: open
      .flatMap((row) => [termTask(row, desk), ...overdueTermTask(row, desk, now)])
      .filter(({ id }) => !known.has(id)),
    closedTasks: [...ids]
      .filter((id) => !openIds.has(id))
      .flatMap(taskIdsOf)
      .filter(isOpen),
  };
};

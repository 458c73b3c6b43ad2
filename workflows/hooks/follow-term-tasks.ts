import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { isUndefinedTerm, termTask, termTaskId } from '../dictionary/term-task.ts';
import { LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { companyDaysIn, surroundingQueries } from '../gateway/load.ts';
import { readNamed } from '../gateway/read.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { rosterOf } from '../run/roster.ts';
import { idOf } from '../run/run.ts';
import type { Environment } from './environment.ts';

/**
 * A new term has a task of the tag manager's until it is accepted, retired or deleted (3.1.10). What a person closed
 * stays closed. One request, and one more where there is something to write.
 * @param ids the entries concerned; those without a row are gone
 * @param rows what became of them
 */
export const followTermTasks = async (
  { client, settings }: Pick<Environment, 'client' | 'settings'>,
  ids: ReadonlySet<string>,
  rows: readonly TwentyRecord[],
): Promise<WriteResult> => {
  const { members, users, days } = surroundingQueries;
  const found = await readNamed(client, {
    members,
    users,
    days,
    task: {
      object: 'task',
      filter: { and: [{ id: { in: [...ids].map(termTaskId) } }, LIVE_OR_DELETED] },
      selection: 'id status deletedAt',
    },
  });
  const known = new Map((found.task ?? []).map((task) => [String(task.id), task]));
  const roster = rosterOf(found.members ?? [], found.users ?? []);
  const calendar = createWorkingCalendar({
    timeZone: settings.timeZone,
    dayEndsAt: settings.dayEndsAt,
    companyDays: companyDaysIn(found.days ?? []),
  });
  const isOpen = (id: string): boolean =>
    known.has(id) && known.get(id)?.status !== 'DONE' && !known.get(id)?.deletedAt;
  const undefinedTerms = new Map(rows.filter(isUndefinedTerm).map((row) => [idOf(row), row]));
  const tasks = [...undefinedTerms]
    .filter(([id]) => !known.has(termTaskId(id)))
    .map(([, row]) => termTask(row, roster, calendar, settings.noticeLanguage));
  const closedTasks = [...ids]
    .filter((id) => !undefinedTerms.has(id))
    .map(termTaskId)
    .filter(isOpen);
  return writePlan(client, { ...emptyDraft(), tasks, closedTasks });
};

import { phrase } from '../messages/phrase.ts';
import type { PlannedTask } from '../run/plan.ts';
import type { Run } from '../run/run.ts';
import { taskId, taskOf } from '../run/task.ts';

/**
 * Everybody reads tasks: a task says that there is an assessment and what is to be done with it, never what is in it. It
 * hangs on the profile of whoever is to do it.
 */
interface Holder {
  /** The profile. */
  readonly id: string;
  readonly user: string;
}

const task = (
  run: Run,
  { id, user }: Holder,
  key: string,
  title: 'task.assessments' | 'task.assessment' | 'task.appeal',
  quarter: string,
  dueOn: string | null,
): PlannedTask =>
  taskOf(run, 'tagMember', id, {
    key,
    kind: 'ASSESSMENT',
    title: phrase(title, run.settings.noticeLanguage, { quarter }),
    clause: title === 'task.assessments' ? 'I3' : 'I9',
    dueOn,
    assigneeId: user,
  });

const confirmKey = (quarter: string): string => `assessments:${quarter}`;
const readKey = (quarter: string): string => `assessment:${quarter}`;
const appealKey = (assessmentId: string): string => `appeal:${assessmentId}`;

/** Of a supervisor: the drafts of a quarter are to be confirmed. */
export const confirmTask = (run: Run, holder: Holder, quarter: string): PlannedTask =>
  task(run, holder, confirmKey(quarter), 'task.assessments', quarter, null);
export const confirmTaskId = ({ id }: Holder, quarter: string): string => taskId('tagMember', id, confirmKey(quarter));

/** Of the member: an assessment is confirmed, and may be appealed against until a day. */
export const readTask = (run: Run, holder: Holder, quarter: string, appealUntil: string): PlannedTask =>
  task(run, holder, readKey(quarter), 'task.assessment', quarter, appealUntil);
export const readTaskId = ({ id }: Pick<Holder, 'id'>, quarter: string): string =>
  taskId('tagMember', id, readKey(quarter));

/** Of a supervisor: an appeal is to be decided on. */
export const appealTask = (run: Run, holder: Holder, assessmentId: string, quarter: string): PlannedTask =>
  task(run, holder, appealKey(assessmentId), 'task.appeal', quarter, null);
export const appealTaskId = ({ id }: Holder, assessmentId: string): string =>
  taskId('tagMember', id, appealKey(assessmentId));

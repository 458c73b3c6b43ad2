import { type PhraseKey, phrase } from '../messages/phrase.ts';
import type { PlannedTask } from '../run/plan.ts';
import type { Run } from '../run/run.ts';
import { taskId, taskOf } from '../run/task.ts';

/** A notice as its tasks name it. Tasks hang on the member's profile: everybody reads that. */
export interface Noticed {
  readonly id: string;
  /** The profile. */
  readonly member: string;
  readonly number: string;
  readonly problem: string;
  readonly clause: string;
  readonly dueOn: string;
  readonly round: number;
}

const KINDS = {
  rectify: { kind: 'RECTIFICATION', title: 'task.rectify' },
  overdue: { kind: 'RECTIFICATION_OVERDUE', title: 'task.rectifyOverdue' },
  recheck: { kind: 'RECHECK', title: 'task.recheck' },
} as const satisfies Readonly<Record<string, { readonly kind: string; readonly title: PhraseKey }>>;
export type RectificationTask = keyof typeof KINDS;

const keyOf = (name: RectificationTask, id: string, round: number): string => `${name}:${id}:${round}`;

/** The task of a round: to put it right, to see that it is, or to look again. */
export const rectificationTask = (
  run: Run,
  name: RectificationTask,
  notice: Noticed,
  assigneeId: string | null,
): PlannedTask =>
  taskOf(run, 'tagMember', notice.member, {
    key: keyOf(name, notice.id, notice.round),
    kind: KINDS[name].kind,
    title: phrase(KINDS[name].title, run.settings.noticeLanguage, { number: notice.number }),
    clause: notice.clause || '7.1.4',
    note: notice.problem,
    dueOn: name === 'recheck' ? null : notice.dueOn,
    assigneeId,
  });

export const rectificationTaskId = (name: RectificationTask, { id, member }: Noticed, round: number): string =>
  taskId('tagMember', member, keyOf(name, id, round));

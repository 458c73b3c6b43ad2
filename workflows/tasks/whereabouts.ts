import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { remembered } from '../memory/core.ts';
import { noticeTaskIds } from '../notices/notice-task.ts';
import { isOrphaned } from '../notices/orphan.ts';
import type { Draft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo } from '../run/run.ts';
import type { Snapshot } from '../run/snapshot.ts';
import { taskId } from '../run/task.ts';
import { rememberedKey, tasksMemory } from './tasks-memory.ts';

/** A record that was deleted or restored, with what was remembered of it. */
export interface Whereabouts {
  readonly object: GovernedObject;
  readonly id: string;
  readonly record: TwentyRecord;
  /** It is gone for good, and what pointed at it points at nothing. */
  readonly isDestroyed?: true;
  /** Only this notice of it was deleted, restored, or is of another record now. */
  readonly notice?: TwentyRecord;
}

/** The record as it stands; undefined when it is gone. */
const standingRecord = ({ subjects }: Pick<Snapshot, 'subjects'>, { object, id }: Whereabouts) =>
  subjects[object].find((record) => record.id === id);

/** Whether an open notice was of a record that is gone, as its key says; one that a merge moved is of another. */
const isOfDestroyed = (notice: TwentyRecord, { id, isDestroyed }: Whereabouts): boolean =>
  isDestroyed === true && isOrphaned(notice) && String(notice.key).split(':').includes(id);

const isStillOf = ({ notices }: Pick<Snapshot, 'notices'>, { id }: TwentyRecord, moved: Whereabouts): boolean =>
  notices.some((notice) => notice.id === id && notice[linkTo(moved.object)] === moved.id);

/** The tasks of a record's own matters, by what is remembered of it. */
export const ownTasks = (object: GovernedObject, id: string, record: TwentyRecord): readonly string[] =>
  (remembered(tasksMemory, record)?.tasks ?? []).map((memory) => taskId(object, id, rememberedKey(memory)));

/** The tasks that a deleted or restored record may have, of its own matters and of its notices. */
export const tasksOf = (snapshot: Pick<Snapshot, 'subjects' | 'notices'>, moved: Whereabouts): readonly string[] => {
  if (moved.notice) return noticeTaskIds(moved.object, moved.id, moved.notice);
  const standing = standingRecord(snapshot, moved);
  const notices = snapshot.notices.filter(
    (notice) => notice[linkTo(moved.object)] === moved.id || isOfDestroyed(notice, moved),
  );
  const own = ownTasks(moved.object, moved.id, standing ?? moved.record);
  return [...new Set([...own, ...notices.flatMap((notice) => noticeTaskIds(moved.object, moved.id, notice))])];
};

/** Lets tasks go with a record that is gone, and come back with one that is there. */
export const followWhereabouts = (draft: Draft, snapshot: Snapshot, moves: readonly Whereabouts[]): void => {
  const each = new Map(moves.map((moved) => [`${moved.object}:${moved.id}:${moved.notice?.id ?? ''}`, moved]));
  for (const moved of each.values()) {
    const isThere = moved.notice
      ? isStillOf(snapshot, moved.notice, moved)
      : standingRecord(snapshot, moved) !== undefined;
    const found = tasksOf(snapshot, moved).filter((id) => snapshot.tasks.get(id) === isThere);
    (isThere ? draft.restoredTasks : draft.deletedTasks).push(...found);
  }
};

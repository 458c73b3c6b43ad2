import { phrase } from '../messages/phrase.ts';
import type { Consequences } from '../run/consequences.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, type Run, textOrNull } from '../run/run.ts';
import type { NoticeSubject } from './follow-notice.ts';
import { firstSubjectOf, noticeTaskIds } from './notice-task.ts';

const OPEN: ReadonlySet<unknown> = new Set(['OPEN', 'OVERDUE']);

const dueOf = ({ dueAt }: TwentyRecord): number => Date.parse(textOrNull(dueAt) ?? '');
const byDeadline = (left: TwentyRecord, right: TwentyRecord): number =>
  dueOf(left) - dueOf(right) || (idOf(left) < idOf(right) ? -1 : 1);

/**
 * Of open notices of one kind that were about two records and are about one now, the one whose deadline comes first
 * stands for all; by the id of each other, the one that stands for it.
 */
export const stoodFor = (
  notices: readonly TwentyRecord[],
  { record, merged }: NoticeSubject,
): ReadonlyMap<string, TwentyRecord> => {
  const freshIds = new Set(merged?.fresh.map(({ id }) => id));
  if (freshIds.size === 0) return new Map();
  const firstOf = (notice: TwentyRecord): string => firstSubjectOf(notice) ?? idOf(record);
  const judged = notices.filter((notice) => OPEN.has(notice.status) && !Number.isNaN(dueOf(notice)));
  return new Map(
    [...Map.groupBy(judged, ({ kind }) => kind).values()].flatMap((same) => {
      const [first, ...others] = same.toSorted(byDeadline);
      if (!first || !same.some((notice) => freshIds.has(firstOf(notice)))) return [];
      return others
        .filter((other) => firstOf(other) !== firstOf(first))
        .map((other): [string, TwentyRecord] => [idOf(other), first]);
    }),
  );
};

/** Closes a notice for which another stands since their records were merged: one matter asks for one update. */
export const closeMerged = (
  run: Run,
  { object, record }: NoticeSubject,
  notice: TwentyRecord,
  standing: TwentyRecord,
): Consequences => {
  const id = idOf(notice);
  const merged = phrase('notice.merged', run.settings.noticeLanguage, { notice: textOrNull(standing.name) ?? '' });
  const note = [textOrNull(notice.note), merged].filter(Boolean).join('\n');
  return {
    facts: [
      {
        kind: 'NOTICE_CLOSED',
        object,
        subjectId: idOf(record),
        record: nameOf(object, record),
        key: `${id}:merged`,
        at: run.now.toISOString(),
        note: merged,
      },
    ],
    notices: [{ id, fields: { status: 'CANCELLED', judgedStatus: 'CANCELLED', note } }],
    closedTasks: noticeTaskIds(object, idOf(record), notice),
  };
};

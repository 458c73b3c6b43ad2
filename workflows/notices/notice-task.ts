import type { GovernedObject, NoticeKind } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import { taskId } from '../run/task.ts';

/** What a notice, or a task of it, is called. */
export const titleOf = (
  run: Run,
  key: 'notice.name' | 'task.notice' | 'task.report' | 'task.escalation' | 'task.correction',
  kind: NoticeKind,
  name: string,
) =>
  phrase(key, run.settings.noticeLanguage, {
    kind: optionLabel('tagChangeNotice', 'kind', kind, run.settings.noticeLanguage),
    record: name,
  });

/** The task of whoever updates the tags. */
export const noticeKey = (notice: TwentyRecord): string => `notice:${idOf(notice)}`;

/** The task of the tag manager, who hears of a reported change (4.2.1). */
export const reportKey = (notice: TwentyRecord): string => `report:${idOf(notice)}`;

/**
 * Which tag manager a reported change is told to: none where one of them reported it or updates the tags, and so knows.
 */
export const hearerOf = (run: Run, knowing: readonly (string | null)[]): string | null => {
  const holders = run.roster.holders('TAG_MANAGER');
  return holders.some((id) => knowing.includes(id)) ? null : (holders[0] ?? null);
};

/** One escalation a deadline: a notice that was corrected and is overdue again is a new matter of the manager's. */
export const escalationKey = (notice: TwentyRecord, dueAt: string): string =>
  `escalation:${idOf(notice)}:${new Date(dueAt).toISOString()}`;

/** The record a notice was about when it was first judged, which its key names: a merge may have moved it since. */
export const firstSubjectOf = ({ key }: TwentyRecord): string | null => textOrNull(String(key ?? '').split(':')[2]);

/** One task a correction: each is told by itself. */
export const correctionKey = (notice: TwentyRecord, occurredAt: string): string =>
  `correction:${idOf(notice)}:${new Date(occurredAt).toISOString()}`;

/** The tasks a notice may have: of whoever updates the tags, of the tag manager, and of the manager once it is overdue or was corrected. */
export const noticeTaskIds = (object: GovernedObject, subjectId: string, notice: TwentyRecord): readonly string[] => {
  const dueAt = textOrNull(notice.dueAt);
  const corrected = textOrNull(notice.correction) && textOrNull(notice.countedFrom);
  const keys = [
    noticeKey(notice),
    reportKey(notice),
    ...(dueAt ? [escalationKey(notice, dueAt)] : []),
    ...(corrected ? [correctionKey(notice, corrected)] : []),
  ];
  const subjects = new Set([subjectId, firstSubjectOf(notice) ?? subjectId]);
  return [...subjects].flatMap((id) => keys.map((key) => taskId(object, id, key)));
};

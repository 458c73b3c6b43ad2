import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TagChange } from '../memory/seen.ts';
import { phrase } from '../messages/phrase.ts';
import { type Consequences, together } from '../run/consequences.ts';
import { tagLabel } from '../run/labels.ts';
import { recordId } from '../run/record-id.ts';
import { idOf, linkTo, nameOf, type Run } from '../run/run.ts';
import type { Completion } from './completions.ts';
import { followStatus, type NoticeSubject } from './follow-notice.ts';
import { holdersOf, writeHolders } from './holders.ts';
import { judgeNotice, noticeDays } from './judge-notice.ts';
import { titleOf } from './notice-task.ts';
import { updaterOf } from './updater-of.ts';

const describe = (run: Run, object: GovernedObject, changes: readonly TagChange[], note = ''): string => {
  const language = run.settings.noticeLanguage;
  const lines = changes.map(({ tag, before, after }) =>
    tag.sensitive || (before === null && after === null)
      ? phrase('notice.withheld', language, { tag: tagLabel(object, tag.name, language) })
      : phrase('notice.change', language, {
          tag: tagLabel(object, tag.name, language),
          before: before ?? '',
          after: after ?? '',
        }),
  );
  return [note, ...lines].filter(Boolean).join('\n');
};

/** Records a change of tags that nobody had reported (A2): its deadline is met unless somebody corrects when it happened. */
export const detectNotice = (run: Run, subject: NoticeSubject, completion: Completion): Consequences => {
  const { object, record } = subject;
  const { kind, entry, version, changes, isPartial, note } = completion;
  const key = `detected:${kind}:${idOf(record)}:${version}`;
  const occurredAt = completion.occurredAt ?? entry.at;
  const completedAt = isPartial ? null : entry.at;
  const verdict = judgeNotice({
    occurredAt,
    completedAt,
    isCancelled: false,
    days: noticeDays(object, kind, run.settings),
    now: run.now,
    calendar: run.calendar,
    shown: null,
  });
  const assigneeId = updaterOf(run, subject, kind);
  const name = nameOf(object, record);
  const notice = { id: recordId(key) };
  const followed = followStatus(run, subject, notice, verdict, { kind, assigneeId, completedAt, closedBy: entry.by });
  const fields = {
    key,
    name: titleOf(run, 'notice.name', kind, name),
    kind,
    [linkTo(object)]: idOf(record),
    description: describe(run, object, changes, note),
    occurredAt,
    detectedAt: entry.at,
    reportedById: run.roster.member(entry.by),
    reportedByName: (entry.by && run.names.get(entry.by)) || '',
    assigneeId,
    ...(isPartial ? { heldBy: writeHolders(holdersOf(run, assigneeId)) } : {}),
    completedAt,
    isDetected: true,
    countedFrom: occurredAt,
    judgedStatus: verdict.status,
    ...verdict,
  };
  return together([followed, { notices: [{ id: notice.id, fields }] }]);
};

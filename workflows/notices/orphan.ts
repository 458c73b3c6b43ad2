import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import type { Consequences } from '../run/consequences.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo, type Run, textOrNull } from '../run/run.ts';
import { keyOf } from './follow-notice.ts';

/** Whether the record an open notice was about is gone: Twenty empties the relation and tells nobody. */
export const isOrphaned = (notice: TwentyRecord): boolean =>
  (notice.status === 'OPEN' || notice.status === 'OVERDUE') &&
  textOrNull(notice.key) !== null &&
  textOrNull(notice.key) !== keyOf({ ...notice, isDetected: false }, null) &&
  GOVERNED_OBJECTS.every((object) => textOrNull(notice[linkTo(object)]) === null);

/** Closes a notice whose record is gone: nobody can bring it in line with anything. */
export const closeOrphan = (run: Run, notice: TwentyRecord): Consequences => {
  const id = idOf(notice);
  // Somebody took the record off it: it may get another.
  if (run.relinked.has(id) && notice.isDetected !== true) {
    return { notices: [{ id, fields: { key: keyOf(notice, null) } }] };
  }
  const note = textOrNull(notice.note) ?? phrase('notice.orphaned', run.settings.noticeLanguage);
  return {
    facts: [
      {
        kind: 'NOTICE_CLOSED',
        object: 'company',
        subjectId: null,
        record: textOrNull(notice.name) ?? '',
        key: `${id}:orphaned`,
        at: run.now.toISOString(),
        note,
      },
    ],
    notices: [{ id, fields: { status: 'CANCELLED', judgedStatus: 'CANCELLED', note } }],
  };
};

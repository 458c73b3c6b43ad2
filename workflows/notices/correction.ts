import { formatInstant } from '../calendar/zone.ts';
import { phrase } from '../messages/phrase.ts';
import type { Entry } from '../run/entry.ts';
import { tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { NoticeStatus } from './judge-notice.ts';

/** A correction of when a reported change happened. */
export interface Correction {
  /** The instants as people read them. */
  readonly before: string;
  readonly after: string;
  readonly entry: Entry;
  /** What was corrected, by whom, and what became of the deadline by it, in words. */
  readonly line: string;
}

const LATE: ReadonlySet<unknown> = new Set<NoticeStatus>(['OVERDUE', 'DONE_LATE']);

const onTheClock = (run: Run, instant: string): string =>
  formatInstant(run.settings.timeZone, Date.parse(instant)).slice(0, 16).replace('T', ' ');

const effectOf = (before: unknown, after: NoticeStatus): 'TIMELY' | 'LATE' | null => {
  if (after === 'CANCELLED' || LATE.has(before) === LATE.has(after)) return null;
  return LATE.has(after) ? 'LATE' : 'TIMELY';
};

/** How a stored notice was corrected since it was last judged; null when it was not (A2). */
export const correctionOf = (
  run: Run,
  notice: TwentyRecord,
  occurredAt: string,
  status: NoticeStatus,
  entry: Entry,
): Correction | null => {
  const counted = textOrNull(notice.countedFrom);
  if (textOrNull(notice.key) === null || counted === null) return null;
  if (Date.parse(counted) === Date.parse(occurredAt)) return null;
  const { noticeLanguage: language } = run.settings;
  const effect = effectOf(notice.judgedStatus, status);
  const before = onTheClock(run, counted);
  const after = onTheClock(run, occurredAt);
  const line = phrase('notice.correction', language, {
    tag: tagLabel('tagChangeNotice', 'occurredAt', language),
    before,
    after,
    by: (entry.by && run.names.get(entry.by)) || phrase('notice.unknownPerson', language),
    effect: effect ? phrase(`notice.correction.${effect}`, language) : '',
  });
  return { before, after, entry, line };
};

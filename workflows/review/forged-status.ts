import { phrase } from '../messages/phrase.ts';
import { optionLabel } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';

/** A status that somebody wrote into the field, which servers let people do: it is put back in their name. */
export const forgedFact = (run: Run, { object, id, record, version }: Subject, last: string): Fact | null => {
  const shown = textOrNull(record.tagReviewStatus);
  if (last === '' || shown === null || shown === last) return null;
  const { noticeLanguage: language } = run.settings;
  const writer = writtenBy(record);
  return {
    kind: 'REFUSED',
    object,
    subjectId: id,
    record: nameOf(object, record),
    key: `status:${version}:${textOrNull(record.updatedAt) ?? ''}`,
    at: writer?.at ?? run.now.toISOString(),
    by: writer?.by ?? null,
    tag: 'tagReviewStatus',
    before: optionLabel(object, 'tagReviewStatus', last, language),
    after: optionLabel(object, 'tagReviewStatus', shown, language),
    note: phrase('refusal.REVIEW_STATUS_KEPT', language),
  };
};

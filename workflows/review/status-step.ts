import { asList, type Value } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { optionLabel } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { type ReviewMemory, reviewMemory } from './review-memory.ts';
import { type ReviewStatus, reviewStatus } from './review-status.ts';

/** Tags that were sent back are a matter of whoever entered them (4.3.4). */
const returnMatter = (run: Run, { object, record, action }: Subject, returnedAt: string): Matter => {
  const { noticeLanguage: language, correctionDays } = run.settings;
  return {
    kind: 'RETURN',
    key: `return:${returnedAt}`,
    title: phrase('task.return', language, { record: nameOf(object, record) }),
    clause: '4.3.4',
    tags: asList(record.tagReturnedTags as Value),
    note: action?.done === 'RETURN' ? action.note : '',
    dueOn: run.calendar.deadline({ from: returnedAt, days: correctionDays }).dueDate,
    assigneeId: assigneeOf(run, object, record, textOrNull(record.tagEnteredById)),
  };
};

/** A status that somebody wrote into the field, which servers let people do: it is put back in their name. */
const forgedFact = (run: Run, { object, id, record, version }: Subject, last: string): Fact | null => {
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

/** Where the record stands between entry and approval (4.3.1–4.3.4). */
export const statusStep: Step<ReviewMemory> = {
  memory: reviewMemory,
  follow: (run, subject, memory) => {
    const { action, judgement, isEnteredAnew, merged } = subject;
    const isReturn = action?.done === 'RETURN';
    const lastReturn = isReturn ? action.at : (memory.returnedAt ?? null);
    const status: ReviewStatus =
      action?.done === 'APPROVE'
        ? 'APPROVED'
        : reviewStatus({
            last: memory.status,
            hasErrors: judgement.hasErrors,
            isEnteredAnew: isEnteredAnew && !isReturn,
            isReturned: lastReturn !== null,
          });
    const forged = forgedFact(run, subject, memory.status);
    const returnedAt = status === 'PENDING' || status === 'APPROVED' ? null : lastReturn;
    return {
      subject: { statusBefore: memory.status, status },
      fields: {
        tagReviewStatus: status,
        // Twenty puts lists together when it merges: what was returned of the other was settled with it.
        ...((memory.returnedAt || merged.fresh.length > 0) && !returnedAt ? { tagReturnedTags: [] } : {}),
      },
      ...(forged ? { facts: [forged] } : {}),
      matters: returnedAt ? [returnMatter(run, subject, returnedAt)] : [],
      memory: { status, returnedAt: returnedAt ?? undefined },
    };
  },
};

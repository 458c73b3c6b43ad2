import { asList, type Value } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { nameOf, type Run, textOrNull } from '../run/run.ts';
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
    const returnedAt = status === 'PENDING' || status === 'APPROVED' ? null : lastReturn;
    return {
      subject: { statusBefore: memory.status, status },
      fields: {
        tagReviewStatus: status,
        // Twenty puts lists together when it merges: what was returned of the other was settled with it.
        ...((memory.returnedAt || merged.fresh.length > 0) && !returnedAt ? { tagReturnedTags: [] } : {}),
      },
      matters: returnedAt ? [returnMatter(run, subject, returnedAt)] : [],
      memory: { status, returnedAt: returnedAt ?? undefined },
    };
  },
};

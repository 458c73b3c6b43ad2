import type { ChangeCause } from '../../objects/taxonomy/notice-kinds.ts';
import type { NoticeKind } from '../../objects/taxonomy/types.ts';
import { mayReport } from '../gateway/caller.ts';
import { faultText } from '../messages/fault.ts';
import { type ActAnswer, answerOf, type ReportedRecord } from '../requests/answers.ts';
import { causeIn, descriptionIn, type Input, idsIn, kindIn, objectIn, pastInstantIn } from '../requests/read-input.ts';
import { answerRoute, answerTool, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';
import { reportChanges } from './report-changes.ts';

interface ReportRequest extends Wanted {
  readonly kind: NoticeKind;
  readonly occurredAt: string;
  readonly description: string;
  readonly cause: ChangeCause | null;
}

const readReportRequest = (input: Input, now: Date): ReportRequest => {
  const object = objectIn(input);
  const kind = kindIn(input, object);
  return {
    object,
    ids: idsIn(input),
    kind,
    occurredAt: pastInstantIn(input, 'occurredAt', now),
    description: descriptionIn(input, kind),
    cause: causeIn(input, object),
  };
};

const work = async (
  environment: Environment,
  { id: reportedById, language, readable }: Caller,
  request: ReportRequest,
): Promise<ActAnswer<ReportedRecord>> => {
  const refused = (id: string, code: 'MAY_NOT_REPORT' | 'NOT_WRITTEN' | 'NOT_FOUND', name = ''): ReportedRecord => ({
    id,
    name,
    isDone: false,
    reason: faultText(code, language),
    noticeId: null,
    dueOn: null,
  });
  // The notice is written by the application, which could do so for anybody.
  const isAllowed = await mayReport(environment.callerClient);
  if (!isAllowed) return answerOf(request.ids.map((id) => refused(id, 'MAY_NOT_REPORT')));

  const ids = request.ids.filter((id) => readable.has(id));
  const opened = ids.length > 0 ? await reportChanges(environment, { ...request, ids, reportedById }) : [];
  const byId = new Map(opened.map((notice) => [notice.id, notice]));
  return answerOf(
    request.ids.map((id): ReportedRecord => {
      const notice = byId.get(id);
      const name = notice?.name ?? '';
      if (notice?.noticeId) {
        return { id, name, isDone: true, reason: '', noticeId: notice.noticeId, dueOn: notice.dueOn };
      }
      return refused(id, notice ? 'NOT_WRITTEN' : 'NOT_FOUND', name);
    }),
  );
};

/** Reports a change of records in the name of whoever asks, before their tags follow (4.2.1). */
export const report = answerRoute(readReportRequest, work);

/** The same as a tool of Twenty's AI chat. */
export const reportByTool = answerTool(readReportRequest, work);

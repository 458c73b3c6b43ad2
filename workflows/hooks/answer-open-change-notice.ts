import { readableIds } from '../gateway/readable.ts';
import { causeIn, descriptionIn, idIn, kindIn, objectIn, pastInstantIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { answerWorkflow } from './answer-workflow.ts';
import { reportChanges } from './report-changes.ts';

interface Output {
  readonly noticeId: string;
  /** The last day for the tags to follow, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly status: string;
}

/** Reports a change of a record from a workflow (4.2.1). */
export const openChangeNotice = answerWorkflow(async (environment, input): Promise<Output> => {
  const object = objectIn(input);
  const id = idIn(input, 'recordId');
  const kind = kindIn(input, object);
  const occurredAt = pastInstantIn(input, 'occurredAt', environment.now);
  const description = descriptionIn(input, kind);
  const cause = causeIn(input, object);
  const found = await readableIds(environment.client, object, [id]);
  if (!found.has(id)) throw new RequestFault('NOT_FOUND');
  const [opened] = await reportChanges(environment, {
    object,
    ids: [id],
    kind,
    occurredAt,
    description,
    cause,
    reportedById: null,
  });
  if (!opened?.noticeId || !opened.dueOn || !opened.status) throw new RequestFault('NOT_WRITTEN');
  return { noticeId: opened.noticeId, dueOn: opened.dueOn, status: opened.status };
});

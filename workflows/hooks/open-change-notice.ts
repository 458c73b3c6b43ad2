import { defineLogicFunction } from 'twenty-sdk/define';
import { readableIds } from '../../plugin/gateway/readable.ts';
import { idIn, kindIn, objectIn, pastInstantIn, textIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { answerWorkflow } from './answer-workflow.ts';
import { reportChanges } from './report-changes.ts';
import { KIND_INPUT, OBJECT_INPUT, RECORD_INPUT } from './workflow-schemas.ts';

interface Output {
  readonly noticeId: string;
  readonly dueAt: string;
  readonly status: string;
}

const openChangeNotice = answerWorkflow(async (environment, input): Promise<Output> => {
  const object = objectIn(input);
  const id = idIn(input, 'recordId');
  const kind = kindIn(input, object);
  const occurredAt = pastInstantIn(input, 'occurredAt', environment.now);
  const description = textIn(input, 'description');
  const found = await readableIds(environment.client, object, [id]);
  if (!found.has(id)) throw new RequestFault('NOT_FOUND');
  const [opened] = await reportChanges(environment, {
    object,
    ids: [id],
    kind,
    occurredAt,
    description,
    reportedById: null,
  });
  if (!opened?.noticeId || !opened.dueAt || !opened.status) throw new RequestFault('NOT_WRITTEN');
  return { noticeId: opened.noticeId, dueAt: opened.dueAt, status: opened.status };
});

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d103',
  name: 'open-change-notice',
  description: 'Reports a change of a record: opens a change notice with its deadline and task',
  timeoutSeconds: 60,
  handler: openChangeNotice,
  workflowActionTriggerSettings: {
    label: 'Open change notice',
    icon: 'IconBellPlus',
    inputSchema: [
      {
        type: 'object',
        properties: {
          object: OBJECT_INPUT,
          recordId: RECORD_INPUT,
          kind: KIND_INPUT,
          occurredAt: { type: 'string', label: 'Occurred at (now when empty)' },
          description: { type: 'string', label: 'Description', multiline: true },
        },
      },
    ],
    outputSchema: [
      {
        type: 'object',
        properties: {
          noticeId: { type: 'string', label: 'Notice id' },
          dueAt: { type: 'string', label: 'Due at' },
          status: { type: 'string', label: 'Status' },
        },
      },
    ],
  },
});

import { defineLogicFunction } from 'twenty-sdk/define';
import { renderProblem, renderSummary } from '../messages/render.ts';
import { standingOf } from '../pipeline/standing.ts';
import { idIn, objectIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import type { Problem, Severity } from '../rules/problem.ts';
import { answerWorkflow } from './answer-workflow.ts';
import { judgeScope } from './follow-scope.ts';
import { OBJECT_INPUT, RECORD_INPUT } from './workflow-schemas.ts';

interface Output {
  readonly status: string;
  readonly completeness: number;
  readonly problems: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly tag: string;
    readonly clause: string;
    readonly message: string;
  }[];
  readonly summary: string;
}

const judgeRecord = answerWorkflow(async (environment, input): Promise<Output> => {
  const object = objectIn(input);
  const id = idIn(input, 'recordId');
  const { snapshot, plan } = await judgeScope(environment, scopeOfRecords(object, [id]));
  const record = standingOf(snapshot, plan, object, id);
  if (!record) throw new RequestFault('NOT_FOUND');
  const language = environment.settings.noticeLanguage;
  const problems = (record.tagProblems ?? []) as readonly Problem[];
  return {
    status: String(record.tagReviewStatus),
    completeness: Number(record.tagCompleteness),
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      tag: problem.tag,
      clause: problem.clause,
      message: renderProblem(object, problem, language),
    })),
    summary: renderSummary(object, problems, language),
  };
});

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d101',
  name: 'judge-record',
  description: "Judges a record's tags again and gives its review status, completeness and problems",
  timeoutSeconds: 60,
  handler: judgeRecord,
  workflowActionTriggerSettings: {
    label: 'Judge record',
    icon: 'IconChecklist',
    inputSchema: [{ type: 'object', properties: { object: OBJECT_INPUT, recordId: RECORD_INPUT } }],
    outputSchema: [
      {
        type: 'object',
        properties: {
          status: { type: 'string', label: 'Review status' },
          completeness: { type: 'number', label: 'Completeness' },
          problems: {
            type: 'array',
            label: 'Problems',
            items: {
              type: 'object',
              properties: {
                code: { type: 'string' },
                severity: { type: 'string' },
                tag: { type: 'string' },
                clause: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
          summary: { type: 'string', label: 'Summary' },
        },
      },
    ],
  },
});

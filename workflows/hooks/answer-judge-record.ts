import { judgeScope } from '../gateway/follow-scope.ts';
import { renderProblem, renderSummary } from '../messages/render.ts';
import { standingOf } from '../pipeline/standing.ts';
import { idIn, objectIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import type { Problem, Severity } from '../rules/problem.ts';
import { answerWorkflow } from './answer-workflow.ts';

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

/** Judges a record again and gives its status, completeness and problems, for the steps of a workflow that follow. */
export const judgeRecord = answerWorkflow(async (environment, input): Promise<Output> => {
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

import { defineLogicFunction } from 'twenty-sdk/define';
import { faultText } from '../messages/fault.ts';
import { nameOf } from '../pipeline/run.ts';
import { standingOf } from '../pipeline/standing.ts';
import { type ActAnswer, answerOf, type JudgedRecord } from '../requests/answers.ts';
import { type Input, idsIn, objectIn } from '../requests/read-input.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';
import { judgeScope } from './follow-scope.ts';

const readRecheckRequest = (input: Input): Wanted => ({ object: objectIn(input), ids: idsIn(input) });

const recheck = async (
  environment: Environment,
  { language, readable }: Caller,
  { object, ids }: Wanted,
): Promise<ActAnswer<JudgedRecord>> => {
  const visible = ids.filter((id) => readable.has(id));
  const { snapshot, plan, failures } = await judgeScope(environment, scopeOfRecords(object, visible));
  const failed = new Set(failures.map((failure) => failure.id));
  return answerOf(
    ids.map((id): JudgedRecord => {
      const record = readable.has(id) ? standingOf(snapshot, plan, object, id) : undefined;
      if (!record || failed.has(id)) {
        const reason = faultText(record ? 'NOT_WRITTEN' : 'NOT_FOUND', language);
        const name = record ? nameOf(object, record) : '';
        return { id, name, isDone: false, reason, status: null, completeness: null, problems: null };
      }
      return {
        id,
        name: nameOf(object, record),
        isDone: true,
        reason: '',
        status: String(record.tagReviewStatus),
        completeness: Number(record.tagCompleteness),
        problems: ((record.tagProblems ?? []) as readonly unknown[]).length,
      };
    }),
  );
};

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d204',
  name: 'route-recheck',
  description: 'Judges up to 200 records again',
  timeoutSeconds: 60,
  handler: answerRoute(readRecheckRequest, recheck),
  httpRouteTriggerSettings: { path: '/tag-policy/recheck', httpMethod: 'POST', isAuthRequired: true },
});

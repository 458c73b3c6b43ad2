import { judgeScope } from '../gateway/follow-scope.ts';
import { faultText } from '../messages/fault.ts';
import { standingOf } from '../pipeline/standing.ts';
import { type ActAnswer, answerOf, type JudgedRecord } from '../requests/answers.ts';
import { type Input, idsIn, objectIn } from '../requests/read-input.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { nameOf } from '../run/run.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

const readRecheckRequest = (input: Input): Wanted => ({ object: objectIn(input), ids: idsIn(input) });

const work = async (
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

/** Judges records again and tells how each of them stands. */
export const recheck = answerRoute(readRecheckRequest, work);

import type { CheckGroup } from '../../objects/taxonomy/check-groups.ts';
import { mayEdit, mayReadCredit } from '../gateway/caller.ts';
import { judgeScope } from '../gateway/follow-scope.ts';
import { faultText } from '../messages/fault.ts';
import { phrase } from '../messages/phrase.ts';
import { standingOf } from '../pipeline/standing.ts';
import { type ActAnswer, answerOf, type RecordAnswer } from '../requests/answers.ts';
import { actionIn, groupsIn, type Input, idsIn, objectIn, returnedTagsIn, textIn } from '../requests/read-input.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import type { Action } from '../run/action.ts';
import { nameOf } from '../run/run.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

interface ActRequest extends Wanted {
  readonly action: Action;
  readonly note: string;
  readonly returnedTags: readonly string[];
  readonly groups: readonly CheckGroup[];
}

const readActRequest = (input: Input): ActRequest => {
  const object = objectIn(input);
  return {
    object,
    ids: idsIn(input),
    action: actionIn(input),
    note: textIn(input, 'note'),
    returnedTags: returnedTagsIn(input, object),
    groups: groupsIn(input),
  };
};

const work = async (environment: Environment, caller: Caller, request: ActRequest): Promise<ActAnswer> => {
  const { object, ids, action, note, returnedTags, groups } = request;
  const { language, readable } = caller;
  const refused = (id: string, reason: string, name = ''): RecordAnswer => ({ id, name, isDone: false, reason });
  // Approving and returning go by the duty alone; a confirmation is for those who could edit what they confirm.
  const isConfirmation = action === 'CONFIRM';
  const { callerClient } = environment;
  const [isAllowed, readsCredit] = await Promise.all([
    !isConfirmation || mayEdit(callerClient, object),
    isConfirmation && object === 'company' && mayReadCredit(callerClient),
  ]);
  if (!isAllowed) return answerOf(ids.map((id) => refused(id, faultText('NOT_ALLOWED', language))));

  const { snapshot, plan, failures } = await judgeScope(
    environment,
    scopeOfRecords(
      object,
      ids.filter((id) => readable.has(id)),
      {
        action: {
          action,
          at: environment.now.toISOString(),
          by: caller.id,
          isDirect: true,
          note,
          ...(action === 'RETURN' ? { returnedTags } : {}),
          ...(isConfirmation ? { groups, readsCredit } : {}),
        },
      },
    ),
  );
  const failed = new Set(failures.map((failure) => failure.id));
  const outcomes = new Map(plan.outcomes.map((outcome) => [outcome.id, outcome]));
  return answerOf(
    ids.map((id) => {
      const record = standingOf(snapshot, plan, object, id);
      const outcome = outcomes.get(id);
      if (!readable.has(id) || !record) return refused(id, faultText('NOT_FOUND', language));
      const name = nameOf(object, record);
      if (outcome?.refusal) return refused(id, phrase(`refusal.${outcome.refusal}`, language), name);
      if (!outcome || failed.has(id)) return refused(id, faultText('NOT_WRITTEN', language), name);
      return { id, name, isDone: true, reason: '' };
    }),
  );
};

/** Confirms, approves or returns records in the name of whoever asks; each record is answered for by itself (4.3). */
export const act = answerRoute(readActRequest, work);

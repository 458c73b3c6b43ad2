import { judgeScope } from '../gateway/follow-scope.ts';
import { faultText } from '../messages/fault.ts';
import { standingOf } from '../pipeline/standing.ts';
import { type ActAnswer, answerOf, type RecordAnswer } from '../requests/answers.ts';
import { type Input, idIn, textIn } from '../requests/read-input.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { nameOf } from '../run/run.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

interface AcknowledgeRequest extends Wanted {
  readonly agreementId: string;
  /** What the member was shown of it. */
  readonly terms: string;
}

const readRequest = (input: Input): AcknowledgeRequest => ({
  object: 'tagMember',
  ids: [idIn(input, 'id')],
  agreementId: idIn(input, 'agreementId'),
  terms: textIn(input, 'terms'),
});

const work = async (environment: Environment, caller: Caller, request: AcknowledgeRequest): Promise<ActAnswer> => {
  const { ids, agreementId, terms } = request;
  const [id = ''] = ids;
  const { language } = caller;
  const refused = (code: 'NOT_FOUND' | 'NOT_YOURS' | 'AGREEMENT_CHANGED' | 'NOT_WRITTEN', name = ''): ActAnswer =>
    answerOf<RecordAnswer>([{ id, name, isDone: false, reason: faultText(code, language) }]);
  if (!caller.readable.has(id)) return refused('NOT_FOUND');
  const at = environment.now.toISOString();
  const { snapshot, plan, failures } = await judgeScope(environment, {
    ...scopeOfRecords('tagMember', [id]),
    acknowledgements: new Map([[agreementId, [{ at, by: caller.id, value: at, terms, isDirect: true as const }]]]),
  });
  const record = standingOf(snapshot, plan, 'tagMember', id);
  if (!record) return refused('NOT_FOUND');
  const name = nameOf('tagMember', record);
  if (record.workspaceMemberId !== caller.id) return refused('NOT_YOURS', name);
  const patch = plan.subjects.tagAgreement?.find((one) => one.id === agreementId);
  if (patch?.fields.acknowledgedAt === undefined) return refused('AGREEMENT_CHANGED', name);
  if (failures.some((failure) => failure.id === agreementId || failure.id === id)) return refused('NOT_WRITTEN', name);
  return answerOf<RecordAnswer>([{ id, name, isDone: true, reason: '' }]);
};

/** Takes a member's acknowledgement of their own agreement; nobody else gives it (6.3.5). */
export const acknowledge = answerRoute(readRequest, work);

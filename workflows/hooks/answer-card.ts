import { loadCardFacts } from '../gateway/card-facts.ts';
import { readScope } from '../gateway/follow-scope.ts';
import type { Card } from '../panel/card.ts';
import { cardOf } from '../panel/card-of.ts';
import { type Input, idIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

const readCardRequest = (input: Input): Wanted => ({ object: 'opportunity', ids: [idIn(input, 'id')] });

const work = async (environment: Environment, caller: Caller, { ids }: Wanted): Promise<Card> => {
  const [id = ''] = ids;
  if (!caller.readable.has(id)) throw new RequestFault('NOT_FOUND');
  const [read, facts] = await Promise.all([
    readScope(environment, scopeOfRecords('opportunity', [id])),
    loadCardFacts(environment.callerClient, id),
  ]);
  const card = cardOf(read, id, caller, facts);
  if (!card) throw new RequestFault('NOT_FOUND');
  return card;
};

/** The decision card of an opportunity, as far as whoever asks may see it. */
export const showCard = answerRoute(readCardRequest, work);

import type { Stage } from '../../objects/taxonomy/types.ts';
import { mayReadCredit, writingRights } from '../gateway/caller.ts';
import { readScope } from '../gateway/follow-scope.ts';
import { loadPanelExtras } from '../gateway/panel-extras.ts';
import type { Panel } from '../panel/panel.ts';
import { panelOf } from '../panel/panel-of.ts';
import { type Input, idIn, objectIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

const readPanelRequest = (input: Input): Wanted => ({ object: objectIn(input), ids: [idIn(input, 'id')] });

interface PanelRequest extends Wanted {
  /** The stage asked about. */
  readonly towards?: Stage;
}

/** Reads and judges a record as whoever asks may see it. @throws RequestFault when they may not */
export const loadPanel = async (
  environment: Environment,
  caller: Caller,
  { object, ids, towards }: PanelRequest,
): Promise<Panel> => {
  const [id = ''] = ids;
  if (!caller.readable.has(id)) throw new RequestFault('NOT_FOUND');
  const [read, extras, rights, canReadCredit] = await Promise.all([
    readScope(environment, scopeOfRecords(object, [id])),
    loadPanelExtras(environment.client, object, id),
    writingRights(environment.callerClient, object),
    object === 'company' && mayReadCredit(environment.callerClient),
  ]);
  const viewer = {
    id: caller.id,
    language: caller.language,
    ...rights,
    mayReadCredit: canReadCredit,
    ...(towards ? { towards } : {}),
  };
  const panel = panelOf(read, object, id, viewer, extras);
  if (!panel) throw new RequestFault('NOT_FOUND');
  return panel;
};

/** What the tag panel of one record shows to whoever asks. */
export const showPanel = answerRoute(readPanelRequest, loadPanel);

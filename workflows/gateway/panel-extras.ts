import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { PanelExtras } from '../panel/panel-of.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';
import type { TwentyClient } from './client.ts';
import { apiNames } from './names.ts';

/** Log entries a panel shows. */
const LATEST = 5;
const NAME = 'name{firstName lastName}';

/** Reads what a panel shows beside the judgement, in one request: the latest log entries and who entered the tags. */
export const loadPanelExtras = async (
  client: TwentyClient,
  object: GovernedObject,
  id: string,
): Promise<PanelExtras> => {
  const { plural, type } = apiNames(object);
  const answer = await client.request<Record<string, unknown>>(
    `query Extras($f:${type}FilterInput,$l:TagLogFilterInput){${plural}(filter:$f,first:1){edges{node{id tagEnteredBy{${NAME}}}}} tagLogs(filter:$l,first:${LATEST},orderBy:[{at:DescNullsLast}]){edges{node{id kind at tag note byName by{${NAME}}}}}}`,
    { f: { id: { eq: id } }, l: { [linkTo(object)]: { eq: id } } },
  );
  const [record] = nodesOf(answer[plural]);
  return {
    log: nodesOf(answer.tagLogs),
    enteredBy: (record?.tagEnteredBy as TwentyRecord | null | undefined)?.name,
  };
};

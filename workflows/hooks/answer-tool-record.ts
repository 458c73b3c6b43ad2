import type { Stage } from '../../objects/taxonomy/types.ts';
import { type RecordAnswer, recordAnswer } from '../panel/record-answer.ts';
import { type Input, idIn, objectIn, stageIn } from '../requests/read-input.ts';
import { loadPanel } from './answer-panel.ts';
import { answerTool, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

interface RecordRequest extends Wanted {
  readonly towards?: Stage;
}

const readRecordRequest = (input: Input): RecordRequest => {
  const towards = stageIn(input, 'stage');
  return { object: objectIn(input), ids: [idIn(input, 'recordId')], ...(towards ? { towards } : {}) };
};

const work = async (environment: Environment, caller: Caller, request: RecordRequest): Promise<RecordAnswer> =>
  recordAnswer(await loadPanel(environment, caller, request));

/** Where a record stands, for the AI chat of whoever asks. */
export const tellOfRecord = answerTool(readRecordRequest, work);

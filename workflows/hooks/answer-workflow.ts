import { asRetryable } from '../gateway/report.ts';
import { type Input, inputOf } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { type Environment, readEnvironment } from './environment.ts';

/**
 * The handler of a workflow action: its input is looked at before anything is done, and what is wrong with it is told
 * in the language of notices, since whoever built the workflow reads it in the run's step.
 */
export const answerWorkflow =
  <Output>(work: (environment: Environment, input: Input) => Promise<Output>) =>
  async (payload: unknown): Promise<Output> => {
    const environment = readEnvironment();
    try {
      return await work(environment, inputOf(payload));
    } catch (error) {
      if (error instanceof RequestFault) throw new TypeError(error.in(environment.settings.noticeLanguage));
      throw asRetryable(error);
    }
  };

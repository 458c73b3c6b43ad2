import type { InstallPayload } from 'twenty-sdk/define';
import { upsertRecords } from '../../plugin/gateway/write.ts';
import { phrase } from '../messages/phrase.ts';
import { recordId } from '../pipeline/record-id.ts';
import { INSTALL_KEY } from '../rules/health/facts.ts';
import { runFullSweep } from '../sweep/run-sweep.ts';
import { VERSION } from '../version.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { fillDictionary } from './fill-dictionary.ts';
import { asRetryable, reportFailures } from './follow-scope.ts';
import { SWEEP_BUDGET, startRunLimit } from './run-limit.ts';

const noteInstalled = (environment: Environment, startedAt: Date, finishedAt: Date) => {
  const fields = {
    key: INSTALL_KEY,
    name: phrase('install.name', environment.settings.noticeLanguage),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    version: VERSION,
  };
  return upsertRecords(environment.client, 'tagSweep', [{ id: recordId(`tagSweep:${INSTALL_KEY}`), fields }]);
};

/**
 * What is done once after each installation: the dictionary is filled, and every record judged. At the first
 * installation records that were there before are let in without tasks or log; at an upgrade they are judged as on any
 * other day. Harmless when it comes twice; what does not fit its time is left to the sweep.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const settleIn = async ({ previousVersion }: Partial<InstallPayload>) => {
  const environment = readEnvironment(SWEEP_BUDGET);
  const isOver = startRunLimit();
  const { now } = environment;
  try {
    const dictionary = await fillDictionary(environment);
    const records = await runFullSweep({ ...environment, isOver }, !previousVersion);
    const note = await noteInstalled(environment, now, new Date());
    reportFailures([...dictionary.failures, ...note.failures]);
    return { defined: dictionary.written, records };
  } catch (error) {
    throw asRetryable(error);
  }
};

import { type InstallNote, readInstallNote, writeAgreementsNote, writeInstallNote } from '../gateway/install-note.ts';
import { asRetryable, reportFailures } from '../gateway/report.ts';
import type { WriteResult } from '../gateway/write.ts';
import { phrase } from '../messages/phrase.ts';
import { runFullSweep } from '../sweep/run-sweep.ts';
import { VERSION } from '../version.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { fillDictionary } from './fill-dictionary.ts';
import { assertNoDowngrade } from './refuse-downgrade.ts';
import { SWEEP_BUDGET, startRunLimit } from './run-limit.ts';

const note = ({ client, settings, now }: Environment, finishedAt: Date | null): Promise<WriteResult> =>
  writeInstallNote(client, {
    name: phrase('install.name', settings.noticeLanguage),
    version: VERSION,
    startedAt: now.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  });

const introduceAgreements = ({ client, settings, now }: Environment): Promise<WriteResult> =>
  writeAgreementsNote(client, phrase('install.agreements', settings.noticeLanguage), now.toISOString());

/** As long as none was settled to its end, it is the first. */
const isFirst = (last: InstallNote | null): boolean => !last?.finishedAt;

const settle = async (environment: Environment, last: InstallNote | null) => {
  const isOver = startRunLimit();
  // Written down first, so that an older version finds it though this run is cut off.
  const begun = isFirst(last) && last?.version !== VERSION ? await note(environment, null) : null;
  const introduced = last?.agreementsSince ? null : await introduceAgreements(environment);
  const dictionary = await fillDictionary(environment);
  const records = await runFullSweep({ ...environment, isOver }, isFirst(last));
  const finished = await note(environment, new Date());
  reportFailures([
    ...(begun?.failures ?? []),
    ...(introduced?.failures ?? []),
    ...dictionary.failures,
    ...finished.failures,
  ]);
  return { defined: dictionary.written, records };
};

/**
 * What is done once after each installation: the dictionary is filled, and every record judged. At the first
 * installation records that were there before are let in without tasks or log; at an upgrade they are judged as on any
 * other day. Which of them it is, and whether a later version was here, the application knows by what it wrote down:
 * Twenty does not say when the step is run by hand. Harmless when it comes twice; what does not fit its time is left to
 * the sweep.
 * @throws Error that says so when a later version was installed; TwentyError when Twenty refuses or cannot be reached
 */
export const settleIn = async () => {
  const environment = readEnvironment(SWEEP_BUDGET);
  try {
    const last = await readInstallNote(environment.client);
    assertNoDowngrade(VERSION, [last?.version], environment.settings.noticeLanguage);
    return await settle(environment, last);
  } catch (error) {
    throw asRetryable(error);
  }
};

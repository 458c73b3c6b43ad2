import type { InstallPayload } from 'twenty-sdk/define';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { TwentyError } from '../gateway/errors.ts';
import { type InstallNote, readInstallNote } from '../gateway/install-note.ts';
import { phrase } from '../messages/phrase.ts';
import { isDowngrade } from '../rules/install/compare-versions.ts';
import { readEnvironment } from './environment.ts';

/** Milliseconds for one question: the hook has thirty seconds. */
const BUDGET = 10_000;

/** @throws Error that says so when one of the versions that were installed is later than the new one */
export const assertNoDowngrade = (
  newVersion: string,
  installed: readonly (string | undefined)[],
  language: Language,
): void => {
  const previousVersion = installed.find((version) => version && isDowngrade(version, newVersion));
  if (previousVersion) throw new Error(phrase('install.DOWNGRADE', language, { previousVersion, newVersion }));
};

/**
 * Before the first installation there is no such object, and nothing the application may read. Whatever cannot be
 * learnt here is no reason to keep an installation out: the step after it looks again.
 */
const noteOrNone = async (client: TwentyClient): Promise<InstallNote | null> => {
  try {
    return await readInstallNote(client);
  } catch (error) {
    if (error instanceof TwentyError) return null;
    throw error;
  }
};

/**
 * Lets an installation go ahead unless a later version is there already, by what Twenty says and by what the application
 * wrote down itself: Twenty does not always say.
 * @throws Error that says so; Twenty gives the installation up
 */
export const refuseDowngrade = async ({ previousVersion, newVersion }: InstallPayload): Promise<void> => {
  const { client, settings } = readEnvironment(BUDGET);
  const note = await noteOrNone(client);
  assertNoDowngrade(newVersion, [previousVersion, note?.version], settings.noticeLanguage);
};

import type { InstallPayload } from 'twenty-sdk/define';
import { phrase } from '../messages/phrase.ts';
import { isDowngrade } from '../rules/install/compare-versions.ts';
import { readEnvironment } from './environment.ts';

/**
 * Lets an installation go ahead unless a later version is there already.
 * @throws Error that says so; Twenty gives the installation up
 */
export const refuseDowngrade = ({ previousVersion, newVersion }: InstallPayload): void => {
  if (!previousVersion || !isDowngrade(previousVersion, newVersion)) return;
  const { noticeLanguage } = readEnvironment().settings;
  throw new Error(phrase('install.DOWNGRADE', noticeLanguage, { previousVersion, newVersion }));
};

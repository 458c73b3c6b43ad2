import { createClient, type TwentyClient } from '../../plugin/gateway/client.ts';
import { readSettings, type Settings } from '../settings.ts';

/** What a hook finds around it. */
export interface Environment {
  readonly client: TwentyClient;
  /**
   * Acts in the stead of the person who called a route: it may what both that person and the application may. The
   * application itself where nobody did.
   */
  readonly callerClient: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
}

/** Reads what Twenty puts into a hook's environment: address, token, settings. Settings that cannot be used are told of. */
export const readEnvironment = (): Environment => {
  const { env } = process;
  const { settings, faults } = readSettings(env);
  for (const fault of faults) {
    console.warn(`Setting ${fault.name}: "${fault.value}" cannot be used; using "${fault.used}"`);
  }
  const url = env.TWENTY_API_URL ?? '';
  const callerToken = env.TWENTY_APP_ACCESS_TOKEN ?? '';
  return {
    client: createClient({ url, token: env.TWENTY_APP_APPLICATION_ACCESS_TOKEN ?? callerToken }),
    callerClient: createClient({ url, token: callerToken }),
    settings,
    now: new Date(),
  };
};

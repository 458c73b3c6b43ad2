import { createClient, type TwentyClient } from '../gateway/client.ts';
import { readSettings, type SettingFault, type Settings } from '../settings.ts';

/** What a hook finds around it. */
export interface Environment {
  readonly client: TwentyClient;
  /**
   * Acts in the stead of the person who called a route: it may what both that person and the application may. The
   * application itself where nobody did.
   */
  readonly callerClient: TwentyClient;
  readonly settings: Settings;
  /** Settings that could not be used, and what stands in for them. */
  readonly faults: readonly SettingFault[];
  readonly now: Date;
}

/** A hook of an event has a minute; what begins to be tried again must end within it. */
const EVENT_BUDGET = 45_000;

/**
 * Reads what Twenty puts into a hook's environment: address, token, settings. Settings that cannot be used are told of.
 * Requests are tried again as long as `budgetMs` from now allow.
 */
export const readEnvironment = (budgetMs = EVENT_BUDGET): Environment => {
  const { env } = process;
  const { settings, faults } = readSettings(env);
  for (const fault of faults) {
    console.warn(`Setting ${fault.name}: "${fault.value}" cannot be used; using "${fault.used}"`);
  }
  const url = env.TWENTY_API_URL ?? '';
  const callerToken = env.TWENTY_APP_ACCESS_TOKEN ?? '';
  return {
    client: createClient({ budgetMs, url, token: env.TWENTY_APP_APPLICATION_ACCESS_TOKEN ?? callerToken }),
    callerClient: createClient({ budgetMs, url, token: callerToken }),
    settings,
    faults,
    now: new Date(),
  };
};

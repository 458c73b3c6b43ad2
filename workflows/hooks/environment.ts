import { createClient, type TwentyClient } from '../../plugin/gateway/client.ts';
import { readSettings, type SettingFault, type Settings } from '../settings.ts';

/** What a hook finds around it. */
export interface Environment {
  readonly client: TwentyClient;
  readonly settings: Settings;
  /** Settings that could not be used, and what stands in for them. */
  readonly faults: readonly SettingFault[];
  readonly now: Date;
}

/** Reads what Twenty puts into a hook's environment: address, token, settings. Settings that cannot be used are told of. */
export const readEnvironment = (): Environment => {
  const { env } = process;
  const { settings, faults } = readSettings(env);
  for (const fault of faults) {
    console.warn(`Setting ${fault.name}: "${fault.value}" cannot be used; using "${fault.used}"`);
  }
  const client = createClient({
    url: env.TWENTY_API_URL ?? '',
    token: env.TWENTY_APP_APPLICATION_ACCESS_TOKEN ?? env.TWENTY_APP_ACCESS_TOKEN ?? '',
  });
  return { client, settings, faults, now: new Date() };
};

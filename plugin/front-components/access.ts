interface Host {
  readonly requestAccessTokenRefresh?: () => Promise<string>;
}

/** What Twenty gives a component to know of its surroundings. */
export const environment = (): Readonly<Record<string, string | undefined>> => globalThis.process?.env ?? {};

/** The token in use is short-lived; once it has run out the host gives another. */
let refreshed: string | null = null;

/** The token in the name of whoever looks at the page. */
export const accessToken = (): string => refreshed ?? environment().TWENTY_APP_ACCESS_TOKEN ?? '';

/** Asks the host for another token; null when it gives none. */
export const renewToken = async (): Promise<string | null> => {
  const host = (globalThis as { frontComponentHostCommunicationApi?: Host }).frontComponentHostCommunicationApi;
  const token = (await host?.requestAccessTokenRefresh?.().catch(() => null)) || null;
  if (token) refreshed = token;
  return token;
};

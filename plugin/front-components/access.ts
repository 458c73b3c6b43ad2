interface Host {
  readonly requestAccessTokenRefresh?: () => Promise<string>;
}

/** What Twenty gives a component to know of its surroundings. */
export const environment = (): Readonly<Record<string, string | undefined>> => globalThis.process?.env ?? {};

const given = (): string => environment().TWENTY_APP_ACCESS_TOKEN ?? '';

/** The token in use is short-lived; once it has run out the host gives another, in the place of the one it gave first. */
let renewed: { readonly of: string; readonly token: string } | null = null;

/** The token in the name of whoever looks at the page. */
export const accessToken = (): string => (renewed?.of === given() ? renewed.token : given());

/** Asks the host for another token; null when it gives none. */
export const renewToken = async (): Promise<string | null> => {
  const host = (globalThis as { frontComponentHostCommunicationApi?: Host }).frontComponentHostCommunicationApi;
  const token = (await host?.requestAccessTokenRefresh?.().catch(() => null)) || null;
  if (token) renewed = { of: given(), token };
  return token;
};

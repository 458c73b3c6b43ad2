import type {} from 'twenty-sdk/front-component';

/** One thing a component asked of its host. */
export interface HostCall {
  readonly name: string;
  readonly params: unknown;
}

type Host = typeof globalThis.frontComponentHostCommunicationApi;

interface HostOptions {
  /** Told of each call. */
  readonly onCall: (call: HostCall) => void;
  readonly newToken: () => Promise<string>;
  readonly unmount: () => void;
}

/** The functions that Twenty gives to a front component, here as calls to look at. */
export const previewHost = ({ onCall, newToken, unmount }: HostOptions): Host => {
  const told =
    (name: string) =>
    async (...params: readonly unknown[]): Promise<void> =>
      onCall({ name, params: params.length === 1 ? params[0] : params });
  return {
    navigate: told('navigate'),
    openSidePanelPage: told('openSidePanelPage'),
    closeSidePanel: told('closeSidePanel'),
    enqueueSnackbar: told('enqueueSnackbar'),
    updateProgress: told('updateProgress'),
    copyToClipboard: told('copyToClipboard'),
    requestAccessTokenRefresh: newToken,
    unmountFrontComponent: async () => {
      onCall({ name: 'unmountFrontComponent', params: null });
      unmount();
    },
    // Typed as answering nothing; the component waits for the answer all the same.
    openCommandConfirmationModal: (async (params: { readonly title: string; readonly subtitle: string }) => {
      onCall({ name: 'openCommandConfirmationModal', params });
      return window.confirm(`${params.title}\n${params.subtitle}`) ? 'confirm' : 'cancel';
    }) as unknown as NonNullable<Host['openCommandConfirmationModal']>,
  };
};

import { getResponse, type RequestHandler } from 'msw';

/** Answers `fetch` for a test file. */
export interface FetchServer {
  /** Takes the place of `fetch`. */
  readonly listen: () => void;
  /** Puts the real one back. */
  readonly close: () => void;
  /** Puts handlers before those that are there. */
  readonly use: (...handlers: readonly RequestHandler[]) => void;
  /** Puts these handlers in the place of all. */
  readonly resetHandlers: (...handlers: readonly RequestHandler[]) => void;
}

/**
 * Handlers of msw behind `fetch` itself. msw's own server stands behind a socket, so that each request and its answer are
 * written and read as HTTP by all of Node's client, which takes ten times as long as a workspace takes to answer: that
 * workspaces are reached over HTTP is tested where it is the thing tested. What no handler knows fails, as msw has it with
 * `onUnhandledFrame: 'error'`.
 */
export const fetchServer = (): FetchServer => {
  let handlers: readonly RequestHandler[] = [];
  let real: typeof fetch | undefined;
  const answer = async (...sent: Parameters<typeof fetch>): Promise<Response> => {
    const request = new Request(...sent);
    const response = await getResponse([...handlers], request);
    if (!response) throw new TypeError(`No handler answers ${request.method} ${request.url}`);
    if (response.type === 'error') throw new TypeError('fetch failed');
    return response;
  };
  return {
    listen: () => {
      real = globalThis.fetch;
      globalThis.fetch = answer;
    },
    close: () => {
      if (real) globalThis.fetch = real;
    },
    use: (...more) => {
      handlers = [...more, ...handlers];
    },
    resetHandlers: (...only) => {
      handlers = only;
    },
  };
};

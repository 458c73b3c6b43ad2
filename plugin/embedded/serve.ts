import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getResponse } from 'msw';
import { workspaceHandlers } from './handlers.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Told of a hook that failed while the server ran it. */
  readonly onError?: (error: unknown) => void;
  /** Pages served beside the workspace; null for what is none of them. */
  readonly pages?: (request: Request) => Promise<Response | null>;
}

const HOST = '127.0.0.1';

const requestOf = async (message: IncomingMessage, url: string): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = message.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`${url}${message.url ?? '/'}`, {
    method,
    headers,
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  });
};

const send = async (response: Response | undefined, to: ServerResponse): Promise<void> => {
  if (!response) {
    to.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not found"}');
    return;
  }
  to.writeHead(response.status, Object.fromEntries(response.headers)).end(Buffer.from(await response.arrayBuffer()));
};

/** Serves a workspace on 127.0.0.1 with the handlers that tests use, and runs the hooks its changes wake. */
export const serveWorkspace = async (workspace: Workspace, options: ServeOptions): Promise<WorkspaceServer> => {
  const report = options.onError ?? (() => {});
  let handlers = workspaceHandlers(workspace);
  const server = createServer((message, response) => {
    requestOf(message, workspace.url)
      .then(async (request) => (await options.pages?.(request)) ?? getResponse([...handlers], request))
      .then((answer) => send(answer, response))
      .catch((error: unknown) => {
        report(error);
        response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":"internal error"}');
      });
  });
  server.listen(options.port, HOST);
  await Promise.race([once(server, 'listening'), once(server, 'error').then(([error]) => Promise.reject(error))]);
  const { port } = server.address() as AddressInfo;
  workspace.url = `http://${HOST}:${port}`;
  handlers = workspaceHandlers(workspace, workspace.url, () => {
    workspace.settle().catch(report);
  });
  return {
    url: workspace.url,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};

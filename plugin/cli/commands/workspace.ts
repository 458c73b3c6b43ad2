import FakeTimers from '@sinonjs/fake-timers';
import { type Command, InvalidArgumentError } from 'commander';
import { loadBuiltApp } from '../../embedded/built-app.ts';
import { serveWorkspace, type WorkspaceServer } from '../../embedded/serve.ts';
import { createWorkspace, type Workspace } from '../../embedded/workspace.ts';
import { ensureBuilt, OUTPUT } from '../build.ts';
import type { Session } from '../main.ts';
import { json, UsageError } from '../output.ts';
import { loadSample } from '../sample.ts';

const portNumber = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Give a port from 0 to 65535 (0: any free one).');
  return port;
};

const instant = (text: string): Date => {
  const date = new Date(text);
  if (!/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError('Give an instant with offset, such as 2026-09-30T09:00:00+08:00.');
  }
  return date;
};

interface Options {
  readonly port: number;
  readonly clock?: Date;
  readonly sample?: boolean;
  readonly build: boolean;
  readonly json?: boolean;
}

/** Ctrl-C or a request to end. A second signal, as a terminal and a wrapper may send both, changes nothing. */
const watchSignals = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = (): void => resolve();
  for (const signal of signals) process.on(signal, stop);
  return {
    stopped: promise,
    release: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
};

const serve = async (
  workspace: Workspace,
  port: number,
  onError: (error: unknown) => void,
): Promise<WorkspaceServer> => {
  try {
    return await serveWorkspace(workspace, { port, onError });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(`port ${port} is in use; give another, or --port 0 for any free one`);
    if (code === 'EACCES') throw new UsageError(`port ${port} needs permission; give one above 1023`);
    throw error;
  }
};

/** `workspace`: the embedded workspace for any client, until Ctrl-C. */
export const workspaceCommand = (program: Command, session: Session): void => {
  program
    .command('workspace')
    .description('Serve an embedded Twenty-shaped workspace with the policy installed, on 127.0.0.1')
    .option('--port <n>', 'port, 0 for any free one', portNumber, 4310)
    .option('--clock <instant>', 'start its clock at an instant with offset', instant)
    .option('--sample', 'load the sample team')
    .option('--no-build', 'use the last build as it is')
    .option('--json', 'print URL and key as JSON')
    .action(async (options: Options) => {
      if (options.build) await ensureBuilt((line) => session.output.err(line));
      const app = await loadBuiltApp(OUTPUT);
      // Hooks read the time too: the whole process takes the workspace's clock, and it goes on from there.
      const clock = options.clock
        ? FakeTimers.install({
            now: options.clock,
            toFake: ['Date'],
            shouldAdvanceTime: true,
            shouldClearNativeTimers: false,
          })
        : null;
      const signals = watchSignals();
      let server: WorkspaceServer | null = null;
      try {
        const workspace = createWorkspace({ app });
        server = await serve(workspace, options.port, (error) =>
          session.output.err(`hook failed: ${error instanceof Error ? error.message : error}`),
        );
        await workspace.install();
        if (options.sample) await loadSample(workspace);
        const urls = { url: server.url, graphql: `${server.url}/graphql`, healthz: `${server.url}/healthz` };
        if (options.json) session.output.out(json({ ...urls, apiKey: workspace.apiKey }));
        else {
          session.output.out(`Workspace: ${urls.graphql} (health: ${urls.healthz})`);
          session.output.out(`API key:   ${workspace.apiKey}`);
          session.output.out('Ctrl-C stops it; its records are kept in memory only.');
        }
        await signals.stopped;
      } finally {
        await server?.close();
        clock?.uninstall();
        signals.release();
      }
      if (!options.json) session.output.out('Stopped.');
    });
};

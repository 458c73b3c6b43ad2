import FakeTimers from '@sinonjs/fake-timers';
import { type Command, InvalidArgumentError } from 'commander';
import { loadBuiltApp } from '../../embedded/built-app.ts';
import { serveWorkspace } from '../../embedded/serve.ts';
import { createWorkspace } from '../../embedded/workspace.ts';
import { ensureBuilt, OUTPUT } from '../build.ts';
import type { Session } from '../main.ts';
import { json } from '../output.ts';
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

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

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
      const workspace = createWorkspace({ app });
      const server = await serveWorkspace(workspace, {
        port: options.port,
        onError: (error) => session.output.err(`hook failed: ${error instanceof Error ? error.message : error}`),
      });
      await workspace.install();
      if (options.sample) await loadSample(workspace);
      const urls = { url: server.url, graphql: `${server.url}/graphql`, healthz: `${server.url}/healthz` };
      if (options.json) session.output.out(json({ ...urls, apiKey: workspace.apiKey }));
      else {
        session.output.out(`Workspace: ${urls.graphql} (health: ${urls.healthz})`);
        session.output.out(`API key:   ${workspace.apiKey}`);
        session.output.out('Ctrl-C stops it; its records are kept in memory only.');
      }
      await interrupted();
      await server.close();
      clock?.uninstall();
      if (!options.json) session.output.out('Stopped.');
    });
};

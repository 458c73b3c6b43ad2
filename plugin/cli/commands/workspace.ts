import type { Command } from 'commander';
import { loadBuiltApp } from '../../embedded/built-app.ts';
import type { WorkspaceServer } from '../../embedded/serve.ts';
import { createWorkspace } from '../../embedded/workspace.ts';
import { ensureBuilt, OUTPUT } from '../build.ts';
import type { Session } from '../main.ts';
import { json } from '../output.ts';
import { loadSample } from '../sample.ts';
import { instant, portNumber, serve, startClock, watchSignals } from '../serving.ts';

interface Options {
  readonly port: number;
  readonly clock?: Date;
  readonly sample?: boolean;
  readonly build: boolean;
  readonly json?: boolean;
}

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
      const stopClock = startClock(options.clock);
      const signals = watchSignals();
      let server: WorkspaceServer | null = null;
      try {
        const workspace = createWorkspace({ app });
        server = await serve(workspace, {
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
        await signals.stopped;
      } finally {
        await server?.close();
        stopClock();
        signals.release();
      }
      if (!options.json) session.output.out('Stopped.');
    });
};

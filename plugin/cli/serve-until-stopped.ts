import type { Command } from 'commander';
import { type BuiltApp, loadBuiltApp } from '../embedded/built-app.ts';
import type { ServeOptions, WorkspaceServer } from '../embedded/serve.ts';
import { createWorkspace, type Workspace } from '../embedded/workspace.ts';
import { ensureBuilt, OUTPUT } from './build.ts';
import { instant, portNumber, serve, startClock, watchSignals } from './serving.ts';
import type { Session } from './session.ts';

/** What every command that serves a workspace takes. */
export interface ServingOptions {
  readonly port: number;
  readonly clock?: Date;
  readonly build: boolean;
  readonly json?: boolean;
}

/** Adds the options of a command that serves a workspace. */
export const addServingOptions = (command: Command, port: number): Command =>
  command
    .option('--port <n>', 'port, 0 for any free one', portNumber, port)
    .option('--clock <instant>', 'start its clock at an instant with offset', instant)
    .option('--no-build', 'use the last build as it is');

/** What a command makes of the workspace it serves. */
export interface Served {
  /** What is answered beside the API. */
  readonly pages?: ServeOptions['pages'];
  /** Installs, fills and tells where it is served; called once it answers. */
  readonly open: (url: string) => Promise<void>;
}

/** Serves a workspace of the built application on 127.0.0.1, until Ctrl-C. */
export const serveUntilStopped = async (
  session: Session,
  options: ServingOptions,
  prepare: (workspace: Workspace, app: BuiltApp) => Served,
): Promise<void> => {
  if (options.build) await ensureBuilt((line) => session.output.err(line));
  const app = await loadBuiltApp(OUTPUT);
  const stopClock = startClock(options.clock);
  const signals = watchSignals();
  let server: WorkspaceServer | null = null;
  try {
    const workspace = createWorkspace({ app });
    const { pages, open } = prepare(workspace, app);
    server = await serve(workspace, {
      port: options.port,
      onError: (error) => session.output.err(`hook failed: ${error instanceof Error ? error.message : error}`),
      ...(pages ? { pages } : {}),
    });
    await open(server.url);
    await signals.stopped;
  } finally {
    await server?.close();
    stopClock();
    signals.release();
  }
  if (!options.json) session.output.out('Stopped.');
};

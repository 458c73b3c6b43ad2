import type { Command } from 'commander';
import { loadSample } from '../../embedded/sample.ts';
import { json } from '../output.ts';
import { addServingOptions, type ServingOptions, serveUntilStopped } from '../serve-until-stopped.ts';
import type { Session } from '../session.ts';

interface Options extends ServingOptions {
  readonly sample?: boolean;
}

/** `workspace`: the embedded workspace for any client, until Ctrl-C. */
export const workspaceCommand = (program: Command, session: Session): void => {
  const command = program
    .command('workspace')
    .description('Serve an embedded Twenty-shaped workspace with the policy installed, on 127.0.0.1');
  addServingOptions(command, 4310)
    .option('--sample', 'load the sample team')
    .option('--json', 'print URL and key as JSON')
    .action((options: Options) =>
      serveUntilStopped(session, options, (workspace) => ({
        open: async (url) => {
          await workspace.install();
          if (options.sample) await loadSample(workspace);
          const urls = { url, graphql: `${url}/graphql`, healthz: `${url}/healthz` };
          if (options.json) {
            session.output.out(json({ ...urls, apiKey: workspace.apiKey }));
            return;
          }
          session.output.out(`Workspace: ${urls.graphql} (health: ${urls.healthz})`);
          session.output.out(`API key:   ${workspace.apiKey}`);
          session.output.out('Ctrl-C stops it; its records are kept in memory only.');
        },
      })),
    );
};

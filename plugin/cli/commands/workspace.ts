import type { Command } from 'commander';
import { universalIdentifier } from '../../../objects/define/universal-identifier.ts';
import { loadSample } from '../../embedded/sample.ts';
import { people } from '../../embedded/sample-people.ts';
import type { Workspace } from '../../embedded/workspace.ts';
import { json, pad } from '../output.ts';
import { addServingOptions, type ServingOptions, serveUntilStopped } from '../serve-until-stopped.ts';
import type { Session } from '../session.ts';

interface Options extends ServingOptions {
  readonly sample?: boolean;
}

/** Somebody who uses the workspace over HTTP. */
interface User {
  readonly id: string;
  readonly name: string;
  /** As the workspace shows it. */
  readonly role: string;
  readonly token: string;
}

/** Loads the sample team, gives each their role, and hands on the tokens they act by. */
const fill = async (workspace: Workspace): Promise<readonly User[]> => {
  const { tokens } = await loadSample(workspace);
  return people.map(({ key, id, name, role, roleLabel }) => {
    workspace.giveRole(id, universalIdentifier('role', role));
    return { id, name, role: roleLabel, token: tokens.get(key) ?? '' };
  });
};

const usersText = (users: readonly User[]): readonly string[] => [
  'The sample team, each with the token of what they do themselves:',
  ...users.map(({ name, role, token }) => `  ${pad(name, 8)}${pad(role, 36)}${token}`),
];

/** `workspace`: the embedded workspace for any client, until Ctrl-C. */
export const workspaceCommand = (program: Command, session: Session): void => {
  const command = program
    .command('workspace')
    .description('Serve an embedded Twenty-shaped workspace with the policy installed, on 127.0.0.1');
  addServingOptions(command, 4310)
    .option('--sample', 'load the sample team, and print a token for each of its members')
    .option('--json', 'print URL, key and tokens as JSON')
    .action((options: Options) =>
      serveUntilStopped(session, options, (workspace) => ({
        open: async (url) => {
          await workspace.install();
          const users = options.sample ? await fill(workspace) : null;
          const urls = { url, graphql: `${url}/graphql`, healthz: `${url}/healthz` };
          if (options.json) {
            session.output.out(json({ ...urls, apiKey: workspace.apiKey, ...(users ? { members: users } : {}) }));
            return;
          }
          session.output.out(`Workspace: ${urls.graphql} (health: ${urls.healthz})`);
          session.output.out(`API key:   ${workspace.apiKey}`);
          if (users) for (const line of usersText(users)) session.output.out(line);
          session.output.out('Ctrl-C stops it; its records are kept in memory only.');
        },
      })),
    );
};

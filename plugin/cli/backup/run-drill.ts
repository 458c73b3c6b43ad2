import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MEMBERS } from '../../../workflows/backup/manifest.ts';
import { createClient } from '../../../workflows/gateway/client.ts';
import type { BuiltApp } from '../../embedded/built-app.ts';
import { createWorkspace, type Workspace } from '../../embedded/workspace.ts';
import { UsageError } from '../output.ts';
import { recordsOf } from './chain-records.ts';
import { compareWorkspace, type Difference } from './compare-workspace.ts';
import { restoreChain } from './restore-chain.ts';
import { type ProvenChain, proveChain } from './verify-chain.ts';
import { counted, type PacedClient } from './workspace-client.ts';

export interface DrillReport {
  readonly place: string;
  /** The backups restored, the full one first. */
  readonly chain: readonly string[];
  readonly isEncrypted: boolean;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Records compared, field by field. */
  readonly records: number;
  /** Records that did not come back as they were. */
  readonly differences: readonly Difference[];
  /** Records the workspace has and the backup has not. */
  readonly others: number;
  /** How long it took to prove the chain and bring everything back: the recovery time (RTO). */
  readonly recoverySeconds: number;
  /** How old the newest backup was: what changed since would be lost (RPO). */
  readonly lossSeconds: number;
  /** Calls the restore took: on a server they take their time at its pace. */
  readonly calls: number;
  readonly isPassed: boolean;
  /** The file at fault where the chain is not whole and nothing was restored. */
  readonly damage: string | null;
}

/** A client that asks a workspace within the process, by the same path as HTTP. */
export const insideClient = (workspace: Workspace, token: string): PacedClient =>
  counted(
    createClient({
      url: workspace.url,
      token,
      fetch: async (_address, init) => {
        const { query, variables } = JSON.parse(String(init?.body)) as {
          query: string;
          variables: Readonly<Record<string, unknown>>;
        };
        return Response.json(await workspace.answer(token, query, variables));
      },
    }),
    null,
  );

/** An empty workspace with the users of a backup; no hook of it runs, so that what comes back is the backup's alone. */
const emptyWorkspace = async (app: BuiltApp, chain: ProvenChain): Promise<Workspace> => {
  const workspace = createWorkspace({ app });
  workspace.intercept(() => []);
  for await (const { id, name, userEmail } of recordsOf(chain, MEMBERS)) {
    const { firstName = '', lastName = '' } = (name ?? {}) as { firstName?: string; lastName?: string };
    workspace.addMember({ id: String(id), firstName, lastName, email: String(userEmail ?? '') });
  }
  return workspace;
};

/**
 * Restores the newest chain of a place into an empty workspace of the process and compares every record with it.
 * @throws Damage where the chain is not whole
 */
export const runDrill = async (
  place: string,
  passphrase: string | null,
  app: BuiltApp,
  { now, tell }: { readonly now: () => Date; readonly tell: (line: string) => void },
): Promise<DrillReport> => {
  const startedAt = now();
  const began = performance.now();
  tell('Reading the chain through');
  const chain = await proveChain(place, passphrase);
  if (!chain.isRead) throw new UsageError('the chain is encrypted: give its passphrase');
  const workspace = await emptyWorkspace(app, chain);
  const client = insideClient(workspace, workspace.apiKey);
  const application = insideClient(workspace, workspace.applicationToken);
  const folder = await mkdtemp(join(tmpdir(), 'tag-policy-drill-'));
  try {
    tell('Restoring it into an empty workspace');
    const restored = await restoreChain({
      chain,
      workspace: workspace.url,
      client,
      application,
      isApplied: true,
      overwrites: false,
      journal: join(folder, 'restore.journal'),
      tell,
    });
    const recoverySeconds = (performance.now() - began) / 1000;
    tell('Comparing every record');
    const { records, differences, others } = await compareWorkspace(chain, client);
    const newest = chain.links.at(-1)?.manifest;
    return {
      place,
      chain: restored.chain,
      isEncrypted: chain.secret !== null,
      startedAt: startedAt.toISOString(),
      finishedAt: now().toISOString(),
      records,
      differences,
      others,
      recoverySeconds,
      lossSeconds: (startedAt.getTime() - Date.parse(newest?.startedAt ?? '')) / 1000,
      calls: restored.calls,
      isPassed: differences.length === 0 && others === 0 && restored.failures.length === 0 && restored.unlinked === 0,
      damage: null,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

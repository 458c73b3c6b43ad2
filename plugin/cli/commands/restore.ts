import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { objectEntry } from '../../../objects/taxonomy/index.ts';
import { applicationClient } from '../backup/application-client.ts';
import { Damage } from '../backup/damage.ts';
import { addPassphrase, PASSPHRASE_HELP, type PassphraseOptions, readPassphrase, several } from '../backup/options.ts';
import { type RestoreReport, restoreChain } from '../backup/restore-chain.ts';
import { type ProvenChain, proveChain } from '../backup/verify-chain.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { json, type Output, pad, UsageError } from '../output.ts';
import { address, apiKey, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';

interface Options extends PassphraseOptions {
  readonly from: readonly string[];
  readonly backup?: string;
  readonly url: string;
  readonly key: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly apply?: boolean;
  readonly overwrite?: boolean;
  readonly journal?: string;
  readonly json?: boolean;
}

/** The chain of the first place where it is whole; the others are told of. */
const firstWhole = async (
  { from, backup }: Options,
  passphrase: string | null,
  tell: (line: string) => void,
): Promise<ProvenChain> => {
  let first: Damage | null = null;
  for (const place of from) {
    try {
      return await proveChain(place, passphrase, { id: backup });
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      tell(`${place} cannot be used: ${error.message}`);
      first ??= error;
    }
  }
  throw first ?? new UsageError('give a place by --from');
};

const SHOWN = 20;

const TASK_LABELS: Readonly<Record<string, string>> = { task: 'Policy tasks', taskTarget: 'Their records' };
const labelOf = (object: string): string => TASK_LABELS[object] ?? objectEntry(object).labelPlural.en;

const print = (report: RestoreReport, { out }: Output): void => {
  const { chain, isApplied, objects, conflicts, unlinked, failures, calls, seconds } = report;
  out(`${isApplied ? 'Restored' : 'Would restore'} ${chain.join(' → ')}`);
  const tallies = Object.values(objects);
  const columns = ['create', 'update', 'same', 'conflict', 'left'] as const;
  out(`  ${pad('', 22)}${columns.map((column) => pad(column, 10)).join('')}`);
  for (const [object, tally] of Object.entries(objects)) {
    const label = labelOf(object);
    out(`  ${pad(label, 22)}${columns.map((column) => pad(tally[column].toLocaleString('en'), 10)).join('')}`);
  }
  const back = tallies.reduce((sum, { broughtBack }) => sum + broughtBack, 0);
  if (back > 0) out(`  ${back} of the updates bring a record back from the trash`);
  for (const { object, id, fields } of conflicts.slice(0, SHOWN)) {
    out(`  conflict: ${object} ${id}: ${fields.join(', ') || 'written since'}`);
  }
  if (conflicts.length > 0) out('  Conflicts were written by people since; --overwrite puts the backup over them');
  if (unlinked > 0) out(`  ${unlinked} links lead nowhere here and are left empty`);
  const left = tallies.reduce((sum, tally) => sum + tally.left + tally.partly, 0);
  if (left > 0) {
    out(`  On ${left} records what the application keeps is left (status, who entered and when, its memory, the log):`);
    out('  no API key may write it. Give --client-id and the secret of its registration, or let the sweep judge anew.');
  }
  for (const { object, id, code, reason } of failures.slice(0, SHOWN)) out(`  ✗ ${object} ${id} (${code}): ${reason}`);
  out(`  ${failures.length} failures, ${calls} calls, ${seconds.toFixed(1)} s`);
  if (!isApplied) out('Nothing was written; --apply writes it');
};

/** `restore`: brings a chain back into a workspace, after showing what that would do (6.2.4, 6.2.5). */
export const restoreCommand = (program: Command, session: Session): void => {
  const command = program
    .command('restore')
    .description('Show what restoring a chain would change in a workspace; with --apply, do it')
    .requiredOption('--from <folder>', 'where it is kept; of several the first that is whole', several)
    .option('--backup <id>', 'the backup to go back to; the newest unless given')
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .option('--client-id <id>', "client id of the application's registration in Twenty", apiKey)
    .addOption(new Option('--client-secret <secret>', 'its secret').env('TAG_POLICY_CLIENT_SECRET').argParser(apiKey))
    .option('--apply', 'write it; without this nothing is written')
    .option('--overwrite', 'also put the backup over what people have written since')
    .option('--journal <file>', 'where to note what is being written, in the place unless given')
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      `${PASSPHRASE_HELP}\nCut off, call it again: it writes what is left. Nothing is ever deleted.\nExit codes: 0 all is as in the backup or would be, 1 conflicts, failures or parts left, 2 the chain is damaged or wrong use.`,
    )
    .action(async (options: Options) => {
      const tell = (line: string): void => session.output.err(line);
      const { url, key, clientId, clientSecret } = options;
      if ((clientId === undefined) !== (clientSecret === undefined)) {
        throw new UsageError('--client-id and --client-secret belong together');
      }
      const passphrase = await readPassphrase(options);
      const chain = await firstWhole(options, passphrase, tell);
      if (!chain.isRead) throw new UsageError('the chain is encrypted: give its passphrase');
      try {
        const report = await restoreChain({
          chain,
          workspace: url,
          client: workspaceClient(url, key, { tell }),
          application:
            clientId && clientSecret ? await applicationClient(url, { clientId, clientSecret }, { tell }) : null,
          isApplied: options.apply === true,
          overwrites: options.overwrite === true,
          journal: options.journal ?? join(chain.place, 'restore.journal'),
          tell,
        });
        const isLeft = Object.values(report.objects).some(({ conflict, left, partly }) => conflict + left + partly > 0);
        if (isLeft || report.failures.length > 0) session.exit = 1;
        if (options.json) session.output.out(json(report));
        else print(report, session.output);
      } catch (error) {
        throw explained(error, url);
      }
    });
};

import type { Command } from 'commander';
import { RETENTION } from '../../../workflows/backup/retention.ts';
import { VERSION } from '../../../workflows/version.ts';
import {
  addPassphrase,
  howMany,
  PASSPHRASE_HELP,
  type PassphraseOptions,
  readPassphrase,
  several,
} from '../backup/options.ts';
import { registerBackup } from '../backup/register.ts';
import { disksOf, openPlaces } from '../backup/store.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { type BackupReport, writeBackup } from '../backup/write-backup.ts';
import { json, type Output } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';

interface Options extends PassphraseOptions {
  readonly to: readonly string[];
  readonly url: string;
  readonly key: string;
  readonly incremental?: boolean;
  readonly keepFull: number;
  readonly keepIncremental: number;
  readonly prune: boolean;
  readonly register: boolean;
  readonly json?: boolean;
}

const print = (report: BackupReport, remarks: readonly string[], { out }: Output): void => {
  const { id, kind, base, records, bytes, seconds, calls, places, failures, expired, digest } = report;
  out(`${id}: ${kind === 'FULL' ? 'full' : `increment on ${base}`}`);
  out(
    `  ${records.toLocaleString('en')} records, ${(bytes / 1e6).toFixed(2)} MB, ${seconds.toFixed(1)} s, ${calls} calls`,
  );
  out(`  SHA-256 of its manifest: ${digest}`);
  for (const place of places) out(`  ✓ ${place}: read back, whole`);
  for (const failure of failures) out(`  ✗ ${failure}`);
  for (const old of expired) out(`  − ${old}: kept no longer`);
  for (const remark of remarks) out(`  ! ${remark}`);
};

const remarksOn = async ({ isEncrypted, places }: BackupReport): Promise<readonly string[]> => [
  ...(isEncrypted ? [] : ['plain: sensitive tags, credit records and how to reach contacts are left out']),
  ...(places.length < 2 ? ['one place only: the policy wants two, far apart (6.2.3)'] : []),
  ...(places.length > 1 && (await disksOf(places)) < 2 ? ['all places lie on one disk'] : []),
];

/** `backup`: what the policy governs, into two or more places, each read back (6.2.1–6.2.3). */
export const backupCommand = (program: Command, session: Session): void => {
  const command = program
    .command('backup')
    .description('Back up what the policy governs into one place or more, and read it back from each')
    .requiredOption('--to <folder>', 'where to; give it again for each further place', several)
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .option('--incremental', 'only what changed since the last backup; a full one where there is none')
    .option('--keep-full <n>', 'full backups to keep', howMany, RETENTION.full)
    .option('--keep-incremental <n>', 'increments to keep', howMany, RETENTION.incremental)
    .option('--no-prune', 'keep every backup')
    .option('--no-register', 'do not enter it into the register of the workspace')
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      `${PASSPHRASE_HELP}\nCut off, it goes on where it was when called again.\nExit codes: 0 proven in every place, 1 not in every place or not registered, 2 no backup.`,
    )
    .action(async (options: Options) => {
      const tell = (line: string): void => session.output.err(line);
      const passphrase = await readPassphrase(options);
      const places = await openPlaces(options.to);
      const client = workspaceClient(options.url, options.key, { tell });
      try {
        const report = await writeBackup({
          client,
          workspace: options.url,
          version: VERSION,
          places,
          kind: options.incremental ? 'INCREMENTAL' : 'FULL',
          passphrase,
          now: () => new Date(),
          tell,
          retention: options.prune ? { full: options.keepFull, incremental: options.keepIncremental } : null,
        });
        if (report.failures.length > 0) session.exit = 1;
        const remarks = await remarksOn(report);
        if (options.json) session.output.out(json({ ...report, remarks }));
        else print(report, remarks, session.output);
        if (!options.register) return;
        await registerBackup(client, report).catch((error: unknown) => {
          session.exit = 1;
          tell(`The backup is made; ${(explained(error, options.url) as Error).message}`);
        });
      } catch (error) {
        throw explained(error, options.url);
      }
    });
};

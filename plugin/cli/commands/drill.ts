import type { Command } from 'commander';
import { loadBuiltApp } from '../../embedded/built-app.ts';
import { Damage } from '../backup/damage.ts';
import { addPassphrase, PASSPHRASE_HELP, type PassphraseOptions, readPassphrase } from '../backup/options.ts';
import { timeOf } from '../backup/progress.ts';
import { registerDrill } from '../backup/register.ts';
import { type DrillReport, runDrill } from '../backup/run-drill.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { ensureBuilt, OUTPUT } from '../build.ts';
import { json, type Output, UsageError } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';

interface Options extends PassphraseOptions {
  readonly from: string;
  readonly url?: string;
  readonly key?: string;
  readonly build: boolean;
  readonly json?: boolean;
}

const SHOWN = 20;

const print = (report: DrillReport, { out }: Output): void => {
  const { chain, records, differences, others, recoverySeconds, lossSeconds, calls, isPassed, isEncrypted } = report;
  out(`${isPassed ? '✓ Passed' : '✗ Failed'}: ${chain.join(' → ')}`);
  out(`  ${records.toLocaleString('en')} records compared field by field, ${differences.length + others} differences`);
  out(
    `  RTO ${recoverySeconds.toFixed(2)} s to prove the chain and bring it back here; ${calls} calls, on a server about ${timeOf(calls)}`,
  );
  out(`  RPO ${(lossSeconds / 3600).toFixed(2)} h: what changed since then would be lost`);
  if (!isEncrypted) out('  ! plain: what is sensitive is not in it and could not come back');
  for (const { object, id, fields } of differences.slice(0, SHOWN)) {
    out(`  ✗ ${object} ${id}: ${fields.length > 0 ? fields.join(', ') : 'missing'}`);
  }
};

/** A drill that could not even begin, since the chain is not whole. */
const failedBy = (place: string, damage: Damage, at: Date): DrillReport => ({
  place,
  chain: [],
  isEncrypted: false,
  startedAt: at.toISOString(),
  finishedAt: at.toISOString(),
  records: 0,
  differences: [],
  others: 0,
  recoverySeconds: 0,
  lossSeconds: 0,
  calls: 0,
  isPassed: false,
  damage: damage.message,
});

/** `drill`: proves that the newest chain can be restored, and how fast (6.2.4, 6.2.5). */
export const drillCommand = (program: Command, session: Session): void => {
  const command = program
    .command('drill')
    .description('Restore the newest chain into an empty embedded workspace, compare every record, measure RTO and RPO')
    .requiredOption('--from <folder>', 'where it is kept')
    .option('--url <url>', 'address of Twenty, to enter the drill into its register', address)
    .addOption(keyOption())
    .option('--no-build', 'use the last build as it is')
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      `${PASSPHRASE_HELP}\nExit codes: 0 passed, 1 failed or not registered, 2 there is no backup or wrong use.`,
    )
    .action(async (options: Options) => {
      const tell = (line: string): void => session.output.err(line);
      const { from, url, key } = options;
      if (url !== undefined && key === undefined) throw new UsageError('--url needs --key');
      const passphrase = await readPassphrase(options);
      if (options.build) await ensureBuilt(tell);
      const app = await loadBuiltApp(OUTPUT);
      const now = (): Date => new Date();
      const report = await runDrill(from, passphrase, app, { now, tell }).catch((error: unknown) => {
        if (error instanceof Damage) return failedBy(from, error, now());
        throw error;
      });
      if (!report.isPassed) session.exit = 1;
      if (options.json) session.output.out(json(report));
      else if (report.damage) session.output.out(`✗ Failed: ${report.damage}`);
      else print(report, session.output);
      if (url === undefined || key === undefined) return;
      await registerDrill(workspaceClient(url, key, { tell }), report).catch((error: unknown) => {
        session.exit = 1;
        tell(`The drill is over; ${(explained(error, url) as Error).message}`);
      });
    });
};

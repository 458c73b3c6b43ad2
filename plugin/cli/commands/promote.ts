import type { Command } from 'commander';
import { addPassphrase, type PassphraseOptions, readPassphrase } from '../backup/options.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { count, oneLine } from '../check/options.ts';
import { json, type Output } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';
import { type PromoteReport, promoteTerm } from '../terms/promote-term.ts';

interface Options extends PassphraseOptions {
  readonly option: string;
  readonly url: string;
  readonly key: string;
  readonly runs: string;
  readonly apply?: boolean;
  readonly json?: boolean;
}

const RUNS = '.tag-policy/imports';
const SHOWN = 20;

const print = (report: PromoteReport, { out }: Output): void => {
  const { term, list, option, records, isApplied, run, failures } = report;
  out(
    oneLine(
      `${isApplied ? 'Made' : 'Would make'} “${term}” the option ${option} of ${list}: ${count(records, 'record')}`,
    ),
  );
  for (const { object, id, code, reason } of failures.slice(0, SHOWN))
    out(oneLine(`  ✗ ${object} ${id} (${code}): ${reason}`));
  out(run ? `Run ${run}; tag-policy import --undo ${run} takes it back` : 'Nothing was written; --apply writes it');
};

/** `promote TERM --option OPTION`: records of a term hold the option it has become in this version (3.1.10, 1.3.4). */
export const promoteCommand = (program: Command, session: Session): void => {
  const command = program
    .command('promote <term>')
    .description(
      'Show which records hold a term of the tag dictionary that is an option now; with --apply, rewrite them',
    )
    .requiredOption('--option <option>', 'the option of the installed version, such as ASSOCIATION')
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .option('--apply', 'write it; without this nothing is written')
    .option('--runs <folder>', 'where it is noted what is written, to be taken back', RUNS)
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      '\nThe term is given by its word or by the id of its entry, which is retired by the option’s.\nExit codes: 0 done, 1 records that Twenty refused, 2 wrong use or failure.',
    )
    .action(async (term: string, options: Options) => {
      const tell = (line: string): void => session.output.err(line);
      try {
        const report = await promoteTerm({
          client: workspaceClient(options.url, options.key, { tell }),
          workspace: options.url,
          term,
          option: options.option,
          runs: options.runs,
          secrets: { passphrase: await readPassphrase(options), key: options.key },
          isApplied: options.apply === true,
          now: () => new Date(),
          tell,
        });
        if (report.failures.length > 0) session.exit = 1;
        if (options.json) session.output.out(json(report));
        else print(report, session.output);
      } catch (error) {
        throw explained(error, options.url);
      }
    });
};

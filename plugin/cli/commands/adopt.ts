import type { Command } from 'commander';
import type { Language } from '../../../objects/taxonomy/index.ts';
import { addPassphrase, type PassphraseOptions, readPassphrase } from '../backup/options.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { count, languageOption, oneLine } from '../check/options.ts';
import { json, type Output } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';
import { type AdoptReport, adoptOption, type ShownRecord } from '../terms/adopt-option.ts';

interface Options extends PassphraseOptions {
  readonly term?: string;
  readonly definition?: string;
  readonly url: string;
  readonly key: string;
  readonly language: Language;
  readonly runs: string;
  readonly apply?: boolean;
  readonly json?: boolean;
}

const RUNS = '.tag-policy/imports';
const SHOWN = 20;

const list = (records: readonly ShownRecord[], mark: string, { out }: Output): void => {
  for (const { name, id } of records.slice(0, SHOWN)) out(oneLine(`  ${mark} ${name || '(no name)'} [${id}]`));
  if (records.length > SHOWN) out(`  … ${(records.length - SHOWN).toLocaleString('en')} more; --json lists them all`);
};

const print = (report: AdoptReport, output: Output): void => {
  const { option, isThere, term, records, left, isApplied, run, failures } = report;
  const { out } = output;
  const entry = `${term.isNew ? 'the new term' : 'the term'} “${term.word}”`;
  const place = isThere ? '' : ', gone by now, out of what is kept aside';
  const verb = isApplied ? 'Made' : 'Would make';
  out(oneLine(`${verb} ${option} of ${report.list}${place} ${entry}: ${count(records.length, 'record')}`));
  if (!isApplied) list(records, '·', output);
  if (left.length > 0) {
    out(`${count(left.length, 'record')} left as found, for another term stands there; say in Twenty which is meant`);
    list(left, '!', output);
  }
  if (term.status === 'DRAFT') {
    out('The term is a draft: its records bear a warning until the tag manager has defined and accepted it');
  }
  for (const { object, id, code, reason } of failures.slice(0, SHOWN))
    out(oneLine(`  ✗ ${object} ${id} (${code}): ${reason}`));
  out(run ? `Run ${run}; tag-policy import --undo ${run} takes it back` : 'Nothing was written; --apply writes it');
};

/** `adopt LIST OPTION`: a term of the dictionary in place of an option that was added in Twenty's settings (3.1.10, 1.3.4). */
export const adoptCommand = (program: Command, session: Session): void => {
  const command = program
    .command('adopt <list> <option>')
    .description(
      'Show which records hold an option that somebody added to an open list in Twenty; with --apply, make a term of it',
    )
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .option('--term <term>', "the term it becomes, by its word or its entry's id; the option's own word unless given")
    .option('--definition <text>', 'what the term means; with it its entry is accepted')
    .addOption(languageOption())
    .option('--apply', 'write it; without this nothing is written')
    .option('--runs <folder>', 'where it is noted what is written, to be taken back', RUNS)
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      '\nThe list is given as company.tagChannels, the option by its API name; doctor tells both. Records say “Other” and name the\nterm instead. Of an option that an apply has deleted, values come back out of what the records’ memory keeps aside.\nExit codes: 0 done, 1 records that Twenty refused or that name another term, 2 wrong use or failure.',
    )
    .action(async (listName: string, option: string, options: Options) => {
      const tell = (line: string): void => session.output.err(line);
      try {
        const report = await adoptOption({
          client: workspaceClient(options.url, options.key, { tell }),
          workspace: options.url,
          list: listName,
          option,
          term: options.term ?? null,
          definition: options.definition ?? null,
          language: options.language,
          runs: options.runs,
          secrets: { passphrase: await readPassphrase(options), key: options.key },
          isApplied: options.apply === true,
          now: () => new Date(),
          tell,
        });
        if (report.failures.length > 0 || report.left.length > 0) session.exit = 1;
        if (options.json) session.output.out(json(report));
        else print(report, session.output);
      } catch (error) {
        throw explained(error, options.url);
      }
    });
};

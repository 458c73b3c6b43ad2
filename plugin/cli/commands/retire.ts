import type { Command } from 'commander';
import type { Language } from '../../../objects/taxonomy/index.ts';
import { addPassphrase, type PassphraseOptions, readPassphrase } from '../backup/options.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { count, languageOption, oneLine } from '../check/options.ts';
import { json, type Output, pad } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import { CONFLICTS } from '../retire/plan-retirement.ts';
import { type RetireReport, retireEntry } from '../retire/retire-entry.ts';
import type { Session } from '../session.ts';

interface Options extends PassphraseOptions {
  readonly replace?: string;
  readonly url: string;
  readonly key: string;
  readonly language: Language;
  readonly runs: string;
  readonly apply?: boolean;
  readonly json?: boolean;
}

const RUNS = '.tag-policy/imports';
const SHOWN = 20;

const entryText = ({ word, tag, option }: RetireReport['entry']): string =>
  `“${word}” (${tag}${option && `:${option}`})`;

const print = (report: RetireReport, { out }: Output): void => {
  const { entry, replacement, records, values, rewritten, already, conflicts, conflicting, isApplied, run } = report;
  const by = replacement ? `, replaced by ${entryText(replacement)}` : '';
  const held = records === null ? 'the key may not read how many records hold it' : count(records, 'record');
  out(oneLine(`${isApplied ? 'Retired' : 'Would retire'} ${entryText(entry)}${by}: ${held}`));
  for (const { object, value, label, records: some } of values) {
    const what = value === null || value === label ? label : `${label} (${value})`;
    out(oneLine(`  ${pad(object, 16)}${pad(what, 32)} ${some.toLocaleString('en')}`));
  }
  if (replacement) out(`  ${count(rewritten, 'record')} rewritten; ${already} of them held the replacement already`);
  else if (records !== 0) out('  They keep it, with a warning; --replace says what they hold from now on');
  for (const { object, id, name, why } of conflicts.slice(0, SHOWN)) {
    out(oneLine(`  conflict: ${object} ${name} [${id}]: ${CONFLICTS[why]}`));
  }
  if (conflicting > SHOWN) out(`  … and ${(conflicting - SHOWN).toLocaleString('en')} more conflicts, in --json`);
  for (const { object, id, code, reason } of report.failures.slice(0, SHOWN))
    out(oneLine(`  ✗ ${object} ${id} (${code}): ${reason}`));
  if (run) out(`Run ${run}; tag-policy import --undo ${run} takes it back`);
  else out(isApplied ? 'It was so already; nothing was written' : 'Nothing was written; --apply writes it');
};

/** `retire ENTRY`: what is used is retired and replaced, not deleted (3.2.2, A29). */
export const retireCommand = (program: Command, session: Session): void => {
  const command = program
    .command('retire <entry>')
    .description('Show which records hold a tag, an option or a term; with --apply, retire it and replace it in them')
    .option('--replace <entry>', 'what the records hold in its place; without it they keep what they hold')
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .option('--apply', 'write it; without this nothing is written')
    .option('--runs <folder>', 'where it is noted what is written, to be taken back', RUNS)
    .addOption(languageOption())
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      [
        '',
        'An entry is named by OBJECT.TAG, OBJECT.TAG:OPTION (company.tagCustomerType:DEALER), by its word, or by its id in the',
        'tag dictionary; a replacement of the same list by its option alone. A tag is replaced by a tag of its kind on the same',
        'object, an option or a term by another of its list. A record where that is not clear is told, and keeps what it holds.',
        'Records are rewritten 200 at a time; cut off, call it again: it goes on. import --undo RUN takes it back.',
        'Exit codes: 0 done, 1 conflicts or records that Twenty refused, 2 wrong use or failure.',
      ].join('\n'),
    )
    .action(async (entry: string, options: Options) => {
      const tell = (line: string): void => session.output.err(line);
      try {
        const report = await retireEntry({
          client: workspaceClient(options.url, options.key, { tell }),
          workspace: options.url,
          entry,
          by: options.replace ?? null,
          language: options.language,
          runs: options.runs,
          secrets: { passphrase: await readPassphrase(options), key: options.key },
          isApplied: options.apply === true,
          now: () => new Date(),
          tell,
        });
        if (report.failures.length + report.conflicting > 0) session.exit = 1;
        if (options.json) session.output.out(json(report));
        else print(report, session.output);
      } catch (error) {
        throw explained(error, options.url);
      }
    });
};

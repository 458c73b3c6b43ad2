import { join } from 'node:path';
import type { Command } from 'commander';
import type { Language, Stage } from '../../../objects/taxonomy/index.ts';
import { VERSION } from '../../../workflows/version.ts';
import { addPassphrase, type PassphraseOptions, readPassphrase } from '../backup/options.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import {
  count,
  languageOption,
  mapOption,
  OBJECTS,
  objectOption,
  oneLine,
  recogniseFor,
  stageOption,
  todayOf,
} from '../check/options.ts';
import type { ColumnMap } from '../check/plan-columns.ts';
import { readDecisions } from '../import/decisions.ts';
import { openFile } from '../import/import-file.ts';
import { type ImportReport, importRecords } from '../import/import-records.ts';
import { DECIDABLE, PARTIAL, REASONS, type Reason } from '../import/reasons.ts';
import { rememberColumns, rememberedColumns } from '../import/remembered-columns.ts';
import { findRun, lockRuns, RunFile, stateOf } from '../import/run-file.ts';
import { surveyFile } from '../import/survey-file.ts';
import { type UndoReport, undoRun } from '../import/undo-run.ts';
import { json, type Output, pad, UsageError } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';

interface Options extends PassphraseOptions {
  readonly object?: string;
  readonly url: string;
  readonly key: string;
  readonly stage: Stage;
  readonly language: Language;
  readonly today?: string;
  readonly map: ColumnMap;
  readonly decisions?: string;
  readonly preview?: string;
  readonly runs: string;
  readonly undo?: string;
  readonly strict?: boolean;
  readonly reveal?: boolean;
  readonly apply?: boolean;
  readonly json?: boolean;
}

const RUNS = '.tag-policy/imports';
const SHOWN = 20;
/** Characters of what is said of a row on one line. */
const LONGEST = 160;

const VERDICTS = ['create', 'update', 'same', 'conflict', 'left'] as const;

const printRows = (report: ImportReport, output: Output): void => {
  const rows = ['conflict', 'left', 'update', 'create']
    .flatMap((verdict) =>
      report.rows.filter((row) => row.verdict === verdict).slice(0, verdict === 'create' ? 5 : SHOWN),
    )
    .slice(0, 2 * SHOWN);
  if (rows.length === 0) return;
  const nameWidth = 28;
  for (const { row, verdict, name, id, why, changes } of rows) {
    const all = [...(why || changes)];
    const what = all.length > LONGEST ? `${all.slice(0, LONGEST).join('')}…` : all.join('');
    const which = verdict === 'conflict' && id ? ` [${id}]` : '';
    output.out(
      oneLine(`  ${pad(String(row), 7)}${pad(verdict, 10)}${pad(name || '(no name)', nameWidth)} ${what}${which}`),
    );
  }
  const { create, update, conflict, left } = report.counts;
  const others = create + update + conflict + left - rows.length;
  if (others > 0) output.out(`  … ${others.toLocaleString('en')} more; --preview FILE writes every row`);
};

const print = (file: string, report: ImportReport, { preview }: Options, output: Output): void => {
  const { counts, isApplied, run, isResumed, failures } = report;
  for (const fault of report.faults) output.err(oneLine(`error: ${file}: ${fault.message}`));
  for (const note of report.notes) output.err(oneLine(`note: ${file}: ${note.message}`));
  if (report.leftOut.length > 0) {
    output.err(
      oneLine(`note: ${file}: left out, for the application or other records hold it: ${report.leftOut.join(', ')}`),
    );
  }
  for (const { message, records } of report.missingColumns) {
    output.out(oneLine(`No column, in ${count(records, 'new record')}: ${message}`));
  }
  const layout = report.layout ? `, a file of ${report.layout}` : '';
  output.out(
    oneLine(`${isApplied ? 'Imported' : 'Would import'} ${file}${layout}: ${count(report.records, 'record')}`),
  );
  output.out(`  ${VERDICTS.map((verdict) => `${verdict} ${counts[verdict].toLocaleString('en')}`).join('   ')}`);
  printRows(report, output);
  for (const [reason, rows] of Object.entries(report.reasons)) {
    output.out(`  ${count(Number(rows), 'row')}: ${REASONS[reason as Reason]}`);
  }
  if (Object.keys(report.reasons).some((reason) => DECIDABLE.has(reason as Reason))) {
    output.out('  Say new, skip, or the id in the column "decision" of a --preview, and give it by --decisions FILE');
  }
  if (report.errors + report.warnings > 0) {
    output.out(
      `  The check finds ${count(report.errors, 'error')} and ${count(report.warnings, 'warning')} in them, beside what is missing`,
    );
  }
  for (const { row, object, id, code, reason } of failures.slice(0, SHOWN)) {
    output.out(oneLine(`  ✗ row ${row}, ${object} ${id} (${code}): ${reason}`));
  }
  if (failures.length > SHOWN) output.out(`  … and ${failures.length - SHOWN} more that Twenty did not take`);
  if (preview) output.out(oneLine(`  Every row: ${preview}`));
  output.out(`  ${count(report.calls, 'call')}, ${report.seconds.toFixed(1)} s`);
  if (isApplied)
    output.out(
      `${isResumed ? 'Gone on with' : 'Run'} ${run}; --undo ${run} takes it back as long as nobody has touched it`,
    );
  else output.out('Nothing was written; --apply writes it');
};

const printUndo = (report: UndoReport, output: Output): void => {
  const { isApplied, undone, removed, already, touchedRows, touched, failures } = report;
  output.out(
    `${isApplied ? 'Undone' : 'Would undo'} ${report.run}: ${count(undone, 'row')}, ${count(removed, 'new record')} of them into the trash`,
  );
  if (already > 0) output.out(`  ${count(already, 'row')} as before already`);
  for (const { row, object, id, fields } of touched.slice(0, SHOWN)) {
    output.out(`  left: row ${row}, ${object} ${id}: ${fields.join(', ')} touched since`);
  }
  if (touchedRows > 0)
    output.out(`  ${count(touchedRows, 'row')} left, for somebody has touched them since; put them right in Twenty`);
  for (const { object, id, code, reason } of failures.slice(0, SHOWN))
    output.out(`  ✗ ${object} ${id} (${code}): ${reason}`);
  output.out(`  ${count(report.calls, 'call')}, ${report.seconds.toFixed(1)} s`);
  if (!isApplied) output.out('Nothing was written; --apply writes it');
};

const undo = async (run: string, options: Options, session: Session): Promise<void> => {
  const tell = (line: string): void => session.output.err(line);
  const file = await findRun(options.runs, run);
  const { head, counts } = await stateOf(file);
  if (head.workspace !== options.url) {
    throw new UsageError(`the run ${head.run} was made at ${head.workspace}, not at ${options.url}`);
  }
  const secrets = { passphrase: await readPassphrase(options), key: options.key };
  const release = options.apply ? await lockRuns(options.runs) : null;
  const report = await undoRun({
    client: workspaceClient(options.url, options.key, { tell }),
    run: await RunFile.open(file, head, secrets),
    rows: counts.create + counts.update,
    isApplied: options.apply === true,
    now: () => new Date(),
    tell,
  }).finally(() => release?.());
  if (report.touchedRows > 0 || report.failures.length > 0) session.exit = 1;
  if (options.json) session.output.out(json(report));
  else printUndo(report, session.output);
};

const bring = async (name: string, options: Options, session: Session): Promise<void> => {
  const tell = (line: string): void => session.output.err(line);
  const object = OBJECTS[options.object ?? ''];
  if (!object) throw new UsageError(`say by --object what the records are: ${Object.keys(OBJECTS).join(', ')}`);
  const today = todayOf(options.today);
  const decisions = options.decisions === undefined ? new Map() : await readDecisions(options.decisions);
  const file = await openFile(name, recogniseFor(object));
  const survey = await surveyFile(file);
  const { columns } = survey.sample;
  const memory = join(options.runs, 'columns.json');
  const remembered = await rememberedColumns(memory, object, columns);
  const map = new Map([...remembered, ...options.map]);
  if (options.map.size > 0) await rememberColumns(memory, object, columns, map);
  else if (map.size > 0)
    tell(`Columns as said before of such a file: ${[...map].map((pair) => pair.join('=')).join(', ')}`);
  const report = await importRecords({
    file,
    survey,
    object,
    client: workspaceClient(options.url, options.key, { tell }),
    workspace: options.url,
    version: VERSION,
    runs: options.runs,
    secrets: { passphrase: await readPassphrase(options), key: options.key },
    map,
    decisions,
    stage: options.stage,
    today,
    language: options.language,
    strict: options.strict === true,
    reveals: options.reveal === true,
    isApplied: options.apply === true,
    preview: options.preview ?? null,
    now: () => new Date(),
    tell,
  });
  const { conflict } = report.counts;
  const left = report.counts.left - (report.reasons.SKIPPED ?? 0);
  const partial = [...PARTIAL].reduce((sum, reason) => sum + (report.reasons[reason] ?? 0), 0);
  if (conflict + left + partial + report.errors + report.failures.length + report.faults.length > 0) session.exit = 1;
  if (options.json) session.output.out(json(report));
  else print(name, report, options, session.output);
};

/** `import FILE`: brings a file into a workspace, after showing what that would do; `--undo` takes it back (3.2.7, 5.2.7). */
export const importCommand = (program: Command, session: Session): void => {
  const command = program
    .command('import [file]')
    .description(
      'Show what importing a CSV, xlsx, JSON or NDJSON file would change in a workspace; with --apply, do it',
    )
    .addOption(objectOption())
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .option('--apply', 'write it; without this nothing is written')
    .option('--preview <file>', 'write what becomes of every row, and why, as CSV (or NDJSON, by its name)')
    .option('--decisions <file>', 'a preview in whose column "decision" people have said new, skip, or an id')
    .addOption(mapOption())
    .option('--strict', 'leave out rows with errors, beside what is merely missing')
    .option('--reveal', 'show sensitive values, if the key may read them')
    .option('--undo <run>', 'take back an import, as far as nobody has touched its records since')
    .option('--runs <folder>', 'where imports note what they write, and what columns are', RUNS)
    .addOption(stageOption())
    .addOption(languageOption())
    .option('--today <date>', 'judge as of a date, YYYY-MM-DD (today in Asia/Shanghai unless given)')
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText(
      'after',
      [
        '',
        'Records are found by their id, credit code, or name (products by name and model, opportunities by name and customer);',
        'what is not clear is a conflict, and never guessed. Products of an opportunity are found by name, model, both, or id,',
        'and added to those it has. An empty cell empties nothing. Cut off, call it again: it goes on.',
        'The notes of a run are encrypted with the passphrase, or with the API key where none is given.',
        'Exit codes: 0 all is imported or would be, 1 conflicts, rows left, errors or refusals, 2 wrong use or failure.',
      ].join('\n'),
    )
    .action(async (file: string | undefined, options: Options) => {
      if ((file === undefined) === (options.undo === undefined)) throw new UsageError('give a file, or --undo RUN');
      try {
        if (options.undo !== undefined) await undo(options.undo, options, session);
        else if (file !== undefined) await bring(file, options, session);
      } catch (error) {
        throw explained(error, options.url);
      }
    });
};

import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language, Stage } from '../../../objects/taxonomy/index.ts';
import { explained, workspaceClient } from '../backup/workspace-client.ts';
import { type CheckReport, checkRecords } from '../check/check-records.ts';
import { type ListTerms, NO_LIST_TERMS } from '../check/list-terms.ts';
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
import { type ColumnMap, planColumns } from '../check/plan-columns.ts';
import { readRecord } from '../check/read-record.ts';
import { readRecords } from '../check/read-records.ts';
import { readListTerms } from '../check/read-terms.ts';
import { writeForTwenty } from '../check/write-for-twenty.ts';
import { json, UsageError } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly object: string;
  readonly stage: Stage;
  readonly language: Language;
  readonly today?: string;
  readonly map: ColumnMap;
  readonly url?: string;
  readonly key?: string;
  readonly out?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`there is no file ${file}`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder; name a file`);
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(`you have no permission to read ${file}`);
    throw new UsageError(`${file} cannot be read (${code})`);
  }
};

/** What the dictionary of a workspace adds to lists; nothing where none is given. */
const termsOf = async ({ url, key }: Options, session: Session): Promise<ListTerms> => {
  if (url === undefined) return NO_LIST_TERMS;
  if (key === undefined) throw new UsageError('--url needs --key, or the variable TAG_POLICY_KEY');
  try {
    return await readListTerms(workspaceClient(url, key, { tell: (line) => session.output.err(line) }));
  } catch (error) {
    throw explained(error, url);
  }
};

interface Written {
  readonly out: string | undefined;
  /** Columns that are not in it. */
  readonly leftOut: readonly string[];
}

const print = (file: string, report: CheckReport, { out, leftOut }: Written, session: Session): void => {
  const { output } = session;
  for (const fault of report.errors) output.err(oneLine(`error: ${file}: ${fault.message}`));
  for (const note of report.notes) output.err(oneLine(`note: ${file}: ${note.message}`));
  const nowhere = new Set(report.missingColumns.map((column) => column.tag));
  for (const { message, records } of report.missingColumns) {
    output.out(oneLine(`No column, in ${count(records, 'record')}: ${message}  [REQUIRED_MISSING]`));
  }
  for (const record of report.records) {
    const problems = record.problems.filter(({ code, tag }) => code !== 'REQUIRED_MISSING' || !nowhere.has(tag));
    if (problems.length === 0 && record.losses.length === 0) continue;
    const place = record.line === null ? '' : `, line ${record.line}`;
    output.out(
      oneLine(`Record ${record.row}${place}: ${record.name || '(no name)'}, ${record.completeness} % complete`),
    );
    for (const problem of problems) {
      output.out(oneLine(`  ${problem.severity === 'ERROR' ? '✗' : '!'} ${problem.message}  [${problem.code}]`));
    }
    for (const loss of record.losses) output.out(oneLine(`  → ${loss.message}`));
  }
  const { records, clean, errors, warnings, completeness } = report.summary;
  if (records === 0) output.out(`No record was read from ${file}`);
  else {
    output.out(
      `${count(records, 'record')}: ${clean} clean, ${count(errors, 'error')}, ${count(warnings, 'warning')}; ${completeness} % complete on average`,
    );
  }
  const lost = report.records.reduce((sum, record) => sum + record.losses.length, 0);
  if (out !== undefined) {
    output.out(oneLine(`Written for Twenty's import: ${out}`));
    if (leftOut.length > 0) {
      output.out(oneLine(`Not in it, for other records or the application hold it: ${leftOut.join(', ')}`));
    }
  } else if (lost > 0) {
    output.out(
      `Twenty's import would not take ${count(lost, 'cell')} as read here; --out FILE writes the file as it does`,
    );
  }
};

const write = async (out: string, file: string, text: string): Promise<void> => {
  if (resolve(out) === resolve(file)) throw new UsageError('--out would overwrite the file itself; name another');
  try {
    await writeFile(out, text);
  } catch (error) {
    throw new UsageError(`${out} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};

/** `check FILE`: the policy's judgement of a file, before it is imported. */
export const checkCommand = (program: Command, session: Session): void => {
  program
    .command('check <file>')
    .description(
      'Judge the tags in a CSV, xlsx, JSON or NDJSON file; columns by API name, by any label or as the trade names them',
    )
    .addOption(objectOption().makeOptionMandatory())
    .addOption(stageOption())
    .addOption(languageOption())
    .option('--today <date>', 'judge as of a date, YYYY-MM-DD (today in Asia/Shanghai unless given)')
    .addOption(mapOption())
    .option('--url <url>', "address of Twenty, for its tag dictionary's own terms; nothing else is asked", address)
    .addOption(keyOption())
    .option('--out <file>', "write the records as a CSV that Twenty's own import takes as they are")
    .option('--strict', 'warnings alone are problems too')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nBeside the tags: contactName, contactTitle, contactPhone, contactEmail; rating, ratedAt, isOverdueNow, hasOverdue,\noverdueCount, longestOverdueDays; products. Amounts in yuan unless a currency stands with them.\nColumns Twenty keeps for itself (id, createdAt …) are passed over.\nExit codes: 0 clean (warnings alone too, unless --strict), 1 problems found, 2 something in the file could not be read.',
    )
    .action(async (file: string, options: Options) => {
      const object = OBJECTS[options.object] ?? 'company';
      const contents = await readRecords(await readBytes(file), file, recogniseFor(object));
      const plan = planColumns(object, contents, options.map, await termsOf(options, session));
      const parsed = contents.records.map(({ fields }) => readRecord(plan, fields));
      const { stage, language } = options;
      const report = checkRecords(contents, plan, parsed, { object, stage, language, today: todayOf(options.today) });
      const written = options.out === undefined ? null : writeForTwenty(object, contents, plan, parsed, language);
      if (options.out !== undefined && written) await write(options.out, file, written.text);
      const { errors, warnings } = report.summary;
      const hasProblems = errors > 0 || (options.strict === true && warnings > 0);
      session.exit = report.errors.length > 0 ? 2 : hasProblems ? 1 : 0;
      if (options.json) {
        const more = written ? { written: { file: options.out, leftOut: written.leftOut } } : {};
        session.output.out(json({ ...report, ...more }));
      } else print(file, report, { out: options.out, leftOut: written?.leftOut ?? [] }, session);
    });
};

import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type GovernedObject, LANGUAGES, type Language, STAGES, type Stage } from '../../../objects/taxonomy/index.ts';
import { parseEpochDay } from '../../../workflows/calendar/epoch-day.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { type CheckReport, checkRecords } from '../check/check-records.ts';
import { decodeText } from '../check/decode.ts';
import { readRecords } from '../check/read-records.ts';
import { json, UsageError } from '../output.ts';
import type { Session } from '../session.ts';

const OBJECTS: Readonly<Record<string, GovernedObject>> = {
  customer: 'company',
  opportunity: 'opportunity',
  product: 'tagProduct',
  member: 'tagMember',
};

interface Options {
  readonly object: string;
  readonly stage: Stage;
  readonly language: Language;
  readonly today?: string;
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

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** A text of the file on one line: line breaks and control characters in it would spoil the terminal. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

const print = (file: string, report: CheckReport, session: Session): void => {
  const { output } = session;
  for (const fault of report.errors) output.err(oneLine(`error: ${file}: ${fault.message}`));
  for (const record of report.records) {
    if (record.problems.length === 0) continue;
    const place = record.line === null ? '' : `, line ${record.line}`;
    output.out(
      oneLine(`Record ${record.row}${place}: ${record.name || '(no name)'}, ${record.completeness} % complete`),
    );
    for (const problem of record.problems) {
      output.out(oneLine(`  ${problem.severity === 'ERROR' ? '✗' : '!'} ${problem.message}  [${problem.code}]`));
    }
  }
  const { records, clean, errors, warnings, completeness } = report.summary;
  if (records === 0) output.out(`No record was read from ${file}`);
  else {
    output.out(
      `${count(records, 'record')}: ${clean} clean, ${count(errors, 'error')}, ${count(warnings, 'warning')}; ${completeness} % complete on average`,
    );
  }
};

const todayOf = (given: string | undefined): string => {
  if (given === undefined) return createWorkingCalendar().dateOf(new Date());
  try {
    parseEpochDay(given);
    return given;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** `check FILE`: the policy's judgement of a file, before it is imported. */
export const checkCommand = (program: Command, session: Session): void => {
  program
    .command('check <file>')
    .description('Judge the tags in a CSV, JSON or NDJSON file; columns by API name or by any of the three labels')
    .addOption(
      new Option('--object <object>', 'what the records are').choices(Object.keys(OBJECTS)).makeOptionMandatory(),
    )
    .addOption(new Option('--stage <stage>', 'stage whose requirements apply').choices(STAGES).default('PROSPECT'))
    .addOption(new Option('--language <language>', 'language of the messages').choices(LANGUAGES).default('en'))
    .option('--today <date>', 'judge as of a date, YYYY-MM-DD (today in Asia/Shanghai unless given)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nBeside the tags: contactName, contactTitle, contactPhone, contactEmail; rating, ratedAt, isOverdueNow, hasOverdue,\noverdueCount, longestOverdueDays; products. Amounts in yuan unless a currency stands with them.\nColumns Twenty keeps for itself (id, createdAt …) are passed over.\nExit codes: 0 clean, 1 problems found, 2 something in the file could not be read.',
    )
    .action(async (file: string, options: Options) => {
      const object = OBJECTS[options.object] ?? 'company';
      const contents = readRecords(decodeText(await readBytes(file), file), file);
      const { stage, language } = options;
      const report = checkRecords(contents, { object, stage, language, today: todayOf(options.today) });
      const hasProblems = report.summary.errors + report.summary.warnings > 0;
      session.exit = report.errors.length > 0 ? 2 : hasProblems ? 1 : 0;
      if (options.json) session.output.out(json(report));
      else print(file, report, session);
    });
};

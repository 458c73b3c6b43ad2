import { InvalidArgumentError, Option } from 'commander';
import { type GovernedObject, LANGUAGES, STAGES, type Stage, tagOf } from '../../../objects/taxonomy/index.ts';
import { parseEpochDay } from '../../../workflows/calendar/epoch-day.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { isBlankText } from '../../../workflows/rules/characters.ts';
import { UsageError } from '../output.ts';
import { readDate } from '../read-date.ts';
import { findColumn } from './columns.ts';
import type { Recognise } from './file-contents.ts';
import type { ColumnMap } from './plan-columns.ts';
import { findOption } from './read-option.ts';

/** What the commands that read files have in common. */

/** The objects of files by what the command line calls them. */
export const OBJECTS: Readonly<Record<string, GovernedObject>> = {
  customer: 'company',
  opportunity: 'opportunity',
  product: 'tagProduct',
  member: 'tagMember',
};

/** So many of something, in words. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** A text of the file on one line: line breaks and control characters in it would spoil the terminal. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** The day a file is judged as of: today in the policy's zone unless one is given. */
export const todayOf = (given: string | undefined): string => {
  if (given === undefined) return createWorkingCalendar().dateOf(new Date());
  const written = readDate(given);
  if (written) return written.date;
  try {
    parseEpochDay(given);
    return given;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** A stage by its value or by its name in any of the languages. */
const stage = (text: string): Stage => {
  const found = STAGES.find((one) => one === findOption(tagOf('opportunity', 'tagStage'), text));
  if (!found) throw new InvalidArgumentError(`Allowed choices are ${STAGES.join(', ')}.`);
  return found;
};

/** `--map COLUMN=TAG`, again and again; the last equals sign parts them, for column names may hold one. */
const mapping = (text: string, before: ColumnMap): ColumnMap => {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('Give COLUMN=TAG, such as 单位=name.');
  return new Map([...before, [text.slice(0, at).trim(), text.slice(at + 1).trim()]]);
};

/** `--object`. */
export const objectOption = (): Option =>
  new Option('--object <object>', 'what the records are').choices(Object.keys(OBJECTS));

/** `--stage`. */
export const stageOption = (): Option =>
  new Option('--stage <stage>', `stage whose requirements apply, by value or name: ${STAGES.join(', ')}`)
    .argParser(stage)
    .default('PROSPECT');

/** `--language`. */
export const languageOption = (): Option =>
  new Option('--language <language>', 'language of the messages').choices(LANGUAGES).default('en');

/** `--map`. */
export const mapOption = (): Option =>
  new Option('--map <column=tag>', 'what a column of the file is; may be given again')
    .argParser(mapping)
    .default(new Map<string, string>(), 'by the names of the columns');

/** Whether a text names a column that is known for an object. */
export const recogniseFor =
  (object: GovernedObject): Recognise =>
  (name) =>
    !isBlankText(name) && findColumn(object, name) !== undefined;

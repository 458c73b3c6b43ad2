import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../output.ts';

/** Where the passphrase of a backup comes from: never from the command line, which everybody on the machine may see. */
export interface PassphraseOptions {
  readonly passphraseFile?: string;
}

const VARIABLE = 'TAG_POLICY_PASSPHRASE';
const SHORTEST = 12;

export const PASSPHRASE_HELP: string = `\nThe passphrase comes from --passphrase-file or the variable ${VARIABLE}. Without one a backup is plain, and leaves out\nsensitive tags, credit records, and the phone numbers and e-mail addresses of contacts.`;

/** Adds the option of a passphrase. */
export const addPassphrase = (command: Command): Command =>
  command.option('--passphrase-file <file>', `file whose first line is the passphrase, if not in ${VARIABLE}`);

/** The passphrase; null where none is given. @throws UsageError for one too short to keep anything */
export const readPassphrase = async ({ passphraseFile }: PassphraseOptions): Promise<string | null> => {
  let given = process.env[VARIABLE];
  if (passphraseFile !== undefined) {
    const text = await readFile(passphraseFile, 'utf8').catch(() => {
      throw new UsageError(`the passphrase cannot be read from ${passphraseFile}`);
    });
    [given] = text.split(/\r?\n/);
  }
  if (given === undefined) return null;
  if ([...given].length < SHORTEST) throw new UsageError(`the passphrase must have at least ${SHORTEST} characters`);
  return given;
};

/** Collects an option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Reads how many of something are kept. */
export const howMany = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
};

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import type { ColumnMap } from '../check/plan-columns.ts';
import { json, UsageError } from '../output.ts';

/** What somebody has said of the columns of files, by the layout of the file: its object and the names of its columns. */
const schema = z.record(z.string(), z.record(z.string(), z.string()));

const keyOf = (object: GovernedObject, columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([object, [...columns].sort()]))
    .digest('hex')
    .slice(0, 16);

const read = async (file: string): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${file}, where columns are remembered, is damaged; delete it and give --map again`);
  }
};

/** What was said before of the columns of a file of this layout. */
export const rememberedColumns = async (
  file: string,
  object: GovernedObject,
  columns: readonly string[],
): Promise<ColumnMap> => new Map(Object.entries((await read(file))[keyOf(object, columns)] ?? {}));

/** Remembers what is said of the columns for the next file of this layout. */
export const rememberColumns = async (
  file: string,
  object: GovernedObject,
  columns: readonly string[],
  map: ColumnMap,
): Promise<void> => {
  const known = await read(file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, json({ ...known, [keyOf(object, columns)]: Object.fromEntries(map) }));
  await rename(`${file}.new`, file);
};

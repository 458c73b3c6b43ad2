import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brokenIdentifiers, identifiersIn } from './identifiers-in.ts';
import { demandEnglishBuild } from './policy-language.ts';

/**
 * `npm run ids`: records the universal identifiers of the built manifest. It only ever adds: an identifier that has
 * landed and is gone or different is an error, since the data of every installation hangs on it.
 */
const LOCK = fileURLToPath(new URL('../universal-identifiers.lock.json', import.meta.url));
const MANIFEST = fileURLToPath(new URL('../../.twenty/output/manifest.json', import.meta.url));

const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

const manifest = await read(MANIFEST);
demandEnglishBuild(manifest);
const built = identifiersIn(manifest);
const landed = (await read(LOCK).catch(() => ({}))) as Record<string, string>;
const broken = brokenIdentifiers(landed, built);
if (broken.length > 0) {
  console.error('These identifiers have landed and must not change or go:');
  for (const [name, identifier] of broken)
    console.error(`  ${name}: ${identifier}, built: ${built[name] ?? 'nothing'}`);
  process.exitCode = 1;
} else {
  const names = Object.keys(built).sort();
  await writeFile(LOCK, `${JSON.stringify(Object.fromEntries(names.map((name) => [name, built[name]])), null, 2)}\n`);
  const added = names.filter((name) => !(name in landed)).length;
  console.log(`${names.length} identifiers, ${added} new`);
}

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import metadata from 'libphonenumber-js/max/metadata';
import { phonePlansOf } from './phone-plans-of.ts';

/** `npm run phones`: writes the numbering plans of the installed libphonenumber-js; a test says when they are older. */
const FILE = fileURLToPath(new URL('./phone-plans.generated.json', import.meta.url));
const described = JSON.parse(
  await readFile(fileURLToPath(import.meta.resolve('libphonenumber-js/package.json')), 'utf8'),
) as { readonly version: string };
const rows = phonePlansOf(metadata);
const seed = {
  title: 'Numbering plans of the world: what a valid phone number of each country looks like',
  source: `libphonenumber-js ${described.version} (MIT), max metadata, made from Google's libphonenumber (Apache-2.0)`,
  rows,
};
await writeFile(FILE, `${JSON.stringify(seed, null, 2)}\n`);
console.log(`${rows.length} plans`);

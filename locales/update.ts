import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { demandEnglishBuild } from '../objects/define/policy-language.ts';
import { LANGUAGES } from '../objects/taxonomy/index.ts';
import { wordsByKind } from '../plugin/words.ts';
import { catalogOf } from './catalog.ts';

/** `npm run locales`: writes Twenty's catalogs for the built manifest from the words of the taxonomy. */
const manifest: unknown = JSON.parse(
  await readFile(fileURLToPath(new URL('../.twenty/output/manifest.json', import.meta.url)), 'utf8'),
);
demandEnglishBuild(manifest);
for (const language of LANGUAGES) {
  const catalog = catalogOf(manifest, wordsByKind, language);
  await writeFile(fileURLToPath(new URL(`./${language}.json`, import.meta.url)), `${JSON.stringify(catalog, null, 2)}\n`);
  console.log(`${language}: ${Object.values(catalog).reduce((sum, strings) => sum + Object.keys(strings).length, 0)} strings`);
}

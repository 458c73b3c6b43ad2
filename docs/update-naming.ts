import { writeFile } from 'node:fs/promises';
import { LANGUAGES } from '../objects/taxonomy/types.ts';
import { namingFile, namingPage } from './naming-page.ts';

/** `npm run naming`: writes the pages "How to name and use tags" from the rules and the taxonomy. */
for (const language of LANGUAGES) {
  await writeFile(new URL(namingFile(language), import.meta.url), namingPage(language));
  console.log(`docs/${namingFile(language)}`);
}

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compactFacts, compactLabels } from '../taxonomy/compact.ts';

/**
 * Part of `npm run triggers`: writes the taxonomy as hooks read it (`facts.ts`, `labels.ts`). A test says when the files
 * are not what the taxonomy says.
 */
for (const [name, content] of [
  ['facts', compactFacts()],
  ['labels', compactLabels()],
] as const) {
  await writeFile(
    fileURLToPath(new URL(`../taxonomy/${name}.generated.json`, import.meta.url)),
    `${JSON.stringify(content, null, 2)}\n`,
  );
}

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { OBJECT_NAMES } from '../../objects/taxonomy/index.ts';
import { wakingFields } from '../entries/changed-tags.ts';

/**
 * `npm run triggers`: writes the fields whose change wakes a hook, so that a hook that starts need not read the whole
 * taxonomy to know them. A test says when the file is not what the taxonomy says.
 */
const fields = Object.fromEntries(OBJECT_NAMES.map((object) => [object, wakingFields(object)]));
await writeFile(
  fileURLToPath(new URL('./waking-fields.generated.json', import.meta.url)),
  `${JSON.stringify(fields, null, 2)}\n`,
);
console.log(`${Object.values(fields).flat().length} fields of ${OBJECT_NAMES.length} objects`);

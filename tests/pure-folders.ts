import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folders of `workflows/` that ask Twenty, or are called by it: all others are pure, those that will be added too. */
export const OF_TWENTY = ['gateway', 'sweep', 'hooks'] as const;

const WORKFLOWS = fileURLToPath(new URL('../workflows', import.meta.url));

/** The folders of pure code in `workflows/`, by name. */
export const PURE_FOLDERS: readonly string[] = readdirSync(WORKFLOWS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OF_TWENTY.some((name) => name === entry.name))
  .map(({ name }) => name)
  .sort();

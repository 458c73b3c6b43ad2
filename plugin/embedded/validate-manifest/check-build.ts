import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../manifest.ts';
import { describeFault, validateManifest } from './validate-manifest.ts';

/** Where `twenty dev:build` leaves the application. */
const OUTPUT = fileURLToPath(new URL('../../../.twenty/output', import.meta.url));

/**
 * What a server would refuse or hide of a built application, a line each. `npm run build` ends with it, so that it is a
 * developer who learns it.
 */
export const faultsOfBuild = async (directory: string = OUTPUT): Promise<readonly string[]> => {
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Manifest;
  return validateManifest(manifest).map(describeFault);
};

if (import.meta.main) {
  const faults = await faultsOfBuild();
  for (const fault of faults) console.error(`✗ ${fault}`);
  if (faults.length > 0) {
    console.error(`${faults.length} faults: no server would take this build, or somebody would look for what it hides`);
    process.exitCode = 1;
  } else console.log('✓ No server refuses the manifest');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../plugin/cli/build.ts';
import { PURE_FOLDERS } from '../pure-folders.ts';

const PURE = ['objects/taxonomy', ...PURE_FOLDERS.map((folder) => `workflows/${folder}`)];
const files = PURE.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

describe('pure code', () => {
  it.each(files)('%s imports nothing of Twenty and reads no clock, environment or network', (file) => {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '');
    for (const name of imports)
      expect(name).not.toMatch(/^twenty|^node:|\/(?:plugin|hooks|gateway)\/|\/define\/(?!universal-identifier\.ts$)/);
    for (const forbidden of [
      /\bDate\.now\b/,
      /new Date\(\)/,
      /\bprocess\b/,
      /\bfetch\b/,
      /Math\.random/,
      /\bperformance\.now/,
    ]) {
      expect(source).not.toMatch(forbidden);
    }
  });
});

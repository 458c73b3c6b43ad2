import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../plugin/cli/build.ts';

const PURE = [
  'objects/taxonomy',
  'workflows/calendar',
  'workflows/rules',
  'workflows/messages',
  'workflows/judgement',
  'workflows/run',
  'workflows/memory',
  'workflows/subject',
  'workflows/entries',
  'workflows/problems',
  'workflows/review',
  'workflows/verification',
  'workflows/stages',
  'workflows/notices',
  'workflows/checks',
  'workflows/derived',
  'workflows/credits',
  'workflows/follow-up',
  'workflows/risks',
  'workflows/tasks',
  'workflows/pipeline',
  'workflows/panel',
  'workflows/requests',
  'workflows/dictionary',
  'workflows/health',
  'workflows/backup',
];
const files = PURE.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

describe('pure code', () => {
  it.each(files)('%s imports nothing of Twenty and reads no clock, environment or network', (file) => {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '');
    for (const name of imports) expect(name).not.toMatch(/^twenty|^node:|\/(?:plugin|hooks|gateway|define)\//);
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

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OUTPUT } from '../../plugin/cli/build.ts';
import { atMost, type Figure, median, told } from './measure.ts';

const ROUNDS = 15;
const EMPTY = 'export default { config: { handler: async () => ({}) } };\n';

/** An event of nothing: the handler imports its work, reads the event, and is done. */
const CALL = "(await bundle).default.config.handler({ name: 'company.updated', events: [] })";
const CALLED = 'company.mjs';

const startOf = (file: string, isCalled = false): number => {
  const script = `const bundle = import(${JSON.stringify(pathToFileURL(file).href)}); await ${isCalled ? CALL : 'bundle'};`;
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} does not start: ${stderr}`);
  return performance.now() - started;
};

/** A fresh process that loads each hook's bundle, as servers with the LOCAL driver start one a run, against an empty one. */
export const hookStartFigures = (): readonly Figure[] => {
  const folder = mkdtempSync(join(tmpdir(), 'tag-policy-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, EMPTY);
  const hooks = join(OUTPUT, 'workflows/hooks');
  const bundles = readdirSync(hooks).filter((file) => file.endsWith('.mjs'));
  const called: number[] = [];
  const times = new Map<string, number[]>([[empty, []], ...bundles.map((file): [string, number[]] => [file, []])]);
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      // Taken in turn, so that whatever else the machine does falls on all alike; the first round warms the disk.
      for (const [file, list] of times) {
        const time = startOf(file === empty ? empty : join(hooks, file));
        if (round > 0) list.push(time);
      }
      const time = startOf(join(hooks, CALLED), true);
      if (round > 0) called.push(time);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const base = median(times.get(empty) ?? []);
  return [
    told('start of an empty handler', base, 'ms'),
    ...bundles.map((file) => atMost(`  start of ${file}`, median(times.get(file) ?? []) / base, '×', 1.3)),
    // What the start puts off is done at the first call: the whole judgement is read then.
    told(`  start of ${CALLED} and its first call`, median(called) / base, '×'),
  ];
};

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OUTPUT } from '../../plugin/cli/build.ts';
import { atMost, type Figure, median, told } from './measure.ts';

const ROUNDS = 15;
/** V8 reads all of a bundle before it runs any of it, at 12 ms a megabyte beside 23 ms for node itself: what a goal is about is size. */
const START = 1.3;
const START_AND_CALL = 1.25;
/** What an empty handler is built to: the lines the SDK puts before each, and nothing else. */
const emptyBuilt = (bundle: string): string =>
  `${readFileSync(bundle, 'utf8').split('\n', 2).join('\n')}\nexport default { config: { handler: async () => ({}) } };\n`;

const CALLED = 'company.mjs';
/** What the application wrote itself: the handler reads the event, finds no tag changed, and is done. */
const OWN_WRITE = `{ name: 'company.updated', events: [{ recordId: 'a', properties: { before: {}, after: { id: 'a' } } }] }`;
/** A customer that came: the whole judgement is read, up to the first request, which is refused. */
const NEW_CUSTOMER = `{ name: 'company.created', events: [{ recordId: 'a', properties: { after: { id: 'a' } } }] }`;
const REFUSED = `globalThis.fetch = async () => ({ status: 400, json: async () => ({}) });`;
const callWith = (event: string): string =>
  `await bundle.default.config.handler(${event}).catch((error) => { if (error.code !== 'HTTP_400') throw error; });`;

/**
 * Milliseconds of processor time that a fresh process takes to load a bundle, and then to make a call. On a machine that
 * does nothing else it is the time that passes.
 */
const startOf = (file: string, call = ''): number => {
  const script = `
    ${REFUSED}
    const bundle = await import(${JSON.stringify(pathToFileURL(file).href)});
    ${call}
    const { user, system } = process.cpuUsage();
    console.log(user + system);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} does not start: ${stderr}`);
  return Number(stdout) / 1000;
};

/** A fresh process that loads each hook's bundle, as servers with the LOCAL driver start one a run, against an empty one. */
export const hookStartFigures = (): readonly Figure[] => {
  const folder = mkdtempSync(join(tmpdir(), 'tag-policy-bench-'));
  const empty = join(folder, 'empty.mjs');
  const hooks = join(OUTPUT, 'workflows/hooks');
  writeFileSync(empty, emptyBuilt(join(hooks, CALLED)));
  const bundles = readdirSync(hooks).filter((file) => file.endsWith('.mjs'));
  const ended: number[] = [];
  const judged: number[] = [];
  const times = new Map<string, number[]>([[empty, []], ...bundles.map((file): [string, number[]] => [file, []])]);
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      // Taken in turn, so that whatever else the machine does falls on all alike; the first round warms the disk.
      for (const [file, list] of times) {
        const time = startOf(file === empty ? empty : join(hooks, file));
        if (round > 0) list.push(time);
      }
      const [end, judgement] = [OWN_WRITE, NEW_CUSTOMER].map((event) => startOf(join(hooks, CALLED), callWith(event)));
      if (round === 0) continue;
      ended.push(end ?? Number.NaN);
      judged.push(judgement ?? Number.NaN);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const base = median(times.get(empty) ?? []);
  return [
    told('start of an empty handler', base, 'ms'),
    ...bundles.map((file) => atMost(`  start of ${file}`, median(times.get(file) ?? []) / base, '×', START)),
    atMost(`  start of ${CALLED} and a call that ends at the event`, median(ended) / base, '×', START_AND_CALL),
    // What the start puts off is done when there is something to judge: taxonomy and rules are read then.
    told(`  start of ${CALLED} and its first judgement`, median(judged) / base, '×'),
  ];
};

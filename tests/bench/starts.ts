import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadBuiltApp } from '../../plugin/embedded/built-app.ts';
import { EMPTY_BUNDLE } from './empty-bundle.ts';
import { type Figure, medianOf } from './figure.ts';
import { recordFirstEvent, sampleWorkspace } from './recording.ts';

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));

/** Milliseconds of a fresh node that imports a bundle and, with a recording, carries out its event. */
const timeOf = (bundle: string, recording: string | null): number => {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [CHILD, pathToFileURL(bundle).href, ...(recording ? [recording] : [])],
    { encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`${bundle} did not start:\n${stderr}`);
  return elapsed;
};

interface Pair {
  readonly empty: number;
  readonly hook: number;
  /** Median of the ratios within a round; both run one after the other, in changing order. */
  readonly ratio: number;
}

const compare = (empty: string, hook: string, recording: string | null, rounds: number): Pair => {
  const times: (readonly [empty: number, hook: number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) times.push([timeOf(empty, recording), timeOf(hook, recording)]);
    else {
      const later = timeOf(hook, recording);
      times.push([timeOf(empty, recording), later]);
    }
  }
  return {
    empty: medianOf(times.map(([time]) => time)),
    hook: medianOf(times.map(([, time]) => time)),
    ratio: medianOf(times.map(([left, right]) => right / left)),
  };
};

const besides = ({ empty, hook }: Pair, extra: string): string =>
  `${hook.toFixed(1)} ms to ${empty.toFixed(1)} ms, ${extra}`;

/**
 * The start of every built hook, a fresh node that imports its bundle, against that of a handler that does nothing;
 * and, without a goal, the same with a first event carried out against recorded answers.
 */
export const startFigures = async (output: string, rounds: number): Promise<readonly Figure[]> => {
  const app = await loadBuiltApp(output);
  const workspace = sampleWorkspace(app);
  const directory = await mkdtemp(join(tmpdir(), 'tag-policy-bench-'));
  try {
    const empty = join(directory, 'empty.mjs');
    await writeFile(empty, EMPTY_BUNDLE);
    const starts: Figure[] = [];
    const events: Figure[] = [];
    for (const logicFunction of app.manifest.logicFunctions) {
      const bundle = join(output, logicFunction.builtHandlerPath);
      const name = logicFunction.name ?? logicFunction.builtHandlerPath;
      const size = `${Math.round((await readFile(bundle)).length / 1000)} kB`;
      const start = compare(empty, bundle, null, rounds);
      starts.push({
        group: 'start',
        name,
        value: start.ratio,
        unit: 'x',
        beside: besides(start, size),
        goal: { atMost: 1.3 },
      });
      const recorded = await recordFirstEvent(workspace, logicFunction);
      if (!recorded) continue;
      const recording = join(directory, 'recording.json');
      await writeFile(recording, JSON.stringify(recorded));
      const event = compare(empty, bundle, recording, rounds);
      events.push({
        group: 'first event',
        name,
        value: event.ratio,
        unit: 'x',
        beside: besides(event, `${recorded.answers.length} API calls`),
      });
    }
    return [...starts, ...events];
  } finally {
    await rm(directory, { recursive: true });
  }
};

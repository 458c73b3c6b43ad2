import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../../../plugin/cli/main.ts';

/** What a run of the command line left. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line inside this process. */
export const run = async (...args: readonly string[]): Promise<Run> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

/** A small file of the tests. */
export const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/cli/${name}`, import.meta.url));

/** A file that lives as long as the test. */
export const fileOf = async (content: string | Uint8Array, name = 'file.csv'): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tag-policy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

export const PROGRAM: string = fileURLToPath(new URL('../../../plugin/cli/tag-policy.mjs', import.meta.url));

/** A real process of the command line. */
export interface Process {
  /** Its standard output up to a pattern. @throws when it ends without it */
  readonly saw: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Closes its standard output from our side, as `head` does. */
  readonly stopReading: () => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Run & { readonly signal: NodeJS.Signals | null }>;
}

/** What Node makes of the program's files, which the next process need not do again. */
const COMPILED = join(tmpdir(), 'tag-policy-tests-compiled');

/** Starts `tag-policy` on a Node and its own options; it is killed with the test if it is still there. */
export const start = (
  args: readonly string[],
  [node, ...options]: readonly [string, ...string[]] = [process.execPath],
  program: string = PROGRAM,
): Process => {
  const child = spawn(node, [...options, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const watcher of watchers) watcher();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended: Process['ended'] = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const saw = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(out);
        if (!match) return;
        watchers.delete(look);
        resolve(match);
      };
      watchers.add(look);
      look();
      ended.then(() => reject(new Error(`It ended without ${pattern}: ${out}${err}`)), reject);
    });
  return {
    saw,
    kill: (signal) => child.kill(signal),
    stopReading: () => child.stdout.destroy(),
    ended,
  };
};

import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixture, PROGRAM, start } from './run.ts';

const HURRIED = ['check', fixture('customers.zh-CN.gb18030.csv'), '--object', 'customer', '--today', '2026-09-30'];

/** This Node, made to look like one too old: its version is another's, and it cannot load TypeScript. */
const PRETENDED: readonly [string, ...string[]] = [
  process.execPath,
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from 'node:module';
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '24.4.9' } });
    registerHooks({ resolve(name, context, next) {
      if (name.endsWith('.ts')) throw new Error('no TypeScript here');
      return next(name, context);
    } });`)}`,
];

/** A Node before 24 on this machine, as most have one. */
const older = (['/usr/local/bin/node', '/usr/bin/node'] as const).find((node) => {
  try {
    return Number(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0]) < 24;
  } catch {
    return false;
  }
});

const nodes: [string, readonly [string, ...string[]]][] = [
  ['this Node', [process.execPath]],
  ['a Node too old', PRETENDED],
  ...(older ? [['the Node of the machine', [older]] satisfies [string, [string]]] : []),
];

describe.each(nodes)('tag-policy on %s', (_which, node) => {
  it('judges a file and exits 1', async () => {
    const { code, out, err } = await start(HURRIED, node).ended;
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^Record 2, line 3: 苏州恒源检测有限公司, /);
  });

  it('exits 0 on what is clean and 2 on wrong use', async () => {
    const size = ['size', '--segment', 'C36', '--employees', '19'];
    expect(await start(size, node).ended).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^MICRO\n/) });
    expect(await start([...size, '--json', '--nope'], node).ended).toMatchObject({ code: 2, err: '' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends the workspace on %s', async (signal) => {
    const workspace = start(['workspace', '--port', '0', '--no-build'], node);
    const [, health = ''] = await workspace.saw(/\(health: (\S+)\)\n[\s\S]*Ctrl-C stops it/);
    workspace.kill(signal);
    expect(await workspace.ended).toMatchObject({
      code: 0,
      signal: null,
      out: expect.stringMatching(/\nStopped\.\n$/),
    });
    await expect(fetch(health)).rejects.toThrow();
  });
});

describe('tag-policy as a process', () => {
  it('takes no offence at a reader who leaves early', async () => {
    const process = start(['deadline', '--from', '2026-09-30T17:00:00+08:00', '--days', '9999', '--json']);
    process.stopReading();
    expect(await process.ended).toMatchObject({ code: 0, signal: null, err: '' });
  });

  it('says what brings the right Node where it is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tag-policy-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const program = join(folder, 'plugin/cli/tag-policy.mjs');
    await mkdir(join(folder, 'plugin/cli'), { recursive: true });
    await copyFile(PROGRAM, program);
    const { code, err } = await start(['--version'], PRETENDED, program).ended;
    expect(code).toBe(2);
    expect(err).toMatch(/^tag-policy needs Node 24\.5 or later .*; run "npm ci" to bring it along\n$/);
  });
});

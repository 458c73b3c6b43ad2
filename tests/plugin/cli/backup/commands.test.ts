import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuiltApp } from '../../../../plugin/embedded/built-app.ts';
import { serveWorkspace, type WorkspaceServer } from '../../../../plugin/embedded/serve.ts';
import type { Workspace } from '../../../../plugin/embedded/workspace.ts';
import { builtApp } from '../../../built-app.ts';
import { run } from '../run.ts';
import {
  backUp,
  Clock,
  change,
  contentOf,
  filled,
  folder,
  idOf,
  PASSPHRASE,
  remove,
  staff,
  workspaceOf,
} from './support.ts';

let app: BuiltApp;
let clock: Clock;
let source: Workspace;
let server: WorkspaceServer;

beforeAll(async () => {
  app = await builtApp();
});
beforeEach(async () => {
  clock = new Clock();
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now });
  vi.stubEnv('TAG_POLICY_KEY', undefined);
  vi.stubEnv('TAG_POLICY_PASSPHRASE', undefined);
  vi.stubEnv('TAG_POLICY_CLIENT_SECRET', undefined);
  source = filled(app, clock);
  server = await serveWorkspace(source, { port: 0 });
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const pass = (minutes: number): void => {
  clock.pass(minutes);
  vi.setSystemTime(clock.now);
};
const remote = (at = server, workspace = source) => ['--url', at.url, '--key', workspace.apiKey];
/** A key takes half a second to derive, as it should: most tests do without. */
const encrypt = (): void => {
  vi.stubEnv('TAG_POLICY_PASSPHRASE', PASSPHRASE);
};
const parsed = (out: string) => JSON.parse(out) as Record<string, unknown>;
const backup = (places: readonly string[], ...more: readonly string[]) =>
  run('backup', ...places.flatMap((place) => ['--to', place]), ...remote(), ...more);

describe('backup', () => {
  it('writes into every place, reads it back, and enters it into the register', async () => {
    encrypt();
    const places = [await folder(), await folder()];
    const { code, out, err } = await backup(places, '--json');
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject({
      id: '2026-01-10T010000Z-full',
      kind: 'FULL',
      base: null,
      isEncrypted: true,
      records: 16,
      places,
      failures: [],
    });
    expect(err).toContain('16 records in 14 pages: about 11 s at the pace of API keys');
    expect(err).toContain('████████████████████████ 100 %  16 of 16 records');
    const [first = [], second = []] = await Promise.all(places.map((place) => readdir(place, { recursive: true })));
    expect(first).toEqual(second);
    expect(source.records('tagBackup')).toMatchObject([
      { name: '2026-01-10T010000Z-full', kind: 'FULL', result: 'DONE', records: 16, isEncrypted: true, places },
    ]);
  });

  it('of what changed builds on the one before; what was destroyed is told of', async () => {
    const places = [await folder(), await folder()];
    // What was written just before the first backup began comes with the second again: clocks differ.
    pass(30);
    await backup(places);
    pass(24 * 60);
    await change(source, 'company', idOf(20), { tagRegion: 'JIANGSU' });
    await remove(source, 'delete', 'opportunity', idOf(50));
    await remove(source, 'destroy', 'tagCalendarDay', idOf(96));
    const { code, out } = await backup(places, '--incremental', '--json');
    expect({ code, ...parsed(out) }).toMatchObject({
      code: 0,
      kind: 'INCREMENTAL',
      base: '2026-01-10T013000Z-full',
      records: 3,
    });
  });

  it('is full where a place does not hold the chain yet', async () => {
    const first = await folder();
    await backup([first]);
    pass(60);
    const { out, err } = await backup([first, await folder()], '--incremental', '--json');
    expect(err).toContain('Not every place holds the same chain yet: making a full backup');
    expect(parsed(out)).toMatchObject({ kind: 'FULL' });
  });

  it('plain leaves out what is sensitive, and says so; one place is one too few', async () => {
    const place = await folder();
    const { code, out } = await backup([place]);
    expect(code).toBe(0);
    expect(out).toContain('! plain: sensitive tags, credit records and how to reach contacts are left out');
    expect(out).toContain('! one place only');
    const files = await readdir(place, { recursive: true });
    expect(files.filter((file) => /tagCredit|tagSweep|\.enc$/.test(file))).toEqual([]);
    const doctor = await run('doctor', ...remote());
    expect(doctor.out).toContain('[BACKUP_PLAIN]');
    expect(doctor.out).toContain('[BACKUP_ONE_PLACE]');
  });

  it('a passphrase begins a chain of its own', async () => {
    encrypt();
    const place = await folder();
    await backup([place]);
    pass(60);
    vi.stubEnv('TAG_POLICY_PASSPHRASE', undefined);
    const plain = await backup([place], '--incremental');
    expect(plain).toMatchObject({
      code: 2,
      err: expect.stringContaining('the chain is encrypted: give its passphrase'),
    });
  });

  it('cut off goes on where it was', async () => {
    const place = await folder();
    source.insert(
      'company',
      Array.from({ length: 450 }, (_unused, at) => ({ id: idOf(1000 + at), name: `客户 ${at}` })),
    );
    const answer = source.answer.bind(source);
    let pages = 0;
    source.answer = async (token, query, variables) => {
      if (query.includes('companies(filter:$f,first:200')) pages += 1;
      if (pages === 3) return { errors: [{ message: 'gone', extensions: { code: 'NOT_FOUND' } }] };
      return answer(token, query, variables);
    };
    await expect(backUp(source, [place], clock, { perFile: 200 })).rejects.toThrow();
    source.answer = answer;
    expect(await readdir(place)).toEqual(['2026-01-10T010000Z-full.part']);
    pass(5);
    const asked: string[] = [];
    source.answer = async (token, query, variables) => {
      if (query.includes('companies(filter:$f,first:200')) asked.push(query);
      return answer(token, query, variables);
    };
    const report = await backUp(source, [place], clock, { perFile: 200 });
    expect(report).toMatchObject({ id: '2026-01-10T010000Z-full', isResumed: true, records: 466 });
    expect(asked).toHaveLength(1);
    expect(await readdir(place)).toEqual(['2026-01-10T010000Z-full']);
  });

  it('that was cut off for another purpose is cleared away', async () => {
    const place = await folder();
    const answer = source.answer.bind(source);
    source.answer = async (token, query, variables) =>
      query.includes('tagLogs(filter:$f,first:200')
        ? { errors: [{ message: 'gone', extensions: { code: 'NOT_FOUND' } }] }
        : answer(token, query, variables);
    await expect(backUp(source, [place], clock)).rejects.toThrow();
    source.answer = answer;
    pass(5);
    const report = await backUp(source, [place], clock, { passphrase: null });
    expect(report).toMatchObject({ id: '2026-01-10T010500Z-full', isResumed: false });
    expect(await readdir(place)).toEqual(['2026-01-10T010500Z-full']);
  });

  it('is refused where another is being written, not where one was killed', async () => {
    const place = await folder();
    await writeFile(join(place, '.lock'), `1 ${hostname()}`);
    expect(await backup([place])).toMatchObject({
      code: 2,
      err: expect.stringContaining('another backup is being written'),
    });
    await writeFile(join(place, '.lock'), `999999999 ${hostname()}`);
    expect((await backup([place])).code).toBe(0);
    expect(await readdir(place)).toEqual(['2026-01-10T010000Z-full']);
  });

  it('keeps as many as are wanted', async () => {
    const place = await folder();
    for (let week = 0; week < 3; week += 1) {
      await backup([place], '--keep-full', '2');
      pass(7 * 24 * 60);
    }
    expect(await readdir(place)).toEqual(['2026-01-17T010000Z-full', '2026-01-24T010000Z-full']);
  });

  it.each([
    ['no place', [], 'required option'],
    ['one place twice', ['--to', '/tmp', '--to', '/tmp/'], 'is given twice'],
    [
      'a passphrase too short',
      ['--to', '/tmp/tag-policy-nowhere', '--passphrase-file', '/dev/null'],
      'at least 12 characters',
    ],
    [
      'no such file of a passphrase',
      ['--to', '/tmp/x', '--passphrase-file', '/nowhere'],
      'cannot be read from /nowhere',
    ],
    ['none to keep', ['--to', '/tmp/x', '--keep-full', '0'], 'whole number from 1'],
  ])('wrong use: %s', async (_what, args, words) => {
    const { code, err } = await run('backup', ...args, ...remote());
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('by a key that is none: exit 2, one line, no key in it', async () => {
    const { code, err } = await run('backup', '--to', await folder(), '--url', server.url, '--key', 'wrong-key');
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .* does not accept the key[^\n]*$/);
    expect(err).not.toContain('wrong-key');
  });
});

describe('verify', () => {
  it('reads every place through, and names the file at fault', async () => {
    encrypt();
    const [first, second] = [await folder(), await folder()];
    await backup([first, second]);
    const well = await run('verify', '--from', first, '--from', second, '--json');
    expect(well.code).toBe(0);
    expect(parsed(well.out)).toMatchObject({
      isSame: true,
      places: [{ isWhole: true, isRead: true }, { isWhole: true }],
    });
    const file = join(second, '2026-01-10T010000Z-full', 'company-0001.ndjson.zst.enc');
    const bytes = await readFile(file);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const ill = await run('verify', '--from', first, '--from', second);
    expect(ill.code).toBe(1);
    expect(ill.out).toContain(`✗ ${second}: 2026-01-10T010000Z-full/company-0001.ndjson.zst.enc: is damaged`);
    expect(ill.out).toContain(`✓ ${first}`);
  });

  it('without the passphrase compares digests, and finds damage all the same', async () => {
    encrypt();
    const place = await folder();
    await backup([place]);
    vi.stubEnv('TAG_POLICY_PASSPHRASE', undefined);
    const { code, out } = await run('verify', '--from', place);
    expect(code).toBe(0);
    expect(out).toContain('digests compared only');
    await rm(join(place, '2026-01-10T010000Z-full', 'tagLog-0001.ndjson.zst.enc'));
    const ill = await run('verify', '--from', place);
    expect(ill.code).toBe(1);
    expect(ill.out).toContain('tagLog-0001.ndjson.zst.enc: is missing');
  });

  it('of nothing is wrong use', async () => {
    expect(await run('verify', '--from', await folder())).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no backup'),
    });
    expect(await run('verify', '--from', '/nowhere')).toMatchObject({
      code: 2,
      err: 'error: there is no folder /nowhere',
    });
  });
});

describe('restore', () => {
  it('shows, and with --apply does it; by the application’s own token all of it', async () => {
    encrypt();
    const place = await folder();
    await backup([place]);
    const target = workspaceOf(app, clock);
    staff(target);
    const other = await serveWorkspace(target, { port: 0 });
    const args = ['restore', '--from', place, ...remote(other, target)];
    const preview = await run(...args);
    expect(preview.code).toBe(1);
    expect(preview.out).toContain('Nothing was written; --apply writes it');
    expect(preview.out).toContain('no API key may write it');
    expect(target.records('company', true)).toEqual([]);
    const { clientId, clientSecret } = target.credentials;
    vi.stubEnv('TAG_POLICY_CLIENT_SECRET', clientSecret);
    const done = await run(...args, '--client-id', clientId, '--apply', '--json');
    expect(done.code).toBe(0);
    expect(parsed(done.out)).toMatchObject({ isApplied: true, failures: [], conflicts: [], unlinked: 0 });
    expect(contentOf(target)).toEqual(contentOf(source));
    const wrong = await run(...args, '--client-id', 'another', '--apply');
    await other.close();
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('gives no token of the application (401)') });
  });

  it('takes the first place that is whole, and writes nothing where none is', async () => {
    const [first, second] = [await folder(), await folder()];
    await backup([first, second]);
    await rm(join(first, '2026-01-10T010000Z-full', 'company-0001.ndjson.zst'));
    const taken = await run('restore', '--from', first, '--from', second, ...remote());
    expect(taken.code).toBe(0);
    expect(taken.err).toContain(`${first} cannot be used: 2026-01-10T010000Z-full/company-0001.ndjson.zst: is missing`);
    const refused = await run('restore', '--from', first, '--apply', ...remote());
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('company-0001.ndjson.zst: is missing') });
  });

  it('goes back to an earlier backup', async () => {
    const place = await folder();
    await backup([place]);
    pass(60);
    await change(source, 'company', idOf(20), { name: '改错的名称' });
    await backup([place], '--incremental');
    pass(60);
    const args = ['restore', '--from', place, '--backup', '2026-01-10T010000Z-full', ...remote(), '--apply'];
    const careful = await run(...args);
    expect(careful.code).toBe(1);
    expect(careful.out).toContain(`conflict: company ${idOf(20)}: name`);
    expect(careful.out).not.toContain('改错的名称');
    await run(...args, '--overwrite');
    expect(source.records('company').find(({ id }) => id === idOf(20))?.name).toBe('无锡精控自动化有限公司');
  });
});

describe('drill', () => {
  it('proves the newest chain and enters its figures', async () => {
    const place = await folder();
    await backup([place]);
    pass(24 * 60);
    const { code, out } = await run('drill', '--from', place, '--no-build', ...remote());
    expect(code).toBe(0);
    expect(out).toContain('14 records compared field by field, 0 differences');
    expect(out).toContain('RPO 24.00 h');
    expect(source.records('tagBackup').find(({ kind }) => kind === 'DRILL')).toMatchObject({
      result: 'DONE',
      records: 14,
      differences: 0,
      lossSeconds: 86_400,
      recoverySeconds: expect.any(Number),
      base: '2026-01-10T010000Z-full',
    });
  });

  it('that fails is entered too, and health tells of it', async () => {
    const place = await folder();
    await backup([place]);
    await rm(join(place, '2026-01-10T010000Z-full', 'company-0001.ndjson.zst'));
    const { code, out } = await run('drill', '--from', place, '--no-build', ...remote());
    expect(code).toBe(1);
    expect(out).toBe('✗ Failed: 2026-01-10T010000Z-full/company-0001.ndjson.zst: is missing');
    expect(source.records('tagBackup').find(({ kind }) => kind === 'DRILL')).toMatchObject({ result: 'FAILED' });
    expect((await run('doctor', ...remote())).out).toContain(
      '✗ The last restore drill, 0 days ago, failed  [DRILL_FAILED]',
    );
  });
});

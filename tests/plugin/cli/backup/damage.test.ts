import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Damage } from '../../../../plugin/cli/backup/damage.ts';
import { sealOf } from '../../../../plugin/cli/backup/secret.ts';
import type { BuiltApp } from '../../../../plugin/embedded/built-app.ts';
import type { Manifest } from '../../../../workflows/backup/manifest.ts';
import { builtApp } from '../../../built-app.ts';
import {
  backUp,
  Clock,
  change,
  contentOf,
  copyOf,
  filled,
  folder,
  idOf,
  PASSPHRASE,
  remove,
  restore,
  staff,
  workspaceOf,
} from './support.ts';

let app: BuiltApp;
beforeAll(async () => {
  app = await builtApp();
});

/** A chain of a full backup and two increments; the workspace it is of, as it was at the end. */
const chainIn = async (passphrase: string | null) => {
  const clock = new Clock();
  const source = filled(app, clock);
  const place = await folder();
  await backUp(source, [place], clock, { passphrase });
  clock.pass(60);
  await change(source, 'company', idOf(20), { tagRegion: 'JIANGSU' });
  await backUp(source, [place], clock, { kind: 'INCREMENTAL', passphrase });
  clock.pass(60);
  await change(source, 'opportunity', idOf(50), { name: '产线改造二期' });
  await remove(source, 'destroy', 'tagCalendarDay', idOf(96));
  await backUp(source, [place], clock, { kind: 'INCREMENTAL', passphrase });
  return { clock, source, place };
};

const filesOf = async (place: string): Promise<readonly string[]> =>
  (await readdir(place, { recursive: true })).filter((file) => /\.(?:zst|enc|json)$/.test(file)).sort();

type Harm =
  | { readonly kind: 'CUT' | 'FLIP'; readonly file: number; readonly at: number; readonly bit: number }
  | { readonly kind: 'LOSE'; readonly file: number }
  | { readonly kind: 'SWAP'; readonly file: number; readonly other: number };

const harms: fc.Arbitrary<Harm> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('CUT' as const, 'FLIP' as const),
    file: fc.nat(),
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    bit: fc.nat(7),
  }),
  fc.record({ kind: fc.constant('LOSE' as const), file: fc.nat() }),
  fc.record({ kind: fc.constant('SWAP' as const), file: fc.nat(), other: fc.nat() }),
);

/** Does harm to a place: what it was done to, and how it is undone. */
const harm = async (place: string, { file: index, ...how }: Harm) => {
  const files = await filesOf(place);
  const contents = await Promise.all(files.map((one) => readFile(join(place, one))));
  const at = index % files.length;
  const file = files[at] ?? '';
  const bytes = contents[at] ?? Buffer.alloc(0);
  const harmed = [file];
  if (how.kind === 'LOSE') await rm(join(place, file));
  if (how.kind === 'CUT') await writeFile(join(place, file), bytes.subarray(0, Math.floor(how.at * bytes.length)));
  if (how.kind === 'FLIP') {
    const flipped = Buffer.from(bytes);
    const where = Math.floor(how.at * bytes.length);
    flipped[where] = (flipped[where] ?? 0) ^ (1 << how.bit);
    await writeFile(join(place, file), flipped);
  }
  if (how.kind === 'SWAP') {
    // Of two backups in which nothing changed the files may well be the same.
    const others = files.flatMap((one, other) => {
      const isOther = one.endsWith('.json') === file.endsWith('.json') && !contents[other]?.equals(bytes);
      return isOther ? [other] : [];
    });
    const other = others[how.other % others.length] ?? 0;
    harmed.push(files[other] ?? '');
    await writeFile(join(place, file), contents[other] ?? '');
    await writeFile(join(place, files[other] ?? ''), bytes);
  }
  const undo = async (): Promise<void> => {
    for (const one of harmed) await writeFile(join(place, one), contents[files.indexOf(one)] ?? '');
  };
  return { harmed, undo };
};

describe.each([
  ['an encrypted chain', PASSPHRASE],
  ['a plain chain', null],
])('%s', (_what, passphrase) => {
  it('that was harmed anywhere is refused, the file is named, and nothing is written', async () => {
    const { clock, place } = await chainIn(passphrase);
    await fc.assert(
      fc.asyncProperty(harms, async (how) => {
        const { harmed, undo } = await harm(place, how);
        const target = workspaceOf(app, clock);
        staff(target);
        const before = JSON.stringify(contentOf(target));
        const refusal = await restore(target, place, { passphrase }).then(
          () => null,
          (error: unknown) => error,
        );
        await undo();
        expect(refusal).toBeInstanceOf(Damage);
        expect(harmed.map((file) => file.replaceAll('\\', '/'))).toContain((refusal as Damage).file);
        expect(JSON.stringify(contentOf(target))).toBe(before);
      }),
      { numRuns: 60, seed: 20_261_126 },
    );
  }, 60_000);

  it('without a link is refused', async () => {
    const { clock, place } = await chainIn(passphrase);
    const [full = '', second = ''] = (await readdir(place)).sort();
    for (const lost of [full, second]) {
      const copy = await copyOf(place);
      await rm(join(copy, lost), { recursive: true });
      await expect(restore(workspaceOf(app, clock), copy, { passphrase })).rejects.toThrow(
        `${lost}/manifest.json: is missing`,
      );
    }
  });

  it('whose first link is another, made by whoever can write the place, is refused', async () => {
    const { clock, place } = await chainIn(passphrase);
    const [full = ''] = (await readdir(place)).sort();
    const file = join(place, full, 'manifest.json');
    const { seal: _seal, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    const forged = { ...manifest, finishedAt: '2026-01-10T02:00:00.000Z' };
    await writeFile(file, JSON.stringify({ ...forged, seal: sealOf(forged, null) }));
    await expect(restore(workspaceOf(app, clock), place, { passphrase })).rejects.toThrow(
      `${full}/manifest.json: is not the one that`,
    );
  });

  it('that comes whole brings every record back', async () => {
    const { clock, source, place } = await chainIn(passphrase);
    const target = workspaceOf(app, clock);
    staff(target);
    const { failures, unlinked } = await restore(target, place, { passphrase });
    expect({ failures, unlinked }).toEqual({ failures: [], unlinked: 0 });
    const [back, was] = [contentOf(target), contentOf(source)];
    if (passphrase) expect(back).toEqual(was);
    else {
      expect(back.opportunity).toMatchObject({ [idOf(50)]: { name: '产线改造二期' } });
      expect(back.tagCredit).toEqual({});
    }
  });
});

describe('an encrypted chain', () => {
  it('is for nobody without its passphrase', async () => {
    const { clock, place } = await chainIn(PASSPHRASE);
    await expect(restore(workspaceOf(app, clock), place, { passphrase: 'another passphrase' })).rejects.toThrow(
      /manifest\.json: is damaged, or the passphrase is another$/,
    );
    for (const file of await filesOf(place)) {
      expect((await readFile(join(place, file))).toString('latin1')).not.toContain(
        Buffer.from('唐').toString('latin1'),
      );
    }
  });

  it('whose newest manifest was written by somebody without the passphrase is refused', async () => {
    const { clock, place } = await chainIn(PASSPHRASE);
    const last = (await readdir(place)).sort().at(-1) ?? '';
    const file = join(place, last, 'manifest.json');
    const { seal: _seal, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    const forged = { ...manifest, files: [] };
    await writeFile(file, JSON.stringify({ ...forged, seal: sealOf(forged, null) }));
    await expect(restore(workspaceOf(app, clock), place)).rejects.toThrow(`${last}/manifest.json: is damaged, or`);
  });

  it('whose folder bears another’s name is refused', async () => {
    const { clock, place } = await chainIn(PASSPHRASE);
    const last = (await readdir(place)).sort().at(-1) ?? '';
    await rename(join(place, last), join(place, '2026-02-01T000000Z-full'));
    await expect(restore(workspaceOf(app, clock), place)).rejects.toThrow(`is that of ${last}`);
  });
});

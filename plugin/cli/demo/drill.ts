import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERSION } from '../../../workflows/version.ts';
import type { BuiltApp } from '../../embedded/built-app.ts';
import { registerBackup, registerDrill } from '../backup/register.ts';
import { insideClient, runDrill } from '../backup/run-drill.ts';
import { openPlaces } from '../backup/store.ts';
import { writeBackup } from '../backup/write-backup.ts';
import type { Diary, Look } from './diary.ts';

/** Of no use outside the demonstration, whose backup is gone when it ends. */
const PASSPHRASE = 'a passphrase for the demonstration alone';
const KEY_COST = 2 ** 10;

/** A line of the register, with the figures that tell something of its kind. */
const entry = (diary: Diary, kind: string, ...figures: readonly string[]): readonly Look[] =>
  diary
    .find('tagBackup', (row) => row.kind === kind)
    .map((row) => ({
      object: 'tagBackup',
      id: row.id,
      name: String(row.name),
      facts: Object.fromEntries(
        ['result', 'records', ...figures].map((figure) => [figure, row[figure] as Look['facts'][string]]),
      ),
      lines: [],
    }));

/** A full backup into two places, and the drill that proves it (6.2). */
export const drilled = async (diary: Diary, app: BuiltApp): Promise<void> => {
  diary.chapter('The backup is proven');
  const folder = await mkdtemp(join(tmpdir(), 'tag-policy-demo-'));
  try {
    const { workspace } = diary;
    const client = insideClient(workspace, workspace.apiKey);
    const now = (): Date => workspace.now();
    const places = await openPlaces([join(folder, 'first'), join(folder, 'second')]);
    await diary.goTo('2026-10-22T10:00:00+08:00');
    const backup = await writeBackup({
      client,
      workspace: workspace.url,
      version: VERSION,
      places,
      kind: 'FULL',
      passphrase: PASSPHRASE,
      now,
      tell: () => {},
      retention: null,
      keyCost: KEY_COST,
    });
    await registerBackup(client, { ...backup, places: ['/backup/tags', '/mnt/other-site/tags'] });
    diary.tell(
      'The day’s backup: encrypted, into two places, read back from each',
      ['6.2.1', '6.2.3'],
      entry(diary, 'FULL', 'isEncrypted'),
    );
    await diary.goTo('2026-10-22T14:00:00+08:00');
    const report = await runDrill(places[1] ?? '', PASSPHRASE, app, { now, tell: () => {} });
    await registerDrill(client, { ...report, place: '/mnt/other-site/tags' });
    diary.tell(
      'The quarter’s drill restores it into an empty workspace and compares every record',
      ['6.2.4', '6.2.5'],
      entry(diary, 'DRILL', 'differences', 'recoverySeconds', 'lossSeconds'),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

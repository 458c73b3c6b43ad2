import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insideClient } from '../../plugin/cli/backup/run-drill.ts';
import { writeBackup } from '../../plugin/cli/backup/write-backup.ts';
import { OUTPUT } from '../../plugin/cli/build.ts';
import { loadBuiltApp } from '../../plugin/embedded/built-app.ts';
import { createWorkspace } from '../../plugin/embedded/workspace.ts';
import { atLeast, atMost, type Figure, told } from './measure.ts';

const PAGE = 200;
/** Pages between two looks at the memory. */
const LOOK_EVERY = 25;

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

interface BackupRun {
  readonly perSecond: number;
  /** The most heap in use after a collection, over what the workspace itself holds, in MiB. */
  readonly peak: number;
}

/** Backs up so many customers of an embedded workspace into one place, encrypted, and reads them back. */
export const backupRun = async (records: number, collect: () => void): Promise<BackupRun> => {
  const workspace = createWorkspace({ app: await loadBuiltApp(OUTPUT) });
  for (let from = 0; from < records; from += PAGE) {
    workspace.insert(
      'company',
      Array.from({ length: Math.min(PAGE, records - from) }, (_unused, at) => ({
        id: idOf(from + at),
        name: `第${from + at}号精密机械有限公司`,
        tagIndustry: 'C',
        tagCustomerType: 'SME',
        tagBusinessScope: '精密机械的研发、制造与销售',
      })),
    );
  }
  const place = await mkdtemp(join(tmpdir(), 'tag-policy-bench-'));
  const inside = insideClient(workspace, workspace.apiKey);
  collect();
  const held = process.memoryUsage().heapUsed;
  let peak = 0;
  let pages = 0;
  let looking = 0;
  try {
    const began = performance.now();
    await writeBackup({
      client: {
        ...inside,
        request: (query, variables) => {
          pages += 1;
          if (pages % LOOK_EVERY === 0) {
            const stopped = performance.now();
            collect();
            peak = Math.max(peak, process.memoryUsage().heapUsed - held);
            looking += performance.now() - stopped;
          }
          return inside.request(query, variables);
        },
      },
      workspace: workspace.url,
      version: workspace.version,
      places: [place],
      kind: 'FULL',
      passphrase: 'a passphrase for the bench alone',
      now: () => new Date(),
      tell: () => {},
      retention: null,
    });
    const seconds = (performance.now() - began - looking) / 1000;
    return { perSecond: records / seconds, peak: peak / 1024 / 1024 };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};

/** A tenfold workspace is backed up as fast a record, and in no more memory. */
export const backupFigures = async (): Promise<readonly Figure[]> => {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Run it as "npm run bench", which passes --expose-gc');
  await backupRun(1_000, gc);
  const small = await backupRun(10_000, gc);
  const large = await backupRun(100_000, gc);
  return [
    told('backup of 10,000 records', small.perSecond, '/s'),
    told('  of 100,000 records', large.perSecond, '/s'),
    atLeast('  a record, beside the smaller one', large.perSecond / small.perSecond, '×', 0.6),
    told('memory of a backup of 10,000 records', small.peak, 'MiB'),
    atMost('  of 100,000 records', large.peak / Math.max(small.peak, 1), '×', 1.5),
  ];
};

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insideClient } from '../../plugin/cli/backup/run-drill.ts';
import type { PacedClient } from '../../plugin/cli/backup/workspace-client.ts';
import { OUTPUT } from '../../plugin/cli/build.ts';
import { recogniseFor } from '../../plugin/cli/check/options.ts';
import { openFile } from '../../plugin/cli/import/import-file.ts';
import { importRecords } from '../../plugin/cli/import/import-records.ts';
import { surveyFile } from '../../plugin/cli/import/survey-file.ts';
import { loadBuiltApp } from '../../plugin/embedded/built-app.ts';
import { createWorkspace } from '../../plugin/embedded/workspace.ts';
import { atMost, type Figure, told } from './measure.ts';

/** Requests between two looks at the memory. */
const LOOK_EVERY = 25;

interface ImportRun {
  readonly perSecond: number;
  readonly callsARow: number;
  /** The most heap in use after a collection, in MiB. */
  readonly peak: number;
}

/** A list of customers with their contacts, as they come from another CRM. */
const writeFile = async (file: string, rows: number): Promise<void> => {
  const stream = createWriteStream(file);
  stream.write('客户名称,客户类型,所属行业,经营范围,联系人姓名,联系人职位,联系电话,电子邮箱,地域,员工数量\n');
  for (let at = 0; at < rows; at += 1) {
    const line = `第${at}号精密机械有限公司,中小企业,制造业,"精密机械的研发、制造与销售",王${at},采购部部长,139${String(at).padStart(8, '0')},buyer${at}@works${at}.cn,江苏省,${100 + (at % 900)}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
};

/** A client that lets nothing be written: what a workspace holds would grow with the file, and hide what the import does. */
const forgetful = (client: PacedClient, look: () => void): PacedClient => {
  let requests = 0;
  return {
    ...client,
    request: async (query, variables) => {
      requests += 1;
      if (requests % LOOK_EVERY === 0) look();
      return query.startsWith('mutation Write') ? ({} as never) : client.request(query, variables);
    },
  };
};

/** Imports so many customers with their contacts into an embedded workspace without hooks; with `collect` its memory is measured. */
export const importRun = async (rows: number, collect: (() => void) | null): Promise<ImportRun> => {
  const workspace = createWorkspace({ app: await loadBuiltApp(OUTPUT) });
  workspace.intercept(() => []);
  const folder = await mkdtemp(join(tmpdir(), 'tag-policy-bench-'));
  const inside = insideClient(workspace, workspace.apiKey);
  const path = join(folder, 'customers.csv');
  let peak = 0;
  try {
    await writeFile(path, rows);
    collect?.();
    const held = process.memoryUsage().heapUsed;
    const look = (): void => {
      collect?.();
      peak = Math.max(peak, process.memoryUsage().heapUsed - held);
    };
    const began = performance.now();
    const file = await openFile(path, recogniseFor('company'));
    const report = await importRecords({
      file,
      survey: await surveyFile(file),
      object: 'company',
      client: collect ? forgetful(inside, look) : inside,
      workspace: workspace.url,
      version: workspace.version,
      runs: join(folder, 'runs'),
      secrets: { passphrase: null, key: workspace.apiKey },
      map: new Map(),
      decisions: new Map(),
      stage: 'PROSPECT',
      today: '2026-01-10',
      language: 'en',
      strict: false,
      reveals: false,
      isApplied: true,
      preview: join(folder, 'preview.csv'),
      now: () => new Date(),
      tell: () => {},
    });
    if (report.counts.create !== rows) throw new Error(`${report.counts.create} of ${rows} records were imported`);
    const seconds = (performance.now() - began) / 1000;
    return { perSecond: rows / seconds, callsARow: report.calls / rows, peak: peak / 1024 / 1024 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A tenfold file is imported in no more memory, and with few calls. */
export const importFigures = async (): Promise<readonly Figure[]> => {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Run it as "npm run bench", which passes --expose-gc');
  await importRun(1_000, gc);
  const [small, large] = [await importRun(10_000, gc), await importRun(100_000, gc)];
  const whole = await importRun(100_000, null);
  return [
    told('import of 100,000 records', whole.perSecond, '/s'),
    atMost('  API calls a record', whole.callsARow, '', 0.02),
    told('memory of an import of 10,000 records', small.peak, 'MiB'),
    atMost('  of 100,000 records', large.peak / Math.max(small.peak, 1), '×', 1.5),
  ];
};

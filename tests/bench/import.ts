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
import { type ImportReport, importRecords } from '../../plugin/cli/import/import-records.ts';
import { surveyFile } from '../../plugin/cli/import/survey-file.ts';
import { loadBuiltApp } from '../../plugin/embedded/built-app.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import { atLeast, atMost, type Figure, processorTime, told } from './measure.ts';

/** Requests between two looks at the memory. */
const LOOK_EVERY = 25;

interface ImportRun {
  /** Records a second of processor time, the embedded workspace's included. */
  readonly perSecond: number;
  readonly callsARow: number;
  /** The most heap in use after a collection, in MiB. */
  readonly peak: number;
}

/** What the rows of a file say beside names and contacts. */
interface Said {
  readonly type: string;
  readonly title: string;
  /** Null where the file has no column of credit ratings. */
  readonly rating: string | null;
}

const LIST: Said = { type: '中小企业', title: '采购部部长', rating: null };

const HEADER = '客户名称,客户类型,所属行业,经营范围,联系人姓名,联系人职位,联系电话,电子邮箱,地域,员工数量';

/** A list of customers with their contacts, as they come from another CRM. */
const writeFile = async (file: string, rows: number, { type, title, rating }: Said): Promise<void> => {
  const stream = createWriteStream(file);
  stream.write(`${HEADER}${rating === null ? '' : ',信用评级'}\n`);
  const last = rating === null ? '' : `,${rating}`;
  for (let at = 0; at < rows; at += 1) {
    const line = `第${at}号精密机械有限公司,${type},制造业,"精密机械的研发、制造与销售",王${at},${title},139${String(at).padStart(8, '0')},buyer${at}@works${at}.cn,江苏省,${100 + (at % 900)}${last}\n`;
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

const emptyWorkspace = async (): Promise<Workspace> => {
  const workspace = createWorkspace({ app: await loadBuiltApp(OUTPUT) });
  workspace.intercept(() => []);
  return workspace;
};

const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'tag-policy-bench-'));
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
};

/** Imports a file as the command does. */
const bring = async (
  workspace: Workspace,
  client: PacedClient,
  path: string,
  folder: string,
): Promise<ImportReport> => {
  const file = await openFile(path, recogniseFor('company'));
  return importRecords({
    file,
    survey: await surveyFile(file),
    object: 'company',
    client,
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
};

const assertRows = (rows: number, done: number): void => {
  if (done !== rows) throw new Error(`${done} of ${rows} records were imported`);
};

/** Imports so many customers with their contacts into an embedded workspace without hooks; with `collect` its memory is measured. */
const importRun = (rows: number, collect: (() => void) | null): Promise<ImportRun> =>
  inFolder(async (folder) => {
    const workspace = await emptyWorkspace();
    const inside = insideClient(workspace, workspace.apiKey);
    const path = join(folder, 'customers.csv');
    await writeFile(path, rows, LIST);
    collect?.();
    const held = process.memoryUsage().heapUsed;
    let peak = 0;
    const look = (): void => {
      collect?.();
      peak = Math.max(peak, process.memoryUsage().heapUsed - held);
    };
    const began = process.cpuUsage();
    const { counts, calls } = await bring(workspace, collect ? forgetful(inside, look) : inside, path, folder);
    assertRows(rows, counts.create);
    const seconds = processorTime(began) / 1000;
    return { perSecond: rows / seconds, callsARow: calls / rows, peak: peak / 1024 / 1024 };
  });

/**
 * Calls a record of files that ask for more of them: new customers with a contact and a credit record each, and the same
 * file again with something else said of all three.
 */
const fullerFiles = (rows: number): Promise<{ readonly created: number; readonly updated: number }> =>
  inFolder(async (folder) => {
    const workspace = await emptyWorkspace();
    const calls = async (said: Said, verdict: 'create' | 'update'): Promise<number> => {
      const path = join(folder, `${verdict}.csv`);
      await writeFile(path, rows, said);
      const report = await bring(workspace, insideClient(workspace, workspace.apiKey), path, folder);
      assertRows(rows, report.counts[verdict]);
      return report.calls / rows;
    };
    const created = await calls({ ...LIST, rating: 'AA' }, 'create');
    return { created, updated: await calls({ type: '经销商', title: '总经理', rating: 'B' }, 'update') };
  });

/** A tenfold file is imported in no more memory, and with few calls. */
export const importFigures = async (): Promise<readonly Figure[]> => {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Run it as "npm run bench", which passes --expose-gc');
  await importRun(1_000, gc);
  const [small, large] = [await importRun(10_000, gc), await importRun(100_000, gc)];
  const whole = await importRun(100_000, null);
  const { created, updated } = await fullerFiles(10_000);
  return [
    // At 80 calls a minute Twenty takes some 80 records a second: the command is not what one waits for.
    atLeast('import of 100,000 records', whole.perSecond, '/s', 500),
    atMost('  API calls a record', whole.callsARow, '', 0.02),
    atMost('  where all of it is there and differs', updated, '', 0.02),
    // Four records are written for each row, and Twenty takes 200 in a call: 0.02 before anything is read.
    atMost('  of new customers with credit records', created, '', 0.0225),
    told('memory of an import of 10,000 records', small.peak, 'MiB'),
    atMost('  of 100,000 records', large.peak / Math.max(small.peak, 1), '×', 1.5),
  ];
};

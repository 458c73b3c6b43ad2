import { fileURLToPath } from 'node:url';
import type { TwentyClient } from '../../workflows/gateway/client.ts';
import { readSettings } from '../../workflows/settings.ts';
import { Outbox } from '../../workflows/sweep/outbox.ts';
import { sweepObject } from '../../workflows/sweep/sweep-object.ts';

/**
 * How much memory a sweep takes, over workspaces of different sizes. Run on its own with `--expose-gc`: prints the most
 * mebibytes of heap in use after a collection, page by page.
 */
const PAGE = 200;

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** A workspace that makes its customers as they are asked for, one in twenty of them incomplete. */
const endlessWorkspace = (records: number, onPage: () => void): TwentyClient => {
  const stamp = { createdAt: '2026-09-01T00:00:00.000Z', updatedAt: '2026-09-01T00:00:00.000Z' };
  const by = { source: 'MANUAL', workspaceMemberId: idOf(1) };
  const request = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    if (query.startsWith('mutation')) return {};
    onPage();
    const filter = variables.f0 as { id?: { gt?: string } } | undefined;
    const from = filter?.id?.gt ? Number(filter.id.gt.slice(24)) + 1 : 0;
    const edges = query.includes('companies(')
      ? Array.from({ length: Math.max(0, Math.min(PAGE, records - from)) }, (_unused, at) => ({
          node: {
            id: idOf(from + at),
            ...stamp,
            createdBy: by,
            updatedBy: by,
            name: `第${from + at}号精密机械有限公司`,
            tagIndustry: 'C',
            tagCustomerType: (from + at) % 20 === 0 ? null : 'SME',
            tagBusinessScope: '精密机械的研发、制造与销售'.repeat(20),
          },
        }))
      : [];
    const connection = { pageInfo: { hasNextPage: false, endCursor: null }, edges };
    return { companies: connection, opportunities: { ...connection, edges: [] } };
  };
  return { request: request as TwentyClient['request'], requestMetadata: request as TwentyClient['requestMetadata'] };
};

/** The most heap in use after a collection while a sweep of so many customers runs, in MiB over what it began with. */
export const sweepPeak = async (records: number, collect: () => void): Promise<number> => {
  collect();
  const began = process.memoryUsage().heapUsed;
  let peak = 0;
  let pages = 0;
  const client = endlessWorkspace(records, () => {
    pages += 1;
    if (pages % 5 !== 0) return;
    collect();
    peak = Math.max(peak, process.memoryUsage().heapUsed - began);
  });
  await sweepObject({
    client,
    settings: readSettings({}).settings,
    now: new Date('2026-09-28T01:00:00.000Z'),
    object: 'company',
    after: null,
    since: '2026-12-31T00:00:00.000Z',
    surroundings: {
      members: [],
      users: [],
      companyDays: [],
      rulings: [],
      memoryKey: 'key',
      installedAt: null,
      agreementsSince: null,
    },
    isInstalling: false,
    outbox: new Outbox(client),
    isOver: () => false,
  });
  return peak / 1024 / 1024;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Run with --expose-gc');
  await sweepPeak(1_000, gc);
  const sizes = [10_000, 100_000];
  const peaks: Record<string, number> = {};
  for (const records of sizes) peaks[records] = await sweepPeak(records, gc);
  console.log(JSON.stringify(peaks));
}

import { appendFile, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { insideClient } from '../../../../plugin/cli/backup/run-drill.ts';
import type { PacedClient } from '../../../../plugin/cli/backup/workspace-client.ts';
import { OUTPUT } from '../../../../plugin/cli/build.ts';
import { type BuiltApp, loadBuiltApp } from '../../../../plugin/embedded/built-app.ts';
import type { Workspace } from '../../../../plugin/embedded/workspace.ts';
import { Clock, change, contentOf, idOf, staff, workspaceOf } from '../backup/support.ts';
import { fileOf } from '../run.ts';
import { bring, folder, takeBack } from './support.ts';

let app: BuiltApp;
beforeAll(async () => {
  app = await loadBuiltApp(OUTPUT);
});

const ROWS = 17;
const SIZES = { window: 6, batch: 4 };

/** Customers, some of which are there already as others, some as they are, one not clear; with contacts and credit. */
const FILE = [
  '客户名称,统一社会信用代码,客户类型,联系人姓名,电子邮箱,信用评级,年度采购额,注册地址',
  ...Array.from(
    { length: ROWS },
    (_unused, at) =>
      `第${at}号机械有限公司,,中小企业,王${at},w${at}@firm${at}.cn,${at % 2 ? 'AA' : 'B'},${at + 1}万,锡山区${at}号`,
  ),
].join('\n');

const filled = (): Workspace => {
  const workspace = workspaceOf(app, new Clock());
  staff(workspace);
  workspace.insert('person', [
    { id: idOf(500), name: { firstName: '3', lastName: '王' }, jobTitle: '采购' },
    { id: idOf(501), name: { firstName: '', lastName: '王7' }, emails: { primaryEmail: 'w7@firm7.cn' } },
  ]);
  workspace.insert('company', [
    { id: idOf(603), name: '第3号机械有限公司', tagKeyContactId: idOf(500), tagIndustry: 'C' },
    {
      id: idOf(605),
      name: '第5号机械有限公司',
      tagCustomerType: 'SME',
      tagAnnualPurchase: { amountMicros: 1, currencyCode: 'CNY' },
    },
    { id: idOf(609), name: '第9号机械有限公司' },
    { id: idOf(610), name: '第9号机械有限公司' },
    {
      id: idOf(611),
      name: '第11号机械有限公司',
      tagRegisteredAddress: { addressStreet1: '旧址', addressCity: '无锡' },
    },
  ]);
  workspace.insert('tagCredit', [{ id: idOf(700), companyId: idOf(605), rating: 'D' }]);
  return workspace;
};

/** Opportunities with their products: new ones, one that has some of them already, one that is as the file says. */
const DEALS = [
  '机会名称,客户,机会来源,机会产品',
  ...Array.from(
    { length: ROWS },
    (_unused, at) => `第${at}号产线,第3号机械有限公司,展会,SD-${at % 3}；SD-${3 + (at % 2)}`,
  ),
].join('\n');

const withDeals = (): Workspace => {
  const workspace = filled();
  workspace.insert(
    'tagProduct',
    Array.from({ length: 5 }, (_unused, at) => ({ id: idOf(800 + at), name: `驱动器${at}`, model: `SD-${at}` })),
  );
  workspace.insert('opportunity', [
    { id: idOf(810), name: '第2号产线', companyId: idOf(603) },
    { id: idOf(811), name: '第3号产线', companyId: idOf(603), tagSource: 'TRADE_FAIR' },
  ]);
  workspace.insert('tagOpportunityItem', [
    { id: idOf(820), opportunityId: idOf(810), productId: idOf(802), quantity: 4 },
    { id: idOf(821), opportunityId: idOf(811), productId: idOf(800) },
    { id: idOf(822), opportunityId: idOf(811), productId: idOf(804) },
  ]);
  return workspace;
};

class Cut extends Error {}

/** What was carried out: each record with what was written to it. */
type Writes = string[];

/** A client whose line breaks at the n-th request: before Twenty has it, or when its answer comes. */
const cutting = (workspace: Workspace, at: number, isCarriedOut: boolean, writes: Writes): PacedClient => {
  const inside = insideClient(workspace, workspace.apiKey);
  let requests = 0;
  return {
    ...inside,
    request: async (query, variables = {}) => {
      requests += 1;
      if (requests === at && !isCarriedOut) throw new Cut();
      const answer = await inside.request(query, variables);
      if (query.startsWith('mutation') && !query.includes('MayWrite')) {
        const verb = /(create|update|delete)\w+/.exec(query)?.[0] ?? '';
        for (const data of Object.values(variables).flat()) writes.push(`${verb} ${JSON.stringify(data)}`);
      }
      if (requests === at) throw new Cut();
      return answer as never;
    },
  };
};

/** Runs something whose line breaks again and again, until it comes through. */
const through = async (
  cuts: readonly { readonly at: number; readonly isCarriedOut: boolean }[],
  work: (cut: { readonly at: number; readonly isCarriedOut: boolean }) => Promise<unknown>,
  between: () => Promise<void> = async () => {},
): Promise<void> => {
  for (const cut of cuts) {
    try {
      await work(cut);
      return;
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      await between();
    }
  }
  await work({ at: Number.POSITIVE_INFINITY, isCarriedOut: false });
};

const cutsArbitrary = fc.array(fc.record({ at: fc.integer({ min: 1, max: 22 }), isCarriedOut: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

const runIn = async (runs: string): Promise<string> =>
  (await readdir(runs)).find((name) => name.endsWith('.import.ndjson'))?.replace('.import.ndjson', '') ?? '';

/** What is in the trash counts as gone: undone, new records are there. */
const live = (workspace: Workspace): unknown => {
  const content = contentOf(workspace) as Record<string, Record<string, { deletedAt?: unknown }>>;
  return Object.fromEntries(
    ['company', 'person', 'tagCredit', 'opportunity', 'tagOpportunityItem'].map((object) => [
      object,
      Object.entries(content[object] ?? {}).filter(([, record]) => !record.deletedAt),
    ]),
  );
};

describe.each([
  ['customers with contacts and credit', 'company', filled, FILE, { create: 13, update: 3, same: 0, conflict: 1 }],
  ['opportunities with products', 'opportunity', withDeals, DEALS, { create: 15, update: 1, same: 1, conflict: 0 }],
] as const)('cut off anywhere: %s', (_what, object, prepare, content, counts) => {
  it('and gone on with, an import leaves what an import in one go leaves, and writes nothing twice', async () => {
    const whole = prepare();
    const file = await fileOf(content);
    const uncut: Writes = [];
    const report = await bring(whole, file, object, {
      runs: await folder(),
      sizes: SIZES,
      client: cutting(whole, Number.POSITIVE_INFINITY, false, uncut),
    });
    expect(report.counts).toEqual({ ...counts, left: 0 });
    await fc.assert(
      fc.asyncProperty(cutsArbitrary, fc.nat(40), async (cuts, lost) => {
        const workspace = prepare();
        const runs = await folder();
        const writes: Writes = [];
        await through(
          cuts,
          (cut) =>
            bring(workspace, file, object, {
              runs,
              sizes: SIZES,
              client: cutting(workspace, cut.at, cut.isCarriedOut, writes),
            }),
          // The machine stopped while a line was being noted: what is behind the last whole line is lost.
          async () => {
            const run = await runIn(runs);
            if (run)
              await appendFile(join(runs, `${run}.import.ndjson`), '{"begin":{"batch":9,"through"'.slice(0, lost));
          },
        );
        expect(contentOf(workspace)).toEqual(contentOf(whole));
        expect([...writes].sort()).toEqual([...uncut].sort());
      }),
      { numRuns: 25, seed: 14 },
    );
  });

  it('taking it back leaves what was before', async () => {
    const file = await fileOf(content);
    await fc.assert(
      fc.asyncProperty(cutsArbitrary, async (cuts) => {
        const workspace = prepare();
        const before = live(workspace);
        const runs = await folder();
        await bring(workspace, file, object, { runs, sizes: SIZES });
        const run = await runIn(runs);
        await through(cuts, (cut) =>
          takeBack(workspace, runs, run, { client: cutting(workspace, cut.at, cut.isCarriedOut, []) }),
        );
        expect(live(workspace)).toEqual(before);
      }),
      { numRuns: 10, seed: 14 },
    );
  });
});

describe('cut off anywhere', () => {
  it('and gone on with, taking it back leaves what was before, and what somebody has touched', async () => {
    const file = await fileOf(FILE);
    await fc.assert(
      fc.asyncProperty(cutsArbitrary, fc.subarray([0, 3, 4, 11, 16], { minLength: 0 }), async (cuts, touched) => {
        const workspace = filled();
        const before = live(workspace);
        const runs = await folder();
        await bring(workspace, file, 'company', { runs, sizes: SIZES });
        const named = (at: number) => workspace.records('company').find(({ name }) => name === `第${at}号机械有限公司`);
        for (const at of touched)
          await change(workspace, 'company', String(named(at)?.id), { tagCustomerType: 'DEALER' });
        const run = await runIn(runs);
        const writes: Writes = [];
        await through(cuts, (cut) =>
          takeBack(workspace, runs, run, { client: cutting(workspace, cut.at, cut.isCarriedOut, writes) }),
        );
        const report = await takeBack(workspace, runs, run, { isApplied: false });
        expect(report).toMatchObject({ undone: 0, touchedRows: touched.length, already: 16 - touched.length });
        expect(new Set(report.touched.map(({ row }) => row - 1))).toEqual(new Set(touched));
        expect(new Set(writes).size).toBe(writes.length);
        for (const at of touched) expect(named(at)).toMatchObject({ tagCustomerType: 'DEALER' });
        if (touched.length === 0) expect(live(workspace)).toEqual(before);
      }),
      { numRuns: 20, seed: 14 },
    );
  });

  it('what somebody wrote meanwhile is left to them', async () => {
    const workspace = filled();
    const file = await fileOf(FILE);
    const runs = await folder();
    const writes: Writes = [];
    // The first batch has its contacts when the line breaks; its customers are still as they were.
    const isCut = (at: number) =>
      bring(workspace, file, 'company', { runs, sizes: SIZES, client: cutting(workspace, at, true, writes) });
    for (let at = 1; writes.length === 0; at += 1) await expect(isCut(at)).rejects.toThrow(Cut);
    await change(workspace, 'company', idOf(603), { tagCustomerType: 'DEALER' });
    const report = await bring(workspace, file, 'company', { runs, sizes: SIZES });
    expect(report).toMatchObject({ isResumed: true, reasons: { WRITTEN_SINCE: 1 } });
    expect(report.failures).toMatchObject([{ row: 4, object: 'company', id: idOf(603), code: 'WRITTEN_SINCE' }]);
    expect(workspace.records('company').find(({ id }) => id === idOf(603))).toMatchObject({
      tagCustomerType: 'DEALER',
    });
  });
});

describe('twice', () => {
  it('a second import of the same file writes nothing, in whatever order its rows stand', async () => {
    const [header = '', ...rows] = FILE.split('\n');
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: 5 }), async (some) => {
        const workspace = filled();
        await bring(workspace, await fileOf(FILE), 'company', { runs: await folder(), sizes: SIZES });
        const after = contentOf(workspace);
        const writes: Writes = [];
        const report = await bring(workspace, await fileOf([header, ...some].join('\n')), 'company', {
          runs: await folder(),
          sizes: SIZES,
          client: cutting(workspace, Number.POSITIVE_INFINITY, false, writes),
        });
        expect(report.counts).toMatchObject({ create: 0, update: 0 });
        expect(writes).toEqual([]);
        expect(contentOf(workspace)).toEqual(after);
      }),
      { numRuns: 8, seed: 14 },
    );
  });
});

describe('the notes of a run', () => {
  it('hold no value of a record in plain, and are read with the same key alone', async () => {
    const workspace = filled();
    const runs = await folder();
    const { run } = await bring(workspace, await fileOf(FILE), 'company', { runs });
    const notes = join(runs, `${run}.import.ndjson`);
    const text = await readFile(notes, 'utf8');
    expect(text).not.toMatch(/机械|firm|锡山/);
    expect(text).not.toContain(workspace.apiKey);
    await truncate(notes, text.length - 4);
    expect(await takeBack(workspace, runs, String(run), { isApplied: false })).toMatchObject({ undone: 16 });
  });
});

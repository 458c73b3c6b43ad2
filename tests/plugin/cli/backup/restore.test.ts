import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runDrill } from '../../../../plugin/cli/backup/run-drill.ts';
import type { BuiltApp } from '../../../../plugin/embedded/built-app.ts';
import { loadSample } from '../../../../plugin/embedded/sample.ts';
import { serveWorkspace } from '../../../../plugin/embedded/serve.ts';
import { createWorkspace, type Workspace } from '../../../../plugin/embedded/workspace.ts';
import { builtApp } from '../../../built-app.ts';
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
  restore,
  staff,
  workspaceOf,
} from './support.ts';

let app: BuiltApp;
beforeAll(async () => {
  app = await builtApp();
});

const kept = async () => {
  const clock = new Clock();
  const source = filled(app, clock);
  const place = await folder();
  await backUp(source, [place], clock);
  clock.pass(60);
  return { clock, source, place };
};

const tally = (report: Awaited<ReturnType<typeof restore>>, object: string) => {
  const { create = 0, update = 0, broughtBack = 0, same = 0, conflict = 0, left = 0 } = report.objects[object] ?? {};
  return { create, update, broughtBack, same, conflict, left };
};
const NONE = { create: 0, update: 0, broughtBack: 0, same: 0, conflict: 0, left: 0 };
const rowOf = (workspace: Workspace, object: string, id: string) =>
  workspace.records(object, true).find((row) => row.id === id);

describe('restoring', () => {
  it('what is as it was writes nothing', async () => {
    const { source, place } = await kept();
    const before = JSON.stringify(source.records('company', true));
    const report = await restore(source, place);
    expect(tally(report, 'company')).toEqual({ ...NONE, same: 2 });
    expect(JSON.stringify(source.records('company', true))).toBe(before);
  });

  it('shows first what it would do', async () => {
    const { source, place } = await kept();
    await remove(source, 'delete', 'company', idOf(20));
    await remove(source, 'destroy', 'tagProduct', idOf(30));
    const report = await restore(source, place, { isApplied: false });
    expect(tally(report, 'company')).toEqual({ ...NONE, update: 1, broughtBack: 1, same: 1 });
    expect(tally(report, 'tagProduct')).toEqual({ ...NONE, create: 1 });
    expect(rowOf(source, 'company', idOf(20))?.deletedAt).not.toBeNull();
    expect(rowOf(source, 'tagProduct', idOf(30))).toBeUndefined();
  });

  it('brings back what is in the trash and what was destroyed, under the same ids', async () => {
    const { source, place } = await kept();
    const was = contentOf(source);
    await remove(source, 'delete', 'company', idOf(20));
    await remove(source, 'destroy', 'tagOpportunityItem', idOf(60));
    await remove(source, 'destroy', 'tagProduct', idOf(30));
    await restore(source, place);
    expect(contentOf(source)).toEqual(was);
  });

  it('leaves alone what people have written since, unless told otherwise', async () => {
    const { source, place } = await kept();
    await change(source, 'company', idOf(20), { name: '无锡精控科技有限公司' });
    const report = await restore(source, place);
    expect(tally(report, 'company')).toEqual({ ...NONE, same: 1, conflict: 1 });
    expect(report.conflicts).toEqual([{ object: 'company', id: idOf(20), fields: ['name'] }]);
    expect(rowOf(source, 'company', idOf(20))?.name).toBe('无锡精控科技有限公司');
    await restore(source, place, { overwrites: true });
    expect(rowOf(source, 'company', idOf(20))?.name).toBe('无锡精控自动化有限公司');
  });

  it('leaves a newer judgement of the same tags', async () => {
    const { source, place } = await kept();
    await source
      .client(source.applicationToken)
      .request('mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}', {
        i: idOf(20),
        d: { tagReviewStatus: 'RETURNED' },
      });
    expect(tally(await restore(source, place), 'company')).toEqual({ ...NONE, same: 2 });
    expect(rowOf(source, 'company', idOf(20))?.tagReviewStatus).toBe('RETURNED');
  });

  it('touches nothing that is not in the backup', async () => {
    const { clock, source, place } = await kept();
    clock.pass(1);
    source.insert('company', [{ id: idOf(29), name: '新客户' }]);
    await change(source, 'company', idOf(20), { linkedinLink: { primaryLinkUrl: 'https://example.cn' }, position: 7 });
    await restore(source, place, { overwrites: true });
    expect(rowOf(source, 'company', idOf(29))).toMatchObject({ name: '新客户', deletedAt: null });
    expect(rowOf(source, 'company', idOf(20))).toMatchObject({
      linkedinLink: { primaryLinkUrl: 'https://example.cn' },
    });
  });

  it('finds users by their address where they have another id, and leaves links to nobody empty', async () => {
    const { clock, place } = await kept();
    const target = workspaceOf(app, clock);
    staff(target, [idOf(501)]);
    const report = await restore(target, place);
    expect(rowOf(target, 'company', idOf(20))?.accountOwnerId).toBe(idOf(501));
    expect(rowOf(target, 'tagMember', idOf(40))?.workspaceMemberId).toBeNull();
    expect(report.unlinked).toBe(1);
    expect(report.failures).toEqual([]);
  });

  it('tells of each record that Twenty would not take, by its own id, and goes on', async () => {
    const { clock, place } = await kept();
    const target = workspaceOf(app, clock);
    staff(target);
    const answer = target.answer.bind(target);
    target.answer = async (token, query, variables) =>
      query.startsWith('mutation') && JSON.stringify(variables).includes(`"id":"${idOf(50)}"`)
        ? { errors: [{ message: 'Invalid value', extensions: { code: 'BAD_USER_INPUT' } }] }
        : answer(token, query, variables);
    const report = await restore(target, place);
    expect(report.failures).toEqual([
      { object: 'opportunity', id: idOf(50), code: 'BAD_USER_INPUT', reason: 'Invalid value' },
    ]);
    // What hangs on it comes without it.
    expect(rowOf(target, 'tagOpportunityItem', idOf(60))).toMatchObject({ opportunityId: null, productId: idOf(30) });
    expect(report.unlinked).toBe(1);
  });

  it('without a token of the application writes what people write, and says what it leaves', async () => {
    const { clock, place } = await kept();
    const target = workspaceOf(app, clock);
    staff(target);
    const report = await restore(target, place, { asApplication: false });
    expect(tally(report, 'tagLog')).toEqual({ ...NONE, left: 1 });
    expect(report.objects.company).toMatchObject({ create: 2, partly: 2 });
    expect(rowOf(target, 'company', idOf(20))).toMatchObject({ name: '无锡精控自动化有限公司', tagBaseline: null });
    expect(target.records('tagLog', true)).toEqual([]);
    expect(report.failures).toEqual([]);
  });

  it('needs none on servers before 2.43, where a key writes all', async () => {
    const { clock, source, place } = await kept();
    const target = workspaceOf(app, clock, '2.21');
    staff(target);
    await restore(target, place, { asApplication: false });
    expect(contentOf(target)).toEqual(contentOf(source));
  });

  it('takes over the key of the memory into a workspace that has none, and never over another unasked', async () => {
    const { clock, place } = await kept();
    const target = workspaceOf(app, clock);
    staff(target);
    target.insert('tagSweep', [{ id: idOf(98), key: 'memory-key', name: 'memory-key', cursor: 'c9'.repeat(32) }]);
    expect(tally(await restore(target, place), 'tagSweep')).toEqual({ ...NONE, conflict: 1 });
    expect(rowOf(target, 'tagSweep', idOf(98))?.cursor).toBe('c9'.repeat(32));
    await restore(target, place, { overwrites: true });
    expect(rowOf(target, 'tagSweep', idOf(98))?.cursor).toBe('b8'.repeat(32));
  });

  it('cut off at any write goes on when called again, to the same end', async () => {
    const { clock, source, place } = await kept();
    const was = contentOf(source);
    for (let writes = 1; writes < 60; writes += 2) {
      const target = workspaceOf(app, clock);
      staff(target);
      // Time passes, so that what a restore has written is newer than the backup.
      clock.pass(1);
      const answer = target.answer.bind(target);
      let left = writes;
      let isCut = false;
      target.answer = async (token, query, variables) => {
        if (query.startsWith('mutation') && !query.includes('MayWrite')) {
          isCut ||= left === 0;
          left -= 1;
        }
        return isCut
          ? { errors: [{ message: 'gone', extensions: { code: 'NOT_FOUND' } }] }
          : answer(token, query, variables);
      };
      const first = await restore(target, place).catch(() => null);
      target.answer = answer;
      clock.pass(1);
      await restore(target, place);
      expect(contentOf(target), `after ${writes} writes`).toEqual(was);
      expect((await readdir(place)).includes('restore.journal')).toBe(false);
      if (first && !isCut) return;
    }
    throw new Error('It never came to its end');
  }, 60_000);
});

/** What may happen to records between backups. */
type Step =
  | { readonly do: 'CHANGE'; readonly record: number; readonly to: string }
  | { readonly do: 'delete' | 'restore' | 'destroy'; readonly record: number }
  | { readonly do: 'CREATE'; readonly id: number }
  | { readonly do: 'BACK_UP' };

const NAMED = [
  ['company', idOf(20)],
  ['company', idOf(21)],
  ['opportunity', idOf(50)],
  ['tagProduct', idOf(30)],
  ['tagMember', idOf(40)],
  ['person', idOf(10)],
  ['tagCalendarDay', idOf(96)],
] as const;

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('CHANGE' as const),
      record: fc.nat(NAMED.length - 1),
      to: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    }),
    fc.record({ do: fc.constantFrom('delete', 'restore', 'destroy'), record: fc.nat(NAMED.length - 1) }),
    fc.record({ do: fc.constant('CREATE' as const), id: fc.integer({ min: 200, max: 230 }) }),
    fc.constant({ do: 'BACK_UP' as const }),
  ),
  { minLength: 3, maxLength: 14 },
);

const take = async (source: Workspace, place: string, clock: Clock, step: Step): Promise<void> => {
  clock.pass(30);
  switch (step.do) {
    case 'BACK_UP':
      await backUp(source, [place], clock, { kind: 'INCREMENTAL' });
      return;
    case 'CREATE':
      if (!rowOf(source, 'company', idOf(step.id))) source.insert('company', [{ id: idOf(step.id), name: '新' }]);
      return;
    case 'CHANGE': {
      const [object, id] = NAMED[step.record] ?? NAMED[0];
      const name = object === 'person' ? { firstName: step.to } : step.to;
      await change(source, object, id, { name });
      return;
    }
    default: {
      const [object, id] = NAMED[step.record] ?? NAMED[0];
      await remove(source, step.do, object, id);
    }
  }
};

describe('whatever happened between backups', () => {
  it('the newest chain brings every record back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const clock = new Clock();
        const source = filled(app, clock);
        const place = await folder();
        await backUp(source, [place], clock);
        for (const step of [...list, { do: 'BACK_UP' as const }]) await take(source, place, clock, step);
        const target = workspaceOf(app, clock);
        staff(target);
        const { failures } = await restore(target, place);
        expect(failures).toEqual([]);
        expect(contentOf(target)).toEqual(contentOf(source));
      }),
      { numRuns: 6, seed: 20_261_126 },
    );
  }, 60_000);
});

describe('a drill', () => {
  it('tells how long it took, how old the backup is, and that every record came back', async () => {
    const { clock, place } = await kept();
    const report = await runDrill(place, PASSPHRASE, app, { now: clock.read, tell: () => {} });
    expect(report).toMatchObject({ isPassed: true, records: 16, differences: [], others: 0, lossSeconds: 3600 });
    expect(report.recoverySeconds).toBeGreaterThan(0);
  });
});

describe('with judgement paused', () => {
  it('approvals, and who entered what, come back as they were, and the sweep finds nothing to write', async () => {
    const clock = new Clock();
    vi.useFakeTimers({ toFake: ['Date'], now: clock.now });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const source = createWorkspace({ app });
    const served = await serveWorkspace(source, { port: 0 });
    await source.install();
    const { tokens, ids } = await loadSample(source);
    const pending = source.records('company').filter((row) => row.tagReviewStatus === 'PENDING');
    expect(pending.length).toBeGreaterThan(0);
    for (const { id } of pending) {
      await source
        .client(tokens.get('zhou') ?? '')
        .request('mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}', {
          i: id,
          d: { tagAction: 'APPROVE' },
        });
    }
    await source.settle();
    await source.runFunction('sweep', {}, 'cron');
    await served.close();
    const place = await folder();
    await backUp(source, [place], clock);

    vi.setSystemTime(new Date(clock.now.getTime() + 3_600_000));
    const target = createWorkspace({ app });
    const other = await serveWorkspace(target, { port: 0 });
    staff(target, [...ids.values()]);
    await target.install();
    target.setVariable('JUDGEMENT', 'PAUSED');
    await restore(target, place, { overwrites: true });
    await target.settle();
    expect(await target.runFunction('sweep', {}, 'cron')).toMatchObject({ mode: 'PAUSED', written: 0 });
    target.setVariable('JUDGEMENT', 'ON');
    expect(await target.runFunction('sweep', {}, 'cron')).toMatchObject({ written: 0, failures: 0 });
    await other.close();
    const [back, was] = [contentOf(target), contentOf(source)];
    for (const object of ['company', 'opportunity', 'tagMember', 'tagCredit', 'tagLog', 'task']) {
      expect(back[object], object).toEqual(was[object]);
    }
  }, 60_000);
});

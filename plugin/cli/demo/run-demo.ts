import FakeTimers from '@sinonjs/fake-timers';
import { findTag, type GovernedObject, type Language, tagsOf } from '../../../objects/taxonomy/index.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import { loadBuiltApp } from '../../embedded/built-app.ts';
import { loadSample } from '../../embedded/sample.ts';
import { serveWorkspace } from '../../embedded/serve.ts';
import type { Row } from '../../embedded/table.ts';
import { createWorkspace, type Workspace } from '../../embedded/workspace.ts';
import { OUTPUT } from '../build.ts';
import { DAILY_COUNT, Diary, type Scene } from './diary.ts';
import { drilled } from './drill.ts';
import { imported } from './imported.ts';
import { merged } from './merged.ts';
import { LOST, liveMonth } from './month.ts';
import { supervised } from './supervision.ts';

/** What the demonstration saw, for people and for `--json` alike. */
export interface DemoReport {
  readonly installed: {
    readonly application: string;
    readonly version: string;
    readonly objects: number;
    readonly fields: number;
    readonly options: number;
    readonly hooks: number;
    readonly views: number;
    readonly tabs: number;
    readonly definitions: number;
  };
  readonly loaded: Readonly<Record<string, number>>;
  readonly hooks: {
    readonly runs: number;
    readonly failures: number;
    readonly apiCalls: number;
    readonly mostApiCalls: number;
    /** What the daily count of uses asked, a request a tag; it is none of the runs above. */
    readonly countApiCalls: number;
  };
  readonly customers: {
    readonly total: number;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly completeness: number;
    readonly missing: readonly {
      readonly tag: string;
      readonly label: string;
      readonly clause: string;
      readonly customers: number;
    }[];
  };
  readonly opportunities: { readonly total: number; readonly byStatus: Readonly<Record<string, number>> };
  readonly month: readonly Scene[];
  readonly totals: Readonly<Record<string, number>>;
}

const countBy = (rows: readonly Row[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = String(row[field] ?? 'UNJUDGED');
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

const callsOf = (runs: Workspace['runs']): number => runs.reduce((sum, run) => sum + run.apiCalls, 0);

const problemsOf = (row: Row): readonly Problem[] => (row.tagProblems ?? []) as readonly Problem[];

const missingOf = (object: GovernedObject, rows: readonly Row[], language: Language) => {
  const counts = new Map<string, { clause: string; customers: number }>();
  for (const problem of rows.flatMap(problemsOf)) {
    if (problem.code !== 'REQUIRED_MISSING') continue;
    const known = counts.get(problem.tag) ?? { clause: problem.clause, customers: 0 };
    counts.set(problem.tag, { ...known, customers: known.customers + 1 });
  }
  return [...counts]
    .map(([tag, { clause, customers }]) => ({
      tag,
      label: findTag(object, tag)?.label[language] ?? tag,
      clause,
      customers,
    }))
    .sort((left, right) => right.customers - left.customers || left.tag.localeCompare(right.tag));
};

const average = (rows: readonly Row[]): number =>
  rows.length === 0
    ? 0
    : Math.round(rows.reduce((sum, row) => sum + Number(row.tagCompleteness ?? 0), 0) / rows.length);

/** Records of the sample team that play a part. */
const castOf = (workspace: Workspace) => {
  const open = workspace.records('opportunity').filter((row) => row.tagOutcome === 'OPEN');
  const [kept, forgotten] = open.sort((left, right) => left.id.localeCompare(right.id));
  const product = workspace.records('tagProduct').find((row) => row.model === 'DG-200');
  if (!kept || !forgotten || !product)
    throw new Error('The sample team lacks an open opportunity or the product DG-200');
  return { product: product.id, kept: kept.id, forgotten: forgotten.id };
};

/**
 * Installs the built application into an embedded workspace, loads the sample team through the built hooks and lives
 * a month on a simulated clock. The hooks reach the workspace over HTTP on loopback, as they reach Twenty.
 */
export const runDemo = async (language: Language, progress: (step: string) => void = () => {}): Promise<DemoReport> => {
  const app = await loadBuiltApp(OUTPUT);
  const clock = FakeTimers.install({ now: new Date('2026-09-21T09:00:00+08:00'), toFake: ['Date'] });
  const workspace = createWorkspace({ app });
  workspace.setVariable('NOTICE_LANGUAGE', language);
  const failures: unknown[] = [];
  const server = await serveWorkspace(workspace, { port: 0, onError: (error) => failures.push(error) });
  try {
    progress('Installing: the tag dictionary is filled');
    await workspace.install();
    const definitions = workspace.records('tagDefinition').length;
    progress('Loading the sample team through the hooks');
    const team = await loadSample(workspace, (step) => progress(`  ${step}`));
    const { manifest } = app;
    const loaded = Object.fromEntries(
      [
        'tagMember',
        'tagProduct',
        'company',
        'person',
        'tagCredit',
        'opportunity',
        'tagOpportunityItem',
        'tagOpportunityMember',
      ].map((object) => [object, workspace.records(object).length]),
    );
    const customers = workspace.records('company');
    const opportunities = workspace.records('opportunity');
    const overview = {
      customers: {
        total: customers.length,
        byStatus: countBy(customers, 'tagReviewStatus'),
        completeness: average(customers),
        missing: missingOf('company', customers, language),
      },
      opportunities: { total: opportunities.length, byStatus: countBy(opportunities, 'tagReviewStatus') },
    };
    progress('Living a month of it');
    const diary = new Diary(workspace, team, language, (instant) => clock.setSystemTime(instant));
    await liveMonth(diary, castOf(workspace));
    progress('Inspecting the month');
    await supervised(diary);
    progress('Backing it up, and restoring it for a drill');
    await drilled(diary, app);
    progress('Bringing a file in, and merging what is there twice');
    await imported(diary, language);
    await merged(diary, LOST, language);
    const counts = workspace.runs.filter(({ name }) => name === DAILY_COUNT);
    const runs = workspace.runs.filter(({ name }) => name !== DAILY_COUNT);
    const extra = manifest as unknown as Readonly<Record<string, readonly unknown[] | undefined>>;
    return {
      installed: {
        application: manifest.application.displayName,
        version: app.version,
        objects: manifest.objects.length,
        fields: manifest.fields.length + manifest.objects.reduce((sum, object) => sum + object.fields.length, 0),
        options: ['company', 'opportunity', 'tagProduct', 'tagMember', 'tagCredit', 'tagChangeNotice']
          .flatMap((object) => tagsOf(object as GovernedObject))
          .filter((tag) => !tag.via)
          .reduce((sum, tag) => sum + (tag.options?.length ?? 0), 0),
        hooks: manifest.logicFunctions.length,
        views: extra.views?.length ?? 0,
        tabs: extra.pageLayoutTabs?.length ?? 0,
        definitions,
      },
      loaded,
      hooks: {
        runs: runs.length,
        failures: workspace.runs.filter((run) => run.error !== null).length + failures.length,
        apiCalls: callsOf(runs),
        mostApiCalls: Math.max(0, ...runs.map((run) => run.apiCalls)),
        countApiCalls: callsOf(counts),
      },
      ...overview,
      month: diary.scenes,
      totals: Object.fromEntries(
        ['tagChangeNotice', 'tagLog', 'task'].map((object) => [object, workspace.records(object).length]),
      ),
    };
  } finally {
    await server.close();
    clock.uninstall();
  }
};

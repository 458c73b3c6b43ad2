import FakeTimers from '@sinonjs/fake-timers';
import { findTag, type GovernedObject, type Language, tagsOf } from '../../objects/taxonomy/index.ts';
import { createWorkingCalendar, type Deadline } from '../../workflows/calendar/working-calendar.ts';
import { renderProblem } from '../../workflows/messages/render.ts';
import type { Problem } from '../../workflows/rules/problem.ts';
import { loadBuiltApp } from '../embedded/built-app.ts';
import { serveWorkspace } from '../embedded/serve.ts';
import type { Row } from '../embedded/table.ts';
import { createWorkspace, type Workspace } from '../embedded/workspace.ts';
import { OUTPUT } from './build.ts';
import { loadSample, type SampleTeam } from './sample.ts';

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
  };
  readonly loaded: Readonly<Record<string, number>>;
  readonly hooks: {
    readonly runs: number;
    readonly failures: number;
    readonly apiCalls: number;
    readonly mostApiCalls: number;
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
  readonly story: readonly StoryStep[];
}

export interface StoryStep {
  readonly at: string;
  readonly what: string;
  readonly clauses: readonly string[];
  readonly record: { readonly object: string; readonly id: string; readonly name: string };
  readonly status: string;
  readonly completeness: number;
  readonly problems: readonly {
    readonly code: string;
    readonly tag: string;
    readonly clause: string;
    readonly message: string;
  }[];
  readonly enteredBy: string | null;
  readonly enteredAt: string | null;
  readonly deadline?: Omit<Deadline, 'dueInstant'>;
}

const countBy = (rows: readonly Row[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = String(row[field] ?? 'UNJUDGED');
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

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

const memberName = (workspace: Workspace, id: unknown): string | null => {
  const member = workspace.records('workspaceMember').find((row) => row.id === id);
  const name = member?.name as { firstName?: string; lastName?: string } | undefined;
  return name ? `${name.lastName}${name.firstName}` : null;
};

const average = (rows: readonly Row[]): number =>
  rows.length === 0
    ? 0
    : Math.round(rows.reduce((sum, row) => sum + Number(row.tagCompleteness ?? 0), 0) / rows.length);

const find = (workspace: Workspace, object: string, id: string): Row => {
  const row = workspace.records(object).find((one) => one.id === id);
  if (!row) throw new Error(`The demonstration lost its ${object} ${id}`);
  return row;
};

const stepOf = (
  workspace: Workspace,
  id: string,
  what: string,
  clauses: readonly string[],
  language: Language,
  deadline?: Deadline,
): StoryStep => {
  const row = find(workspace, 'company', id);
  const calendar = createWorkingCalendar();
  return {
    at: calendar.format(workspace.now()),
    what,
    clauses,
    record: { object: 'company', id, name: String(row.name) },
    status: String(row.tagReviewStatus),
    completeness: Number(row.tagCompleteness),
    problems: problemsOf(row).map((problem) => ({
      code: problem.code,
      tag: problem.tag,
      clause: problem.clause,
      message: renderProblem('company', problem, language),
    })),
    enteredBy: memberName(workspace, row.tagEnteredById),
    enteredAt: typeof row.tagEnteredAt === 'string' ? calendar.format(new Date(row.tagEnteredAt)) : null,
    ...(deadline
      ? {
          deadline: {
            startDate: deadline.startDate,
            dueDate: deadline.dueDate,
            dueAt: deadline.dueAt,
            calendar: deadline.calendar,
            countedDays: deadline.countedDays,
          },
        }
      : {}),
  };
};

const CUSTOMER = 'c0ffee00-0000-4000-8000-000000000001';
const CONTACT = 'c0ffee00-0000-4000-8000-000000000002';

/** A rep enters a customer with gaps and slips, mends them, and learns of a change of name before National Day. */
const tellStory = async (
  workspace: Workspace,
  team: SampleTeam,
  setTime: (instant: string) => void,
  language: Language,
): Promise<readonly StoryStep[]> => {
  const rep = workspace.client(team.tokens.get('wang') ?? '');
  const assistant = workspace.client(team.tokens.get('sun') ?? '');
  const steps: StoryStep[] = [];
  const update = async (client: typeof rep, data: Readonly<Record<string, unknown>>): Promise<void> => {
    const query = 'mutation($id:UUID!,$data:CompanyUpdateInput!){updateCompany(id:$id,data:$data){id}}';
    await client.request(query, { id: CUSTOMER, data });
    await workspace.settle();
  };
  const yuan = (amount: number) => ({ amountMicros: amount * 1_000_000, currencyCode: 'CNY' });

  setTime('2026-09-28T09:30:00+08:00');
  await rep.request('mutation($data:CompanyCreateInput!){createCompany(data:$data){id}}', {
    data: {
      id: CUSTOMER,
      name: '无锡精控自动化有限公司',
      accountOwnerId: team.ids.get('wang'),
      tagIndustry: 'I',
      tagIndustrySegment: 'C38',
      tagCompanySize: 'LARGE',
      tagEmployees: 210,
      annualRevenue: yuan(46_000_000),
      tagBudgetMin: yuan(300_000),
      tagBudgetMax: yuan(150_000),
    },
  });
  await workspace.settle();
  steps.push(
    stepOf(workspace, CUSTOMER, 'Wang enters a customer in a hurry', ['2.1.2', '2.1.10', '2.1.17', '3.2.6'], language),
  );

  setTime('2026-09-28T10:05:00+08:00');
  await update(rep, {
    tagCustomerType: 'SME',
    tagIndustry: 'C',
    tagCompanySize: 'SMALL',
    tagBudgetMax: yuan(500_000),
  });
  steps.push(stepOf(workspace, CUSTOMER, 'He corrects what the problems name', ['2.1.2', '2.1.9', '2.1.11'], language));

  setTime('2026-09-28T14:20:00+08:00');
  await assistant.request('mutation($data:PersonCreateInput!){createPerson(data:$data){id}}', {
    data: {
      id: CONTACT,
      name: { firstName: '国栋', lastName: '唐' },
      jobTitle: '设备部部长',
      phones: { primaryPhoneNumber: '12345678901' },
      companyId: CUSTOMER,
    },
  });
  await update(rep, { tagKeyContactId: CONTACT });
  steps.push(
    stepOf(
      workspace,
      CUSTOMER,
      'A key contact is set whose phone number cannot be dialled',
      ['2.1.5', '3.2.7'],
      language,
    ),
  );

  setTime('2026-09-28T15:10:00+08:00');
  await assistant.request('mutation($id:UUID!,$data:PersonUpdateInput!){updatePerson(id:$id,data:$data){id}}', {
    id: CONTACT,
    data: {
      phones: { primaryPhoneNumber: '13961718800', primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' },
    },
  });
  await workspace.settle();
  steps.push(
    stepOf(
      workspace,
      CUSTOMER,
      "Sun corrects the number on the contact, and the customer's tags follow",
      ['2.1.5', '3.2.8'],
      language,
    ),
  );

  setTime('2026-09-30T16:40:00+08:00');
  const deadline = createWorkingCalendar().deadline({ from: workspace.now(), days: 1 });
  steps.push(
    stepOf(
      workspace,
      CUSTOMER,
      'The customer changes its name on the eve of National Day: when must the tag follow?',
      ['4.1.3', 'A1'],
      language,
      deadline,
    ),
  );
  setTime('2026-10-08T11:15:00+08:00');
  await update(rep, { name: '无锡精控智能装备有限公司' });
  steps.push(stepOf(workspace, CUSTOMER, 'Wang enters the new name on the last day', ['2.1.1', '4.1.3'], language));
  return steps;
};

/**
 * Installs the built application into an embedded workspace, loads the sample team through the built hooks and lives
 * a rep's story on a simulated clock. The hooks reach the workspace over HTTP on loopback, as they reach Twenty.
 */
export const runDemo = async (language: Language, progress: (step: string) => void = () => {}): Promise<DemoReport> => {
  const app = await loadBuiltApp(OUTPUT);
  const clock = FakeTimers.install({ now: new Date('2026-09-21T09:00:00+08:00'), toFake: ['Date'] });
  const workspace = createWorkspace({ app });
  workspace.setVariable('NOTICE_LANGUAGE', language);
  const failures: unknown[] = [];
  const server = await serveWorkspace(workspace, { port: 0, onError: (error) => failures.push(error) });
  try {
    progress('Loading the sample team through the hooks');
    const team = await loadSample(workspace, (step) => progress(`  ${step}`));
    const { manifest } = app;
    const loaded = Object.fromEntries(
      ['tagMember', 'tagProduct', 'company', 'person', 'tagCredit', 'opportunity', 'tagOpportunityItem'].map(
        (object) => [object, workspace.records(object).length],
      ),
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
    progress("Living a rep's story");
    const story = await tellStory(workspace, team, (instant) => clock.setSystemTime(new Date(instant)), language);
    const { runs } = workspace;
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
      },
      loaded,
      hooks: {
        runs: runs.length,
        failures: runs.filter((run) => run.error !== null).length + failures.length,
        apiCalls: runs.reduce((sum, run) => sum + run.apiCalls, 0),
        mostApiCalls: Math.max(0, ...runs.map((run) => run.apiCalls)),
      },
      ...overview,
      story,
    };
  } finally {
    await server.close();
    clock.uninstall();
  }
};

import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { NEEDED_CLAUSES } from '../../objects/taxonomy/tag-agreement.ts';
import type { BuiltApp } from '../../plugin/embedded/built-app.ts';
import type { Delivery } from '../../plugin/embedded/events.ts';
import { workspaceHandlers } from '../../plugin/embedded/handlers.ts';
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../../plugin/embedded/workspace.ts';
import { termsOf } from '../../workflows/agreements/terms.ts';
import type { Problem } from '../../workflows/rules/problem.ts';
import { builtApp } from '../built-app.ts';
import { fetchServer } from '../fetch-server.ts';

/** A stored record. */
export type Row = Readonly<Record<string, unknown>>;
/** A member of the workspace with the token that acts as it. */
export interface Member {
  readonly id: string;
  readonly token: string;
}

/** Steady ids, readable in a failing test. */
export const idOf = (number: number): string => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;

const typeOf = (object: string): string => object.charAt(0).toUpperCase() + object.slice(1);

/** The sales team of the tests: a representative, a colleague, their manager and a reviewer. */
export interface Team {
  readonly rep: Member;
  readonly other: Member;
  readonly manager: Member;
  readonly reviewer: Member;
}

/** A customer that lacks nothing a prospect needs. */
export const customerOf = (id: string, more: Row = {}): Row & { readonly id: string; readonly name: string } => ({
  id,
  name: '无锡精控自动化有限公司',
  tagCustomerType: 'SME',
  tagIndustry: 'C',
  ...more,
});

/** The confidentiality agreement of a profile, signed, acknowledged and judged, with no end unless it says so. */
export const agreementOf = (id: string, profile: Row, more: Row = {}): Row & { readonly id: string } => {
  const acknowledgedAt = '2020-01-06T02:00:00.000Z';
  const agreement = {
    id,
    memberId: profile.id,
    signedOn: '2020-01-06',
    validUntil: null,
    clauses: [...NEEDED_CLAUSES],
    ...more,
  };
  return {
    name: `${profile.name} · ${agreement.signedOn}`,
    acknowledgedAt,
    status: 'VALID',
    endsOn: agreement.validUntil,
    coversLiability: true,
    memory: { acknowledged: { at: acknowledgedAt, terms: termsOf(agreement) }, post: profile.jobPosition },
    ...agreement,
  };
};

export const yuan = (amount: number): Row => ({ amountMicros: amount * 1_000_000, currencyCode: 'CNY' });

/** How an office is opened. */
export interface OfficeOptions extends Omit<WorkspaceOptions, 'app'> {
  /** Whether its team has profiles; it has, unless the test writes them. */
  readonly isStaffed?: boolean;
}

/** A workspace with the built application, reached by its hooks through msw, and what a test does with it. */
export class Office {
  workspace!: Workspace;
  team!: Team;

  /** Moves into a new workspace and lets it answer. */
  open({ isStaffed = true, ...options }: OfficeOptions = {}): this {
    const workspace = createWorkspace({ app, ...options });
    this.workspace = workspace;
    workspace.setVariable('NOTICE_LANGUAGE', 'en');
    // Every entry awaits review, unless a test is about the sample of those that do.
    workspace.setVariable('REVIEW_SAMPLE', '100');
    // As the installation leaves it.
    workspace.insert('tagSweep', [{ key: 'memory-key', name: 'memory-key', cursor: 'b8'.repeat(32) }]);
    const member = (firstName: string, lastName: string, email: string, locale = 'zh-CN') =>
      workspace.addMember({ firstName, lastName, email, locale });
    this.team = {
      rep: member('志强', '王', 'wang@example.cn'),
      other: member('晓梅', '林', 'lin@example.cn', 'zh-TW'),
      manager: member('建国', '陈', 'chen@example.cn'),
      reviewer: member('静怡', '赵', 'zhao@example.cn', 'en'),
    };
    if (isStaffed) this.staff();
    this.answer();
    return this;
  }

  /** Lets this office answer, where several are open. */
  answer(): void {
    server.resetHandlers(...workspaceHandlers(this.workspace));
  }

  /** Writes the team's profiles, without events, as a workspace's past: duties and who is whose manager. */
  private staff(): void {
    const { rep, other, manager, reviewer } = this.team;
    const profile = (number: number, name: string, { id }: Member, more: Row) => ({
      id: idOf(number),
      name,
      jobPosition: 'SALES_REP',
      joinedOn: '2026-09-01',
      workspaceMemberId: id,
      ...more,
    });
    const team = [
      profile(9001, '陈建国', manager, { jobPosition: 'SALES_MANAGER', duties: ['SUPERVISOR'] }),
      profile(9002, '王志强', rep, { managerId: idOf(9001) }),
      profile(9003, '林晓梅', other, { managerId: idOf(9001) }),
      profile(9004, '赵静怡', reviewer, { duties: ['REVIEWER', 'TAG_MANAGER'] }),
    ];
    this.workspace.insert(
      'tagMember',
      team.map((one) => ({ ...one, agreementState: 'VALID' })),
    );
    this.workspace.insert(
      'tagAgreement',
      team.map((one, at) => agreementOf(idOf(9100 + at), one)),
    );
  }

  /** Sends without running what it wakes. */
  async post(token: string, query: string, variables: Record<string, unknown>): Promise<void> {
    await this.workspace.client(token).request(query, variables);
  }

  async send(token: string, query: string, variables: Record<string, unknown>): Promise<void> {
    await this.post(token, query, variables);
    await this.workspace.settle();
  }

  create({ token }: { readonly token: string }, object: string, data: Row): Promise<void> {
    const type = typeOf(object);
    return this.send(token, `mutation($d:${type}CreateInput!){create${type}(data:$d){id}}`, { d: data });
  }

  update({ token }: { readonly token: string }, object: string, id: string, data: Row): Promise<void> {
    return this.send(token, updateOf(object), { i: id, d: data });
  }

  /** Writes and leaves what it wakes in the queue. */
  write({ token }: { readonly token: string }, object: string, id: string, data: Row): Promise<void> {
    return this.post(token, updateOf(object), { i: id, d: data });
  }

  remove({ token }: { readonly token: string }, verb: 'delete' | 'restore' | 'destroy', object: string, id: string) {
    return this.send(token, `mutation($i:UUID!){${verb}${typeOf(object)}(id:$i){id}}`, { i: id });
  }

  /** Runs the sweep as its cron trigger does. */
  sweep() {
    return this.workspace.runFunction('sweep', {}, 'cron');
  }

  /** Does something whose events are held back; they are what it returns. */
  async holding(work: () => Promise<void>): Promise<readonly Delivery[]> {
    const held: Delivery[] = [];
    this.workspace.intercept((delivery) => {
      held.push(delivery);
      return [];
    });
    await work();
    this.workspace.intercept((delivery) => [delivery]);
    return held;
  }

  one(object: string, id: string): Row {
    const row = this.workspace.records(object, true).find((candidate) => candidate.id === id);
    if (!row) throw new Error(`no ${object} ${id}`);
    return row;
  }

  all(object: string): readonly Row[] {
    return this.workspace.records(object);
  }

  problems(object: string, id: string): readonly string[] {
    return ((this.one(object, id).tagProblems ?? []) as Problem[]).map((problem) => `${problem.code} ${problem.tag}`);
  }

  /** The log of a record, oldest first, as `KIND`. */
  log(id: string): readonly Row[] {
    const links = ['companyId', 'opportunityId', 'productId', 'memberId'];
    return this.all('tagLog')
      .filter((row) => links.some((link) => row[link] === id))
      .sort((left, right) => String(left.at).localeCompare(String(right.at)));
  }

  kinds(id: string): readonly unknown[] {
    return this.log(id).map((row) => row.kind);
  }

  /** Tasks that hang on a record. */
  tasks(id: string, status?: 'TODO' | 'DONE'): readonly Row[] {
    const targets = this.all('taskTarget').filter((target) =>
      Object.entries(target).some(([key, value]) => key.startsWith('target') && value === id),
    );
    const ids = new Set(targets.map((target) => target.taskId));
    return this.all('task')
      .filter((task) => ids.has(task.id) && (status === undefined || task.status === status))
      .sort((left, right) => String(left.title).localeCompare(String(right.title)));
  }

  titles(id: string, status: 'TODO' | 'DONE' = 'TODO'): readonly unknown[] {
    return this.tasks(id, status).map((task) => task.title);
  }

  notices(id: string): readonly Row[] {
    const links = ['companyId', 'opportunityId', 'productId', 'memberId'];
    return this.all('tagChangeNotice').filter((row) => links.some((link) => row[link] === id));
  }
}

const updateOf = (object: string): string => {
  const type = typeOf(object);
  return `mutation($i:UUID!,$d:${type}UpdateInput!){update${type}(id:$i,data:$d){id}}`;
};

/** Where the test's workspaces answer; more handlers may be put before them. */
export const server = fetchServer();
let app: BuiltApp;

/** Opens an office beside others, of which the last one opened answers. */
export const openOffice = (options?: OfficeOptions): Office => new Office().open(options);

/** Loads the built application once and keeps msw listening for a test file. */
export const useBuiltApp = (): void => {
  beforeAll(async () => {
    app = await builtApp();
    server.listen();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  afterAll(() => server.close());
};

/** Stops the clock at an instant; `setSystemTime` moves it. */
export const stopClock = (now: string): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
};

/** Moves the stopped clock. */
export const travel = (now: string): void => {
  vi.setSystemTime(new Date(now));
};

/** What a test file expects of its office. */
interface OfficeUse extends OfficeOptions {
  /** Whether runs may fail, for tests of failures. */
  readonly mayFail?: boolean;
}

/** The office of a test file, opened anew before each test while time stands still at `now`; no run of it may fail. */
export const useOffice = (now: string, { mayFail = false, ...options }: OfficeUse = {}): Office => {
  const office = new Office();
  useBuiltApp();
  beforeEach(() => {
    stopClock(now);
    office.open(options);
  });
  afterEach(() => {
    if (!mayFail) expect(office.workspace.runs.filter((run) => run.error !== null)).toEqual([]);
  });
  return office;
};

import { findTag, type GovernedObject, type Language } from '../../../objects/taxonomy/index.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { amountText } from '../../../workflows/derived/add-up.ts';
import { asMoney, type Value } from '../../../workflows/judgement/values.ts';
import { renderProblem } from '../../../workflows/messages/render.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import type { SampleTeam } from '../../embedded/sample.ts';
import type { Row } from '../../embedded/table.ts';
import type { Workspace } from '../../embedded/workspace.ts';

/** A record to look at, and what of it. */
export interface Look {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly lines: readonly string[];
}

/** Something that happened, with its clauses and the records that show it. */
export interface Scene {
  readonly at: string;
  readonly chapter: string;
  readonly what: string;
  readonly clauses: readonly string[];
  readonly look: readonly Look[];
}

/** The function that counts once a day how often tags are used. */
export const DAILY_COUNT = 'count-tag-uses';

const DAY = 86_400_000;

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Lives the days of a team on a simulated clock: the daily sweeps run as the clock passes midnight. */
export class Diary {
  readonly scenes: Scene[] = [];
  readonly calendar: WorkingCalendar = createWorkingCalendar();
  readonly #workspace: Workspace;
  readonly #team: SampleTeam;
  readonly #language: Language;
  readonly #setTime: (instant: Date) => void;
  #chapter = '';

  constructor(workspace: Workspace, team: SampleTeam, language: Language, setTime: (instant: Date) => void) {
    this.#workspace = workspace;
    this.#team = team;
    this.#language = language;
    this.#setTime = setTime;
  }

  get workspace(): Workspace {
    return this.#workspace;
  }

  userId(key: string): string {
    return this.#team.ids.get(key) ?? '';
  }

  /** Who of the team it is; whoever is not of it is told of, and does nothing. */
  keyOf(id: unknown): string {
    return [...this.#team.ids].find(([, one]) => one === id)?.[0] ?? '';
  }

  chapter(title: string): void {
    this.#chapter = title;
  }

  /** Moves the clock on; at every midnight of the policy's zone that passes, the sweep runs as Twenty's cron would. */
  async goTo(instant: string): Promise<void> {
    const target = new Date(instant);
    const now = this.#workspace.now();
    if (target < now) throw new Error(`The demonstration would go back from ${now.toISOString()} to ${instant}`);
    let midnight = this.calendar.endOf(this.calendar.dateOf(now));
    while (midnight.getTime() <= target.getTime()) {
      this.#setTime(midnight);
      await this.sweep();
      midnight = new Date(midnight.getTime() + DAY);
    }
    this.#setTime(target);
  }

  async sweep(): Promise<unknown> {
    return this.#workspace.runFunction('sweep', {}, 'cron');
  }

  /** The daily count of how often tags, options and terms are used. */
  async count(): Promise<void> {
    await this.#workspace.runFunction(DAILY_COUNT, {}, 'cron');
  }

  /** A person creates a record. */
  async create(who: string, object: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const type = capitalize(object);
    await this.#as(who).request(`mutation($d:${type}CreateInput!){create${type}(data:$d){id}}`, { d: data });
    await this.#workspace.settle();
  }

  /** A person edits a record. */
  async update(who: string, object: string, id: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const type = capitalize(object);
    const query = `mutation($i:UUID!,$d:${type}UpdateInput!){update${type}(id:$i,data:$d){id}}`;
    await this.#as(who).request(query, { i: id, d: data });
    await this.#workspace.settle();
  }

  /** A person asks one of the application's pages for something. */
  async ask<Body>(who: string, page: string, body: unknown): Promise<Body> {
    const token = this.#team.tokens.get(who) ?? '';
    const answer = await this.#workspace.callRoute({ method: 'POST', path: `/tag-policy/${page}`, token, body });
    await this.#workspace.settle();
    if (answer.status !== 200) throw new Error(`The demonstration was refused ${page}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  #as(who: string) {
    return this.#workspace.client(this.#team.tokens.get(who) ?? '');
  }

  row(object: string, id: string): Row {
    const row = this.#workspace.records(object).find((one) => one.id === id);
    if (!row) throw new Error(`The demonstration lost its ${object} ${id}`);
    return row;
  }

  /** The records of an object that meet a condition, oldest first. */
  find(object: string, test: (row: Row) => boolean): readonly Row[] {
    return this.#workspace
      .records(object)
      .filter(test)
      .sort((left, right) => String(left.createdAt).localeCompare(String(right.createdAt)));
  }

  person(id: unknown): string {
    const name = this.find('workspaceMember', (row) => row.id === id)[0]?.name as
      | { firstName?: string; lastName?: string }
      | undefined;
    return name ? `${name.lastName}${name.firstName}` : '—';
  }

  time(instant: unknown): string {
    return typeof instant === 'string' && instant ? this.calendar.format(new Date(instant)) : '—';
  }

  /** The day of a task, as Twenty shows it in any zone of the team. */
  #day(instant: unknown): string {
    return typeof instant === 'string' && instant ? this.calendar.dateOf(instant) : '—';
  }

  #option(object: string, tag: string, value: unknown): string {
    const option = findTag(object, tag)?.options?.find((one) => one.value === value);
    return option ? `${option.value} (${option.label[this.#language]})` : String(value ?? '—');
  }

  /** A governed record: where it stands, and what is wrong with it. */
  standing(object: GovernedObject, id: string, ...extra: readonly string[]): Look {
    const row = this.row(object, id);
    const problems = (row.tagProblems ?? []) as readonly Problem[];
    return {
      object,
      id,
      name: String(row.name),
      facts: {
        review: this.#option(object, 'tagReviewStatus', row.tagReviewStatus),
        completeness: Number(row.tagCompleteness),
        enteredBy: this.person(row.tagEnteredById),
        enteredAt: this.time(row.tagEnteredAt),
        ...Object.fromEntries(extra.map((tag) => [tag, this.#fact(object, tag, row[tag])])),
      },
      lines: [
        ...problems.map((problem) => renderProblem(object, problem, this.#language)),
        ...(row.tagActionResult ? [`→ ${row.tagActionResult}`] : []),
      ],
    };
  }

  #fact(object: string, tag: string, value: unknown): string {
    if (findTag(object, tag)?.kind === 'DATE_TIME') return this.time(value);
    if (Array.isArray(value)) return value.map((one) => this.#option(object, tag, one)).join(', ');
    return this.#option(object, tag, value);
  }

  /** A change notice: its deadline and how it was met. */
  notice(row: Row): Look {
    return {
      object: 'tagChangeNotice',
      id: row.id,
      name: String(row.name),
      facts: {
        status: this.#option('tagChangeNotice', 'status', row.status),
        detected: row.isDetected === true,
        occurredAt: this.time(row.occurredAt),
        dueOn: String(row.dueOn ?? '—'),
        completedAt: this.time(row.completedAt),
        workingDays: row.workingDaysTaken === null ? null : Number(row.workingDaysTaken),
        calendar: String(row.calendar),
      },
      lines: row.description ? [String(row.description)] : [],
    };
  }

  /** An assessment: score, grade and status, and of its figures those asked for. */
  assessment(row: Row, figures: readonly string[]): Look {
    return {
      object: 'tagAssessment',
      id: row.id,
      name: String(row.name),
      facts: {
        score: (row.score ?? null) as number | null,
        grade: this.#option('tagAssessment', 'grade', row.grade),
        status: this.#option('tagAssessment', 'status', row.status),
        ...Object.fromEntries(figures.map((figure) => [figure, (row[figure] ?? null) as string | number | null])),
      },
      lines: row.result ? [`→ ${row.result}`] : [],
    };
  }

  /** An entry of the dictionary: where it stands, and how often it is used. */
  entry(row: Row): Look {
    return {
      object: 'tagDefinition',
      id: row.id,
      name: String(row.name),
      facts: {
        status: this.#option('tagDefinition', 'status', row.status),
        useCount: (row.useCount ?? null) as number | null,
        lastUsedOn: (row.lastUsedOn ?? null) as string | null,
      },
      lines: row.definition ? [String(row.definition)] : [],
    };
  }

  task(row: Row): Look {
    return {
      object: 'task',
      id: row.id,
      name: String(row.title),
      facts: { status: String(row.status), for: this.person(row.assigneeId), dueAt: this.#day(row.dueAt) },
      lines: [],
    };
  }

  /** The points of a review, each as an option, in one fact. */
  #points(fact: string, points: unknown): Look['facts'] {
    if (!Array.isArray(points) || points.length === 0) return {};
    return { [fact]: points.map((point) => this.#option('tagLog', fact, point)).join(', ') };
  }

  log(row: Row): Look {
    return {
      object: 'tagLog',
      id: row.id,
      name: String(row.name),
      facts: {
        kind: this.#option('tagLog', 'kind', row.kind),
        at: this.time(row.at),
        by: this.person(row.byId),
        onTime: typeof row.onTime === 'boolean' ? row.onTime : null,
        ...this.#points('passedPoints', row.passedPoints),
        ...this.#points('failedPoints', row.failedPoints),
      },
      lines: row.note ? String(row.note).split('\n') : [],
    };
  }

  /** A member's target, and how far it is reached. */
  target(row: Row): Look {
    const amount = (value: unknown): string => {
      const money = asMoney(value as Value);
      return money ? amountText(money) : '—';
    };
    return {
      object: 'tagTarget',
      id: row.id,
      name: String(row.name),
      facts: {
        state: this.#option('tagTarget', 'state', row.state),
        salesTarget: amount(row.salesTarget),
        salesActual: amount(row.salesActual),
        salesAttainment: row.salesAttainment === null ? null : Number(row.salesAttainment),
        newCustomerActual: row.newCustomerActual === null ? null : Number(row.newCustomerActual),
      },
      lines: [],
    };
  }

  /** Writes down what happened, with what shows it. */
  tell(what: string, clauses: readonly string[], look: readonly Look[]): void {
    this.scenes.push({
      at: this.calendar.format(this.#workspace.now()),
      chapter: this.#chapter,
      what,
      clauses,
      look,
    });
  }
}

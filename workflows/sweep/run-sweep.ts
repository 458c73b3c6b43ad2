import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { countRecords } from '../gateway/count.ts';
import { judgeScope, type ScopeEnvironment } from '../gateway/follow-scope.ts';
import { enqueueJobs } from '../gateway/jobs.ts';
import { surroundingQueries, surroundingsOf } from '../gateway/load.ts';
import { type TeamLists, teamLists } from '../gateway/load-page.ts';
import { type Lists, type NamedQueries, readNamed, readSets } from '../gateway/read.ts';
import { writePlan } from '../gateway/write.ts';
import { emptyScope, type Scope } from '../pipeline/scope.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';
import { assess, assessmentsQuery } from './assess.ts';
import { leftoverSets, leftoversIn, scopesSince } from './changed-since.ts';
import { chunk } from './chunk.ts';
import { allTargets, followTargets, mayHaveMoved } from './follow-targets.ts';
import { membersToJudge } from './members-to-judge.ts';
import { namesakeScopes } from './namesakes.ts';
import { OpenTasks, stillOrphaned } from './open-tasks.ts';
import { Outbox } from './outbox.ts';
import { planCompletions, waitingAmong, waitingQueries } from './plan-completions.ts';
import { type Supervised, supervise, supervisedQueries } from './supervise.ts';
import { SweepLog, sweepRows } from './sweep-log.ts';
import { firstSetsOf, type ObjectSweepResult, type SweepRun, sweepObject, sweepTeam } from './sweep-object.ts';
import { SWEEP_PART_IDENTIFIER } from './sweep-part-identifier.ts';
import { type Count, NO_COUNT, Tally } from './tally.ts';

export interface SweepEnvironment {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  /** Whether the run's time is used up; what is left goes on with the next run. */
  readonly isOver: () => boolean;
}

export interface SweepResult {
  readonly mode: 'HOURLY' | 'FULL' | 'PART' | 'FAN_OUT' | 'PAUSED';
  readonly judged: number;
  readonly written: number;
  readonly failures: number;
  readonly isFinished: boolean;
}

/** What a sweep does while judgement is paused. */
export const PAUSED_SWEEP: SweepResult = { mode: 'PAUSED', judged: 0, written: 0, failures: 0, isFinished: false };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MARGIN = 10 * MINUTE;
/** From so many records on, each object is swept by a job of its own. */
const FAN_OUT_FROM = 100_000;
/** A job that has not told of itself for so long is given out again. */
const LOST_AFTER = 3 * HOUR;
const FANNED_OUT = 'jobs';

const FULL = 'full';
const HOURLY = 'hourly';
/**
 * A customer's history is made of its deals: those are judged first. In this order the first page of each comes along
 * with the last request of the one before, which asks for no list of the same name. The team, read whole, comes last.
 */
const ORDER = ['opportunity', 'tagProduct', 'company'] as const satisfies readonly GovernedObject[];
const partKey = (object: GovernedObject): string => `${FULL}/${object}`;

const startedBefore = (instant: string | null, now: Date, otherwise: number): string =>
  new Date((instant ? Date.parse(instant) : now.getTime() - otherwise) - MARGIN).toISOString();

const followAll = async (
  environment: ScopeEnvironment & Pick<SweepEnvironment, 'isOver'>,
  scopes: readonly Scope[],
  tally: Tally,
): Promise<boolean> => {
  for (const scope of scopes) {
    if (environment.isOver()) return false;
    tally.addJudged(await judgeScope(environment, scope));
  }
  return true;
};

/** What the leftovers of a full sweep are found by: those since the one before began. */
interface LeftoverSearch {
  readonly since: string;
  readonly openTasks: OpenTasks;
  /** What was found; undefined where it has not been read yet. */
  readonly found?: readonly Lists[] | undefined;
}

const leftoversSince = (startedAt: string | null, now: Date): string => startedBefore(startedAt, now, 24 * HOUR);

/** From when on records may have been merged unseen: a day at least, for a sweep that is resumed began today. */
const mergedSince = (startedAt: string | null, now: Date): string =>
  [startedAt, null].map((at) => leftoversSince(at, now)).sort()[0] ?? '';

/** Judges what the pages of a full sweep did not lead to. */
const followLeftovers = async (
  environment: SweepEnvironment,
  { since, openTasks, found }: LeftoverSearch,
  tally: Tally,
): Promise<void> => {
  const { client } = environment;
  const orphanedTasks = await openTasks.orphaned(client);
  const lists = found ?? (await readSets(client, leftoverSets(since)));
  await followAll(environment, leftoversIn(lists, since), tally);
  const deletedTasks = await stillOrphaned(client, orphanedTasks);
  tally.addWritten(await writePlan(client, { ...emptyDraft(), deletedTasks }));
};

/** Judges again what has namesakes: before their keys were written, they could not be told. */
const followNamesakes = async (environment: SweepEnvironment, isInstalling: boolean, tally: Tally): Promise<void> => {
  await followAll({ ...environment, isInstalling }, await namesakeScopes(environment.client), tally);
};

/** What every sweep begins with: where the ones before stand, and what its judgements share. */
interface Begun {
  readonly log: SweepLog;
  readonly surroundings: Surroundings;
  readonly team: TeamLists;
  /** The team's targets, those in the trash too. */
  readonly targets: readonly TwentyRecord[];
  /** What was let in and waits to be asked for what it lacks, by object. */
  readonly waiting: Lists;
}

/** The team is read whole as what every judgement looks at. */
const { tagMember: _team, ...waitingBeside } = waitingQueries;

/** Reads it: one request. */
const begin = async ({ client, settings }: SweepEnvironment): Promise<Begun> => {
  // The key of the memory stands in the register of sweeps, which is read whole.
  const lists = await readNamed(client, {
    ...waitingBeside,
    ...surroundingQueries,
    keys: sweepRows,
    ...teamLists,
    targets: allTargets,
  });
  const surroundings = await surroundingsOf(client, lists);
  return {
    log: new SweepLog(client, settings.noticeLanguage, lists.keys ?? []),
    surroundings,
    team: { notice: lists.notice ?? [], agreement: lists.agreement ?? [], incident: lists.incident ?? [] },
    targets: lists.targets ?? [],
    waiting: { ...lists, tagMember: waitingAmong(surroundings.members) },
  };
};

/** Gives what was let in, and waits, its day to be completed. */
const followTurns = async (
  environment: SweepEnvironment,
  { surroundings }: Pick<Begun, 'surroundings'>,
  waiting: Lists,
  tally: Tally,
): Promise<void> => {
  tally.addWritten(await planCompletions({ ...environment, surroundings }, waiting));
};

/**
 * The same of what this very sweep has found incomplete, though nobody has entered anything: a day that has passed, a
 * deleted customer or an owner who left asks for more than before.
 */
const followTurnsFound = async (
  environment: SweepEnvironment,
  begun: Pick<Begun, 'surroundings'>,
  tally: Tally,
): Promise<void> => {
  if (environment.settings.completionsADay === 0) return;
  await followTurns(environment, begun, await readNamed(environment.client, waitingQueries), tally);
};

/** Drafts the month's inspection and follows the rectification notices; what they are found to be, assessments count. */
const followSupervision = async (
  environment: SweepEnvironment,
  { surroundings }: Pick<Begun, 'surroundings'>,
  supervised: Supervised,
  tally: Tally,
): Promise<void> => {
  tally.addWritten(await supervise({ ...environment, surroundings }, supervised));
};

/** Makes and follows the assessments, from what this sweep has judged too. */
const followAssessments = async (
  environment: SweepEnvironment,
  { surroundings }: Pick<Begun, 'surroundings'>,
  assessments: readonly TwentyRecord[],
  tally: Tally,
): Promise<void> => {
  tally.addWritten(await assess({ ...environment, surroundings }, assessments));
};

/** Brings targets and what the profiles show of them in line with what was sold; gives the team as it stands then. */
const followSales = async (
  environment: SweepEnvironment,
  { surroundings, targets }: Begun,
  isWhole: boolean,
  tally: Tally,
) => {
  const followed = await followTargets({ ...environment, members: surroundings.members, targets, isWhole });
  tally.addWritten(followed);
  return followed;
};

/** The same where the team was judged already: whose profile shows another target than before is judged again. */
const followSalesAfterwards = async (
  environment: SweepEnvironment,
  begun: Begun,
  isWhole: boolean,
  tally: Tally,
): Promise<boolean> => {
  const { changed } = await followSales(environment, begun, isWhole, tally);
  const scopes = chunk(changed).map((ids) => ({ ...emptyScope(), memberIds: new Set(ids) }));
  return followAll(environment, scopes, tally);
};

/** Judges what fell due or was written since the last hourly sweep began, by the pipeline the events use. */
const sweepHourly = async (environment: SweepEnvironment, begun: Begun): Promise<SweepResult> => {
  const { client, settings, now } = environment;
  const { log } = begun;
  // A full sweep has seen everything up to when it began.
  const [last = null] = [log.row(HOURLY).startedAt, log.row(FULL).startedAt]
    .filter((at) => at !== null)
    .sort((left, right) => Date.parse(right) - Date.parse(left));
  const since = startedBefore(last, now, 2 * HOUR);
  const tally = new Tally(log);
  const calendar = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt });
  await followTurns(environment, begun, begun.waiting, tally);
  const ofTeam = membersToJudge(begun, settings, calendar.dateOf(now), since);
  const scopes = await scopesSince(client, since, now, calendar, ofTeam);
  const isFinished =
    (await followAll(environment, scopes, tally)) &&
    (!mayHaveMoved(scopes, begun.targets, since) || (await followSalesAfterwards(environment, begun, false, tally)));
  if (tally.hasWaiting) await followTurnsFound(environment, begun, tally);
  const at = now.toISOString();
  // An unfinished one is not noted: the next begins where this one did.
  if (isFinished) await log.note(HOURLY, { startedAt: at, finishedAt: at, cursor: null, ...tally.count });
  return { mode: 'HOURLY', ...tally.count, isFinished };
};

/** Judges by an outbox of their own, counts what became of it, and says whether keys of namesakes were written. */
const sweepWith = async <Result extends { readonly judged: number }>(
  environment: SweepEnvironment,
  { surroundings }: Begun,
  isInstalling: boolean,
  tally: Tally,
  judge: (run: SweepRun) => Promise<Result>,
): Promise<Result & { readonly hasNewKeys: boolean }> => {
  const outbox = new Outbox(environment.client);
  const result = await judge({ ...environment, surroundings, isInstalling, outbox });
  tally.addSwept(result.judged, outbox);
  const ofUnverified = chunk(outbox.unverified).map((ids) => ({ ...emptyScope(), companyIds: new Set(ids) }));
  await followAll(environment, ofUnverified, tally);
  return { ...result, hasNewKeys: outbox.hasNewKeys };
};

interface Cursor {
  readonly object: (typeof ORDER)[number];
  /** The last id of it that was judged. */
  readonly after: string | null;
  /** What the installation did not come to is let in as it would have been. */
  readonly isInstalling: boolean;
}

const INSTALLING = 'installing';
const cursorText = (object: GovernedObject, after: string, isInstalling: boolean): string =>
  [object, after, ...(isInstalling ? [INSTALLING] : [])].join(':');

/** Where a full sweep stopped. */
const readCursor = (cursor: string | null): Cursor => {
  const [object, after, mark] = (cursor ?? '').split(':');
  const found = ORDER.find((one) => one === object);
  if (!found) return { object: ORDER[0], after: null, isInstalling: false };
  return { object: found, after: after || null, isInstalling: mark === INSTALLING };
};

/** Judges every record in this run, going on where an earlier one stopped. */
const sweepFull = async (environment: SweepEnvironment, begun: Begun, isFirst: boolean): Promise<SweepResult> => {
  const { client, now, isOver } = environment;
  const { log } = begun;
  const row = log.row(FULL);
  const isResumed = row.cursor !== null && row.cursor !== FANNED_OUT;
  const startedAt = (isResumed ? row.startedAt : null) ?? now.toISOString();
  const from = readCursor(isResumed ? row.cursor : null);
  const isInstalling = isFirst || from.isInstalling;
  const tally = new Tally(log);
  await followTurns(environment, begun, begun.waiting, tally);
  const judgeWith = <Result extends { readonly judged: number }>(judge: (run: SweepRun) => Promise<Result>) =>
    sweepWith(environment, begun, isInstalling, tally, judge);
  const objects = ORDER.slice(ORDER.indexOf(from.object));
  const openTasks = new OpenTasks(now.toISOString());
  // Open tasks come along with the lists of each object, a page at a time.
  const alongWith = (sets: readonly NamedQueries[]) => (isInstalling ? sets : [...sets, openTasks.next]);
  const taken = (found: readonly Lists[]): readonly Lists[] => {
    if (isInstalling) return found;
    openTasks.add(found.at(-1) ?? {});
    return found.slice(0, -1);
  };
  const [{ assessments = [], inspections = [], rectifications = [] } = {}, ...first] = taken(
    await readSets(
      client,
      alongWith([
        isInstalling ? {} : { assessments: assessmentsQuery(environment), ...supervisedQueries(environment) },
        ...firstSetsOf(from.object, from.after),
      ]),
    ),
  );
  const since = leftoversSince(row.startedAt, now);
  const leftovers = isInstalling ? [] : leftoverSets(since);
  // The runs before this one may have written keys after they had counted.
  let isKeyed = isResumed;
  let coming: readonly Lists[] | undefined = first;
  for (const [at, object] of objects.entries()) {
    const after = object === from.object ? from.after : null;
    const following = objects[at + 1];
    const next = alongWith(following ? firstSetsOf(following, null) : leftovers);
    const swept: ObjectSweepResult & { readonly hasNewKeys: boolean } = await judgeWith((run) =>
      sweepObject({ ...run, object, after, since: mergedSince(row.startedAt, now), begun: coming, next, isOver }),
    );
    if (swept.cursor !== null) {
      await log.note(FULL, { ...row, startedAt, cursor: cursorText(object, swept.cursor, isInstalling) });
      return { mode: 'FULL', ...tally.count, isFinished: false };
    }
    isKeyed ||= swept.hasNewKeys;
    coming = swept.following && taken(swept.following);
  }
  // The opportunities have their days of signature now, and the team is judged by the targets it has.
  const { members } = await followSales(environment, begun, true, tally);
  const surroundings = { ...begun.surroundings, members };
  await judgeWith(async (run) => ({ judged: await sweepTeam({ ...run, surroundings }, begun.team) }));
  if (isKeyed) await followNamesakes(environment, isInstalling, tally);
  if (!isInstalling) {
    await followLeftovers(environment, { since, openTasks, found: coming }, tally);
    await followSupervision(environment, begun, { inspections, rectifications }, tally);
    await followAssessments(environment, begun, assessments, tally);
  }
  // What an installation let in may have been found by a run before this one.
  if (isInstalling || tally.hasWaiting) await followTurnsFound(environment, begun, tally);
  await log.note(FULL, { startedAt, finishedAt: now.toISOString(), cursor: null, ...tally.count }, startedAt);
  return { mode: 'FULL', ...tally.count, isFinished: true };
};

/** Judges one object of a sweep that was given out to jobs; the last job to finish finishes the sweep. */
const sweepPart = async (environment: SweepEnvironment, begun: Begun, object: GovernedObject): Promise<SweepResult> => {
  const { client, settings, now, isOver } = environment;
  const { log } = begun;
  const whole = log.row(FULL);
  const startedAt = whole.startedAt ?? now.toISOString();
  const row = log.row(partKey(object));
  const after = row.startedAt === startedAt ? row.cursor : null;
  const tally = new Tally(log);
  const { cursor } = await sweepWith(
    environment,
    begun,
    false,
    tally,
    async (run): Promise<ObjectSweepResult> =>
      object === 'tagMember'
        ? { judged: await sweepTeam(run, begun.team), cursor: null }
        : sweepObject({ ...run, object, after, since: mergedSince(null, now), isOver }),
  );
  const isFinished = cursor === null;
  await log.note(partKey(object), {
    startedAt,
    finishedAt: isFinished ? now.toISOString() : row.finishedAt,
    cursor,
    ...tally.count,
  });
  if (!isFinished) {
    await enqueueJobs(client, SWEEP_PART_IDENTIFIER, [{ object }]);
    return { mode: 'PART', ...tally.count, isFinished };
  }
  const latest = await SweepLog.read(client, settings.noticeLanguage);
  const parts = latest.rows(GOVERNED_OBJECTS.map(partKey));
  const isDone = parts.every(
    (part) => part.startedAt === startedAt && part.cursor === null && part.finishedAt !== null,
  );
  if (isDone) {
    const ofParts = parts.reduce<Count>(
      (sum, part) => ({
        judged: sum.judged + part.judged,
        written: sum.written + part.written,
        failures: sum.failures + part.failures,
      }),
      NO_COUNT,
    );
    const total = new Tally(latest, ofParts);
    await followNamesakes(environment, false, total);
    await followSalesAfterwards(environment, begun, true, total);
    const {
      assessments = [],
      inspections = [],
      rectifications = [],
    } = await readNamed(client, { assessments: assessmentsQuery(environment), ...supervisedQueries(environment) });
    const openTasks = new OpenTasks(now.toISOString());
    await followLeftovers(environment, { since: leftoversSince(startedAt, now), openTasks }, total);
    await followSupervision(environment, begun, { inspections, rectifications }, total);
    await followAssessments(environment, begun, assessments, total);
    await followTurnsFound(environment, begun, total);
    await latest.note(FULL, { startedAt, finishedAt: now.toISOString(), cursor: null, ...total.count }, startedAt);
  }
  return { mode: 'PART', ...tally.count, isFinished };
};

/** Gives a large sweep out to one job an object. False where the server runs no jobs: this run does the work. */
const fanOut = async (environment: SweepEnvironment, log: SweepLog): Promise<boolean> => {
  const { client, now } = environment;
  const row = log.row(FULL);
  // A workspace does not double in a day: where the last sweep found few records, they are not counted again.
  if (row.finishedAt !== null && row.judged < FAN_OUT_FROM / 2) return false;
  if ((await countRecords(client, GOVERNED_OBJECTS)) < FAN_OUT_FROM) return false;
  // The row goes first: a job that starts at once finds the sweep it belongs to.
  const startedAt = now.toISOString();
  await log.note(FULL, { ...row, startedAt, cursor: FANNED_OUT });
  const isTaken = await enqueueJobs(
    client,
    SWEEP_PART_IDENTIFIER,
    GOVERNED_OBJECTS.map((object) => ({ object })),
  );
  if (!isTaken) await log.note(FULL, { ...row, startedAt, cursor: null });
  return isTaken;
};

/**
 * Repairs whatever events missed (4.1.1–4.1.10), by what the clock asks for: everything once a day and while a full
 * sweep is unfinished, otherwise what fell due or was written since. The same pipeline as the events'; writes nothing
 * when nothing changed.
 */
export const runDueSweep = async (environment: SweepEnvironment): Promise<SweepResult> => {
  const { settings, now } = environment;
  const begun = await begin(environment);
  const { log } = begun;
  const { startedAt, finishedAt, cursor } = log.row(FULL);
  const { dateOf } = createWorkingCalendar({ timeZone: settings.timeZone });
  const isOfToday = startedAt !== null && dateOf(startedAt) === dateOf(now);
  const isFinished = isOfToday && cursor === null && finishedAt !== null && finishedAt >= startedAt;
  if (isFinished) return sweepHourly(environment, begun);
  const isWithJobs = cursor === FANNED_OUT && startedAt !== null && now.getTime() - Date.parse(startedAt) < LOST_AFTER;
  if (isWithJobs) return sweepHourly(environment, begun);
  const isResumed = cursor !== null && cursor !== FANNED_OUT;
  if (!isResumed && (await fanOut(environment, log))) {
    return { mode: 'FAN_OUT', judged: 0, written: 0, failures: 0, isFinished: false };
  }
  return sweepFull(environment, begun, false);
};

/** Judges everything: after an upgrade, or with `isInstalling` the first time. */
export const runFullSweep = async (environment: SweepEnvironment, isInstalling = false): Promise<SweepResult> =>
  sweepFull(environment, await begin(environment), isInstalling);

/** Judges one object of a sweep that was given out to jobs. */
export const runSweepPart = async (environment: SweepEnvironment, object: GovernedObject): Promise<SweepResult> =>
  sweepPart(environment, await begin(environment), object);

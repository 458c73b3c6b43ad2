import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { countRecords } from '../gateway/count.ts';
import { loadDuplicates } from '../gateway/duplicates.ts';
import { inNumbers, judgeScope } from '../gateway/follow-scope.ts';
import { enqueueJobs } from '../gateway/jobs.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { reportFailures, reportFaults } from '../gateway/report.ts';
import { writePlan } from '../gateway/write.ts';
import type { Scope } from '../pipeline/scope.ts';
import { emptyDraft } from '../run/plan.ts';
import type { Settings } from '../settings.ts';
import { leftoversSince, scopesSince } from './changed-since.ts';
import { Outbox } from './outbox.ts';
import { SweepLog } from './sweep-log.ts';
import { sweepObject } from './sweep-object.ts';
import { SWEEP_PART_IDENTIFIER } from './sweep-part-identifier.ts';

export interface SweepEnvironment {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  /** Whether the run's time is used up; what is left goes on with the next run. */
  readonly isOver: () => boolean;
}

export interface SweepResult {
  readonly mode: 'HOURLY' | 'FULL' | 'PART' | 'FAN_OUT';
  readonly judged: number;
  readonly written: number;
  readonly failures: number;
  readonly isFinished: boolean;
}

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
/** A customer's history is made of its deals: those are judged first. */
const ORDER = ['opportunity', 'company', 'tagProduct', 'tagMember'] as const satisfies readonly GovernedObject[];
const partKey = (object: GovernedObject): string => `${FULL}/${object}`;

const startedBefore = (instant: string | null, now: Date, otherwise: number): string =>
  new Date((instant ? Date.parse(instant) : now.getTime() - otherwise) - MARGIN).toISOString();

interface Count {
  judged: number;
  written: number;
  failures: number;
}

const followAll = async (
  environment: SweepEnvironment,
  log: SweepLog,
  scopes: readonly Scope[],
  count: Count,
): Promise<boolean> => {
  for (const scope of scopes) {
    if (environment.isOver()) return false;
    const done = await judgeScope(environment, scope);
    const { judged, written, failures } = inNumbers(done);
    log.refuse(done.failures);
    count.judged += judged;
    count.written += written;
    count.failures += failures;
  }
  return true;
};

/** Judges what the pages of a full sweep did not lead to, since the one before began. */
const followLeftovers = async (
  environment: SweepEnvironment,
  log: SweepLog,
  startedAt: string | null,
  count: Count,
): Promise<void> => {
  const { client, now } = environment;
  const since = startedBefore(startedAt, now, 24 * HOUR);
  const { scopes, orphanedTasks } = await leftoversSince(client, since, now.toISOString());
  await followAll(environment, log, scopes, count);
  const { written, failures } = await writePlan(client, { ...emptyDraft(), deletedTasks: orphanedTasks });
  reportFailures(failures);
  log.refuse(failures);
  count.written += written;
  count.failures += failures.length;
};

/** Judges what fell due or was written since the last hourly sweep began, by the pipeline the events use. */
const sweepHourly = async (environment: SweepEnvironment, log: SweepLog): Promise<SweepResult> => {
  const { client, settings, now } = environment;
  // A full sweep has seen everything up to when it began.
  const [last = null] = [log.row(HOURLY).startedAt, log.row(FULL).startedAt]
    .filter((at) => at !== null)
    .sort((left, right) => Date.parse(right) - Date.parse(left));
  const since = startedBefore(last, now, 2 * HOUR);
  const count: Count = { judged: 0, written: 0, failures: 0 };
  const calendar = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt });
  const isFinished = await followAll(environment, log, await scopesSince(client, since, now, calendar), count);
  const at = now.toISOString();
  // An unfinished one is not noted: the next begins where this one did.
  if (isFinished) await log.note(HOURLY, { startedAt: at, finishedAt: at, cursor: null, ...count });
  return { mode: 'HOURLY', ...count, isFinished };
};

/** Judges the records of one object from a cursor on. */
const sweepOne = async (
  environment: SweepEnvironment,
  log: SweepLog,
  object: GovernedObject,
  after: string | null,
  count: Count,
  shared: Awaited<ReturnType<typeof loadShared>>,
  isInstalling: boolean,
  startedAt: string | null = null,
): Promise<string | null> => {
  const outbox = new Outbox(environment.client);
  const { now } = environment;
  // A day at least: one that is resumed began today.
  const [since = ''] = [startedAt, null].map((at) => startedBefore(at, now, 24 * HOUR)).sort();
  const { judged, cursor } = await sweepObject({
    ...environment,
    ...shared,
    object,
    after,
    since,
    isInstalling,
    outbox,
  });
  reportFaults(outbox.faults);
  reportFailures(outbox.failures);
  log.refuse(outbox.failures);
  count.judged += judged;
  count.written += outbox.written;
  count.failures += outbox.faults.length + outbox.failures.length;
  return cursor;
};

const loadShared = async (client: TwentyClient) => ({
  surroundings: await loadSurroundings(client),
  duplicates: await loadDuplicates(client),
});

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
const sweepFull = async (environment: SweepEnvironment, log: SweepLog, isFirst: boolean): Promise<SweepResult> => {
  const { client, now } = environment;
  const row = log.row(FULL);
  const isResumed = row.cursor !== null && row.cursor !== FANNED_OUT;
  const startedAt = (isResumed ? row.startedAt : null) ?? now.toISOString();
  const from = readCursor(isResumed ? row.cursor : null);
  const isInstalling = isFirst || from.isInstalling;
  const shared = await loadShared(client);
  const count: Count = { judged: 0, written: 0, failures: 0 };
  for (const object of ORDER.slice(ORDER.indexOf(from.object))) {
    const after = object === from.object ? from.after : null;
    const cursor = await sweepOne(environment, log, object, after, count, shared, isInstalling, row.startedAt);
    if (cursor !== null) {
      await log.note(FULL, { ...row, startedAt, cursor: cursorText(object, cursor, isInstalling) });
      return { mode: 'FULL', ...count, isFinished: false };
    }
  }
  if (!isInstalling) {
    await followLeftovers(environment, log, row.startedAt, count);
  }
  await log.note(FULL, { startedAt, finishedAt: now.toISOString(), cursor: null, ...count }, startedAt);
  return { mode: 'FULL', ...count, isFinished: true };
};

/** Judges one object of a sweep that was given out to jobs; the last job to finish finishes the sweep. */
const sweepPart = async (
  environment: SweepEnvironment,
  log: SweepLog,
  object: GovernedObject,
): Promise<SweepResult> => {
  const { client, settings, now } = environment;
  const whole = log.row(FULL);
  const startedAt = whole.startedAt ?? now.toISOString();
  const row = log.row(partKey(object));
  const isResumed = row.cursor !== null && row.startedAt === startedAt;
  const count: Count = { judged: 0, written: 0, failures: 0 };
  const shared = await loadShared(client);
  const cursor = await sweepOne(environment, log, object, isResumed ? row.cursor : null, count, shared, false);
  const isFinished = cursor === null;
  await log.note(partKey(object), {
    startedAt,
    finishedAt: isFinished ? now.toISOString() : row.finishedAt,
    cursor,
    ...count,
  });
  if (!isFinished) {
    await enqueueJobs(client, SWEEP_PART_IDENTIFIER, [{ object }]);
    return { mode: 'PART', ...count, isFinished };
  }
  const latest = await SweepLog.read(client, settings.noticeLanguage);
  const parts = latest.rows(GOVERNED_OBJECTS.map(partKey));
  const isDone = parts.every(
    (part) => part.startedAt === startedAt && part.cursor === null && part.finishedAt !== null,
  );
  if (isDone) {
    const total = parts.reduce<Count>(
      (sum, part) => ({
        judged: sum.judged + part.judged,
        written: sum.written + part.written,
        failures: sum.failures + part.failures,
      }),
      { judged: 0, written: 0, failures: 0 },
    );
    await followLeftovers(environment, latest, startedAt, total);
    await latest.note(FULL, { startedAt, finishedAt: now.toISOString(), cursor: null, ...total }, startedAt);
  }
  return { mode: 'PART', ...count, isFinished };
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
  const { client, settings, now } = environment;
  const log = await SweepLog.read(client, settings.noticeLanguage);
  const { startedAt, finishedAt, cursor } = log.row(FULL);
  const { dateOf } = createWorkingCalendar({ timeZone: settings.timeZone });
  const isOfToday = startedAt !== null && dateOf(startedAt) === dateOf(now);
  const isFinished = isOfToday && cursor === null && finishedAt !== null && finishedAt >= startedAt;
  if (isFinished) return sweepHourly(environment, log);
  const isWithJobs = cursor === FANNED_OUT && startedAt !== null && now.getTime() - Date.parse(startedAt) < LOST_AFTER;
  if (isWithJobs) return sweepHourly(environment, log);
  const isResumed = cursor !== null && cursor !== FANNED_OUT;
  if (!isResumed && (await fanOut(environment, log))) {
    return { mode: 'FAN_OUT', judged: 0, written: 0, failures: 0, isFinished: false };
  }
  return sweepFull(environment, log, false);
};

/** Judges everything: after an upgrade, or with `isInstalling` the first time. */
export const runFullSweep = async (environment: SweepEnvironment, isInstalling = false): Promise<SweepResult> =>
  sweepFull(environment, await SweepLog.read(environment.client, environment.settings.noticeLanguage), isInstalling);

/** Judges one object of a sweep that was given out to jobs. */
export const runSweepPart = async (environment: SweepEnvironment, object: GovernedObject): Promise<SweepResult> =>
  sweepPart(environment, await SweepLog.read(environment.client, environment.settings.noticeLanguage), object);

import type { Plan, Revert } from '../run/plan.ts';
import { recordId } from '../run/record-id.ts';
import type { Patch } from '../run/snapshot.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { apiNames, capitalize } from './names.ts';
import { type StandingTask, standingTasks } from './standing-tasks.ts';

/** Records Twenty takes in one call. */
export const WRITE_SIZE = 200;

/** A record that Twenty would not take, and why; never its contents. */
export interface WriteFailure {
  readonly object: string;
  readonly id: string;
  readonly code: string;
  readonly reason: string;
}

export interface WriteResult {
  readonly written: number;
  readonly failures: readonly WriteFailure[];
}

interface Entry {
  readonly patch: Patch;
  /** The subject it hangs on, which must wait for it. */
  readonly subjectId: string | null;
  /** It changes a record that is there: where it is not any more, none is made. */
  readonly isChange?: boolean;
}

/** Patches of one object for one root field. */
interface Part {
  readonly object: string;
  readonly entries: readonly Entry[];
  /** What is done to all of them alike, whichever of them are there. */
  readonly verb?: 'CLOSE' | 'DELETE' | 'RESTORE';
}

const chunks = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / WRITE_SIZE) }, (_unused, at) =>
    items.slice(at * WRITE_SIZE, (at + 1) * WRITE_SIZE),
  );

interface Root {
  readonly variables: string;
  readonly field: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * A lone change is an update, which makes nothing and wakes only hooks of its fields. Several are an upsert, together with
 * what is made: Twenty takes different patches in no other way, and each root field once a request.
 */
const rootOf = (part: Part, at: number): Root => {
  const { createMany, type, update, updateMany, deleteMany, restoreMany } = apiNames(part.object);
  const [only] = part.entries;
  if (part.verb === 'DELETE' || part.verb === 'RESTORE') {
    return {
      variables: `$f${at}:${type}FilterInput!`,
      field: `${part.verb === 'DELETE' ? deleteMany : restoreMany}(filter:$f${at}){id}`,
      values: { [`f${at}`]: { id: { in: part.entries.map(({ patch }) => patch.id) } } },
    };
  }
  if (part.verb === 'CLOSE') {
    return {
      variables: `$f${at}:${type}FilterInput!,$d${at}:${type}UpdateInput!`,
      field: `${updateMany}(filter:$f${at},data:$d${at}){id}`,
      values: {
        [`f${at}`]: {
          and: [{ id: { in: part.entries.map(({ patch }) => patch.id) } }, { status: { neq: 'DONE' } }],
        },
        [`d${at}`]: { status: 'DONE' },
      },
    };
  }
  if (only?.isChange && part.entries.length === 1) {
    return {
      variables: `$i${at}:UUID!,$d${at}:${type}UpdateInput!`,
      field: `${update}(id:$i${at},data:$d${at}){id}`,
      values: { [`i${at}`]: only.patch.id, [`d${at}`]: only.patch.fields },
    };
  }
  return {
    variables: `$d${at}:[${type}CreateInput!]!`,
    field: `${createMany}(data:$d${at},upsert:true){id}`,
    values: { [`d${at}`]: part.entries.map(({ patch }) => ({ id: patch.id, ...patch.fields })) },
  };
};

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.entries.length, 0);

/** Halves of a request that was refused: by object first, then by records, until the one at fault stands alone. */
const halvesOf = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const [only] = parts;
  if (parts.length > 1 || !only) return parts.map((part) => [part]);
  const middle = Math.ceil(only.entries.length / 2);
  return [only.entries.slice(0, middle), only.entries.slice(middle)].map((entries) => [{ ...only, entries }]);
};

/**
 * Refusals that asking once more may mend. Two runs that find one fact write one row, and Twenty looks for it before it
 * writes: of two at the same time the second is told that the entry is there. And Twenty may carry out the parts of a
 * request side by side: what a task hangs on is refused where it comes before the task.
 */
const isClash = ({ message }: TwentyError): boolean => /duplicate entry|foreign key/i.test(message);

const send = async (client: TwentyClient, parts: readonly Part[], isAgain = false): Promise<WriteResult> => {
  if (parts.length === 0) return { written: 0, failures: [] };
  const roots = parts.map((part, at) => rootOf(part, at));
  try {
    await client.request(
      `mutation Write(${roots.map((root) => root.variables).join(',')}){${roots.map((root) => root.field).join(' ')}}`,
      Object.assign({}, ...roots.map((root) => root.values)),
    );
    return { written: sizeOf(parts), failures: [] };
  } catch (error) {
    if (!(error instanceof TwentyError) || error.isTransient) throw error;
    if (isClash(error) && !isAgain) return send(client, parts, true);
    if (sizeOf(parts) > 1 && !parts.every((part) => part.verb)) {
      const results: WriteResult[] = [];
      for (const half of halvesOf(parts)) results.push(await send(client, half));
      return sumOfWrites(results);
    }
    const failures = parts.flatMap(({ object, entries }) =>
      entries.map(({ patch, subjectId }) => ({
        object,
        id: subjectId ?? patch.id,
        code: error.code,
        reason: error.message,
      })),
    );
    return { written: 0, failures };
  }
};

/** What became of several writes together. */
export const sumOfWrites = (results: readonly WriteResult[]): WriteResult => ({
  written: results.reduce((total, result) => total + result.written, 0),
  failures: results.flatMap((result) => result.failures),
});

/** Records that stand for themselves: what is refused of them is theirs. */
const standing = (patches: readonly Patch[], isChange = false): readonly Entry[] =>
  patches.map((patch) => ({ patch, subjectId: null, isChange }));

const SUBJECT_LINKS = ['companyId', 'opportunityId', 'productId', 'memberId'] as const;

const subjectOf = (patch: Patch): string | null => {
  const link = SUBJECT_LINKS.find((name) => typeof patch.fields[name] === 'string');
  return link ? String(patch.fields[link]) : null;
};

const linked = (object: string, patches: readonly Patch[]): readonly Part[] =>
  chunks(patches).map((some) => ({ object, entries: some.map((patch) => ({ patch, subjectId: subjectOf(patch) })) }));

const taskFields = ({ task, isThere, text }: StandingTask): Patch['fields'] => ({
  title: task.title,
  // Twenty makes the other form of a text, markdown, by itself.
  ...(text === null ? {} : { bodyV2: { blocknote: text } }),
  tagMatter: task.kind,
  // Each matter has its priority: one that is another since is somebody's.
  ...(isThere ? {} : { tagPriority: task.priority }),
  tagStage: task.stage,
  tagGroups: task.groups,
  ...(task.dueAt ? { dueAt: task.dueAt } : {}),
  ...(task.assigneeId ? { assigneeId: task.assigneeId } : {}),
  ...(task.isReopened ? { status: 'TODO' } : {}),
});

const taskParts = (tasks: readonly StandingTask[]): readonly (readonly [Part, Part])[] =>
  chunks(tasks).map((some) => [
    {
      object: 'task',
      entries: some.map((one) => ({
        patch: { id: one.task.id, fields: taskFields(one) },
        subjectId: one.task.target.id,
      })),
    },
    {
      object: 'taskTarget',
      entries: some.map(({ task }) => ({
        patch: {
          id: recordId(`taskTarget:${task.id}`),
          fields: { taskId: task.id, [`target${capitalize(task.target.object)}Id`]: task.target.id },
        },
        subjectId: task.target.id,
      })),
    },
  ]);

const verbParts = (verb: NonNullable<Part['verb']>, ids: readonly string[]): readonly (readonly Part[])[] =>
  chunks([...new Set(ids)]).map((some) => [
    { object: 'task', verb, entries: some.map((id) => ({ patch: { id, fields: {} }, subjectId: null })) },
  ]);

/** The n-th request takes the n-th chunk of each list: one request as long as every list fits a chunk. */
const inStep = (lists: readonly (readonly (readonly Part[])[])[]): readonly (readonly Part[])[] => {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_unused, at) => lists.flatMap((list) => list[at] ?? []));
};

/**
 * That a record was last written at an instant, by the bounds of its millisecond: Twenty keeps microseconds and tells none
 * of them. Its own `eq` says the same, but a write by it fails on objects of applications, whose table bears another name.
 */
const asRead = (updatedAt: string | null) =>
  updatedAt
    ? [{ updatedAt: { gte: updatedAt } }, { updatedAt: { lt: new Date(Date.parse(updatedAt) + 1).toISOString() } }]
    : [];

/**
 * Puts fields back where the record still is as it was read: the filter is the guard. The record's standing, which says
 * that they were put back, is written by the same update or not at all.
 */
const putBack = async (client: TwentyClient, revert: Revert): Promise<WriteResult> => {
  const { object, id, updatedAt, fields } = revert;
  const { type, updateMany } = apiNames(object);
  try {
    const answer = await client.request<Record<string, readonly unknown[]>>(
      `mutation PutBack($f:${type}FilterInput!,$d:${type}UpdateInput!){${updateMany}(filter:$f,data:$d){id}}`,
      { f: { and: [{ id: { eq: id } }, ...asRead(updatedAt)] }, d: fields },
    );
    return { written: answer[updateMany]?.length ?? 0, failures: [] };
  } catch (error) {
    if (!(error instanceof TwentyError) || error.isTransient) throw error;
    return { written: 0, failures: [{ object, id, code: error.code, reason: error.message }] };
  }
};

/** One update a record: what is put back of it, together with its patch. */
const withPatches = (plan: Plan): readonly Revert[] =>
  [...Map.groupBy(plan.reverts, (revert) => revert.id).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const patch = plan.subjects[first.object]?.find((one) => one.id === first.id);
    return [{ ...first, fields: Object.assign({}, patch?.fields, first.fields, ...others.map((one) => one.fields)) }];
  });

/**
 * Writes a plan in as few requests as it takes: one for what follows from the judgements (log, notices, tasks), then
 * one for what is made and for the subjects, which carry the memory of having been judged. A subject whose consequences were refused is left
 * as it is, so that the next sweep judges it again. Nothing is written for an empty plan.
 * @throws TwentyError when Twenty cannot be reached; what was not written is left for the sweep
 */
export const writePlan = async (client: TwentyClient, plan: Plan): Promise<WriteResult> => {
  const tasks = await standingTasks(client, plan.tasks);
  const reverts = withPatches(plan);
  const revertedIds = new Set(reverts.map((revert) => revert.id));
  // That something was put back is told once it is: somebody may have written the record since it was read.
  const isOfRevert = (log: Patch) => log.fields.kind === 'REVERTED' && revertedIds.has(subjectOf(log) ?? '');
  const consequences = inStep([
    linked(
      'tagLog',
      plan.logs.filter((log) => !isOfRevert(log)),
    ).map((part) => [part]),
    linked('tagChangeNotice', plan.notices).map((part) => [part]),
    taskParts(tasks),
    verbParts('DELETE', plan.deletedTasks),
    // What comes back may have a matter that is over by now: it is closed once it is there.
    verbParts('RESTORE', plan.restoredTasks),
    verbParts('CLOSE', plan.closedTasks),
  ]);
  const results: WriteResult[] = [];
  for (const parts of consequences) results.push(await send(client, parts));
  const held = new Set(results.flatMap((result) => result.failures.map((failure) => failure.id)));
  for (const revert of reverts) {
    if (held.has(revert.id)) continue;
    const result = await putBack(client, revert);
    results.push(result);
    const told = plan.logs.filter((log) => isOfRevert(log) && subjectOf(log) === revert.id);
    if (result.written > 0 && told.length > 0) results.push(await upsertRecords(client, 'tagLog', told));
  }
  const apart = new Set([...held, ...reverts.map((revert) => revert.id)]);
  const subjects = inStep(
    [...new Set([...Object.keys(plan.made), ...Object.keys(plan.subjects)])].map((object) =>
      chunks([
        ...standing(plan.made[object] ?? []),
        ...standing(plan.subjects[object] ?? [], true).filter(({ patch }) => !apart.has(patch.id)),
      ]).map((entries) => [{ object, entries }]),
    ),
  );
  for (const parts of subjects) results.push(await send(client, parts));
  return sumOfWrites(results);
};

/** Creates records that may be there already, or brings those up to date: in chunks, by id. */
export const upsertRecords = async (
  client: TwentyClient,
  object: string,
  patches: readonly Patch[],
): Promise<WriteResult> => {
  const results: WriteResult[] = [];
  for (const part of linked(object, patches)) results.push(await send(client, [part]));
  return sumOfWrites(results);
};

/** The same of records that stand for themselves: a failure names the record, and not what it hangs on. */
export const upsertEach = async (
  client: TwentyClient,
  object: string,
  patches: readonly Patch[],
): Promise<WriteResult> => {
  const results: WriteResult[] = [];
  for (const entries of chunks(standing(patches))) results.push(await send(client, [{ object, entries }]));
  return sumOfWrites(results);
};

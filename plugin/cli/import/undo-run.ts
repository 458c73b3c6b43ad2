import { findTag, GOVERNED_OBJECTS, tagsOf } from '../../../objects/taxonomy/index.ts';
import { BACKED_UP } from '../../../workflows/backup/backed-up.ts';
import { mayRead } from '../../../workflows/gateway/caller.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import { apiNames } from '../../../workflows/gateway/names.ts';
import { PAGE_SIZE, readLists } from '../../../workflows/gateway/read.ts';
import { upsertEach, type WriteFailure } from '../../../workflows/gateway/write.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { Progress } from '../backup/progress.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import { fieldSelection, holds, merged, type Operation, readByIds, standingOf } from './operations.ts';
import type { NotedBatch, RunFile } from './run-file.ts';
import { without } from './write-operations.ts';

export interface UndoOptions {
  readonly client: PacedClient;
  readonly run: RunFile;
  /** How many rows the run has written, as far as is known. */
  readonly rows: number;
  readonly isApplied: boolean;
  readonly now: () => Date;
  readonly tell: (line: string) => void;
}

/** A row that somebody has touched since, and by what that shows; never a value. */
export interface TouchedRow {
  readonly row: number;
  readonly object: string;
  readonly id: string;
  readonly fields: readonly string[];
}

export interface UndoReport {
  readonly run: string;
  readonly isApplied: boolean;
  /** Rows put back, or to be put back. */
  readonly undone: number;
  /** Of the records of those rows, the new ones that go into the trash. */
  readonly removed: number;
  /** Rows that are as they were before already. */
  readonly already: number;
  /** Rows that somebody has touched since: they stay as they are. */
  readonly touched: readonly TouchedRow[];
  readonly touchedRows: number;
  readonly failures: readonly WriteFailure[];
  readonly calls: number;
  readonly seconds: number;
}

const MOST_TOLD = 1_000;

/** What people hang on a record, whose removal would take it from them. */
const CHILDREN: Readonly<
  Record<string, readonly { readonly child: string; readonly link: string; readonly name: string }[]>
> = {
  company: [{ child: 'opportunity', link: 'companyId', name: 'opportunities' }],
  opportunity: [
    { child: 'tagOpportunityItem', link: 'opportunityId', name: 'tagItems' },
    { child: 'tagOpportunityMember', link: 'opportunityId', name: 'tagTeam' },
  ],
  tagProduct: [{ child: 'tagOpportunityItem', link: 'productId', name: 'items' }],
};
const STATUS = ['tagReviewStatus', 'tagLastCheckedAt'];

/** Fields of an object that people write: what of a new record differs from what the import wrote is somebody's work. */
const peoplesFields = (object: string): readonly string[] =>
  (BACKED_UP.find(({ name }) => name === object)?.fields ?? [])
    .filter(({ column, writer }) => {
      const tag = findTag(object, column.replace(/Id$/, '')) ?? findTag(object, column);
      // Proposals and what follows from the stage are the application's, though people may write them too.
      return writer === 'PERSON' && !tag?.intention && column !== 'stage' && column !== 'name';
    })
    .map(({ column }) => column);

const defaultOf = (object: string, field: string): unknown => findTag(object, field)?.defaultValue ?? null;

/** What of a new record somebody has written, checked or reviewed since. */
const touchedOfNew = (
  { object, after }: Operation,
  current: TwentyRecord,
  fields: readonly string[],
): readonly string[] => {
  const isTouched = (field: string): boolean => {
    const value = current[field];
    if (field in after) return !holds(value, after[field]);
    return value !== false && !holds(value, null) && !holds(value, defaultOf(object, field));
  };
  const written = [...new Set([...Object.keys(after), ...fields])].filter(isTouched);
  const isReviewed = current.tagReviewStatus === 'APPROVED' || current.tagReviewStatus === 'RETURNED';
  return [
    ...written,
    ...(isReviewed ? ['tagReviewStatus'] : []),
    ...(current.tagLastCheckedAt ? ['tagLastCheckedAt'] : []),
  ];
};

type Verdict =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'PUT_BACK' | 'REMOVE'; readonly operation: Operation }
  | { readonly kind: 'TOUCHED'; readonly operation: Operation; readonly fields: readonly string[] };

const judge = (operation: Operation, current: TwentyRecord | undefined, fields: readonly string[]): Verdict => {
  const standing = standingOf(operation, current);
  if (operation.isNew) {
    if (!current || standing === 'TRASH') return { kind: 'DONE' };
    const touched = touchedOfNew(operation, current, fields);
    return touched.length > 0 ? { kind: 'TOUCHED', operation, fields: touched } : { kind: 'REMOVE', operation };
  }
  if (standing === 'BEFORE') return { kind: 'DONE' };
  if (standing === 'AFTER') return { kind: 'PUT_BACK', operation };
  const differing = Object.entries(operation.after).filter(([field, value]) => !holds(current?.[field], value));
  return {
    kind: 'TOUCHED',
    operation,
    fields: current && standing === 'OTHER' ? differing.map(([field]) => field) : ['deletedAt'],
  };
};

/** Takes back what a run has written, as far as nobody has touched it since. */
class Undoing {
  readonly #options: UndoOptions;
  readonly #fields = new Map<string, readonly string[]>();
  readonly #touched: TouchedRow[] = [];
  readonly #failures: WriteFailure[] = [];
  #touchedRows = 0;
  #undone = 0;
  #removed = 0;
  #already = 0;

  constructor(options: UndoOptions) {
    this.#options = options;
  }

  /** What people write of an object, as far as the key may read it. */
  async #fieldsOf(object: string): Promise<readonly string[]> {
    const known = this.#fields.get(object);
    if (known) return known;
    const all = peoplesFields(object);
    const sensitive = new Set(
      tagsOf(object as never)
        .filter((tag) => tag.sensitive)
        .map(({ name }) => name),
    );
    const selection = ['id', ...all].map((field) => fieldSelection(object, field)).join(' ');
    const isAll = await mayRead(this.#options.client, object, selection);
    const readable = isAll ? all : all.filter((field) => !sensitive.has(field) && object !== 'person');
    this.#fields.set(object, readable);
    return readable;
  }

  async #currentOf(operations: readonly Operation[]): Promise<ReadonlyMap<string, TwentyRecord>> {
    const current = new Map<string, TwentyRecord>();
    for (const [object, some] of Map.groupBy(operations, (operation) => operation.object)) {
      const written = some.flatMap(({ before, after }) => [...Object.keys(before), ...Object.keys(after)]);
      const status = GOVERNED_OBJECTS.some((one) => one === object) ? STATUS : [];
      const more = some.some(({ isNew }) => isNew) ? [...(await this.#fieldsOf(object)), ...status] : [];
      const ids = some.map(({ id }) => id);
      for (const [id, record] of await readByIds(this.#options.client, object, ids, [...written, ...more]))
        current.set(id, record);
    }
    return current;
  }

  /** New records that others hang on by now, by what those are; what the run made itself is none of them. */
  async #used(verdicts: readonly Verdict[]): Promise<ReadonlyMap<string, string>> {
    const removed = verdicts.flatMap((verdict) => (verdict.kind === 'REMOVE' ? [verdict.operation] : []));
    const own = new Set(removed.map(({ id }) => id));
    const used = new Map<string, string>();
    for (const [object, some] of Map.groupBy(removed, (operation) => operation.object)) {
      const ids = some.map(({ id }) => id);
      for (const { child, link, name } of CHILDREN[object] ?? []) {
        const query = { object: child, filter: { [link]: { in: ids } }, selection: `id ${link}` };
        const [children = []] = await readLists(this.#options.client, [query]);
        for (const record of children) if (!own.has(String(record.id))) used.set(String(record[link]), name);
      }
    }
    return used;
  }

  async #batch({ operations, failed }: NotedBatch): Promise<void> {
    const refused = operations.filter(({ id }) => failed?.includes(id));
    const written = merged(operations.flatMap((operation) => without(operation, refused) ?? []));
    const current = await this.#currentOf(written);
    const verdicts = new Map<number, Verdict[]>();
    for (const operation of written) {
      const verdict = judge(operation, current.get(operation.id), this.#fields.get(operation.object) ?? []);
      verdicts.set(operation.row, [...(verdicts.get(operation.row) ?? []), verdict]);
    }
    const used = await this.#used([...verdicts.values()].flat());
    const wanted: Operation[] = [];
    for (const [row, some] of verdicts) {
      const touched = some.flatMap((verdict): TouchedRow[] => {
        if (verdict.kind === 'DONE') return [];
        const { object, id } = verdict.operation;
        if (verdict.kind === 'TOUCHED') return [{ row, object, id, fields: verdict.fields }];
        const by = used.get(id);
        return by === undefined ? [] : [{ row, object, id, fields: [by] }];
      });
      const open = some.flatMap((verdict) => (verdict.kind === 'DONE' ? [] : [verdict.operation]));
      if (touched.length > 0) {
        this.#touchedRows += 1;
        if (this.#touched.length < MOST_TOLD) this.#touched.push(...touched);
      } else if (open.length === 0) this.#already += 1;
      else {
        this.#undone += 1;
        this.#removed += open.filter(({ isNew }) => isNew).length;
        wanted.push(...open);
      }
    }
    if (this.#options.isApplied) await this.#write(wanted);
  }

  /** What was changed is put back first, so that nothing points at what goes into the trash. */
  async #write(operations: readonly Operation[]): Promise<void> {
    const { client } = this.#options;
    for (const [object, some] of Map.groupBy(
      operations.filter(({ isNew }) => !isNew),
      (operation) => operation.object,
    )) {
      const { failures } = await upsertEach(
        client,
        object,
        some.map(({ id, before }) => ({ id, fields: before })),
      );
      this.#failures.push(...failures);
    }
    for (const [object, some] of Map.groupBy(
      operations.filter(({ isNew }) => isNew),
      (operation) => operation.object,
    )) {
      const ids = some.map(({ id }) => id);
      for (let at = 0; at < ids.length; at += PAGE_SIZE) await this.#remove(object, ids.slice(at, at + PAGE_SIZE));
    }
  }

  async #remove(object: string, ids: readonly string[]): Promise<void> {
    const { type, deleteMany } = apiNames(object);
    const filter = { and: [{ id: { in: ids } }, { deletedAt: { is: 'NULL' } }] };
    try {
      await this.#options.client.request(`mutation Undo($f:${type}FilterInput!){${deleteMany}(filter:$f){id}}`, {
        f: filter,
      });
    } catch (error) {
      if (!(error instanceof TwentyError) || error.isTransient) throw error;
      const { code, message: reason } = error;
      this.#failures.push(...ids.map((id) => ({ object, id, code, reason })));
    }
  }

  async run(): Promise<Omit<UndoReport, 'calls' | 'seconds'>> {
    const { run, rows, isApplied, now, tell } = this.#options;
    const progress = new Progress(rows, tell);
    for await (const batch of run.batches()) {
      await this.#batch(batch);
      progress.add(new Set(batch.operations.map(({ row }) => row)).size);
    }
    if (isApplied && this.#failures.length === 0) await run.undone(now().toISOString());
    return {
      run: run.head.run,
      isApplied,
      undone: this.#undone,
      removed: this.#removed,
      already: this.#already,
      touched: this.#touched,
      touchedRows: this.#touchedRows,
      failures: this.#failures,
    };
  }
}

/**
 * Undoes an import: puts back what it changed, and what it made into the trash, row by row, as far as nobody has touched
 * any record of the row since. Cut off, it does what is left when called again.
 * @throws UsageError for notes that cannot be read, TwentyError where Twenty cannot be reached
 */
export const undoRun = async (options: UndoOptions): Promise<UndoReport> => {
  const began = performance.now();
  const report = await new Undoing(options).run();
  return { ...report, calls: options.client.calls(), seconds: (performance.now() - began) / 1000 };
};

import { createHash } from 'node:crypto';
import { type GovernedObject, type Language, type Stage, type Tag, tagsOf } from '../../../objects/taxonomy/index.ts';
import { mayEdit, mayRead } from '../../../workflows/gateway/caller.ts';
import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import { Progress, timeOf } from '../backup/progress.ts';
import { lockPlaces, openPlaces } from '../backup/store.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import { checkRecords, type MissingColumn } from '../check/check-records.ts';
import type { FileFault, FileNote, RawRecord } from '../check/file-contents.ts';
import type { ColumnMap } from '../check/plan-columns.ts';
import { UsageError } from '../output.ts';
import { type ImportColumns, importColumns, placeOf } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import type { Viewer } from './mask.ts';
import type { Decision } from './match-row.ts';
import { fieldSelection, type Operation } from './operations.ts';
import { type PlannedRow, planRow } from './plan-row.ts';
import { PreviewFile, previewOf, type RowRemarks } from './preview-file.ts';
import { readRow } from './read-row.ts';
import type { Reason } from './reasons.ts';
import type { Repeats } from './repeats.ts';
import { type Counts, NO_COUNTS, RunFile, type Secrets, unfinishedRun } from './run-file.ts';
import { findRepeats, type Survey } from './survey-file.ts';
import { readTeam, readWorkspace, type Team, type Wanted } from './workspace-side.ts';
import { stillToWrite, writeOperations } from './write-operations.ts';

export interface ImportOptions {
  readonly file: ImportFile;
  /** What the file is: {@link surveyFile}. */
  readonly survey: Survey;
  readonly object: GovernedObject;
  readonly client: PacedClient;
  /** Address of the workspace. */
  readonly workspace: string;
  readonly version: string;
  /** Where what an import notes of itself is kept. */
  readonly runs: string;
  readonly secrets: Secrets;
  /** What somebody says of the columns. */
  readonly map: ColumnMap;
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly stage: Stage;
  /** `YYYY-MM-DD` in the policy's zone. */
  readonly today: string;
  readonly language: Language;
  /** Leaves out rows with errors, beside what is merely missing. */
  readonly strict: boolean;
  /** Shows sensitive values, if the key may read them. */
  readonly reveals: boolean;
  readonly isApplied: boolean;
  /** Where the preview is written to. */
  readonly preview: string | null;
  readonly now: () => Date;
  readonly tell: (line: string) => void;
  /** Rows that are looked for in the workspace at once, a call for many, and rows that are written at once. */
  readonly sizes?: { readonly window: number; readonly batch: number };
}

/** A row that is shown, and what is to be known of it. */
export type ShownRow = ReturnType<typeof previewOf>;

export interface ImportReport {
  /** Null where nothing was written. */
  readonly run: string | null;
  readonly isApplied: boolean;
  readonly isResumed: boolean;
  readonly layout: string | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
  readonly records: number;
  readonly counts: Counts;
  /** By reason. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** What the check has found in them. */
  readonly errors: number;
  readonly warnings: number;
  readonly missingColumns: readonly MissingColumn[];
  /** The first rows of each verdict. */
  readonly rows: readonly ShownRow[];
  readonly failures: readonly (WriteFailure & { readonly row: number })[];
  readonly faults: readonly FileFault[];
  readonly notes: readonly FileNote[];
  readonly calls: number;
  readonly seconds: number;
}

const SIZES = { window: 1_000, batch: 200 };
const MOST_SHOWN: Readonly<Record<PlannedRow['verdict'], number>> = {
  conflict: 500,
  left: 500,
  update: 20,
  create: 10,
  same: 0,
};
const MOST_FAILURES = 1_000;
/** Calls a row, as far as it can be said before. */
const CALLS_A_ROW = 0.017;

/** Problems that an import tells in its own way, or leaves to those the records will belong to. */
const TOLD_OTHERWISE: ReadonlySet<Problem['code']> = new Set(['NAME_DUPLICATE', 'CREDIT_CODE_DUPLICATE']);

/** Columns whose tags the key may not read: they could not be compared, so nothing is written to them. */
const withoutHidden = async (
  client: PacedClient,
  columns: ImportColumns,
): Promise<{ readonly columns: ImportColumns; readonly hidden: readonly string[] }> => {
  const sensitive = [...columns.columns].filter(([, { tag }]) => tag.sensitive && placeOf(tag));
  const byObject = Map.groupBy(sensitive, ([, { tag }]) => placeOf(tag)?.object ?? '');
  const hidden: string[] = [];
  for (const [object, some] of byObject) {
    const selection = ['id', ...new Set(some.map(([, { tag }]) => fieldSelection(object, placeOf(tag)?.field ?? '')))];
    if (!(await mayRead(client, object, selection.join(' ')))) hidden.push(...some.map(([name]) => name));
  }
  const kept = new Map([...columns.columns].filter(([name]) => !hidden.includes(name)));
  return { columns: { ...columns, columns: kept }, hidden };
};

const wantedOf = (object: GovernedObject, columns: ImportColumns): Wanted => {
  const fields = new Map<string, string[]>();
  for (const { tag } of columns.columns.values()) {
    const place = placeOf(tag);
    if (place) fields.set(place.object, [...(fields.get(place.object) ?? []), place.field]);
  }
  if (columns.owner !== null) fields.set(object, [...(fields.get(object) ?? []), 'accountOwnerId']);
  return { object, fields };
};

/** What decides what is written, beside the file: with other decisions a run that was cut off is another one. */
const optionsKey = ({ strict, decisions }: ImportOptions, columns: ImportColumns): string => {
  const read = [...columns.columns].map(([name, { tag, part }]) => [name, tag.name, part]);
  const said = JSON.stringify([read, columns.owner, columns.id, strict, [...decisions]]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
};

const runId = (object: GovernedObject, at: Date): string =>
  `${at.toISOString().slice(0, 23).replaceAll(/[:.]/g, '')}Z-${object.replace(/^tag/, '').toLowerCase()}`;

const plus = (counts: Counts, verdict: PlannedRow['verdict']): Counts => ({
  ...counts,
  [verdict]: counts[verdict] + 1,
});

/** Brings a file into a workspace, or shows what that would do. */
class Importing {
  readonly #options: ImportOptions;
  readonly #columns: ImportColumns;
  readonly #repeats: Repeats;
  readonly #team: Team;
  readonly #viewer: Viewer;
  readonly #wanted: Wanted;
  readonly #run: RunFile | null;
  readonly #progress: Progress;
  readonly #preview: PreviewFile | null;
  readonly #reasons: Partial<Record<Reason, number>> = {};
  readonly #shown: ShownRow[] = [];
  readonly #shownBy: Record<PlannedRow['verdict'], number> = { create: 0, update: 0, same: 0, conflict: 0, left: 0 };
  readonly #missing = new Map<string, MissingColumn>();
  readonly #failures: (WriteFailure & { readonly row: number })[] = [];
  readonly #sizes: typeof SIZES;
  #counts: Counts;
  #errors = 0;
  #warnings = 0;
  #batch = 0;
  #through = 0;
  #operations: Operation[] = [];
  #rowsInBatch = 0;

  constructor(
    options: ImportOptions,
    parts: {
      readonly columns: ImportColumns;
      readonly repeats: Repeats;
      readonly team: Team;
      readonly viewer: Viewer;
      readonly run: RunFile | null;
      readonly records: number;
      readonly preview: PreviewFile | null;
      readonly done: { readonly batches: number; readonly through: number; readonly counts: Counts };
    },
  ) {
    this.#options = options;
    this.#sizes = options.sizes ?? SIZES;
    this.#columns = parts.columns;
    this.#repeats = parts.repeats;
    this.#team = parts.team;
    this.#viewer = parts.viewer;
    this.#run = parts.run;
    this.#preview = parts.preview;
    this.#wanted = wantedOf(options.object, parts.columns);
    this.#progress = new Progress(parts.records, options.tell);
    this.#batch = parts.done.batches;
    this.#through = parts.done.through;
    this.#counts = parts.done.counts;
  }

  #decisionOf(row: number): Decision | undefined {
    return this.#options.decisions.get(row);
  }

  /** What the check has to say of rows, by row. */
  #judge(records: readonly RawRecord[], planned: readonly PlannedRow[]): ReadonlyMap<number, RowRemarks['problems']> {
    const { object, stage, today, language } = this.#options;
    const problems = new Map<number, RowRemarks['problems']>();
    for (const [isNew, some] of Map.groupBy(planned, ({ verdict }) => verdict === 'create')) {
      const rows = new Set(some.map(({ row }) => row.row));
      const contents = { columns: [], records: records.filter(({ row }) => rows.has(row)), faults: [], notes: [] };
      const parsed = some.map(({ row }) => row.parsed);
      const report = checkRecords(contents, this.#columns, parsed, { object, stage, today, language });
      const nowhere = new Set(isNew ? report.missingColumns.map(({ tag }) => tag) : []);
      for (const column of isNew ? report.missingColumns : []) {
        const known = this.#missing.get(column.tag)?.records ?? 0;
        this.#missing.set(column.tag, { ...column, records: known + column.records });
      }
      for (const record of report.records) {
        const told = record.problems.filter(({ code, tag }) => {
          if (TOLD_OTHERWISE.has(code)) return false;
          // What the file does not say the workspace may hold.
          return code !== 'REQUIRED_MISSING' || (isNew && !nowhere.has(tag));
        });
        problems.set(record.row, told);
      }
    }
    return problems;
  }

  #plan(records: readonly RawRecord[], planned: readonly PlannedRow[]): readonly PlannedRow[] {
    const problems = this.#judge(records, planned);
    return planned.map((one) => {
      const told = problems.get(one.row.row) ?? [];
      const isWrong = told.some(({ severity, code }) => severity === 'ERROR' && code !== 'REQUIRED_MISSING');
      for (const { severity, code } of told) {
        if (severity === 'WARNING') this.#warnings += 1;
        else if (code !== 'REQUIRED_MISSING') this.#errors += 1;
      }
      const isLeft = this.#options.strict && isWrong && (one.verdict === 'create' || one.verdict === 'update');
      const judged: PlannedRow = isLeft ? { ...one, verdict: 'left', reason: 'STRICT', operations: [] } : one;
      this.#show(judged, told);
      return judged;
    });
  }

  readonly #rows: ShownRow[] = [];

  #show(planned: PlannedRow, problems: RowRemarks['problems']): void {
    const { verdict, row } = planned;
    const sameAs =
      planned.reason === 'REPEATED' || planned.reason === 'MAIL_REPEATED' || planned.reason === 'SAME_ROW'
        ? (this.#repeats.of(row)?.other ?? null)
        : null;
    const isShown = this.#shownBy[verdict] < MOST_SHOWN[verdict];
    if (!isShown && !this.#preview) return;
    const shown = previewOf(planned, { problems, sameAs }, this.#viewer);
    if (isShown) {
      this.#shownBy[verdict] += 1;
      this.#shown.push(shown);
    }
    if (this.#preview) this.#rows.push(shown);
  }

  /** Plans some rows, of which the workspace is asked at once. */
  async #window(records: readonly RawRecord[]): Promise<void> {
    const { client, object, decisions } = this.#options;
    const read = records.map((record) => readRow(object, this.#columns, record));
    const side = await readWorkspace(client, this.#wanted, read, decisions);
    const context = { object, run: this.#run?.head.run ?? 'preview', side, team: this.#team };
    const planned = read.map((row): PlannedRow => {
      const decision = this.#decisionOf(row.row);
      const repeat = decision === undefined ? this.#repeats.of(row) : null;
      const nothing = { row, id: null, candidates: [], changes: [], operations: [], unlinked: [] };
      if (!repeat) return planRow(context, row, decision);
      return { ...nothing, verdict: repeat.reason === 'SAME_ROW' ? 'same' : 'conflict', reason: repeat.reason };
    });
    for (const one of this.#plan(records, planned)) {
      this.#counts = plus(this.#counts, one.verdict);
      if (one.reason !== null) this.#reasons[one.reason] = (this.#reasons[one.reason] ?? 0) + 1;
      this.#through = one.row.row;
      if (one.operations.length === 0) continue;
      this.#operations.push(...one.operations);
      this.#rowsInBatch += 1;
      if (this.#rowsInBatch === this.#sizes.batch) await this.#flush();
    }
    await this.#preview?.add(this.#rows);
    this.#rows.length = 0;
    this.#progress.add(records.length);
  }

  async #flush(): Promise<void> {
    const operations = this.#operations;
    this.#operations = [];
    this.#rowsInBatch = 0;
    if (!this.#run || operations.length === 0) return;
    this.#batch += 1;
    await this.#run.begin(this.#batch, this.#through, this.#counts, operations);
    await this.#write(this.#batch, operations);
  }

  async #write(batch: number, operations: readonly Operation[]): Promise<void> {
    const failures = await writeOperations(this.#options.client, operations);
    const rows = new Map(operations.map(({ id, row }) => [id, row]));
    for (const failure of failures) {
      if (this.#failures.length < MOST_FAILURES) this.#failures.push({ ...failure, row: rows.get(failure.id) ?? 0 });
    }
    await this.#run?.done(
      batch,
      failures.map(({ id }) => id),
    );
  }

  /** Finishes the batch that was being written when the run was cut off. */
  async finish(): Promise<void> {
    if (!this.#run) return;
    for await (const { batch, operations } of this.#run.batches(this.#batch)) {
      const { open, touched } = await stillToWrite(this.#options.client, operations);
      for (const { object, id, row } of touched) {
        const reason: Reason = 'WRITTEN_SINCE';
        this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1;
        this.#failures.push({ object, id, row, code: reason, reason: 'somebody has written it since' });
      }
      await this.#write(batch, open);
    }
  }

  async run(): Promise<
    Pick<ImportReport, 'counts' | 'reasons' | 'errors' | 'warnings' | 'missingColumns' | 'rows' | 'failures'>
  > {
    const done = this.#through;
    let window: RawRecord[] = [];
    for await (const { records } of this.#options.file.pieces()) {
      for (const record of records) {
        if (record.row <= done) {
          this.#progress.add(1);
          continue;
        }
        window.push(record);
        if (window.length < this.#sizes.window) continue;
        await this.#window(window);
        window = [];
      }
    }
    if (window.length > 0) await this.#window(window);
    await this.#flush();
    await this.#run?.end(this.#counts);
    return {
      counts: this.#counts,
      reasons: this.#reasons,
      errors: this.#errors,
      warnings: this.#warnings,
      missingColumns: [...this.#missing.values()],
      rows: this.#shown,
      failures: this.#failures,
    };
  }
}

/** Keeps two imports from writing at once: each would take what the other makes for somebody's. */
const lockRuns = async (folder: string): Promise<() => Promise<void>> =>
  lockPlaces(await openPlaces([folder]), 'import');

/** The run of a file, begun or gone on with; null where nothing is to be written. */
const openRun = async (options: ImportOptions, columns: ImportColumns) => {
  const { object, file, workspace, version, runs, secrets, now, isApplied } = options;
  const none = { batches: 0, through: 0, counts: NO_COUNTS };
  if (!isApplied) return { run: null, done: none, isOpen: false, isResumed: false };
  const same = { object, digest: file.digest, options: optionsKey(options, columns), workspace };
  const found = await unfinishedRun(runs, same);
  if (found) {
    const { state } = found;
    const run = await RunFile.open(found.file, state.head, secrets);
    const done = { batches: state.batches, through: state.through, counts: state.counts };
    return { run, done, isOpen: state.open, isResumed: true };
  }
  const head = { ...same, run: runId(object, now()), file: file.name, version, startedAt: now().toISOString() };
  return { run: await RunFile.begin(runs, head, secrets), done: none, isOpen: false, isResumed: false };
};

const sensitiveOf = (columns: ImportColumns): readonly Tag[] =>
  [...columns.columns.values()].map(({ tag }) => tag).filter(({ sensitive }) => sensitive);

/**
 * Imports a file: reads and judges it as the check does, finds the records it is of, and writes what is new or differs.
 * Without `isApplied` nothing is written. Called again after it was cut off, it goes on where it was.
 * @throws UsageError for what cannot be imported, TwentyError where Twenty cannot be reached
 */
export const importRecords = async (options: ImportOptions): Promise<ImportReport> => {
  const { file, survey, object, client, map, isApplied, tell } = options;
  const began = performance.now();
  const { sample, records } = survey;
  const planned = importColumns(object, sample, map);
  const faults = [...sample.faults, ...planned.faults];
  const doubled = faults.find(({ code }) => code === 'DUPLICATE_COLUMN');
  if (isApplied && doubled)
    throw new UsageError(`${file.name}: ${doubled.message}; take one of them out, or tell them apart by --map`);
  if (!tagsOf(object).some((tag) => [...planned.columns.values()].some((column) => column.tag === tag))) {
    throw new UsageError(`${file.name} has no column that is known; say what they are by --map COLUMN=TAG`);
  }
  if (isApplied && !(await mayEdit(client, object))) {
    throw new UsageError("The key's role may not write the tags; give it a key that may");
  }
  const { columns, hidden } = await withoutHidden(client, planned);
  const notes: FileNote[] = [
    ...sample.notes,
    ...columns.notes,
    ...hidden.map((name) => ({
      code: 'SPARE_COLUMN' as const,
      line: null,
      message: `column "${name}" was left out: the key may not read what it holds, so nothing is written over it`,
    })),
  ];
  const repeats = await findRepeats(file, object, columns);
  const team = await readTeam(client, object);
  const release = isApplied ? await lockRuns(options.runs) : null;
  const preview = options.preview === null ? null : await PreviewFile.create(options.preview);
  try {
    const { run, done, isOpen, isResumed } = await openRun(options, columns);
    if (isResumed) tell(`Going on with ${run?.head.run} behind row ${done.through}`);
    if (isApplied)
      tell(`${records.toLocaleString('en')} records: about ${timeOf(records * CALLS_A_ROW)} at the pace of API keys`);
    const seesSensitive = options.reveals && hidden.length === 0 && sensitiveOf(columns).length > 0;
    const viewer = { language: options.language, seesSensitive };
    const importing = new Importing(options, { columns, repeats, team, viewer, run, records, preview, done });
    if (isOpen) await importing.finish();
    const result = await importing.run();
    return {
      run: run?.head.run ?? null,
      isApplied,
      isResumed,
      layout: columns.layout?.name ?? null,
      columns: Object.fromEntries(
        [...columns.columns].map(([name, { tag, part }]) => [name, part ? `${tag.name}.${part}` : tag.name]),
      ),
      leftOut: columns.leftOut,
      records,
      ...result,
      faults,
      notes,
      calls: client.calls(),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await preview?.close();
    await release?.();
  }
};

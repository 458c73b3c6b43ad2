import { createHash } from 'node:crypto';
import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import { mayEdit, mayRead } from '../../../workflows/gateway/caller.ts';
import { Progress, timeOf } from '../backup/progress.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import type { FileFault, FileNote, RawRecord } from '../check/file-contents.ts';
import type { ColumnMap } from '../check/plan-columns.ts';
import { readListTerms } from '../check/read-terms.ts';
import { UsageError } from '../output.ts';
import { type ImportColumns, importColumns, placeOf } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import { isWrong, type JudgeOptions, judgeRows, type RowProblems } from './judge-rows.ts';
import type { Decision } from './match-row.ts';
import { fieldSelection, type Operation } from './operations.ts';
import { type PlannedRow, planRow, unwritten } from './plan-row.ts';
import { PreviewFile } from './preview-file.ts';
import { type Row, readRow } from './read-row.ts';
import { REASONS } from './reasons.ts';
import type { Repeats } from './repeats.ts';
import { type Counts, lockRuns, NO_COUNTS, RunFile, type Secrets, unfinishedRun } from './run-file.ts';
import { findRepeats, type Survey } from './survey-file.ts';
import { Tally, type Told } from './tally.ts';
import { readTeam, readWorkspace, type Team, type Wanted, type WorkspaceSide } from './workspace-side.ts';
import { stillToWrite, writeOperations } from './write-operations.ts';

export interface ImportOptions extends JudgeOptions {
  readonly file: ImportFile;
  /** What the file is: {@link surveyFile}. */
  readonly survey: Survey;
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

export interface ImportReport extends Told {
  /** Null where nothing was written. */
  readonly run: string | null;
  readonly isApplied: boolean;
  readonly isResumed: boolean;
  readonly layout: string | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
  readonly records: number;
  readonly faults: readonly FileFault[];
  readonly notes: readonly FileNote[];
  readonly calls: number;
  readonly seconds: number;
}

const SIZES = { window: 1_000, batch: 200 };
/** Calls a row, as far as it can be said before. */
const CALLS_A_ROW = 0.017;

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
    if (!place) continue;
    // With a list comes the term it may name.
    const more = tag.termIn ? [`${tag.termIn}Id`] : [];
    const known = fields.get(place.object) ?? [];
    fields.set(place.object, [...new Set([...known, place.field, ...more])]);
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

/** How far a run that is gone on with had come. */
interface Done {
  readonly batches: number;
  /** The last row whose fate is settled. */
  readonly through: number;
  readonly counts: Counts;
}

const NOT_BEGUN: Done = { batches: 0, through: 0, counts: NO_COUNTS };

/** Brings a file into a workspace, or shows what that would do. */
class Importing {
  readonly #options: ImportOptions;
  readonly #columns: ImportColumns;
  readonly #repeats: Repeats;
  readonly #team: Team;
  readonly #wanted: Wanted;
  readonly #run: RunFile | null;
  readonly #tally: Tally;
  readonly #progress: Progress;
  readonly #sizes: typeof SIZES;
  #batches: number;
  #through: number;
  /** Records here that rows of the file are of. */
  readonly #found = new Set<string>();
  /** Rows that wait to be written. */
  #waiting: PlannedRow[] = [];

  constructor(
    options: ImportOptions,
    parts: {
      readonly columns: ImportColumns;
      readonly wanted: Wanted;
      readonly repeats: Repeats;
      readonly team: Team;
      readonly tally: Tally;
      readonly run: RunFile | null;
      readonly done: Done;
    },
  ) {
    this.#options = options;
    this.#sizes = options.sizes ?? SIZES;
    this.#columns = parts.columns;
    this.#repeats = parts.repeats;
    this.#team = parts.team;
    this.#tally = parts.tally;
    this.#run = parts.run;
    this.#wanted = parts.wanted;
    this.#progress = new Progress(options.survey.records, options.tell);
    this.#batches = parts.done.batches;
    this.#through = parts.done.through;
  }

  /** What becomes of a row; of several rows of one record it is decided without asking the workspace. */
  #planOf(row: Row, side: WorkspaceSide): PlannedRow {
    const { object, decisions } = this.#options;
    const decision = decisions.get(row.row);
    const repeat = decision === undefined ? this.#repeats.of(row) : null;
    const context = {
      object,
      run: this.#run?.head.run ?? 'preview',
      side,
      team: this.#team,
      terms: this.#columns.terms,
    };
    if (!repeat) return planRow(context, row, decision);
    const verdict = repeat.reason === 'SAME_ROW' ? 'same' : 'conflict';
    return { ...unwritten(row, repeat.reason), verdict };
  }

  /** Of two rows that turn out to be of one record, though no key of theirs is the same, the later is for people to decide. */
  #once(planned: PlannedRow): PlannedRow {
    const { row, id, verdict } = planned;
    if (id === null || (verdict !== 'update' && verdict !== 'same')) return planned;
    if (this.#found.has(id) && !this.#options.decisions.has(row.row)) {
      return { ...unwritten(row, 'TWICE'), verdict: 'conflict', candidates: [id] };
    }
    this.#found.add(id);
    return planned;
  }

  /** Plans some rows, of which the workspace is asked at once. */
  async #window(records: readonly RawRecord[]): Promise<void> {
    const { client, object, decisions, strict } = this.#options;
    const rows = records.map((record) => readRow(object, this.#columns, record));
    const side = await readWorkspace(client, this.#wanted, rows, decisions);
    const planned = rows.map((row) => this.#once(this.#planOf(row, side)));
    const { problems, missingColumns } = judgeRows(records, this.#columns, planned, this.#options);
    this.#tally.missing(missingColumns);
    for (const one of planned) {
      const { row, operations } = one;
      const told = problems.get(row.row) ?? [];
      const isLeft = strict && operations.length > 0 && told.some(isWrong);
      await this.#take(isLeft ? { ...unwritten(row, 'STRICT'), verdict: 'left' } : one, told);
    }
    await this.#tally.writePreview();
    this.#progress.add(records.length);
  }

  async #take(planned: PlannedRow, problems: RowProblems): Promise<void> {
    const { row, reason, operations } = planned;
    const isRepeated = reason === 'REPEATED' || reason === 'MAIL_REPEATED' || reason === 'SAME_ROW';
    this.#tally.row(planned, problems, isRepeated ? (this.#repeats.of(row)?.other ?? null) : null);
    this.#through = row.row;
    if (operations.length === 0 || !this.#run) return;
    this.#waiting.push(planned);
    if (this.#waiting.length === this.#sizes.batch) await this.#flush(this.#run);
  }

  async #flush(run: RunFile): Promise<void> {
    const operations = this.#waiting.flatMap((planned) => planned.operations);
    this.#waiting = [];
    if (operations.length === 0) return;
    this.#batches += 1;
    await run.begin(this.#batches, this.#through, this.#tally.counts, operations);
    await this.#write(run, this.#batches, operations);
  }

  async #write(run: RunFile, batch: number, operations: readonly Operation[]): Promise<void> {
    const failures = await writeOperations(this.#options.client, operations);
    const rows = new Map(operations.map(({ id, row }) => [id, row]));
    for (const failure of failures) this.#tally.failure({ ...failure, row: rows.get(failure.id) ?? 0 });
    await run.done(
      batch,
      failures.map(({ id }) => id),
    );
  }

  /** Takes up what was done before the run was cut off, and finishes the batch that was being written then. */
  async takeUp(): Promise<void> {
    if (!this.#run) return;
    for await (const { batch, operations, failed } of this.#run.batches()) {
      for (const { id, isNew } of operations) if (!isNew) this.#found.add(id);
      if (failed !== null) continue;
      const { open, touched } = await stillToWrite(this.#options.client, operations);
      for (const { object, id, row } of touched) {
        this.#tally.reason('WRITTEN_SINCE');
        this.#tally.failure({ object, id, row, code: 'WRITTEN_SINCE', reason: REASONS.WRITTEN_SINCE });
      }
      await this.#write(this.#run, batch, open);
    }
  }

  /** Goes through the rows that are not done yet. */
  async go(): Promise<void> {
    const done = this.#through;
    let window: RawRecord[] = [];
    for await (const { records } of this.#options.file.pieces()) {
      for (const record of records) {
        if (record.row <= done) this.#progress.add(1);
        else window.push(record);
        if (window.length < this.#sizes.window) continue;
        await this.#window(window);
        window = [];
      }
    }
    if (window.length > 0) await this.#window(window);
    if (!this.#run) return;
    await this.#flush(this.#run);
    await this.#run.end(this.#tally.counts);
  }
}

/** The run of a file, begun or gone on with. */
const openRun = async (options: ImportOptions, columns: ImportColumns) => {
  const { object, file, workspace, version, runs, secrets, now } = options;
  const same = { object, digest: file.digest, options: optionsKey(options, columns), workspace };
  const found = await unfinishedRun(runs, same);
  if (found) {
    const { state } = found;
    const run = await RunFile.open(found.file, state.head, secrets);
    return { run, done: state, isResumed: true };
  }
  const head = { ...same, run: runId(object, now()), file: file.name, version, startedAt: now().toISOString() };
  return { run: await RunFile.begin(runs, head, secrets), done: NOT_BEGUN, isResumed: false };
};

/** What the columns are, where the file can be imported at all. @throws UsageError where it cannot */
const columnsOf = async (options: ImportOptions) => {
  const { file, survey, object, client, map, isApplied } = options;
  const planned = importColumns(object, survey.sample, map, await readListTerms(client));
  const doubled = [...survey.sample.faults, ...planned.faults].find(({ code }) => code === 'DUPLICATE_COLUMN');
  if (isApplied && doubled) {
    throw new UsageError(`${file.name}: ${doubled.message}; take one of them out, or tell them apart by --map`);
  }
  if (planned.columns.size === 0) {
    throw new UsageError(`${file.name} has no column that is known; say what they are by --map COLUMN=TAG`);
  }
  if (isApplied && !(await mayEdit(client, object))) {
    throw new UsageError("The key's role may not write the tags; give it a key that may");
  }
  return withoutHidden(client, planned);
};

const hiddenNote = (name: string): FileNote => ({
  code: 'SPARE_COLUMN',
  line: null,
  message: `column "${name}" was left out: the key may not read what it holds, so nothing is written over it`,
});

/**
 * Imports a file: reads and judges it as the check does, finds the records it is of, and writes what is new or differs.
 * Without `isApplied` nothing is written. Called again after it was cut off, it goes on where it was.
 * @throws UsageError for what cannot be imported, TwentyError where Twenty cannot be reached
 */
export const importRecords = async (options: ImportOptions): Promise<ImportReport> => {
  const { file, survey, object, client, isApplied, reveals, language, tell } = options;
  const began = performance.now();
  const { columns, hidden } = await columnsOf(options);
  const repeats = await findRepeats(file, object, columns);
  const wanted = wantedOf(object, columns);
  const team = await readTeam(client, wanted);
  const release = isApplied ? await lockRuns(options.runs) : null;
  const preview = options.preview === null ? null : await PreviewFile.create(options.preview);
  try {
    const { run, done, isResumed } = isApplied
      ? await openRun(options, columns)
      : { run: null, done: NOT_BEGUN, isResumed: false };
    if (isResumed) tell(`Going on with ${run?.head.run} behind row ${done.through}`);
    if (isApplied) {
      const rows = survey.records.toLocaleString('en');
      tell(`${rows} records: about ${timeOf(survey.records * CALLS_A_ROW)} at the pace of API keys`);
    }
    // Of columns it may not read nothing is left, so whoever asks sees what is left.
    const tally = new Tally({ language, seesSensitive: reveals }, preview, done.counts);
    const importing = new Importing(options, { columns, wanted, repeats, team, tally, run, done });
    if (isResumed) await importing.takeUp();
    await importing.go();
    const names = [...columns.columns].map(([name, { tag, part }]) => [name, part ? `${tag.name}.${part}` : tag.name]);
    return {
      run: run?.head.run ?? null,
      isApplied,
      isResumed,
      layout: columns.layout?.name ?? null,
      columns: Object.fromEntries(names),
      leftOut: columns.leftOut,
      records: survey.records,
      ...tally.told(),
      faults: [...survey.sample.faults, ...columns.faults],
      notes: [...survey.sample.notes, ...columns.notes, ...hidden.map(hiddenNote)],
      calls: client.calls(),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await preview?.close();
    await release?.();
  }
};

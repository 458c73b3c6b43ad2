import { objectEntry } from '../../objects/taxonomy/objects.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { type ListQuery, readLists } from '../gateway/read.ts';
import { reportFailures } from '../gateway/report.ts';
import { upsertRecords, type WriteFailure } from '../gateway/write.ts';
import { MOST_REFUSED, REFUSED_KEY } from '../health/facts.ts';
import { phrase } from '../messages/phrase.ts';
import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';

/** A sweep as its row in the workspace tells of it. Instants in ISO 8601. */
export interface SweepRow {
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly cursor: string | null;
  readonly judged: number;
  readonly written: number;
  readonly failures: number;
}

/** What people call a sweep: by its kind, and a part of one also by its object. */
const sweepName = (key: string, language: Language): string => {
  const [kind, object] = key.split('/');
  const name = phrase(kind === 'hourly' ? 'sweep.hourly' : 'sweep.full', language);
  return object ? phrase('sweep.part', language, { sweep: name, object: objectEntry(object).label[language] }) : name;
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The rows of all sweeps, and of what else stands in their register; those in the trash too, for {@link memoryKeyIn}. */
export const sweepRows: ListQuery = {
  object: 'tagSweep',
  filter: LIVE_OR_DELETED,
  selection: 'id key name createdAt startedAt finishedAt cursor judged written failures deletedAt',
};

/** The rows of all sweeps by their key. */
export class SweepLog {
  readonly #client: TwentyClient;
  readonly #language: Language;
  readonly #rows: Map<string, TwentyRecord>;
  readonly #refused = new Map<string, WriteFailure>();

  /** @param rows what {@link sweepRows} found; those it writes are named in the language */
  constructor(client: TwentyClient, language: Language, rows: readonly TwentyRecord[]) {
    this.#client = client;
    this.#language = language;
    this.#rows = new Map(rows.flatMap((row) => (text(row.deletedAt) ? [] : [[String(row.key), row]])));
  }

  /** Reads the rows: one request. */
  static async read(client: TwentyClient, language: Language): Promise<SweepLog> {
    const [rows = []] = await readLists(client, [sweepRows]);
    return new SweepLog(client, language, rows);
  }

  row(key: string): SweepRow {
    const row = this.#rows.get(key);
    return {
      startedAt: text(row?.startedAt),
      finishedAt: text(row?.finishedAt),
      cursor: text(row?.cursor),
      judged: count(row?.judged),
      written: count(row?.written),
      failures: count(row?.failures),
    };
  }

  rows(keys: readonly string[]): readonly SweepRow[] {
    return keys.map((key) => this.row(key));
  }

  /** What Twenty would not take in this run; it is noted with the sweep's row. */
  refuse(failures: readonly WriteFailure[]): void {
    for (const failure of failures) this.#refused.set(`${REFUSED_KEY}${failure.id}`, failure);
  }

  /**
   * Writes what changed of a sweep's row, and how often each record was refused; nothing when nothing did. With `since`,
   * when a sweep of all records began, the refusals of those that it could write are forgotten.
   */
  async note(key: string, row: SweepRow, since: string | null = null): Promise<void> {
    const at = new Date().toISOString();
    const wanted = [
      { ...row, key, name: sweepName(key, this.#language) },
      ...this.#refusals(at),
      ...(since === null ? [] : this.#takenSince(since)),
    ];
    const rows = wanted.map((one) => ({
      one,
      stored: this.#rows.get(one.key) ?? { id: recordId(`sweep:${one.key}`) },
    }));
    const patches = rows.flatMap(({ one, stored }) => differenceOf(stored, one) ?? []);
    if (patches.length === 0) return;
    reportFailures((await upsertRecords(this.#client, 'tagSweep', patches)).failures);
    for (const { one, stored } of rows) this.#rows.set(one.key, { ...stored, ...one });
    this.#refused.clear();
  }

  /** A row for each refused record, which counts the sweeps that could not write it. */
  #refusals(at: string) {
    return [...this.#refused].slice(0, MOST_REFUSED).map(([key, { object, id, code, reason }]) => {
      const { startedAt, failures } = this.row(key);
      const name = `${object} ${id} (${code}): ${reason}`;
      return { key, name, startedAt: startedAt ?? at, finishedAt: at, failures: failures + 1 };
    });
  }

  #takenSince(since: string) {
    return [...this.#rows.keys()]
      .filter((key) => key.startsWith(REFUSED_KEY) && !this.#refused.has(key))
      .map((key) => ({ key, ...this.row(key) }))
      .filter(({ failures, finishedAt }) => failures > 0 && Date.parse(finishedAt ?? since) < Date.parse(since))
      .map(({ key }) => ({ key, startedAt: null, failures: 0 }));
  }
}

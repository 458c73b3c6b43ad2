import { objectEntry } from '../../objects/taxonomy/objects.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from '../../plugin/gateway/client.ts';
import { readLists } from '../../plugin/gateway/read.ts';
import { upsertRecords } from '../../plugin/gateway/write.ts';
import { reportFailures } from '../hooks/follow-scope.ts';
import { phrase } from '../messages/phrase.ts';
import { differenceOf } from '../pipeline/difference.ts';
import type { TwentyRecord } from '../pipeline/record-change.ts';
import { recordId } from '../pipeline/record-id.ts';

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

/** The rows of all sweeps by their key: one request. */
export class SweepLog {
  readonly #client: TwentyClient;
  readonly #language: Language;
  readonly #rows: Map<string, TwentyRecord>;

  private constructor(client: TwentyClient, language: Language, rows: readonly TwentyRecord[]) {
    this.#client = client;
    this.#language = language;
    this.#rows = new Map(rows.map((row) => [String(row.key), row]));
  }

  /** Reads the rows; those it writes are named in the language. */
  static async read(client: TwentyClient, language: Language): Promise<SweepLog> {
    const selection = 'id key name startedAt finishedAt cursor judged written failures';
    const [rows = []] = await readLists(client, [{ object: 'tagSweep', filter: {}, selection }]);
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

  /** Writes what changed of a sweep's row; nothing when nothing did. */
  async note(key: string, row: SweepRow): Promise<void> {
    const stored = this.#rows.get(key) ?? { id: recordId(`sweep:${key}`) };
    const patch = differenceOf(stored, { ...row, key, name: sweepName(key, this.#language) });
    if (!patch) return;
    const { failures } = await upsertRecords(this.#client, 'tagSweep', [patch]);
    reportFailures(failures);
    this.#rows.set(key, { ...stored, ...patch.fields });
  }
}

import type { TwentyClient } from '../../plugin/gateway/client.ts';
import { readLists } from '../../plugin/gateway/read.ts';
import { upsertRecords } from '../../plugin/gateway/write.ts';
import { reportFailures } from '../hooks/follow-scope.ts';
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

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The rows of all sweeps by their key: one request. */
export class SweepLog {
  readonly #client: TwentyClient;
  readonly #rows: Map<string, TwentyRecord>;

  private constructor(client: TwentyClient, rows: readonly TwentyRecord[]) {
    this.#client = client;
    this.#rows = new Map(rows.map((row) => [String(row.key), row]));
  }

  static async read(client: TwentyClient): Promise<SweepLog> {
    const selection = 'id key name startedAt finishedAt cursor judged written failures';
    const [rows = []] = await readLists(client, [{ object: 'tagSweep', filter: {}, selection }]);
    return new SweepLog(client, rows);
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
  async note(key: string, name: string, row: SweepRow): Promise<void> {
    const stored = this.#rows.get(key) ?? { id: recordId(`sweep:${key}`) };
    const patch = differenceOf(stored, { ...row, key, name });
    if (!patch) return;
    const { failures } = await upsertRecords(this.#client, 'tagSweep', [patch]);
    reportFailures(failures);
    this.#rows.set(key, { ...stored, ...patch.fields });
  }
}

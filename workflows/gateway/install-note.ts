import { INSTALL_KEY } from '../health/facts.ts';
import { recordId } from '../run/record-id.ts';
import type { TwentyClient } from './client.ts';
import { readLists } from './read.ts';
import { upsertRecords, type WriteResult } from './write.ts';

/** What the application writes down of its installations, beside its sweeps. Instants in ISO 8601. */
export interface InstallNote {
  /** The version that was settled last, or began to be. */
  readonly version: string;
  /** Null while the first installation has not been settled to its end. */
  readonly finishedAt: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Reads what the last installation wrote down; null when none did.
 * @throws TwentyError when Twenty refuses or cannot be reached, and before the first installation has made the object
 */
export const readInstallNote = async (client: TwentyClient): Promise<InstallNote | null> => {
  const [[row] = []] = await readLists(client, [
    { object: 'tagSweep', filter: { key: { eq: INSTALL_KEY } }, selection: 'id version finishedAt' },
  ]);
  return row ? { version: text(row.version) ?? '', finishedAt: text(row.finishedAt) } : null;
};

/** Writes down that an installation begins or is settled. */
export const writeInstallNote = (
  client: TwentyClient,
  fields: InstallNote & { readonly name: string; readonly startedAt: string },
): Promise<WriteResult> =>
  upsertRecords(client, 'tagSweep', [
    { id: recordId(`tagSweep:${INSTALL_KEY}`), fields: { key: INSTALL_KEY, ...fields } },
  ]);

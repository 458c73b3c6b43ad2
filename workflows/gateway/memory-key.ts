import { bytesToHex } from '@noble/hashes/utils.js';
import { AGREEMENTS_KEY, MEMORY_KEY } from '../health/facts.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { LIVE_OR_DELETED } from './live-or-deleted.ts';
import { type ListQuery, readLists } from './read.ts';

/**
 * Where the key stands with which sensitive tags are remembered: a row of the register of sweeps, which only those see
 * who may see sensitive tags (plugin/roles/role-table.ts; a test holds it). One in the trash still is the key: its place
 * in the unique index is taken, and with another all would look changed.
 */
export const memoryKeyQuery: ListQuery = {
  object: 'tagSweep',
  filter: { and: [{ key: { in: [MEMORY_KEY, AGREEMENTS_KEY] } }, LIVE_OR_DELETED] },
  selection: 'id key cursor createdAt startedAt',
};

const keyRow = (rows: readonly TwentyRecord[] = []): TwentyRecord | undefined =>
  rows.find(({ key }) => key === MEMORY_KEY);

/** The key among rows of the register; empty when there is none yet. */
export const memoryKeyIn = (rows?: readonly TwentyRecord[]): string => {
  const cursor = keyRow(rows)?.cursor;
  return typeof cursor === 'string' ? cursor : '';
};

/** When the application came into the workspace: the key is its oldest row. Null before there is one. ISO 8601. */
export const installedAtIn = (rows?: readonly TwentyRecord[]): string | null => {
  const createdAt = keyRow(rows)?.createdAt;
  return typeof createdAt === 'string' ? createdAt : null;
};

/** When agreements were introduced, as the installation noted it in the same register; null where it did not. ISO 8601. */
export const agreementsSinceIn = (rows: readonly TwentyRecord[] = []): string | null => {
  const startedAt = rows.find(({ key }) => key === AGREEMENTS_KEY)?.startedAt;
  return typeof startedAt === 'string' ? startedAt : null;
};

/**
 * Makes the key of a workspace that has none. It is created, never written over: of two runs that make one at the same
 * time the second is refused and takes the first one's.
 * @throws TwentyError when there is none after all
 */
export const makeMemoryKey = async (client: TwentyClient): Promise<string> => {
  const made = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  let refusal: unknown;
  try {
    await client.request('mutation KeepKey($d:TagSweepCreateInput!){createTagSweep(data:$d){id}}', {
      d: { key: MEMORY_KEY, name: MEMORY_KEY, cursor: made },
    });
  } catch (error) {
    if (!(error instanceof TwentyError) || error.isTransient) throw error;
    refusal = error;
  }
  const [rows = []] = await readLists(client, [memoryKeyQuery]);
  const key = memoryKeyIn(rows);
  if (key === '') throw refusal ?? new Error('The key of the memory was not kept');
  return key;
};

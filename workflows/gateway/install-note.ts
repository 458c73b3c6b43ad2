import { AGREEMENTS_KEY, INSTALL_KEY } from '../health/facts.ts';
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
  /** When confidentiality agreements were introduced; null where that is not written down. */
  readonly agreementsSince: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Reads what the last installation wrote down; null when none did.
 * @throws TwentyError when Twenty refuses or cannot be reached, and before the first installation has made the object
 */
export const readInstallNote = async (client: TwentyClient): Promise<InstallNote | null> => {
  const [rows = []] = await readLists(client, [
    {
      object: 'tagSweep',
      filter: { key: { in: [INSTALL_KEY, AGREEMENTS_KEY] } },
      selection: 'id key version startedAt finishedAt',
    },
  ]);
  const row = rows.find(({ key }) => key === INSTALL_KEY);
  const agreements = rows.find(({ key }) => key === AGREEMENTS_KEY);
  if (!row && !agreements) return null;
  return {
    version: text(row?.version) ?? '',
    finishedAt: text(row?.finishedAt),
    agreementsSince: text(agreements?.startedAt),
  };
};

/** Writes down that an installation begins or is settled. */
export const writeInstallNote = (
  client: TwentyClient,
  fields: Omit<InstallNote, 'agreementsSince'> & { readonly name: string; readonly startedAt: string },
): Promise<WriteResult> =>
  upsertRecords(client, 'tagSweep', [
    { id: recordId(`tagSweep:${INSTALL_KEY}`), fields: { key: INSTALL_KEY, ...fields } },
  ]);

/** Writes down since when agreements are asked for: the days to sign them count from then on. */
export const writeAgreementsNote = (client: TwentyClient, name: string, startedAt: string): Promise<WriteResult> =>
  upsertRecords(client, 'tagSweep', [
    { id: recordId(`tagSweep:${AGREEMENTS_KEY}`), fields: { key: AGREEMENTS_KEY, name, startedAt } },
  ]);

import { BACKED_UP, fieldsKept } from '../../../workflows/backup/backed-up.ts';
import { differingFields, isSameValue } from '../../../workflows/backup/judge-record.ts';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import { PAGE_SIZE } from '../../../workflows/gateway/read.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { recordsOf } from './chain-records.ts';
import { countEach, Pages, scopeOf, selectionOf } from './read-pages.ts';
import type { ProvenChain } from './verify-chain.ts';

/** A record that is not as the backup has it; never its values. */
export interface Difference {
  readonly object: string;
  readonly id: string;
  /** Fields that differ; empty where the record is missing. */
  readonly fields: readonly string[];
}

export interface Comparison {
  readonly records: number;
  readonly differences: readonly Difference[];
  /** Records of the workspace that the backup does not have. */
  readonly others: number;
}

/** What Twenty keeps of each record itself, and a restore brings back. */
const STAMPS = ['createdAt', 'createdBy'] as const;

const differenceOf = (
  object: (typeof BACKED_UP)[number],
  isEncrypted: boolean,
  kept: TwentyRecord,
  now: TwentyRecord | undefined,
): readonly string[] | null => {
  if (!now) return [];
  const fields = [
    ...differingFields(fieldsKept(object, isEncrypted), kept, now).map(({ column }) => column),
    ...STAMPS.filter((stamp) => !isSameValue(kept[stamp], now[stamp])),
    ...(Boolean(kept.deletedAt) === Boolean(now.deletedAt) ? [] : ['deletedAt']),
  ];
  return fields.length > 0 ? fields : null;
};

/** Compares every record of a chain with the workspace, field by field. */
export const compareWorkspace = async (chain: ProvenChain, client: RecordsClient): Promise<Comparison> => {
  const isEncrypted = chain.links[0]?.manifest.encryption !== null;
  const differences: Difference[] = [];
  const kept = new Map<string, number>();
  const objects = BACKED_UP.filter((object) => fieldsKept(object, isEncrypted).length > 0);
  for (const object of objects) {
    const compare = async (batch: readonly TwentyRecord[]): Promise<void> => {
      kept.set(object.name, (kept.get(object.name) ?? 0) + batch.length);
      const filter = { and: [scopeOf(object), { id: { in: batch.map(({ id }) => String(id)) } }] };
      const selection = selectionOf(object, isEncrypted);
      const found = (await new Pages(client, object.name, { filter, selection, after: null }).next()) ?? [];
      const byId = new Map(found.map((record) => [record.id, record]));
      for (const record of batch) {
        const fields = differenceOf(object, isEncrypted, record, byId.get(record.id));
        if (fields) differences.push({ object: object.name, id: String(record.id), fields });
      }
    };
    let batch: TwentyRecord[] = [];
    for await (const record of recordsOf(chain, object.name)) {
      batch.push(record);
      if (batch.length < PAGE_SIZE) continue;
      await compare(batch);
      batch = [];
    }
    if (batch.length > 0) await compare(batch);
  }
  const counts = await countEach(
    client,
    objects.map((object) => ({ object: object.name, filter: scopeOf(object) })),
  );
  const records = [...kept.values()].reduce((sum, count) => sum + count, 0);
  const there = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const missing = differences.filter(({ fields }) => fields.length === 0).length;
  return { records, differences, others: there - (records - missing) };
};

import type { TwentyClient } from './client.ts';
import { anyOf, type Filter, keysOf } from './filter.ts';
import { type NamedQueries, readNamed } from './read.ts';

/** Twenty points what belonged to a record at the one it was merged into, the log too; the log's keys still name it. */
const SELECTION = 'id key kind name at updatedAt companyId';

const bears = (id: string): Filter => ({ key: { like: `%:${id}:%` } });
/** A row of its log that was not written for it. */
const isMoved = (companyId: string): Filter => ({ and: [{ companyId: { eq: companyId } }, { not: bears(companyId) }] });

/** What stands in the log of these customers and was written for others. */
export const movedLog = (companyIds: readonly string[]): NamedQueries[string] => ({
  object: 'tagLog',
  filter: anyOf(companyIds.map(isMoved)),
  selection: SELECTION,
});

/** The customers that others, which are gone, went up in. */
export const survivorsOf = async (client: TwentyClient, goneIds: Iterable<string>): Promise<readonly string[]> => {
  const gone = anyOf([...goneIds].map(bears));
  const filter = gone && { and: [{ companyId: { is: 'NOT_NULL' } }, gone] };
  const { log } = await readNamed(client, { log: { object: 'tagLog', filter, selection: 'id companyId' } });
  return [...new Set(keysOf(log ?? [], 'companyId'))];
};

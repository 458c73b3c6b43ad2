import type { RecordsClient, TwentyClient } from '../../../workflows/gateway/client.ts';
import { upsertEach, type WriteFailure } from '../../../workflows/gateway/write.ts';
import { currentOf, type Operation, standingOf } from './operations.ts';

/** The order in which operations depend on each other: contacts, what the file is of, whose the contacts are, what hangs on it. */
const phaseOf = ({ object, after }: Operation): number => {
  if (object === 'tagCredit' || object === 'tagOpportunityItem') return 3;
  if (object !== 'person') return 1;
  return 'companyId' in after ? 2 : 0;
};

/** What is left of an operation once another of its row was refused; null when nothing is. */
export const without = (operation: Operation, refused: readonly Operation[]): Operation | null => {
  const ids = new Set(refused.filter(({ row }) => row === operation.row).map(({ id }) => id));
  if (ids.size === 0) return operation;
  if (ids.has(operation.id)) return null;
  const after = Object.fromEntries(Object.entries(operation.after).filter(([, value]) => !ids.has(String(value))));
  const isLink = phaseOf(operation) > 1;
  return isLink && Object.keys(after).length < Object.keys(operation.after).length ? null : { ...operation, after };
};

/** Writes operations in batches; what hangs on a record that was refused is left out. */
export const writeOperations = async (
  client: TwentyClient,
  operations: readonly Operation[],
): Promise<readonly WriteFailure[]> => {
  const failures: WriteFailure[] = [];
  const refused: Operation[] = [];
  for (const phase of [0, 1, 2, 3]) {
    const some = operations
      .filter((operation) => phaseOf(operation) === phase)
      .flatMap((operation) => without(operation, refused) ?? []);
    for (const [object, ours] of Map.groupBy(some, (operation) => operation.object)) {
      const patches = ours.map(({ id, after }) => ({ id, fields: after }));
      const result = await upsertEach(client, object, patches);
      failures.push(...result.failures);
      const ids = new Set(result.failures.map(({ id }) => id));
      refused.push(...ours.filter(({ id }) => ids.has(id)));
    }
  }
  return failures;
};

/** What of a batch that was being written is not there yet, and what somebody has written since. */
export const stillToWrite = async (
  client: RecordsClient,
  operations: readonly Operation[],
): Promise<{ readonly open: readonly Operation[]; readonly touched: readonly Operation[] }> => {
  const current = await currentOf(client, operations);
  const standings = operations.map((operation) => ({
    operation,
    standing: standingOf(operation, current.get(operation.id)),
  }));
  const made = new Set(
    standings
      .filter(({ operation, standing }) => operation.isNew && standing === 'BEFORE')
      .map(({ operation }) => operation.id),
  );
  return {
    open: standings
      .filter(({ operation, standing }) => standing === 'BEFORE' || (standing === 'GONE' && made.has(operation.id)))
      .map(({ operation }) => operation),
    touched: standings
      .filter(
        ({ operation, standing }) =>
          !operation.isNew && !made.has(operation.id) && !['BEFORE', 'AFTER'].includes(standing),
      )
      .map(({ operation }) => operation),
  };
};

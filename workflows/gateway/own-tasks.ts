import type { RecordsClient } from './client.ts';

interface Sweeps {
  readonly tagSweeps: {
    readonly edges: readonly { readonly node: { readonly createdBy: { readonly name: string } } }[];
  };
}

/** Rounds of closing, should Twenty take a limited number of records at once. */
const MOST_ROUNDS = 100;

/**
 * Closes every open task the application has made; returns how many. Other applications make tasks too: its own bear
 * the name under which Twenty lets it write, which its sweeps' records bear as well.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const closeOwnTasks = async (client: RecordsClient): Promise<number> => {
  const { tagSweeps } = await client.request<Sweeps>('query Sweeps{tagSweeps(first:1){edges{node{createdBy{name}}}}}');
  const name = tagSweeps.edges[0]?.node.createdBy.name;
  // Where nothing was ever swept, nothing was judged and no task made.
  if (!name) return 0;
  const filter = {
    and: [
      { status: { neq: 'DONE' } },
      { createdBy: { source: { eq: 'APPLICATION' } } },
      { createdBy: { name: { eq: name } } },
    ],
  };
  let closed = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { updateTasks } = await client.request<{ updateTasks: readonly unknown[] }>(
      'mutation Close($f:TaskFilterInput!,$d:TaskUpdateInput!){updateTasks(filter:$f,data:$d){id}}',
      { f: filter, d: { status: 'DONE' } },
    );
    if (updateTasks.length === 0) break;
    closed += updateTasks.length;
  }
  return closed;
};

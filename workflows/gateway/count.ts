import type { TwentyClient } from './client.ts';
import { apiNames } from './names.ts';

/** How many live records several objects have together: one request. */
export const countRecords = async (client: TwentyClient, objects: readonly string[]): Promise<number> => {
  const roots = objects.map((object) => `${apiNames(object).plural}(first:1){totalCount}`);
  const answer = await client.request<Record<string, { totalCount: number }>>(`query Count{${roots.join(' ')}}`);
  return Object.values(answer).reduce((sum, { totalCount }) => sum + totalCount, 0);
};

import { describe, expect, it } from 'vitest';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import { readLists } from '../../../workflows/gateway/read.ts';

/** A server with so many records, which gives as many a page as it is asked for. */
const serverOf = (records: number) => {
  const pages: number[] = [];
  const client = {
    request: async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const first = Number(/first:(\d+)/.exec(query)?.[1]);
      const from = Number(variables.a0 ?? 0);
      const ids = Array.from({ length: Math.min(first, records - from) }, (_unused, at) => `${from + at}`);
      pages.push(ids.length);
      const pageInfo = { hasNextPage: from + ids.length < records, endCursor: String(from + ids.length) };
      return { companies: { pageInfo, edges: ids.map((id) => ({ node: { id } })) } } as never;
    },
  } as RecordsClient;
  return { client, pages };
};

describe('a list', () => {
  it.each<[string, number | undefined, readonly number[]]>([
    ['200 a page', undefined, [200, 200, 50]],
    ['as many a page as it is said', 400, [400, 50]],
    ['one page when it holds all', 450, [450]],
  ])('is read whole, %s', async (_what, pageSize, pages) => {
    const server = serverOf(450);
    const query = { object: 'company', filter: {}, selection: 'id', ...(pageSize === undefined ? {} : { pageSize }) };
    const [records = []] = await readLists(server.client, [query]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(450);
    expect(server.pages).toEqual(pages);
  });
});

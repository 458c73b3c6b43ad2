import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from './client.ts';
import { readLists } from './read.ts';

/** Which of the records there are, as far as the client's token may see them. @throws TwentyError like the client */
export const readableIds = async (
  client: TwentyClient,
  object: GovernedObject,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const [found = []] = await readLists(client, [{ object, filter: { id: { in: ids } }, selection: 'id' }]);
  return new Set(found.map((record) => String(record.id)));
};

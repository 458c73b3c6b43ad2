import type { GovernedObject, ObjectName } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { apiNames } from './names.ts';
import { type ListQuery, readLists } from './read.ts';

/** What Twenty lets a person see of what they ask for, and the language they read. */
export interface CallerFacts {
  readonly locale: string;
  readonly readable: ReadonlySet<string>;
}

const isRefused = (error: unknown): boolean => error instanceof TwentyError && error.code === 'FORBIDDEN';

/**
 * Reads who asks and which of the records they may see, by a token that may what they may: one request. Whoever may
 * not see the object at all sees none of its records.
 */
export const loadCaller = async (
  client: TwentyClient,
  memberId: string,
  wanted: { readonly object: GovernedObject; readonly ids: readonly string[] } | null,
): Promise<CallerFacts> => {
  const member: ListQuery = { object: 'workspaceMember', filter: { id: { eq: memberId } }, selection: 'id locale' };
  const records: readonly ListQuery[] = wanted
    ? [{ object: wanted.object, filter: { id: { in: wanted.ids } }, selection: 'id' }]
    : [];
  try {
    const [[self] = [], found = []] = await readLists(client, [member, ...records]);
    return {
      locale: String(self?.locale ?? ''),
      readable: new Set(found.map((record) => String(record.id))),
    };
  } catch (error) {
    if (!wanted || !isRefused(error)) throw error;
    return loadCaller(client, memberId, null);
  }
};

/** Whether the token may write a field of an object: asked by a write that touches no record. */
export const mayWrite = async (client: TwentyClient, object: ObjectName, field: string): Promise<boolean> => {
  const { type, updateMany } = apiNames(object);
  try {
    await client.request(
      `mutation MayWrite($f:${type}FilterInput!,$d:${type}UpdateInput!){${updateMany}(filter:$f,data:$d){id}}`,
      {
        f: { id: { is: 'NULL' } },
        d: { [field]: null },
      },
    );
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
};

/**
 * A tag of each object that whoever may edit its tags may write, and a reviewer, who only says something of them, may
 * not. The application must be able to write it too, since the token may only what both may.
 */
const EDITED: Readonly<Record<GovernedObject, string>> = {
  company: 'tagCustomerType',
  opportunity: 'tagSource',
  tagProduct: 'category',
  tagMember: 'jobPosition',
};

/** Whether the token may edit the tags of an object. */
export const mayEdit = (client: TwentyClient, object: GovernedObject): Promise<boolean> =>
  mayWrite(client, object, EDITED[object]);

/** Whether the token may report changes: Twenty joins creating and changing in one right. */
export const mayReport = (client: TwentyClient): Promise<boolean> => mayWrite(client, 'tagChangeNotice', 'kind');

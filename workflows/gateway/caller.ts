import type { GovernedObject, ObjectName } from '../../objects/taxonomy/types.ts';
import type { RecordsClient, TwentyClient } from './client.ts';
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
  const records: readonly ListQuery[] =
    wanted && wanted.ids.length > 0
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

interface WrittenField {
  readonly object: ObjectName;
  readonly field: string;
}

/** Whether the token may write some fields, each of another object: asked by a write that touches no record. */
export const mayWrite = async (client: TwentyClient, fields: readonly WrittenField[]): Promise<boolean> => {
  const roots = fields.map(({ object, field }, at) => {
    const { type, updateMany } = apiNames(object);
    return {
      variables: `$d${at}:${type}UpdateInput!,$f${at}:${type}FilterInput!`,
      root: `${updateMany}(filter:$f${at},data:$d${at}){id}`,
      values: { [`f${at}`]: { id: { is: 'NULL' } }, [`d${at}`]: { [field]: null } },
    };
  });
  try {
    await client.request(
      `mutation MayWrite(${roots.map(({ variables }) => variables).join(',')}){${roots.map(({ root }) => root).join(' ')}}`,
      Object.assign({}, ...roots.map(({ values }) => values)),
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
export const EDITED: Readonly<Record<GovernedObject, string>> = {
  company: 'tagCustomerType',
  opportunity: 'tagSource',
  tagProduct: 'category',
  tagMember: 'jobPosition',
};

const edited = (object: GovernedObject): WrittenField => ({ object, field: EDITED[object] });
/** Twenty joins creating and changing in one right. */
const REPORTED: WrittenField = { object: 'tagChangeNotice', field: 'kind' };

/** Whether the token may edit the tags of an object. */
export const mayEdit = (client: TwentyClient, object: GovernedObject): Promise<boolean> =>
  mayWrite(client, [edited(object)]);

/** Whether the token may report changes. */
export const mayReport = (client: TwentyClient): Promise<boolean> => mayWrite(client, [REPORTED]);

/** Both at once: whoever may do both, as most who look at a record may, is asked about once. */
export const writingRights = async (
  client: TwentyClient,
  object: GovernedObject,
): Promise<{ readonly mayEdit: boolean; readonly mayReport: boolean }> => {
  if (await mayWrite(client, [edited(object), REPORTED])) return { mayEdit: true, mayReport: true };
  const [canEdit, canReport] = await Promise.all([mayEdit(client, object), mayReport(client)]);
  return { mayEdit: canEdit, mayReport: canReport };
};

/** Whether the token may read some fields of an object: asked by a list that finds nothing. */
export const mayRead = async (client: RecordsClient, object: string, selection: string): Promise<boolean> => {
  try {
    await readLists(client, [{ object, filter: { id: { is: 'NULL' } }, selection }]);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
};

/** Whether the token may read credit records. */
export const mayReadCredit = (client: TwentyClient): Promise<boolean> => mayRead(client, 'tagCredit', 'id');

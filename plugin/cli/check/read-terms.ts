import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import { readLists } from '../../../workflows/gateway/read.ts';
import { type ListTerms, listTermsOf, NO_LIST_TERMS } from './list-terms.ts';

const ENTRIES = {
  object: 'tagDefinition',
  // The policy's own entries bear a digest, and add to a list only what else an option is called.
  filter: { or: [{ writtenAs: { eq: '' } }, { writtenAs: { is: 'NULL' } }, { aliases: { is: 'NOT_NULL' } }] },
  selection: 'id name objectName tag option term aliases status replacedById replacement writtenAs',
};

/** What the dictionary of a workspace adds to lists: one request as long as that is few; nothing for whoever may not read it. */
export const readListTerms = async (client: RecordsClient): Promise<ListTerms> => {
  try {
    const [rows = []] = await readLists(client, [ENTRIES]);
    return listTermsOf(rows);
  } catch (error) {
    if (error instanceof TwentyError && error.code === 'FORBIDDEN') return NO_LIST_TERMS;
    throw error;
  }
};

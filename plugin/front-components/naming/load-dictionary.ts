import { askApi } from '../api-client.ts';

/** Where an entry of the dictionary stands, and its word. */
interface EntryName {
  readonly id: string;
  readonly name: string | null;
  readonly objectName: string | null;
  readonly tag: string | null;
  readonly option: string | null;
  readonly term: string | null;
  /** What the application wrote bears the digest of what it wrote; what people made bears none. */
  readonly writtenAs: string | null;
  readonly deletedAt: string | null;
}

/** An entry of the dictionary that says something the policy does not. */
export interface DictionaryEntry extends EntryName {
  readonly definition: string | null;
  readonly usage: string | null;
  readonly aliases: readonly string[] | null;
  readonly status: string | null;
  readonly replacedBy: EntryName | null;
}

const NAME = 'id name objectName tag option term writtenAs deletedAt';

/** The company's own accepted terms, what else something is called, and what is not used any more. */
const QUERY = `query Dictionary($after: String) {
  tagDefinitions(
    filter: {
      or: [
        { status: { eq: RETIRED } }
        { aliases: { is: NOT_NULL } }
        { and: [{ status: { eq: APPROVED } }, { or: [{ writtenAs: { is: NULL } }, { writtenAs: { eq: "" } }] }] }
      ]
    }
    orderBy: [{ term: AscNullsLast }]
    first: 200
    after: $after
  ) {
    edges { node { ${NAME} definition usage aliases status replacedBy { ${NAME} } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Answer {
  readonly tagDefinitions: {
    readonly edges: readonly { readonly node: DictionaryEntry }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** What the dictionary adds to the policy, of what whoever looks may see: one request as long as that is few. */
export const loadDictionary = async (): Promise<readonly DictionaryEntry[]> => {
  const entries: DictionaryEntry[] = [];
  let after: string | null = null;
  do {
    const { tagDefinitions }: Answer = await askApi<Answer>(QUERY, { after });
    entries.push(...tagDefinitions.edges.map(({ node }) => node));
    after = tagDefinitions.pageInfo.hasNextPage ? tagDefinitions.pageInfo.endCursor : null;
  } while (after !== null);
  return entries;
};

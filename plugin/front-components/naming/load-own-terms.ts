import { askApi } from '../api-client.ts';

/** A tag that the company itself defined and accepted (3.1.10). */
export interface OwnTerm {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  readonly usage: string;
}

/** What the application wrote bears the digest of what it wrote. */
const OWN_TERMS = `query OwnTerms {
  tagDefinitions(
    filter: { and: [{ status: { eq: APPROVED } }, { or: [{ writtenAs: { is: NULL } }, { writtenAs: { eq: "" } }] }] }
    orderBy: [{ term: AscNullsLast }]
    first: 200
  ) {
    edges { node { id name term definition usage } }
  }
}`;

interface Node extends OwnTerm {
  readonly name: string;
}

/** The company's own accepted terms, of those that whoever looks may see. */
export const loadOwnTerms = async (): Promise<readonly OwnTerm[]> => {
  const { tagDefinitions } = await askApi<{
    tagDefinitions: { readonly edges: readonly { readonly node: Node }[] };
  }>(OWN_TERMS);
  return tagDefinitions.edges.map(({ node: { id, name, term, definition, usage } }) => ({
    id,
    term: term || name,
    definition: definition ?? '',
    usage: usage ?? '',
  }));
};

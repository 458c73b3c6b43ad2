import { duties } from '../../../objects/taxonomy/picklists.ts';
import { SWEEPS, type SweepKey } from '../../../workflows/health/facts.ts';
import { askApi } from '../api-client.ts';

export type Duty = (typeof duties)[number]['value'];

/** A member of the sales team that holds one of the policy's posts. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly string[];
  /** Null where no user of Twenty is linked, who alone could do the post's work. */
  readonly workspaceMemberId: string | null;
}

export interface Sweep {
  readonly key: SweepKey;
  /** ISO 8601; null when it never came to an end. */
  readonly finishedAt: string | null;
  readonly judged: number;
  readonly written: number;
  readonly failures: number;
}

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

const HOLDERS = `query Holders($duties: [TagMemberDutiesEnum]) {
  tagMembers(filter: { duties: { containsAny: $duties } }, first: 200) {
    edges { node { id name duties workspaceMemberId } }
  }
}`;

const SWEPT = `query Swept {
  tagSweeps(first: 50) { edges { node { key finishedAt judged written failures } } }
}`;

/** Who holds the duties, of the members that whoever looks may see. */
export const loadHolders = async (): Promise<readonly Holder[]> => {
  const { tagMembers } = await askApi<{ tagMembers: Edges<Holder> }>(HOLDERS, {
    duties: duties.map(({ value }) => value),
  });
  return tagMembers.edges.map(({ node }) => node);
};

/** How each sweep last went. */
export const loadSweeps = async (): Promise<readonly Sweep[]> => {
  const { tagSweeps } = await askApi<{ tagSweeps: Edges<Omit<Sweep, 'key'> & { readonly key: string }> }>(SWEPT);
  return SWEEPS.map((key) => {
    const row = tagSweeps.edges.find(({ node }) => node.key === key)?.node;
    return {
      key,
      finishedAt: row?.finishedAt || null,
      judged: row?.judged ?? 0,
      written: row?.written ?? 0,
      failures: row?.failures ?? 0,
    };
  });
};

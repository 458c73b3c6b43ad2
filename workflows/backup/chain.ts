import type { Link } from './manifest.ts';

/** A full backup and the increments on it, oldest first; or why there is none, with the backup at fault. */
export type Chain =
  | { readonly links: readonly Link[]; readonly fault: null }
  | {
      readonly links: null;
      readonly fault: 'NO_BACKUP' | 'LINK_MISSING' | 'LINK_CHANGED';
      /** The backup that is missing or another. */
      readonly id: string;
      /** The one that builds on it. */
      readonly of: string;
    };

/** The newest backup. */
export const latestOf = (links: readonly Link[]): Link | undefined =>
  links.reduce<Link | undefined>(
    (best, link) => (!best || link.manifest.id > best.manifest.id ? link : best),
    undefined,
  );

/**
 * The chain that ends in a backup, the newest where none is named. Each link names the one before by its digest, so that
 * none can be left out, changed or put in the place of another.
 */
export const chainTo = (links: readonly Link[], id?: string): Chain => {
  const byId = new Map(links.map((link) => [link.manifest.id, link]));
  const chain: Link[] = [];
  let wanted = id ?? latestOf(links)?.manifest.id;
  if (wanted === undefined || !byId.has(wanted)) return { links: null, fault: 'NO_BACKUP', id: wanted ?? '', of: '' };
  while (wanted !== undefined) {
    const above = chain[0]?.manifest;
    const link = byId.get(wanted);
    if (!link) return { links: null, fault: 'LINK_MISSING', id: wanted, of: above?.id ?? '' };
    if (above?.base && above.base.digest !== link.digest) {
      return { links: null, fault: 'LINK_CHANGED', id: wanted, of: above.id };
    }
    if (chain.includes(link)) return { links: null, fault: 'LINK_CHANGED', id: wanted, of: above?.id ?? '' };
    chain.unshift(link);
    wanted = link.manifest.base?.id;
  }
  return { links: chain, fault: null };
};

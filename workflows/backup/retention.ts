import type { Link } from './manifest.ts';

/** How many backups are kept (A23). */
export interface Retention {
  readonly full: number;
  readonly incremental: number;
}

/** Twelve weeks of full ones, five weeks of daily increments. */
export const RETENTION: Retention = { full: 12, incremental: 35 };

/**
 * The backups that are kept no longer, newest of each kind first to stay. What a kept one builds on stays with it; an
 * increment whose chain is broken stays too, for whoever looks into it.
 */
export const expired = (links: readonly Link[], retention: Retention = RETENTION): readonly string[] => {
  const newest = [...links].map(({ manifest }) => manifest).sort((left, right) => (left.id < right.id ? 1 : -1));
  const byId = new Map(newest.map((manifest) => [manifest.id, manifest]));
  const kept = new Set<string>();
  const keep = (id: string | undefined): void => {
    for (let at = id; at !== undefined && !kept.has(at); at = byId.get(at)?.base?.id) kept.add(at);
  };
  for (const kind of ['FULL', 'INCREMENTAL'] as const) {
    const most = kind === 'FULL' ? retention.full : retention.incremental;
    for (const { id } of newest.filter((manifest) => manifest.kind === kind).slice(0, most)) keep(id);
  }
  return newest.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
};

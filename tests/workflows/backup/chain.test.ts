import { describe, expect, it } from 'vitest';
import { chainTo } from '../../../workflows/backup/chain.ts';
import { backupId, type Link } from '../../../workflows/backup/manifest.ts';
import { expired } from '../../../workflows/backup/retention.ts';

/** A backup of a day; an increment builds on the one named. */
const link = (day: number, base: Link | null = null, digest = `digest-${day}`): Link => {
  const startedAt = new Date(Date.UTC(2026, 0, day, 1));
  const kind = base ? ('INCREMENTAL' as const) : ('FULL' as const);
  return {
    digest,
    manifest: {
      format: 'tag-policy-backup/1',
      id: backupId(startedAt, kind),
      kind,
      base: base ? { id: base.manifest.id, digest: base.digest } : null,
      version: '0.1.0',
      workspace: 'https://crm.example.com',
      startedAt: startedAt.toISOString(),
      finishedAt: startedAt.toISOString(),
      encryption: null,
      files: [],
      seal: '',
    },
  };
};

const idsOf = (links: readonly Link[] | null) => links?.map(({ manifest }) => manifest.id);

describe('a chain', () => {
  const full = link(1);
  const second = link(2, full);
  const third = link(3, second);
  const later = link(8);

  it('is the full backup and the increments on it, oldest first', () => {
    expect(chainTo([third, full, second])).toEqual({ links: [full, second, third], fault: null });
  });
  it.each([
    ['the newest unless one is named', undefined, ['2026-01-08T010000Z-full']],
    ['one that is named', second.manifest.id, ['2026-01-01T010000Z-full', '2026-01-02T010000Z-incremental']],
  ])('ends in %s', (_which, id, expected) => {
    expect(idsOf(chainTo([full, second, third, later], id).links)).toEqual(expected);
  });
  it.each([
    ['nothing', [], undefined, 'NO_BACKUP', ''],
    ['not the one named', [full], 'other', 'NO_BACKUP', 'other'],
    ['no middle', [full, third], undefined, 'LINK_MISSING', second.manifest.id],
    ['no beginning', [second, third], undefined, 'LINK_MISSING', full.manifest.id],
    ['another beginning', [link(1, null, 'other'), second], undefined, 'LINK_CHANGED', full.manifest.id],
    ['another middle', [full, link(2, full, 'other'), third], undefined, 'LINK_CHANGED', second.manifest.id],
  ])('is refused with %s there', (_what, links, id, fault, at) => {
    expect(chainTo(links, id)).toMatchObject({ links: null, fault, id: at });
  });
  it('is refused where it runs in a circle', () => {
    const own = {
      ...second,
      manifest: { ...second.manifest, base: { id: second.manifest.id, digest: second.digest } },
    };
    expect(chainTo([own])).toMatchObject({ fault: 'LINK_CHANGED' });
  });
});

describe('retention', () => {
  const weeks = (count: number): readonly Link[] => Array.from({ length: count }, (_unused, at) => link(1 + at * 7));
  const daily = (base: Link, from: number, count: number): readonly Link[] => {
    const links: Link[] = [];
    for (let at = 0; at < count; at += 1) links.push(link(from + at, links.at(-1) ?? base));
    return links;
  };

  it('keeps twelve full ones', () => {
    expect(expired(weeks(12))).toEqual([]);
    expect(expired(weeks(13))).toEqual(['2026-01-01T010000Z-full']);
  });
  it('keeps thirty-five increments', () => {
    const full = link(1);
    const fulls = [full, link(10)];
    expect(expired([...fulls, ...daily(full, 2, 5), ...daily(link(10), 11, 30)])).toEqual([]);
    // The oldest goes first only where nothing that stays builds on it.
    const [first = full, ...rest] = daily(full, 2, 5);
    expect(expired([...fulls, first, ...rest, ...daily(link(10), 11, 31)])).toEqual([]);
    expect(expired([...fulls, first, ...daily(link(10), 11, 35)])).toEqual([first.manifest.id]);
  });
  it('keeps what a kept increment builds on, be it older than twelve', () => {
    const [oldest = link(1), ...others] = weeks(13);
    const increment = link(99, oldest);
    expect(expired([oldest, ...others, increment])).toEqual([]);
  });
  it('of broken chains lets go what is old, and breaks none', () => {
    const full = link(1);
    const links = [...daily(full, 2, 40)];
    const kept = new Set(links.map(({ manifest }) => manifest.id));
    for (const id of expired(links)) kept.delete(id);
    // All 40 hang together: whichever is kept needs those before it.
    expect(kept.size).toBe(40);
  });
  it('can be set', () => {
    expect(expired(weeks(3), { full: 1, incremental: 1 })).toHaveLength(2);
  });
});

import type { TwentyRecord } from '../run/record-change.ts';
import type { Filter } from './filter.ts';
import { type ListQuery, PAGE_SIZE } from './read.ts';

/** One record that another names: nested in its answer when few are read, in a list of their own beside a page. */
export interface Named {
  /** What the record that names it calls it. */
  readonly field: string;
  readonly object: string;
  readonly selection: string;
}

/** Records that belong to others, likewise. */
export interface Belongings extends Named {
  /** How they name the record they belong to. */
  readonly link: string;
  /** Which of them count; all when left out. */
  readonly filter?: Filter;
}

/** The records with the one each names. Where that was deleted, Twenty forgets its name as well when it nests it. */
export const withNamed = (
  records: readonly TwentyRecord[],
  { field }: Named,
  found: readonly TwentyRecord[] = [],
): readonly TwentyRecord[] => {
  const byId = new Map(found.map((one) => [one.id, one]));
  return records.map((record) => {
    const named = byId.get(record[`${field}Id`]) ?? null;
    return { ...record, [field]: named, [`${field}Id`]: named?.id ?? null };
  });
};

/** The records with what belongs to each, in the shape in which Twenty nests it. */
export const withBelongings = (
  records: readonly TwentyRecord[],
  { field, link }: Belongings,
  found: readonly TwentyRecord[] = [],
): readonly TwentyRecord[] => {
  const byOwner = Map.groupBy(found, (one) => one[link]);
  return records.map((record) => ({
    ...record,
    [field]: { edges: (byOwner.get(record.id) ?? []).map((node) => ({ node })) },
  }));
};

/**
 * Belongings read page by page in the order of the records they belong to, as far as those have been read: a page for
 * every two hundred of them, whichever records have any.
 */
export class BelongingPages {
  readonly #belongings: Belongings;
  #known: readonly TwentyRecord[] = [];
  #rest: Filter;
  #isBegun = false;
  #isWhole = false;

  /** @param after the id of the record before the first that is read */
  constructor(belongings: Belongings, after: string | null) {
    this.#belongings = belongings;
    this.#rest = { [belongings.link]: after === null ? { is: 'NOT_NULL' } : { gt: after } };
  }

  /** The page to be read next. */
  get next(): ListQuery {
    const { object, link, filter, selection } = this.#belongings;
    return {
      object,
      filter: filter ? { and: [this.#rest, filter] } : this.#rest,
      selection,
      orderBy: link,
      isOnePage: true,
    };
  }

  /** Adds the page that was read. */
  add(page: readonly TwentyRecord[]): void {
    const { link } = this.#belongings;
    const last = page.at(-1);
    this.#isBegun = true;
    this.#isWhole = page.length < PAGE_SIZE;
    this.#known = [...this.#known, ...page];
    if (!last) return;
    // Twenty's cursors know the id alone, whatever the order.
    const owner = last[link];
    this.#rest = {
      or: [{ [link]: { gt: owner } }, { and: [{ [link]: { eq: owner } }, { id: { gt: last.id } }] }],
    };
  }

  /** Whether all that belongs to records up to this one is known; without one, whether reading has begun. */
  reaches(id: string | null): boolean {
    if (id === null) return this.#isBegun;
    const last = this.#known.at(-1)?.[this.#belongings.link];
    return this.#isWhole || (typeof last === 'string' && last > id);
  }

  /** What is known to belong to the records. */
  of(records: readonly TwentyRecord[]): readonly TwentyRecord[] {
    const ids = new Set(records.map(({ id }) => id));
    return this.#known.filter((one) => ids.has(one[this.#belongings.link] as string));
  }

  /** Forgets what belongs to records up to this one. */
  forget(id: string): void {
    this.#known = this.#known.filter((one) => String(one[this.#belongings.link]) > id);
  }
}

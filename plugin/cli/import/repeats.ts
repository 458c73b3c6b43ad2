import { createHash } from 'node:crypto';
import { canonical } from '../../../workflows/rules/canonical.ts';
import type { Row } from './read-row.ts';
import type { Reason } from './reasons.ts';

/** Eight bytes of a digest: two texts of a file that share them are one. */
const hashOf = (text: string): bigint => createHash('sha256').update(text).digest().readBigUInt64BE();

/** Numbers in a growing array of their own: a hundred thousand of them are less than a megabyte. */
class Numbers {
  #numbers = new BigUint64Array(1024);
  #length = 0;

  add(number: bigint): void {
    if (this.#length === this.#numbers.length) {
      const larger = new BigUint64Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** Those that stand more than once. */
  repeated(): ReadonlySet<bigint> {
    const sorted = this.#numbers.slice(0, this.#length).sort();
    const found = new Set<bigint>();
    for (let at = 1; at < sorted.length; at += 1) {
      const number = sorted[at];
      if (number !== undefined && number === sorted[at - 1]) found.add(number);
    }
    return found;
  }
}

/** By what a row is told to be of the same record as another; an address of mail is of a contact. */
const keysOf = ({ id, creditCode, nameKey, email, links }: Row): readonly string[] => [
  ...(id ? [`id ${id}`] : []),
  ...(creditCode ? [`code ${creditCode}`] : []),
  ...(nameKey ? [`name ${nameKey}/${links.company ?? ''}`] : []),
  ...(email ? [`mail ${email}`] : []),
];

/** What a row says, whatever line it stands on. */
const contentOf = ({ parsed, links, id }: Row): bigint => hashOf(canonical([parsed.values, links, id]));

/** Why a row is not written for the sake of another of the file. */
export interface Repeat {
  readonly reason: Reason;
  readonly other: number;
}

interface Group {
  readonly content: bigint;
  readonly first: number;
  second: number;
  isOne: boolean;
}

/**
 * Finds the rows of a file that are of one record. In a first reading every row is told; in a second what repeats is
 * looked at closer. Of rows that say the same the first one counts; where they differ, none does.
 */
export class Repeats {
  readonly #keys = new Numbers();
  #repeated: ReadonlySet<bigint> | null = null;
  readonly #groups = new Map<bigint, Group>();

  /** Tells a row, in the first reading. */
  tell(row: Row): void {
    for (const key of keysOf(row)) this.#keys.add(hashOf(key));
  }

  /** Whether a second reading is needed at all. */
  get any(): boolean {
    this.#repeated ??= this.#keys.repeated();
    return this.#repeated.size > 0;
  }

  /** Looks at a row, in the second reading. */
  look(row: Row): void {
    for (const hash of this.#hashes(row)) {
      const content = contentOf(row);
      const group = this.#groups.get(hash);
      if (!group) this.#groups.set(hash, { content, first: row.row, second: row.row, isOne: true });
      else {
        if (group.second === group.first) group.second = row.row;
        if (group.content !== content) group.isOne = false;
      }
    }
  }

  #hashes(row: Row): readonly bigint[] {
    if (!this.any) return [];
    return keysOf(row)
      .map(hashOf)
      .filter((hash) => this.#repeated?.has(hash));
  }

  /** Why a row is not written for the sake of others; null where nothing is against it. */
  of(row: Row): Repeat | null {
    let earlier: Repeat | null = null;
    for (const key of keysOf(row)) {
      const group = this.#groups.get(hashOf(key));
      if (!group) continue;
      const other = group.first === row.row ? group.second : group.first;
      if (!group.isOne) return { reason: key.startsWith('mail ') ? 'MAIL_REPEATED' : 'REPEATED', other };
      if (group.first !== row.row) earlier = { reason: 'SAME_ROW', other };
    }
    return earlier;
  }
}

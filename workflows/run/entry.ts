/** Who entered a record's tags, and when (3.2.8). */
export interface Entry {
  readonly at: string;
  /** Workspace member; null when tags came through an API key. */
  readonly by: string | null;
  /** The tags that were entered; all of them where that is not said. */
  readonly tags?: readonly string[];
  /** The event bears no instant: it happened at some time after `at`. */
  readonly isUndated?: true;
  /** The object of the record that was written, and who had last written that before, when it was a person. */
  readonly of?: string;
  readonly before?: Entry | null;
}

/** Who entered a group of tags last and first, and when (3.2.8, A19). */
export interface GroupEntry extends Pick<Entry, 'at' | 'by'> {
  /** The first entry, where it is another than the last. */
  readonly first?: Pick<Entry, 'at' | 'by'>;
  /** The last entry is taken from the last writer of the record: the event that knows it has not come. */
  readonly isGuessed?: true;
}

/** Who entered each group of a record's tags, by `Tag.group`. */
export type GroupEntries = Readonly<Record<string, GroupEntry>>;

/** A write of a record that entered none of its tags, and who had last written before it. */
export interface Aside extends Entry {
  readonly before: Entry | null;
}

/** Somebody who owned a record, and when that was last known to be so. ISO 8601. */
export interface Ownership {
  readonly by: string;
  readonly at: string;
}

/** Tags that changed without anybody being known to have changed them: the event was lost, or is still to come. */
export interface Unclaimed {
  readonly tags: readonly string[];
  /** When the latest of them was found. ISO 8601. */
  readonly since: string;
}

/** The later of two entries; on the same instant one that names a person. Order of arrival plays no part. */
export const laterEntry = (left: Entry | undefined, right: Entry): Entry => {
  if (!left) return right;
  const difference = Date.parse(right.at) - Date.parse(left.at);
  if (difference !== 0) return difference > 0 ? right : left;
  return (left.by ?? '') < (right.by ?? '') ? right : left;
};

/** The latest of several entries, whatever their order; undefined when there is none. */
export const latestEntry = (entries: readonly Entry[]): Entry | undefined =>
  entries.reduce<Entry | undefined>(laterEntry, undefined);

/** What somebody said of whether the tags are true, as its event tells of it (3.1.5). */
export interface Verification extends Pick<Entry, 'at' | 'by'> {
  readonly status: string;
  /** What was said before; null where nothing was. */
  readonly before: string | null;
}

/** Who entered a record's tags, and when (3.2.8). */
export interface Entry {
  readonly at: string;
  /** Workspace member; null when tags came through an API key. */
  readonly by: string | null;
}

/** The later of two entries; on the same instant the one that names a person. Order of arrival plays no part. */
export const laterEntry = (left: Entry | undefined, right: Entry): Entry => {
  if (!left) return right;
  const difference = Date.parse(right.at) - Date.parse(left.at);
  if (difference !== 0) return difference > 0 ? right : left;
  return left.by === null ? right : left;
};

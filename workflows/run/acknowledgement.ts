/** What an event, or a route, tells of a write of the acknowledgement. */
export interface Acknowledgement {
  /** When it was written, ISO 8601, and by whom; null for a program. */
  readonly at: string;
  readonly by: string | null;
  /** What was written; null where it was emptied. */
  readonly value: string | null;
  /** The terms of the agreement as they then stood. */
  readonly terms: string;
  /** Somebody asks for it through a route, and nothing of it is written yet. */
  readonly isDirect?: true;
}

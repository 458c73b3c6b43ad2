/** Something in the file that could not be read; the rest was. */
export interface FileFault {
  readonly code: 'BROKEN_LINE' | 'DUPLICATE_COLUMN';
  /** Line of the file, from 1; null where a file has no lines to speak of. */
  readonly line: number | null;
  readonly message: string;
}

/** Something in the file that was passed over and keeps nothing from being judged. */
export interface FileNote {
  readonly code: 'UNKNOWN_COLUMN' | 'SPARE_COLUMN' | 'PASSED_OVER' | 'OTHER_FORM';
  readonly line: number | null;
  readonly message: string;
}

/** A record as it stands in the file. */
export interface RawRecord {
  /** From 1, in the order of the file; a broken record takes its number with it. */
  readonly row: number;
  readonly line: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a file holds: its records, and what kept others from being read. */
export interface FileContents {
  /** The columns a header names; none where each record names its own. */
  readonly columns: readonly string[];
  readonly records: readonly RawRecord[];
  readonly faults: readonly FileFault[];
  readonly notes: readonly FileNote[];
}

/** Whether a text names a column that is known. */
export type Recognise = (name: string) => boolean;

/** What became of one record a request names. */
export interface RecordAnswer {
  readonly id: string;
  /** Empty where the record is not to be seen. */
  readonly name: string;
  readonly isDone: boolean;
  /** Why not, in the language of whoever asked; empty when it is done. */
  readonly reason: string;
}

/** The answer of a route that acts on records, in the order they were named. */
export interface ActAnswer<Record extends RecordAnswer = RecordAnswer> {
  readonly done: number;
  readonly refused: number;
  readonly results: readonly Record[];
}

export interface ReportedRecord extends RecordAnswer {
  readonly noticeId: string | null;
  /** The last day for the tags to follow, `YYYY-MM-DD`. */
  readonly dueOn: string | null;
}

export interface JudgedRecord extends RecordAnswer {
  readonly status: string | null;
  readonly completeness: number | null;
  readonly problems: number | null;
}

/** The answer with its counts. */
export const answerOf = <Record extends RecordAnswer>(results: readonly Record[]): ActAnswer<Record> => {
  const done = results.filter((result) => result.isDone).length;
  return { done, refused: results.length - done, results };
};

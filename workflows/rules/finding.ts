import type { ProblemCode, ProblemData, Severity } from './problem.ts';

/** What a validator says of a value; the caller knows the tag and the clause. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly data: ProblemData;
}

export const finding = (code: ProblemCode, severity: Severity, data: ProblemData = {}): Finding => ({
  code,
  severity,
  data,
});

import type { GovernedObject } from '../../../objects/taxonomy/types.ts';
import type { ProblemCode, ProblemData, Severity } from '../../rules/problem.ts';
import type { JudgementContext, Values } from '../values.ts';

/** Tells of a problem; the clause is the tag's first unless given. */
export type Report = (code: ProblemCode, severity: Severity, tag: string, data?: ProblemData, clause?: string) => void;

/** One rule of one matter. It reads the values and the context, and reports; it does nothing else. */
export interface Rule {
  readonly name: string;
  readonly objects: readonly GovernedObject[];
  readonly judge: (values: Values, context: JudgementContext, report: Report, object: GovernedObject) => void;
}

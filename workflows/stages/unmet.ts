import type { Stage } from '../../objects/taxonomy/types.ts';
import { judge } from '../judgement/judge.ts';
import type { Values } from '../judgement/values.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Run } from '../run/run.ts';
import { valuesOf } from '../run/values-of.ts';

/** Codes that say something a stage requires is not on record. */
export const GATE_CODES: ReadonlySet<string> = new Set([
  'REQUIRED_MISSING',
  'VERIFICATION_DOUBTFUL',
  'VERIFICATION_MISSING',
]);

/** What a stage requires of a customer and is not on record, or is in doubt. */
export const customerUnmetAt = (
  { today, rulings }: Pick<Run, 'today' | 'rulings'>,
  company: TwentyRecord,
  stage: Stage,
): readonly string[] =>
  judge('company', valuesOf('company', company), { stage, today, rulings })
    .problems.filter(({ code }) => GATE_CODES.has(code))
    .map(({ tag }) => tag);

/** What a stage requires of an opportunity and of its customer and is not on record; `company.tag` for the latter. */
export const unmetAt = (run: Run, record: TwentyRecord, values: Values, stage: Stage): readonly string[] => {
  const context = { stage, today: run.today, rulings: run.rulings };
  const own = judge('opportunity', { ...values, tagStage: stage }, context).problems;
  const company = (record.company ?? null) as TwentyRecord | null;
  const customer = company ? customerUnmetAt(run, company, stage) : [];
  return [
    ...new Set([
      ...own.filter((problem) => GATE_CODES.has(problem.code)).map((problem) => problem.tag),
      // A customer that is not there has none of its tags either.
      ...(company ? [] : ['company']),
    ]),
    ...customer.map((tag) => `company.${tag}`),
  ];
};

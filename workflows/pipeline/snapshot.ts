import type { GovernedObject, Stage } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from './record-change.ts';

/** The records a plan is made from: the subjects to judge, and what their judgement looks at. */
export interface Snapshot {
  /** Subjects by object, as the API answered. */
  readonly subjects: Readonly<Record<GovernedObject, readonly TwentyRecord[]>>;
  /** Opportunities of the subject customers: `{id, companyId, tagStage, tagOutcome}`. */
  readonly opportunities: readonly TwentyRecord[];
  /** Items of the subject opportunities and products, with their product and opportunity. */
  readonly items: readonly TwentyRecord[];
}

/** A patch of one record; only fields that differ from what is stored. */
export interface Patch {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Writes by object (API name, singular). */
export type Plan = Readonly<Record<string, readonly Patch[]>>;

/** Outcomes whose stage still speaks for the customer (DESIGN: open or won). */
export const LIVE_OUTCOMES: ReadonlySet<unknown> = new Set(['OPEN', 'WON', null, undefined, '']);

export const isStage = (value: unknown, stages: readonly Stage[]): value is Stage => stages.includes(value as Stage);

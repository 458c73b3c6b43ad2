import type { Stage } from '../../objects/taxonomy/types.ts';
import { type CreditRun, creditSignalOf } from '../run/credit-signal-of.ts';
import type { TwentyRecord } from '../run/record-change.ts';

/** The stages in which price and contract are decided: a customer whose signal is Stop enters none of them unseen (5.1.6). */
export const GUARDED_STAGES: ReadonlySet<Stage> = new Set<Stage>(['NEGOTIATION', 'SIGNED']);

/** Whether the credit signal of an opportunity's customer stands against a stage. */
export const isStoppedAt = (run: CreditRun, deal: TwentyRecord, stage: Stage): boolean => {
  const customer = (deal.company ?? null) as TwentyRecord | null;
  return customer !== null && GUARDED_STAGES.has(stage) && creditSignalOf(run, customer) === 'STOP';
};

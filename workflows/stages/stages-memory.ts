import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { MOVE_FAULTS, type MoveFault } from '../judgement/values.ts';
import { isObject, kept, type Slice, text } from '../memory/slice.ts';
import { isStage } from '../run/snapshot.ts';

/** A stage move that was not in order and has not been put right. */
export interface OpenGate {
  readonly from: Stage;
  readonly to: Stage;
  /** When it was moved. ISO 8601. */
  readonly at: string;
  readonly fault: MoveFault;
  /** Tells this passing of a gate from every other of the record. */
  readonly key: string;
}

/** What is remembered of an opportunity's way through the stages. */
export interface StagesMemory {
  readonly stage?: Stage;
  readonly outcome?: string;
  readonly gate?: OpenGate;
  /** When the opportunity came to be signed. ISO 8601. */
  readonly signedAt?: string;
}

const FAULTS: ReadonlySet<unknown> = new Set(MOVE_FAULTS);

const gateOf = (value: unknown): OpenGate | undefined => {
  if (!isObject(value)) return undefined;
  const { from, to, at, fault, key } = value;
  if (!isStage(from, STAGES) || !isStage(to, STAGES) || !FAULTS.has(fault)) return undefined;
  if (typeof at !== 'string' || typeof key !== 'string') return undefined;
  return { from, to, at, fault: fault as MoveFault, key };
};

export const stagesMemory: Slice<StagesMemory> = (stored) =>
  kept({
    stage: isStage(stored.stage, STAGES) ? stored.stage : undefined,
    outcome: text(stored.outcome),
    gate: gateOf(stored.gate),
    signedAt: text(stored.signedAt),
  });

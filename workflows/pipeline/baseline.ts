import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import type { MoveFault } from '../rules/stages/judge-move.ts';
import { isStage } from './snapshot.ts';

/** A stage move that was not in order and has not been put right. */
export interface OpenGate {
  readonly from: Stage;
  readonly to: Stage;
  /** When it was moved. ISO 8601. */
  readonly at: string;
  readonly fault: MoveFault;
}

/**
 * What the application remembers of a record between two judgements. With it a change is found by comparing, whether
 * its event came or not, and the record's standing follows from records alone.
 */
export interface Baseline {
  /** From when checks count: the record's creation, or the day the application was installed. ISO 8601. */
  readonly since: string;
  /** The review status last set. */
  readonly status: string;
  /** The tags as last seen; see seen.ts. Empty tags are left out. */
  readonly seen: Readonly<Record<string, string>>;
  /** Who entered tags since the last approval. */
  readonly enterers: readonly string[];
  /** Open matters that have a task. */
  readonly tasks: readonly string[];
  readonly stage?: Stage;
  readonly outcome?: string;
  readonly gate?: OpenGate;
  readonly doubtSince?: string;
  readonly returnedAt?: string;
  /** Tags to look at again since the competition changed (4.1.6). */
  readonly unreviewed?: readonly string[];
  /** Kinds of change whose tag was edited while required tags of the product were missing (A5). */
  readonly edited?: readonly string[];
  /** The last missed check that is in the log, `YYYY-MM-DD`. */
  readonly missedUntil?: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const FAULTS: ReadonlySet<unknown> = new Set<MoveFault>(['SKIPPED', 'BACK_WITHOUT_NOTE', 'UNMET']);

const gateOf = (value: unknown): OpenGate | undefined => {
  if (!isObject(value)) return undefined;
  const { from, to, at, fault } = value;
  if (!isStage(from, STAGES) || !isStage(to, STAGES) || typeof at !== 'string' || !FAULTS.has(fault)) return undefined;
  return { from, to, at, fault: fault as MoveFault };
};

/** Reads a stored baseline; null when there is none or it cannot be one, which makes the next judgement a first one. */
export const readBaseline = (value: unknown): Baseline | null => {
  if (!isObject(value) || typeof value.since !== 'string' || !isObject(value.seen)) return null;
  const optional = <Name extends string, Value>(name: Name, read: Value | undefined) =>
    (read === undefined ? {} : { [name]: read }) as Partial<Record<Name, Value>>;
  return {
    since: value.since,
    status: text(value.status) ?? '',
    seen: Object.fromEntries(
      Object.entries(value.seen).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    enterers: texts(value.enterers),
    tasks: texts(value.tasks),
    ...optional('stage', isStage(value.stage, STAGES) ? value.stage : undefined),
    ...optional('outcome', text(value.outcome)),
    ...optional('gate', gateOf(value.gate)),
    ...optional('doubtSince', text(value.doubtSince)),
    ...optional('returnedAt', text(value.returnedAt)),
    ...optional('unreviewed', Array.isArray(value.unreviewed) ? texts(value.unreviewed) : undefined),
    ...optional('edited', Array.isArray(value.edited) ? texts(value.edited) : undefined),
    ...optional('missedUntil', text(value.missedUntil)),
  };
};

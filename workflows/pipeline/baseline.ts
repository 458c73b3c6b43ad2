import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { MOVE_FAULTS, type MoveFault } from '../judgement/values.ts';
import { canonical } from '../rules/canonical.ts';
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

/** Tags that changed without anybody being known to have changed them: the event was lost, or is still to come. */
export interface Unclaimed {
  readonly tags: readonly string[];
  /** When the latest of them was found. ISO 8601. */
  readonly since: string;
}

/** An approval somebody asked for, that waits for it to be known who changed the tags. */
export interface Waiting {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
  readonly note: string;
  readonly ownerBefore?: string;
}

/** Something marked doubtful and not cleared up. */
export interface OpenDoubt {
  /** ISO 8601. */
  readonly since: string;
  /** Tells this doubt from every other of the record. */
  readonly key: string;
}

/**
 * What the application remembers of a record between two judgements. With it a change is found by comparing, whether
 * its event came or not, and the record's standing follows from records alone.
 */
export interface Baseline {
  /** Grows with each change of what is remembered. Facts found by comparing bear it in their keys, so that two runs
   * over the same memory find the same facts and not each its own. */
  readonly version: number;
  /** From when checks count: the record's creation, or the day the application was installed. ISO 8601. */
  readonly since: string;
  /** The review status last set. */
  readonly status: string;
  /** The tags as last seen; see seen.ts. Empty tags are left out. */
  readonly seen: Readonly<Record<string, string>>;
  /** Who entered tags since the last approval. */
  readonly enterers: readonly string[];
  /** Who may have entered tags since: wrote last when they were first seen, as `member@instant`. */
  readonly suspects?: readonly string[];
  readonly unclaimed?: Unclaimed;
  readonly waiting?: Waiting;
  /** Who entered last, and when, is taken from the last writer: the event that knows it has not come. */
  readonly isGuessed?: true;
  /** When the tags were last approved. ISO 8601. */
  readonly approvedAt?: string;
  /** Tags that were emptied, as they were last seen filled. */
  readonly cleared?: Readonly<Record<string, string>>;
  /** Open matters that have a task, each with whose it is, as `key|member`. */
  readonly tasks: readonly string[];
  readonly stage?: Stage;
  readonly outcome?: string;
  readonly gate?: OpenGate;
  readonly doubt?: OpenDoubt;
  readonly returnedAt?: string;
  /** Tags to look at again since the competition changed (4.1.6). */
  readonly unreviewed?: readonly string[];
  /** Kinds of change whose tag was edited while required tags of the product were missing (A5). */
  readonly edited?: readonly string[];
  /** The last missed check that is in the log, `YYYY-MM-DD`. */
  readonly missedUntil?: string;
  /** When the last action that was carried out or refused was asked for. ISO 8601. */
  readonly acted?: string;
  /** The digest of the products offered. */
  readonly offer?: string;
  /** When the opportunity came to be signed. ISO 8601. */
  readonly signedAt?: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const FAULTS: ReadonlySet<unknown> = new Set(MOVE_FAULTS);

const gateOf = (value: unknown): OpenGate | undefined => {
  if (!isObject(value)) return undefined;
  const { from, to, at, fault, key } = value;
  if (!isStage(from, STAGES) || !isStage(to, STAGES) || !FAULTS.has(fault)) return undefined;
  if (typeof at !== 'string' || typeof key !== 'string') return undefined;
  return { from, to, at, fault: fault as MoveFault, key };
};

const doubtOf = (value: unknown): OpenDoubt | undefined => {
  if (!isObject(value) || typeof value.since !== 'string' || typeof value.key !== 'string') return undefined;
  return { since: value.since, key: value.key };
};

const unclaimedOf = (value: unknown): Unclaimed | undefined => {
  if (!isObject(value) || typeof value.since !== 'string') return undefined;
  return { tags: texts(value.tags), since: value.since };
};

const waitingOf = (value: unknown): Waiting | undefined => {
  if (!isObject(value) || typeof value.at !== 'string') return undefined;
  const ownerBefore = text(value.ownerBefore);
  return {
    at: value.at,
    by: text(value.by) ?? null,
    note: text(value.note) ?? '',
    ...(ownerBefore ? { ownerBefore } : {}),
  };
};

const textsByName = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};

/** Reads a stored baseline; null when there is none or it cannot be one, which makes the next judgement a first one. */
export const readBaseline = (value: unknown): Baseline | null => {
  if (!isObject(value) || typeof value.since !== 'string' || !isObject(value.seen)) return null;
  const optional = <Name extends string, Value>(name: Name, read: Value | undefined) =>
    (read === undefined ? {} : { [name]: read }) as Partial<Record<Name, Value>>;
  return {
    version: typeof value.version === 'number' ? value.version : 0,
    since: value.since,
    status: text(value.status) ?? '',
    seen: textsByName(value.seen),
    enterers: texts(value.enterers),
    tasks: texts(value.tasks),
    ...optional('suspects', Array.isArray(value.suspects) ? texts(value.suspects) : undefined),
    ...optional('unclaimed', unclaimedOf(value.unclaimed)),
    ...optional('waiting', waitingOf(value.waiting)),
    ...optional('isGuessed', value.isGuessed === true ? true : undefined),
    ...optional('approvedAt', text(value.approvedAt)),
    ...optional('cleared', isObject(value.cleared) ? textsByName(value.cleared) : undefined),
    ...optional('stage', isStage(value.stage, STAGES) ? value.stage : undefined),
    ...optional('outcome', text(value.outcome)),
    ...optional('gate', gateOf(value.gate)),
    ...optional('doubt', doubtOf(value.doubt)),
    ...optional('returnedAt', text(value.returnedAt)),
    ...optional('unreviewed', Array.isArray(value.unreviewed) ? texts(value.unreviewed) : undefined),
    ...optional('edited', Array.isArray(value.edited) ? texts(value.edited) : undefined),
    ...optional('missedUntil', text(value.missedUntil)),
    ...optional('acted', text(value.acted)),
    ...optional('offer', text(value.offer)),
    ...optional('signedAt', text(value.signedAt)),
  };
};

/** Gives what is remembered its version: the old one as long as nothing else of it differs. */
export const nextBaseline = (old: Baseline | null, next: Omit<Baseline, 'version'>): Baseline => {
  const kept = { version: old?.version ?? 0, ...next };
  return old && canonical(old) === canonical(kept) ? old : { ...kept, version: kept.version + 1 };
};

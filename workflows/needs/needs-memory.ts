import { isObject, kept, type Slice } from '../memory/slice.ts';

/** A special need that the customer has not confirmed. */
export interface OpenNeed {
  /** When it was entered. ISO 8601. */
  readonly since: string;
  /** Tells it from every other of the record. */
  readonly key: string;
}

/** What is remembered of special needs. */
export interface NeedsMemory {
  readonly need?: OpenNeed;
}

const needIn = (value: unknown): OpenNeed | undefined =>
  isObject(value) && typeof value.since === 'string' && typeof value.key === 'string'
    ? { since: value.since, key: value.key }
    : undefined;

export const needsMemory: Slice<NeedsMemory> = (stored) => kept({ need: needIn(stored.need) });

import { isObject, kept, type Slice, text } from '../memory/slice.ts';

/** Something marked doubtful and not cleared up. */
export interface OpenDoubt {
  /** ISO 8601. */
  readonly since: string;
  /** Tells this doubt from every other of the record. */
  readonly key: string;
}

/** What is remembered of the verification. */
export interface VerificationMemory {
  readonly doubt?: OpenDoubt;
  /** The verdict last judged; not known of a record that was judged before verdicts were remembered. */
  readonly verdict?: string;
}

const doubtOf = (value: unknown): OpenDoubt | undefined => {
  if (!isObject(value) || typeof value.since !== 'string' || typeof value.key !== 'string') return undefined;
  return { since: value.since, key: value.key };
};

export const verificationMemory: Slice<VerificationMemory> = (stored) =>
  kept({ doubt: doubtOf(stored.doubt), verdict: text(stored.verdict) });

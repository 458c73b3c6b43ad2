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
  /** What was last said of the tags; not known of a record that was judged before it was remembered. */
  readonly verification?: string;
  /** Of a verified record: when it was, and when its name or code was last told to be entered. ISO 8601. */
  readonly verifiedAt?: string;
  readonly namedAt?: string;
}

const doubtOf = (value: unknown): OpenDoubt | undefined => {
  if (!isObject(value) || typeof value.since !== 'string' || typeof value.key !== 'string') return undefined;
  return { since: value.since, key: value.key };
};

export const verificationMemory: Slice<VerificationMemory> = (stored) =>
  kept({
    doubt: doubtOf(stored.doubt),
    verification: text(stored.verification),
    verifiedAt: text(stored.verifiedAt),
    namedAt: text(stored.namedAt),
  });

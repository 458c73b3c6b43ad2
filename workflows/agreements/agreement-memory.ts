import { isObject, kept, type Slice, text } from '../memory/slice.ts';
import type { Acknowledged } from './judge-acknowledgement.ts';

/** What is remembered of an agreement, on its own record. */
export interface AgreementMemory {
  readonly acknowledged?: Acknowledged;
  /** The post the member had when it came into force, and since when they have another, `YYYY-MM-DD` (A25). */
  readonly post?: string;
  readonly postChangedOn?: string;
}

const acknowledgedIn = (value: unknown): Acknowledged | undefined =>
  isObject(value) && typeof value.at === 'string' && typeof value.terms === 'string'
    ? { at: value.at, terms: value.terms }
    : undefined;

export const agreementMemory: Slice<AgreementMemory> = (stored) =>
  kept({
    acknowledged: acknowledgedIn(stored.acknowledged),
    post: text(stored.post),
    postChangedOn: text(stored.postChangedOn),
  });

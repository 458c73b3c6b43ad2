import { kept, type Slice, someTexts } from '../memory/slice.ts';

/** What is remembered of who answers for a record. */
export interface OwnerMemory {
  /** Who owned it when it was last judged; empty when nobody did. */
  readonly owner?: string;
  /** Who did before, and when last, as `member@instant`. */
  readonly formerOwners?: readonly string[];
}

export const ownerMemory: Slice<OwnerMemory> = ({ owner, formerOwners }) =>
  kept({ owner: typeof owner === 'string' ? owner : undefined, formerOwners: someTexts(formerOwners) });

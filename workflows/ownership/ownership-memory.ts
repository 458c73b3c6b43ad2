import { kept, type Slice, text } from '../memory/slice.ts';

/** What is remembered of who answers for a record: a user who leaves the workspace is gone from every relation. */
export interface OwnershipMemory {
  /** Workspace member. */
  readonly ownedBy?: string;
  /** Their manager: with the user the profile may go as well. */
  readonly ownersManager?: string;
  /** They have left, nobody owns the record since, and it was looked at. */
  readonly ownerLeft?: true;
}

export const ownershipMemory: Slice<OwnershipMemory> = (stored) =>
  kept({
    ownedBy: text(stored.ownedBy),
    ownersManager: text(stored.ownersManager),
    ownerLeft: stored.ownerLeft === true ? (true as const) : undefined,
  });

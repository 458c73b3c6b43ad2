import { ownerOf } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { type OwnershipMemory, ownershipMemory } from './ownership-memory.ts';

/**
 * Finds that whoever owned the record has left the workspace: Twenty empties the relation and tells nobody. An owner who
 * is still there was taken off by a person, and is forgotten.
 */
export const ownershipStep: Step<OwnershipMemory> = {
  memory: ownershipMemory,
  follow: (run, { object, record }, { ownedBy, ownersManager }) => {
    const owner = ownerOf(object, record) ?? ownedBy;
    if (owner === undefined) return {};
    const superior = run.roster.superiorOf(owner);
    if (run.roster.member(owner) === null) {
      const managerId = superior ?? run.roster.member(ownersManager) ?? run.roster.managerOf(null);
      return {
        subject: { record: { ...record, leftOwnerId: owner, leftOwnersManagerId: managerId } },
        memory: { ownedBy: owner, ownersManager, ownerLeft: true },
      };
    }
    return ownerOf(object, record) === null ? {} : { memory: { ownedBy: owner, ownersManager: superior ?? undefined } };
  },
};

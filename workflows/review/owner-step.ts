import { unlessEmpty } from '../memory/slice.ts';
import type { Ownership } from '../run/entry.ts';
import { ownerOf, type Run, subjectKey } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { withFormerOwners } from './former-owners.ts';
import { type OwnerMemory, ownerMemory } from './owner-memory.ts';

/** Who handed the record on: as events tell, or else as is found by comparing, when it was until now. */
const handedOn = (run: Run, { object, id, record }: Subject, { owner }: OwnerMemory): readonly Ownership[] => {
  const told = run.handovers.get(subjectKey(object, id)) ?? [];
  const isFound = owner && owner !== ownerOf(object, record) && !told.some(({ by }) => by === owner);
  return isFound ? [...told, { by: owner, at: run.now.toISOString() }] : told;
};

/**
 * Remembers who owned the record before: whoever hands it on does not become a second pair of eyes by that (4.3.1). What
 * was judged before owners were remembered gets its owner with the next change, for the sake of that alone it is not
 * written.
 */
export const ownerStep: Step<OwnerMemory> = {
  memory: ownerMemory,
  follow: (run, subject, memory) => {
    const handovers = handedOn(run, subject, memory);
    const formerOwners = withFormerOwners(memory.formerOwners ?? [], handovers, run.now);
    const isRemembered = memory.owner !== undefined || subject.isFirst || subject.isEnteredAnew || handovers.length > 0;
    return {
      subject: { formerOwners },
      memory: {
        owner: isRemembered ? (ownerOf(subject.object, subject.record) ?? '') : undefined,
        formerOwners: unlessEmpty(formerOwners),
      },
    };
  },
};

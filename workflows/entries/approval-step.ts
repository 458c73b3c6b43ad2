import { unlessEmpty } from '../memory/slice.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { type EntriesMemory, entriesMemory } from './entries-memory.ts';
import { union } from './writers.ts';

/**
 * Whoever confirms the tags after a change that nobody is known to have made stands for it from then on: theirs is the
 * first pair of eyes.
 */
const claimantOf = ({ action, unclaimed }: Subject): string | null =>
  action &&
  unclaimed &&
  action.done === 'CONFIRM' &&
  action.isTraced &&
  Date.parse(action.at) > Date.parse(unclaimed.since)
    ? action.by
    : null;

/** Who entered the tags is remembered until they are approved (4.3.1). */
export const approvalStep: Step<EntriesMemory> = {
  memory: entriesMemory,
  follow: (_run, subject, memory) => {
    const { action, enterers, suspects, unclaimed } = subject;
    if (action?.done === 'APPROVE')
      return { memory: { enterers: [], suspects: undefined, unclaimed, approvedAt: action.at } };
    const claimedBy = claimantOf(subject);
    return {
      memory: {
        enterers: union(enterers, [claimedBy]),
        suspects: unlessEmpty(suspects),
        unclaimed: claimedBy === null ? unclaimed : undefined,
        approvedAt: memory.approvedAt,
      },
    };
  },
};

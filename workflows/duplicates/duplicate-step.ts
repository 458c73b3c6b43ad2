import { unlessEmpty } from '../memory/slice.ts';
import { idOf, nameOf } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { type DuplicatesMemory, duplicatesMemory } from './duplicates-memory.ts';
import { likeDealsOf } from './like-deals.ts';

/** Finds the opportunities that are probably the same as this one (5.2.7), and remembers whom it told of itself. */
export const duplicateStep: Step<DuplicatesMemory> = {
  memory: duplicatesMemory,
  follow: (run, { object, record }) => {
    if (object !== 'opportunity') return {};
    const alike = likeDealsOf(record, run.calendar.dateOf);
    return {
      subject: { alike: alike.map((deal) => nameOf(object, deal)) },
      memory: {
        alike: unlessEmpty(alike.map(idOf)),
        alikeAs: alike.length > 0 ? nameOf(object, record) : undefined,
      },
    };
  },
};

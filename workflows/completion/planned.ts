import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { remembered } from '../memory/core.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run } from '../run/run.ts';
import { completerOf } from './completer.ts';
import { completionMemory } from './completion-memory.ts';
import type { Planned, Waiting } from './spread-completions.ts';

/** A record that waits to be asked for what it lacks, with when its opportunity, or its oldest one, began. */
export const waitingOf = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  dealSince: string | null,
): Waiting => ({
  id: idOf(record),
  whose: completerOf(run, object, record, {}),
  dealSince,
  createdAt: String(record.createdAt),
});

/** The day a record has already; null where it has none. */
export const plannedOf = (run: Run, object: GovernedObject, record: TwentyRecord): Planned | null => {
  const completion = remembered(completionMemory, record)?.completion;
  if (!completion?.opensOn) return null;
  return { whose: completerOf(run, object, record, completion), opensOn: completion.opensOn };
};

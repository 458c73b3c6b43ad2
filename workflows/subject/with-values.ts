import type { Values } from '../judgement/values.ts';
import { changesBetween, seenOf } from '../memory/seen.ts';
import type { Run } from '../run/run.ts';
import type { Subject } from './subject.ts';

/** Other values for a subject, and with them how they are remembered and what of them changed. */
export const withValues = (
  run: Run,
  { object, isFirst, lastSeen, offered }: Pick<Subject, 'object' | 'isFirst' | 'lastSeen' | 'offered'>,
  values: Values,
): Pick<Subject, 'values' | 'seen' | 'changes'> => {
  const seen = seenOf(object, values, run.memoryKey);
  return { values, seen, changes: isFirst ? [] : [...changesBetween(object, lastSeen, seen), ...offered] };
};

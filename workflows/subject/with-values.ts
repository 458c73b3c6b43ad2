import { ruledMajorChange } from '../judgement/rulings.ts';
import type { Values } from '../judgement/values.ts';
import { changesBetween, seenOf } from '../memory/seen.ts';
import { ownerField, type Run } from '../run/run.ts';
import type { Subject } from './subject.ts';

/** The tags as they are remembered. Whoever left the workspace was taken off by nobody: their mark stays until another stands there. */
const rememberedOf = (
  run: Run,
  { object, record, lastSeen }: Pick<Subject, 'object' | 'record' | 'lastSeen'>,
  values: Values,
): Readonly<Record<string, string>> => {
  const seen = seenOf(object, values, run.memoryKey);
  // A customer's account owner is Twenty's own, and no tag.
  const tag = ownerField(object).replace(/Id$/, '');
  const mark = record.leftOwnerId ? lastSeen[tag] : undefined;
  return mark === undefined ? seen : { ...seen, [tag]: mark };
};

/** Other values for a subject, and with them how they are remembered and what of them changed. */
export const withValues = (
  run: Run,
  subject: Pick<Subject, 'object' | 'record' | 'isFirst' | 'lastSeen' | 'offered'>,
  values: Values,
): Pick<Subject, 'values' | 'seen' | 'changes'> => {
  const { object, isFirst, lastSeen, offered } = subject;
  const seen = rememberedOf(run, subject, values);
  if (isFirst) return { values, seen, changes: [] };
  const changes = [...changesBetween(object, lastSeen, seen), ...offered];
  return {
    values,
    seen,
    changes: changes.map((change) => ({ ...change, tag: ruledMajorChange(run.rulings, change.tag) })),
  };
};

import type { CoreMemory } from '../memory/core.ts';
import { markOf, type TagChange, wordsIn } from '../memory/seen.ts';
import type { NoticesMemory } from './notices-memory.ts';

const isReported = ({ tag }: TagChange): boolean => tag.majorChange !== undefined || tag.reportedAs !== undefined;

/**
 * A tag that was emptied and is filled again has changed, in two steps: the policy wants that reported as much as a
 * change in one (4.1.3). Filled as it was before, it has not.
 */
export const acrossClearing = (
  changes: readonly TagChange[],
  old: Pick<NoticesMemory, 'cleared'> | null,
): readonly TagChange[] =>
  changes.flatMap((change): TagChange[] => {
    const before = old?.cleared?.[change.tag.name];
    if (change.kind !== 'FILLED' || before === undefined) return [change];
    return markOf(before) === change.mark ? [] : [{ ...change, kind: 'CHANGED', before: wordsIn(before) }];
  });

/** What to remember of emptied tags: the last value seen, until they are filled again. */
export const clearedTags = (
  changes: readonly TagChange[],
  old: Pick<NoticesMemory & CoreMemory, 'cleared' | 'seen'> | null,
  seen: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const emptied = changes
    .filter((change) => change.kind === 'CLEARED' && isReported(change))
    .map((change): [string, string] => [change.tag.name, old?.seen[change.tag.name] ?? '']);
  return Object.fromEntries(
    [...Object.entries(old?.cleared ?? {}), ...emptied].filter(([name]) => seen[name] === undefined),
  );
};

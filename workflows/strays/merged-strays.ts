import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { Value, Values } from '../judgement/values.ts';
import { remembered } from '../memory/core.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { heldIn, keptLists, keptStrays } from './keep-strays.ts';
import { type Strays, straysMemory } from './strays-memory.ts';

/** What is kept aside of a record as it was when it went up in another, judged since it was written or not. */
export const straysOf = (object: GovernedObject, record: TwentyRecord): Strays => {
  const known = remembered(straysMemory, record)?.strays ?? {};
  const untold = { isTold: false, isEmptied: false };
  return Object.fromEntries(
    keptLists(object)
      .map((tag) => [tag.name, keptStrays(tag, record[tag.name] as Value, known[tag.name] ?? [], untold)] as const)
      .filter(([, strays]) => strays.length > 0),
  );
};

/**
 * What is kept aside of a list of the one that is left: of a list of several what either had; of a list of one what the
 * loser had, where the survivor has nothing of its own, neither there nor kept aside.
 */
export const joinedStrays = (
  tag: TagFacts,
  value: Value,
  own: readonly string[],
  losers: readonly string[],
): readonly string[] => {
  const isTaken = tag.kind === 'MULTI_SELECT' || (heldIn(value).length === 0 && own.length === 0);
  return isTaken ? [...new Set([...own, ...losers])] : own;
};

/** What of lists of one is kept aside and stands on the record no more, by tag. */
export const erasedOf = (object: GovernedObject, values: Values, strays: Strays): Readonly<Record<string, string>> => {
  const erased = keptLists(object).flatMap(({ kind, name }) => {
    const [value] = strays[name] ?? [];
    const isErased = kind === 'SELECT' && heldIn(values[name]).length === 0;
    return isErased && value !== undefined ? [[name, value] as const] : [];
  });
  return Object.fromEntries(erased);
};

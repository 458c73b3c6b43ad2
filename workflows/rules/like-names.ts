import { damageIn, folded } from './characters.ts';
import { expression } from './expression.ts';
import { nameKey } from './legal-name.ts';
import { simplify } from './simplify.ts';

/** Of a shorter name one character is too much of what it says: 电脑采购 and 电视采购 are two things. */
const MIN_WITH_SLIP = 8;
/** What tells two phases, lots or years apart: numbers, and letters that stand alone, Roman numerals among them. */
const ORDINALS = expression('\\d+|[〇零一二三四五六七八九十百]+|[甲乙丙丁]|(?<![a-z])(?:[a-z]|[ivx]+)(?![a-z])', 'g');

const ordinalsIn = (name: string): string =>
  damageIn(name) ? '' : (simplify(folded(name).toLowerCase()).match(ORDINALS) ?? []).join(' ');

/** Whether one text becomes the other by one character left out, put in or put in another's place. */
const isOneSlipApart = (left: readonly string[], right: readonly string[]): boolean => {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (longer.length - shorter.length > 1) return false;
  let from = 0;
  while (from < shorter.length && shorter[from] === longer[from]) from += 1;
  const skip = longer.length === shorter.length ? 1 : 0;
  return shorter.slice(from + skip).join('') === longer.slice(from + 1).join('');
};

/**
 * Whether two names may mean one thing: the same but for spelling, or, from eight characters on, one slip apart. What
 * differs in a number is two things that follow each other.
 */
export const areLikeNames = (left: string, right: string): boolean => {
  const [one, other] = [nameKey(left), nameKey(right)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [characters, others] = [[...one], [...other]];
  return (
    Math.min(characters.length, others.length) >= MIN_WITH_SLIP &&
    isOneSlipApart(characters, others) &&
    ordinalsIn(left) === ordinalsIn(right)
  );
};

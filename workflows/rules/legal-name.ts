import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import { simplify } from './simplify.ts';

const MIN = 4;
const MAX = 100;
const LEGAL_ENDINGS = expression(
  '(?:公司|集团|合伙企业(?:[(（][^)）]*[)）])?|厂|店|中心|合作社|事务所|学校|大学|学院|幼儿园|医院|银行|支行|分行|局|委员会|委|政府|部|厅|院|所|协会|商会|基金会|研究院|研究所|inc|inc\\.|ltd|ltd\\.|limited|llc|gmbh|ag|corp|corp\\.|corporation|co\\.|company|plc|s\\.a\\.|pte\\.?|k\\.k\\.)$',
);
const PASSED_OVER = expression('[\\s·・\\-_/、,.。()[\\]【】「」"\'“”‘’]', 'g');
const PUNCTUATED_END = expression('[,.;:!?，。；：！？、]$');

const FOLDED = new Map<string, string>();

/**
 * The key under which two names are the same: NFKC, Simplified, lower case, without spaces, brackets and the usual
 * separators. Empty for an empty name.
 */
export const nameKey = (name: string): string => {
  const known = FOLDED.get(name);
  if (known !== undefined) return known;
  const key = simplify(name.normalize('NFKC').toLowerCase()).replace(PASSED_OVER, '');
  // Names come again and again, in every judgement of a batch; a small memory spares the folding.
  if (FOLDED.size >= 5_000) FOLDED.clear();
  FOLDED.set(name, key);
  return key;
};

/** Hints that a customer's name is not its full legal name (2.1.1). Warnings only: foreign and new forms exist. */
export const checkLegalName = (name: string): readonly Finding[] => {
  const trimmed = name.trim();
  if (trimmed === '') return [];
  const length = [...trimmed].length;
  const problems: Finding[] = [];
  if (length < MIN) problems.push(finding('NAME_TOO_SHORT', 'WARNING', { min: MIN }));
  if (length > MAX) problems.push(finding('NAME_TOO_LONG', 'WARNING', { max: MAX }));
  if (PUNCTUATED_END.test(trimmed) && !/(?:inc|ltd|co|corp|s\.a|pte)\.$/i.test(trimmed)) {
    problems.push(finding('NAME_PUNCTUATION', 'WARNING', { found: trimmed.slice(-1) }));
  }
  if (length >= MIN && !LEGAL_ENDINGS.test(simplify(trimmed.normalize('NFKC').toLowerCase()))) {
    problems.push(finding('NAME_SHORT_FORM', 'WARNING'));
  }
  return problems;
};

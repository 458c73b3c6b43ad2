import { trimmed } from './characters.ts';
import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import { nameKey } from './legal-name.ts';
import { once } from './once.ts';
import { simplify } from './simplify.ts';

const MAX = 15;
const MIN_DEFINITION = 8;
const VAGUE: ReadonlySet<string> = new Set(
  '其他 其它 一些 若干 大概 可能 不确定 待定 差不多 某 某些 暂无 无 未知 不详 测试 test 重要 一般 相关 等 n/a'.split(
    ' ',
  ),
);
const control = once(() => expression('\\p{Cc}|\\p{Cf}', 'u'));
const emoji = once(() => expression('\\p{Extended_Pictographic}|\\p{Regional_Indicator}|\\u20e3', 'u'));
const onlyDigits = once(() => expression('^\\p{N}+$', 'u'));
const PUNCTUATION = expression('[;|!?@#$%^*=<>"\'“”‘’「」『』《》\\\\]', 'g');
const VAGUE_BEGIN = expression('^(?:一些|某些|若干|可能)');
const VAGUE_END = expression('(?:等|之类|左右)$');
/** The one-letter grades of 2.1.23 are whole names. */
const RATING = /^[a-d]$/;
const JOINED = expression('[、和及或与]');

export interface TagNameInput {
  readonly name: string;
  readonly definition: string;
  /** Names already in the dictionary, this one not among them. */
  readonly existing: readonly string[];
}

/** A name as it is kept: NFKC, single spaces, trimmed. */
export const normalizeTagName = (name: string): string => trimmed(name.normalize('NFKC').replace(/\s+/g, ' '));

/** Whether one edit (a character put in, left out or changed) makes one text the other. */
const isOneEditApart = (left: string, right: string): boolean => {
  const [shorter, longer] = left.length <= right.length ? [[...left], [...right]] : [[...right], [...left]];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  const rest = shorter.length === longer.length ? at + 1 : at;
  return shorter.slice(rest).join('') === longer.slice(at + 1).join('');
};

const formOf = (name: string): readonly Finding[] => {
  const found = [...new Set(name.match(PUNCTUATION) ?? [])].join(' ');
  const problems: Finding[] = [];
  if ([...name].length > MAX) problems.push(finding('NAME_TOO_LONG', 'ERROR', { max: MAX }));
  if (emoji().test(name)) problems.push(finding('NAME_EMOJI', 'ERROR'));
  if (found) problems.push(finding('NAME_PUNCTUATION', 'ERROR', { found }));
  if (onlyDigits().test(name)) problems.push(finding('NAME_ONLY_DIGITS', 'ERROR'));
  return problems;
};

const wordingOf = (name: string): readonly Finding[] => {
  const folded = simplify(name.toLowerCase());
  if (VAGUE.has(folded)) return [finding('NAME_VAGUE', 'ERROR')];
  const length = [...folded].length;
  const vague = VAGUE_BEGIN.exec(folded)?.[0] ?? VAGUE_END.exec(folded)?.[0];
  const problems: Finding[] = [];
  if (length === 1 && !RATING.test(folded)) problems.push(finding('NAME_TOO_SHORT', 'WARNING', { min: 2 }));
  if (vague) problems.push(finding('NAME_VAGUE_PART', 'WARNING', { found: vague }));
  if (length > 4 && JOINED.test(folded)) problems.push(finding('NAME_MAY_BE_TWO', 'WARNING'));
  return problems;
};

const likenessOf = (name: string, existing: readonly string[]): readonly Finding[] => {
  const key = nameKey(name);
  if (key !== '' && existing.some((other) => nameKey(other) === key)) return [finding('NAME_DUPLICATE', 'ERROR')];
  if ([...key].length < 4) return [];
  const near = existing.find((other) => isOneEditApart(nameKey(other), key));
  return near ? [finding('NAME_NEAR_DUPLICATE', 'WARNING', { other: near })] : [];
};

const definitionOf = (name: string, definition: string): readonly Finding[] => {
  const text = definition.trim();
  if ([...text].length < MIN_DEFINITION) return [finding('DEFINITION_MISSING', 'ERROR', { min: MIN_DEFINITION })];
  return nameKey(text).replaceAll(nameKey(name), '').length < 2 ? [finding('DEFINITION_REPEATS_NAME', 'ERROR')] : [];
};

/**
 * Judges the name and the definition of a new tag: concise, clear, exact; not vague, ambiguous or long (3.1.8–3.1.10).
 * The policy's own options are exempt; that is the caller's business.
 */
export const checkTagName = ({ name, definition, existing }: TagNameInput): readonly Finding[] => {
  const controls = control().test(name) ? [finding('NAME_CONTROL_CHARACTER', 'ERROR')] : [];
  const normal = normalizeTagName(name);
  if (normal === '') return [finding('REQUIRED_MISSING', 'ERROR'), ...definitionOf(normal, definition)];
  return [
    ...controls,
    ...formOf(normal),
    ...wordingOf(normal),
    ...likenessOf(normal, existing),
    ...definitionOf(normal, definition),
  ];
};

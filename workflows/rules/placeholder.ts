import { withoutInvisible } from './characters.ts';
import { expression } from './expression.ts';
import { once } from './once.ts';

/** Words that fill a field without saying anything (3.2.6), in the form {@link bareOf} gives. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '无',
  '無',
  '没有',
  '沒有',
  '没填',
  '沒填',
  '空',
  '同上',
  '不明',
  '不详',
  '不詳',
  '不知道',
  '不清楚',
  '不确定',
  '不確定',
  '不适用',
  '不適用',
  '未定',
  '未知',
  '未填',
  '未填写',
  '未填寫',
  '未提供',
  '未确定',
  '未確定',
  '未确认',
  '未確認',
  '尚无',
  '尚無',
  '尚未提供',
  '尚未确定',
  '尚未確定',
  '待补',
  '待補',
  '待补充',
  '待補充',
  '待定',
  '待查',
  '待填',
  '待填写',
  '待填寫',
  '待提供',
  '待更新',
  '待完善',
  '待核实',
  '待核實',
  '待确认',
  '待確認',
  '暂无',
  '暫無',
  '暂缺',
  '暫缺',
  '暂时没有',
  '暫時沒有',
  '暂未提供',
  '暫未提供',
  '暂未确定',
  '暫未確定',
  '暂不清楚',
  '暫不清楚',
  '暂不确定',
  '暫不確定',
  '暂无信息',
  '暂无数据',
  '暂无资料',
  '暫無資訊',
  '暫無資料',
  '暂无特殊需求',
  '暫無特殊需求',
  '暂无竞争对手',
  '暫無競爭對手',
  '无数据',
  '无资料',
  '無資料',
  '测试',
  '測試',
  'na',
  'n/a',
  'n.a',
  'none',
  'null',
  'nil',
  'tbd',
  'tba',
  'tbc',
  'todo',
  'tobeconfirmed',
  'tobedetermined',
  'notapplicable',
  'notavailable',
  'notknown',
  'notprovided',
  'unknown',
  'test',
  'undefined',
]);

/** Words that say there is none, where that is an answer (2.1.15, 2.2.14). */
const NONE: ReadonlySet<string> = new Set([
  '无',
  '無',
  '没有',
  '沒有',
  'none',
  'no',
  '无特殊需求',
  '無特殊需求',
  '无特殊要求',
  '無特殊要求',
  '无特别需求',
  '無特別需求',
  '无特别要求',
  '無特別要求',
  '没有特殊需求',
  '沒有特殊需求',
  '没有特殊要求',
  '沒有特殊要求',
  'nospecialneeds',
  'nospecialrequirements',
  '无竞品',
  '無競品',
  '没有竞品',
  '沒有競品',
  '无竞争者',
  '無競爭者',
  '无竞争对手',
  '無競爭對手',
  '没有竞争对手',
  '沒有競爭對手',
  'nocompetitor',
  'nocompetitors',
]);

/** No word with marks around it is longer; what is, is looked through only when it holds no ordinary character. */
const LONGEST = 24;
const ORDINARY = expression('[0-9a-z\\u3400-\\u9fff]');
const BETWEEN_ORDINARY = expression('^[0-9a-z\\u3400-\\u9fff](?:.*[0-9a-z\\u3400-\\u9fff])?$');

/** Unicode classes, made when a text comes close: the expressions are slow to make and most runs have no use for them. */
const marksAround = once(() => expression('^[\\p{P}\\p{S}\\p{Cf}]+|[\\p{P}\\p{S}\\p{Cf}]+$', 'gu'));
const filler = once(() => expression('^[\\p{P}\\p{S}\\p{Cf}x0]+$', 'u'));

/** One character again and again: xxx, ---, ……, 000. */
const isRepeated = (text: string): boolean => {
  const [first = ''] = text;
  return first.repeat(text.length / first.length) === text && filler().test(first);
};

/** Nothing that folding changes: signs, digits and small letters of ASCII, Chinese characters. */
const UNCHANGED = expression('^[!-@\\[-~\\u4e00-\\u9fff]*$');

/** Width, letter case, white space and what cannot be seen play no part. */
const foldedOf = (text: string): string =>
  UNCHANGED.test(text) ? text : withoutInvisible(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, '');

/** What is left of a folded text without the punctuation and the invisible characters around it. */
const bareOf = (folded: string): string => (BETWEEN_ORDINARY.test(folded) ? folded : folded.replace(marksAround(), ''));

/** 0-9, A-Z, a-z and Chinese characters, which no folding makes fewer. */
const isOrdinary = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x3400 && code <= 0x9fff);

const ordinaryOf = (word: string): string => [...word].filter((letter) => isOrdinary(letter.charCodeAt(0))).join('');

/** Two letters as one number, which is found faster than a text. */
const pairOf = (first: number, second: number): number => first * 0x10000 + second;

/** How placeholders begin: their first two letters, marks aside. */
const BEGINNINGS: ReadonlySet<number> = new Set(
  [...PLACEHOLDERS]
    .map(ordinaryOf)
    .filter((word) => word.length > 1)
    .map((word) => pairOf(word.charCodeAt(0), word.charCodeAt(1))),
);

/** A letter of ASCII as a small one; whatever else as it is. */
const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/**
 * Whether a text can be seen to be no placeholder without folding it, as nearly all can: it begins as none does, or has
 * more ordinary characters than any. Every text of every record comes by here.
 */
const isPlainlyAnAnswer = (text: string): boolean => {
  // Given names and surnames are often one character.
  if (text.length === 1 && text >= '\u4e00' && text <= '\u9fff') return !PLACEHOLDERS.has(text);
  let first = 0;
  let ordinary = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isOrdinary(code)) {
      // What folding may turn into a letter has to be folded.
      if (code > 0x7f && ordinary < 2) return false;
      continue;
    }
    ordinary += 1;
    if (ordinary === 1) first = small(code);
    if (ordinary === 2) {
      const second = small(code);
      // One letter again and again is a filler, however long.
      if (first === second) return false;
      if (!BEGINNINGS.has(pairOf(first, second))) return true;
    }
    if (ordinary > LONGEST) return true;
  }
  return false;
};

/** Whether a text is a placeholder rather than an answer: a word that says nothing, or no word at all. */
export const isPlaceholder = (value: unknown): boolean => {
  if (typeof value !== 'string' || isPlainlyAnAnswer(value)) return false;
  const folded = foldedOf(value);
  // What cannot be seen says nothing; white space is a gap of another kind.
  if (folded === '') return value.trim() !== '';
  if (isRepeated(folded)) return true;
  if (folded.length > LONGEST && ORDINARY.test(folded)) return false;
  const bare = bareOf(folded);
  return bare === '' || PLACEHOLDERS.has(bare) || isRepeated(bare);
};

/** Whether a text is a word that says nothing, such as N/A or 暂无, where the form of an answer is judged. */
export const isNoAnswer = (value: string): boolean => {
  if (isPlainlyAnAnswer(value)) return false;
  const folded = foldedOf(value);
  return folded.length <= LONGEST && PLACEHOLDERS.has(bareOf(folded));
};

/** Whether a text says that there is none. Where that is an answer, it is no placeholder. */
export const saysNone = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const folded = foldedOf(value);
  return folded.length <= LONGEST && NONE.has(bareOf(folded));
};

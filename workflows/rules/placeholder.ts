import { expression } from './expression.ts';
import { once } from './once.ts';

/** Words that fill a field without saying anything (3.2.6), Simplified and lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '无',
  '無',
  '没有',
  '沒有',
  '暂无',
  '暫無',
  '未知',
  '不详',
  '不詳',
  '待定',
  '待补充',
  '待補充',
  '待填',
  '待确认',
  '待確認',
  '不清楚',
  '不确定',
  '不確定',
  '空',
  '测试',
  '測試',
  'na',
  'n/a',
  'n.a.',
  'none',
  'null',
  'nil',
  'tbd',
  'tba',
  'todo',
  'unknown',
  'test',
  'undefined',
]);

const LONGEST = Math.max(...[...PLACEHOLDERS].map((word) => word.length));
const classOf = (members: string): RegExp => expression(`^[${members}]+$`, 'u');

/** Unicode classes, made when a text comes close: the expressions are slow to make and most runs have no use for them. */
const invisible = once(() => classOf('\\p{Cf}'));
const filler = once(() => classOf('\\p{P}\\p{S}x0'));

/** One character again and again: xxx, ---, ……, 000. */
const isRepeated = (text: string): boolean => {
  const [first = ''] = text;
  return first.repeat(text.length / first.length) === text && filler().test(first);
};

/** Whether a text is a placeholder rather than an answer. White space around it and letter case play no part. */
export const isPlaceholder = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const trimmed = value.trim();
  if (trimmed.length > LONGEST) return false;
  const folded = trimmed.normalize('NFKC').toLowerCase();
  // Zero-width characters look like nothing, and are.
  if (invisible().test(folded)) return true;
  return PLACEHOLDERS.has(folded) || isRepeated(folded);
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoAnswer, isPlaceholder, saysNone } from '../../../workflows/rules/placeholder.ts';

/** What people leave where they had nothing to say, in both scripts and in English. */
const WORDS = [
  ...['无', '無', '空', '没有', '沒有', '没填', '沒填', '同上', '测试', '測試', '无数据', '无资料', '無資料'],
  ...['不明', '不详', '不詳', '不知道', '不清楚', '不确定', '不確定', '不适用', '不適用'],
  ...['未定', '未知', '未填', '未填写', '未填寫', '未提供', '未确定', '未確定', '未确认', '未確認'],
  ...['尚无', '尚無', '尚未提供', '尚未确定', '尚未確定'],
  ...['待定', '待填', '待填写', '待填寫', '待补', '待補', '待补充', '待補充', '待查', '待提供', '待更新', '待完善'],
  ...['待核实', '待核實', '待确认', '待確認'],
  ...['暂无', '暫無', '暂缺', '暫缺', '暂时没有', '暫時沒有', '暂未提供', '暫未提供', '暂未确定', '暫未確定'],
  ...['暂不清楚', '暫不清楚', '暂不确定', '暫不確定', '暂无信息', '暂无数据', '暂无资料', '暫無資訊', '暫無資料'],
  ...['暂无特殊需求', '暫無特殊需求', '暂无竞争对手', '暫無競爭對手'],
  ...['N/A', 'n.a', 'NA', 'None', 'NULL', 'nil', 'TBD', 'TBA', 'TBC', 'todo', 'unknown', 'test', 'undefined'],
  ...['To be confirmed', 'to be determined', 'Not applicable', 'not available', 'not known', 'not provided'],
];

const MARKS = [
  '。',
  '.',
  '，',
  '！',
  '!',
  '？',
  '…',
  '~',
  '-',
  '—',
  '/',
  '（',
  '）',
  '[',
  ']',
  '“',
  '”',
  '"',
  '*',
  '#',
];
const GAPS = [' ', '\u3000', '\t', '\n', '\u00a0', '\u200b', '\ufeff'];
const frame = fc.array(fc.constantFrom(...MARKS, ...GAPS), { maxLength: 4 }).map((marks) => marks.join(''));
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const written = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  fullWidth,
  (text) => [...text].join(' '),
  // As when an input method is switched while somebody types.
  (text) => fullWidth(text.slice(0, 1)) + text.slice(1),
  (text) => text.slice(0, 2) + fullWidth(text.slice(2)),
);

describe('words that say nothing', () => {
  it.each(WORDS)('%s', (word) => {
    expect(isPlaceholder(word)).toBe(true);
    expect(isNoAnswer(word)).toBe(true);
  });

  it('say nothing however they are framed, spaced and written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), frame, frame, written, (word, before, after, write) => {
        const text = `${before}${write(word)}${after}`;
        expect(isPlaceholder(text), text).toBe(true);
        expect(isNoAnswer(text), text).toBe(true);
      }),
      { seed: 20_261_127, numRuns: 2_000 },
    );
  });

  it('are words no longer once a Chinese character or a letter is put before them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), fc.constantFrom('甲', '王', '一', '龥', 'Q', 'q'), (word, letter) => {
        expect(isPlaceholder(`${letter}${word}`)).toBe(false);
        expect(isNoAnswer(`${letter}${word}`)).toBe(false);
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
  });

  it.each([
    ['-xxx-', true],
    ['-/-', true],
    ['“待 补充……”', true],
    ['（无）', true],
    ['N / A', true],
    ['ｎａ', true],
    ['#N/A', true],
    ['<null>', true],
    ['TODO:', true],
    ['ＴBD', true],
    ['Ｔest', true],
    // A radical that looks the same, as copied from a PDF.
    ['\u2f46', true],
    ['不\u2f46', false],
    ['暂无~', true],
    ['\u200b无\ufeff', true],
    [`无${'。'.repeat(23)}`, true],
    [`无${'。'.repeat(24)}`, false],
    [`${'无'.repeat(30)}。`, false],
  ])('%j is one: %s', (text, expected) => expect(isPlaceholder(text)).toBe(expected));
});

describe('what is no word at all', () => {
  it.each([
    ...['x', 'X', 'xx', 'XXX', 'xXx', 'ｘｘｘ', '×××', 'xxxxxxxxxx', 'x'.repeat(60)],
    ...['0', '00', '000', '０００', '0000000000', '0'.repeat(60)],
    ...['-', '—', '——', '---', '------------', '-'.repeat(60), '/', '//', '\\', '.', '。', '……', '?', '？？？', '***'],
    ...['、', '_', '（'.repeat(40), '👍', '😀😀', '√'],
    ...['\u200b', '\u200b'.repeat(40), ' \u200b ', '\u2060\ufeff'],
  ])('%j says nothing', (text) => expect(isPlaceholder(text)).toBe(true));

  it.each([
    ...['', ' ', '\u3000\t\n'],
    ...[
      'x光机',
      'xo',
      'x0',
      '0x',
      'X1',
      '007',
      '0.5',
      '10',
      '1',
      '00后',
      'oo',
      'C++',
      'A',
      '甲',
      '芳',
      '一',
      '龥',
      '㐀',
    ],
    ...[`${'X'.repeat(30)}Y`, `${'x'.repeat(30)} 公司`],
  ])('%j is not that', (text) => expect(isPlaceholder(text)).toBe(false));

  it('is no word that says there is no answer either', () => {
    expect(isNoAnswer(`无${'。'.repeat(23)}`)).toBe(true);
    for (const text of ['---', 'xxx', '000', '\u200b', `无${'。'.repeat(24)}`])
      expect(isNoAnswer(text), text).toBe(false);
  });
});

describe('answers', () => {
  it.each([
    ...['无锡', '无锡市新吴区长江路 8 号', '（无锡）', '无，见附件', '无人机', '无缝钢管', '空调', '空压机', '空间站'],
    ...['没有预算限制', '待定项目', '待机时间长', '不锈钢', '不干胶', '未来科技', '未名湖', '暂住证', '同仁堂', '同方'],
    ...[
      '测试仪器',
      '测试甲有限公司',
      '测绘',
      '尚德',
      'testing',
      'Testo',
      'Nano',
      'NATO',
      'nilfisk',
      'Nullmax',
      'Nonesuch',
    ],
    ...['Todos', 'Unknown Worlds', 'Notion', 'tbd 之后再说', '见附件', '要求 3 天内交货', '支持国产化替代'],
    ...['To be delivered in May', 'not available in China'],
  ])('%s is one', (text) => {
    expect(isPlaceholder(text)).toBe(false);
    expect(isNoAnswer(text)).toBe(false);
  });

  it.each([7, 0, null, undefined, true, ['无'], {}])('%j is no text, and no placeholder', (value) => {
    expect(isPlaceholder(value)).toBe(false);
    expect(saysNone(value)).toBe(false);
  });
});

describe('what says that there is none', () => {
  it.each([
    ...['无', '無', ' 無。', '没有', '沒有', '（没有）', 'None.', 'NO', 'no!', 'ｎｏｎｅ'],
    ...['无特殊需求', '無特殊需求', '无特殊要求', '無特殊要求', '无特别需求', '無特別需求', '无特别要求', '無特別要求'],
    ...['没有特殊需求', '沒有特殊需求', '没有特殊要求', '沒有特殊要求', 'No special needs', 'no special requirements.'],
    ...['无竞品', '無競品', '没有竞品', '沒有競品', '无竞争者', '無競爭者', '无竞争对手', '無競爭對手'],
    ...['没有竞争对手。', '沒有競爭對手', 'No competitor', 'no competitors'],
    `无${'。'.repeat(23)}`,
  ])('%j', (text) => expect(saysNone(text)).toBe(true));

  it.each([
    ...['', ' ', '-', '暂无', '暂无竞争对手', 'N/A', '待定', '未知', '无无', '无锡', '无竞争力', '没有预算', '否'],
    ...['nobody', 'Norway', 'no idea', '无特殊需求，但要三天内交货', '没有竞争对手能供货的只有甲公司'],
    `无${'。'.repeat(24)}`,
  ])('%j does not', (text) => expect(saysNone(text)).toBe(false));

  it('of special needs or competitors is an answer, and no placeholder', () => {
    for (const text of ['无特殊要求', '無特別需求', '无竞品', 'No competitors', 'no'])
      expect(isPlaceholder(text), text).toBe(false);
  });
});

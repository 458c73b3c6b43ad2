import { describe, expect, it } from 'vitest';
import {
  damageIn,
  firstInvisible,
  folded,
  isBlankText,
  trimmed,
  withoutInvisible,
} from '../../../workflows/rules/characters.ts';
import { checkCreditCode, compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { checkEmail } from '../../../workflows/rules/email.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import { readPhone } from '../../../workflows/rules/phone.ts';
import { checkTagName } from '../../../workflows/rules/tag-name.ts';

const INVISIBLE = [
  '\u0000',
  '\u001f',
  '\u007f',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202d',
  '\u202c',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u2800',
  '\u3164',
  '\ufe0f',
  '\ufeff',
  '\uffa0',
  '\ufffc',
  '\u{e0041}',
  '\u{e0101}',
];
const nameOf = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

describe.each(INVISIBLE.map((character) => [nameOf(character), character]))('%s carries nothing', (_name, mark) => {
  it('in no text, and alone it is none', () => {
    expect(withoutInvisible(`a${mark}b${mark}`)).toBe('ab');
    expect(trimmed(` ${mark} a${mark}b ${mark}`)).toBe(`a${mark}b`);
    expect(isBlankText(` ${mark}\t`)).toBe(true);
    expect(firstInvisible(`ab${mark}`)).toBe(nameOf(mark));
  });
  it('in no name, code, phone number or address', () => {
    expect(nameKey(`测试${mark}贸易有限公司`)).toBe(nameKey('测试贸易有限公司'));
    expect(compactCreditCode(`${mark}91512081${mark}MA62K0260E${mark}`)).toBe('91512081MA62K0260E');
    expect(readPhone(`${mark}138001${mark}38000${mark}`)).toMatchObject({ isValid: true, e164: '+8613800138000' });
    expect(checkEmail(`a@b.cn${mark}`)).toEqual([]);
  });
});

describe('what shows stays', () => {
  it.each(['a', '中', '\u3000', '\t', '\n', '-', '😀', '\u00e9', '𠮷'])('%j', (text) => {
    expect(withoutInvisible(text)).toBe(text);
    expect(firstInvisible(text)).toBeNull();
  });
  it('an emoji of several characters keeps its joiners within a text', () => {
    expect(trimmed(' 👨\u200d👩 ')).toBe('👨\u200d👩');
  });
});

describe('characters that are the same', () => {
  it.each([
    ['dashes', '-－–—―‐‑‒−─━⸺﹘﹣', '-'],
    ['opening brackets', '(（[［{｛〔【〖〈《⟨﹙﹝⦅', '('],
    ['closing brackets', ')）]］}｝〕】〗〉》⟩﹚﹞⦆', ')'],
    ['apostrophes', "'＇‘’‛ʼ′`´", "'"],
    ['quotation marks', '"＂“”„‟«»″〝〞', '"'],
    ['middle dots', '·•・‧∙⋅･', '·'],
    ['full-width letters', 'ＡA', 'A'],
    ['full-width digits', '９9', '9'],
  ])('%s', (_what, signs, one) => {
    expect([...signs].map((sign) => folded(`x${sign}x`))).toEqual([...signs].map(() => `x${one}x`));
  });
  it('a long-vowel mark is a dash between Chinese characters, a letter among kana', () => {
    expect(nameKey('一汽ー大众')).toBe(nameKey('一汽-大众'));
    expect(nameKey('データ株式会社')).not.toBe(nameKey('デタ株式会社'));
  });
});

describe('damage', () => {
  it.each([
    ['the replacement character', '某某\ufffd公司'],
    ['it read as GBK', '锟斤拷锟斤拷公司'],
    ['memory never filled', '烫烫烫公司'],
    ['memory freed', '屯屯屯公司'],
    ['UTF-8 read as GBK', new TextDecoder('gb18030').decode(new TextEncoder().encode('甲一有限公司'))],
    ['UTF-8 read as Western letters', new TextDecoder('windows-1252').decode(new TextEncoder().encode('测试公司'))],
    ['a byte order mark read as letters', 'ï»¿name'],
  ])('is seen: %s', (_what, text) => {
    expect(damageIn(text)).not.toBeNull();
    expect(nameKey(text)).toBe('');
  });
  it.each(['甲一有限公司', 'Café Müller GmbH', 'L’Oréal', '烫烫火锅店', '屯屯村合作社', '斤斤计较', 'naïve', ''])(
    'there is none in %j',
    (text) => expect(damageIn(text)).toBeNull(),
  );
  it('makes no two names the same', () => {
    const definition = '说明这个标签的含义和用法';
    const [first, second] = ['锟斤拷甲', '锟斤拷乙'];
    const codes = checkTagName({ name: first ?? '', definition, existing: [second ?? ''] }).map(({ code }) => code);
    expect(codes).not.toContain('NAME_DUPLICATE');
  });
});

describe('codes that are something else', () => {
  it.each([
    ['110101190001010858', 'CREDIT_CODE_INNER', 'WARNING'],
    ['110108009045888', 'CREDIT_CODE_LICENCE', 'ERROR'],
    ['３２０１００００００１２３４５', 'CREDIT_CODE_LICENCE', 'ERROR'],
    ['71774346-9', 'CREDIT_CODE_ORGANISATION', 'ERROR'],
    ['MA62K0260', 'CREDIT_CODE_ORGANISATION', 'ERROR'],
    ['717743468', 'CREDIT_CODE_FORMAT', 'ERROR'],
    ['9.11101E+17', 'CREDIT_CODE_FORMAT', 'ERROR'],
  ])('%s: %s', (code, found, severity) => {
    expect(checkCreditCode(code).problems).toMatchObject([{ code: found, severity }]);
  });
});

import fc from 'fast-check';
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
    expect(trimmed(`${mark}a${mark}`)).toBe('a');
    expect(trimmed(`${mark}中${mark}${mark}`)).toBe('中');
    expect(trimmed(`${mark}${mark}`)).toBe('');
    expect(isBlankText(` ${mark}\t`)).toBe(true);
    expect(isBlankText(mark)).toBe(true);
    expect(isBlankText(`${mark}é`)).toBe(false);
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
  it.each(['a', '~', '!', '0', '一', '中', '龥', '\u9fff', 'é', 'ж', '한', 'あ', '㐀', '😀', '𠮷', ' é', '\t~', '。'])(
    '%j is no blank',
    (text) => expect(isBlankText(text)).toBe(false),
  );
  it.each(['', ' ', '\u3000', '\u00a0\n', '\u2028', '\u2060\u200b'])('%j is one', (text) =>
    expect([isBlankText(text), trimmed(text)]).toEqual([true, '']),
  );
  it.each([
    [' 无锡精控 ', '无锡精控'],
    ['\u3000无锡 精控\u3000', '无锡 精控'],
    ['\n Café\t', 'Café'],
    ['\u200b 𠮷野家 \u200b', '𠮷野家'],
    ['~', '~'],
  ])('%j is %j with nothing around it', (text, expected) => expect(trimmed(text)).toBe(expected));
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
  it.each([
    [' Café ', 'Café'],
    ['\u3000ＡＢＣ\u3000', 'ABC'],
    ['\u200b 无锡（集团） ', '无锡(集团)'],
    ['  Acme  Ltd  ', 'Acme  Ltd'],
    ['①②', '12'],
    ['㈱日立', '(株)日立'],
    ['', ''],
  ])('%j is compared as %j', (text, expected) => expect(folded(text)).toBe(expected));
  it('compared once more a text is the same, and so with what carries nothing put in anywhere', () => {
    const letters = fc.constantFrom(..."无锡（集团）Ａb9-—·・“”'’ éＦ㈱ー한😀〔〕．");
    const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...INVISIBLE), fc.nat(12), (whole, mark, at) => {
        const once = folded(whole);
        expect(folded(once)).toBe(once);
        expect(folded(whole.slice(0, at) + mark + whole.slice(at))).toBe(once);
      }),
      { seed: 20_261_127, numRuns: 2_000 },
    );
  });
  it('a long-vowel mark is a dash between Chinese characters, a letter among kana', () => {
    expect(nameKey('一汽ー大众')).toBe(nameKey('一汽-大众'));
    expect(nameKey('一汽ーー大众')).toBe(nameKey('一汽-大众'));
    expect(folded('ラーーメン')).toBe('ラーーメン');
    expect(nameKey('データ株式会社')).not.toBe(nameKey('デタ株式会社'));
  });
});

const windows1252 = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('damage', () => {
  it.each([
    ['the replacement character', '某某\ufffd公司'],
    ['it read as GBK', '锟斤拷锟斤拷公司'],
    ['memory never filled', '烫烫烫公司'],
    ['memory freed', '屯屯屯公司'],
    ['UTF-8 read as GBK', new TextDecoder('gb18030').decode(new TextEncoder().encode('甲一有限公司'))],
    ['UTF-8 read as Western letters', windows1252('测试公司')],
    ['a byte order mark read as letters', 'ï»¿name'],
    ['the replacement character read as letters', 'ï¿½公司'],
    ['memory never filled, more of it', '烫烫烫烫烫'],
    ['half of the replacement character read as GBK', '斤拷公司'],
    ['accents read as Western letters', windows1252('Müller GmbH')],
    ['a capital with an accent', windows1252('École Été')],
    ['ß', windows1252('Groß AG')],
    ['a curly apostrophe', windows1252('L’Oréal')],
    ['a dash', windows1252('一汽—大众')],
    ['a sign', windows1252('Acme®')],
  ])('is seen: %s', (_what, text) => {
    expect(damageIn(text)).not.toBeNull();
    expect(nameKey(text)).toBe('');
  });
  it.each([
    ...['甲一有限公司', 'Café Müller GmbH', 'L’Oréal', '烫烫火锅店', '屯屯村合作社', '斤斤计较', 'naïve', ''],
    ...[
      'SÃO PAULO',
      'IRMÃ\u00a0E FILHOS',
      'MANHÃ–TARDE',
      'PÂTISSERIE',
      'Crème brûlée',
      'Château Âge',
      'ÂÃ',
      'Xã Đông Â',
    ],
    ...['Größe äöü', '鍏兴贸易', '2° – 8°', '€ 5 “fünf”'],
  ])('there is none in %j', (text) => expect(damageIn(text)).toBeNull());
  it.each([
    ['某\ufffd\ufffd公司', '\ufffd\ufffd'],
    ['甲锟斤拷', '锟斤拷'],
    ['甲锟斤', '锟斤'],
    ['Müller und MÃ¼ller', 'Ã¼'],
  ])('of %j, %j is shown', (text, found) => expect(damageIn(text)).toBe(found));
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

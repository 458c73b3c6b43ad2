import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone, readPhone } from '../../../workflows/rules/phone.ts';
import examples from '../../fixtures/reference-examples.json' with { type: 'json' };

const told = (text: string, callingCode?: string) =>
  checkPhone(text, callingCode).map(({ code, severity, data }) => [code, severity, data]);

describe('the examples of the reference', () => {
  it.each(examples.phone.map((example) => [example.input, example.expected] as const))('%s', (input, expected) => {
    const verdict = readPhone(input);
    expect(verdict.isValid).toBe(expected.valid);
    if (expected.e164) expect(verdict.e164).toBe(expected.e164);
    expect(verdict.country).toBe(expected.country);
  });
});

describe('mobile numbers', () => {
  const MIIT = [
    ...['130', '139', '145', '146', '147', '148', '149', '150', '153', '155', '159', '162', '165', '166', '167'],
    ...['170', '173', '175', '178', '180', '189', '190', '193', '195', '199'],
  ];
  it.each(MIIT)('%s is a prefix of the MIIT', (prefix) => {
    expect(readPhone(`${prefix}12345678`)).toEqual({
      isValid: true,
      isPossible: true,
      e164: `+86${prefix}12345678`,
      country: 'CN',
      extension: null,
    });
  });
  it.each(['144', '154', '160', '163', '164', '168', '169', '179', '194'])(
    '%s is in no table yet: a warning',
    (prefix) => {
      expect(told(`${prefix}12345678`)).toEqual([['PHONE_INVALID', 'WARNING', {}]]);
      expect(readPhone(`${prefix}12345678`)).toMatchObject({ isPossible: true, e164: null });
    },
  );
  it.each(['100', '110', '120', '129'])('%s begins none: an error', (prefix) => {
    expect(told(`${prefix}12345678`)).toEqual([['PHONE_INVALID', 'ERROR', {}]]);
  });
  it.each([
    ...['13800138000', '138 0013 8000', '138-0013-8000', '138.0013.8000', '138·0013·8000', '１３８００１３８０００'],
    ...['+8613800138000', '+86 138-0013-8000', '+ 86 138 0013 8000', '8613800138000', '86-13800138000'],
    ...['(86)13800138000', '（+86）13800138000', '0086 138 0013 8000', '0086-13800138000', '013800138000'],
    ...[' 13800138000 ', '138\u00a00013\u00a08000', '\u202d13800138000\u202c', '13800138000\u200b'],
  ])('%j is +8613800138000', (text) => {
    expect(readPhone(text)).toMatchObject({ isValid: true, e164: '+8613800138000', country: 'CN', extension: null });
    expect(told(text)).toEqual([]);
  });
});

describe('fixed lines', () => {
  it.each([
    ['010-65391234', '+861065391234'],
    ['010/65391234', '+861065391234'],
    ['(010) 6539 1234', '+861065391234'],
    ['（010）6539—1234', '+861065391234'],
    ['01065391234', '+861065391234'],
    ['+86-010-65391234', '+861065391234'],
    ['+86 10 65391234', '+861065391234'],
    ['021-6888-8888', '+862168888888'],
    ['0571-8888888', '+865718888888'],
    ['0571-88888888', '+8657188888888'],
    ['+86 (0)755 8601 3388', '+8675586013388'],
    ['86 0755-86013388', '+8675586013388'],
    ['86-755-86013388', '+8675586013388'],
    ['[0755]86013388', '+8675586013388'],
    ['0755\t86013388', '+8675586013388'],
    ['755-86013388', '+8675586013388'],
    ['400-820-8820', '+864008208820'],
    ['4008-208-820', '+864008208820'],
    ['400 8208 820', '+864008208820'],
    ['800-820-8888', '+868008208888'],
  ])('%s is %s', (text, e164) => expect(readPhone(text)).toMatchObject({ isValid: true, e164, country: 'CN' }));

  it.each([
    ...['65391234', '025-8888888', '010-653912345', '0571-888888', '0571-888888888', '400-820-882', '400-820-88201'],
    ...['95588', '10086', '12315', '110'],
  ])('%s can be dialled by nobody far away', (text) => expect(told(text)).toEqual([['PHONE_INVALID', 'ERROR', {}]]));
});

describe('extensions', () => {
  it.each([
    ...['转8001', ' 转 8001', '轉8001', '-转8001', '转：8001', '转接 8001', ' 总机转8001', ' 總機轉8001'],
    ...[
      '转分机8001',
      '轉分機8001',
      '转内线8001',
      '分机8001',
      ' 分机 8001',
      '分機：8001',
      '分机号 8001',
      '内线8001',
      '內線 8001',
    ],
    ...[
      '(转8001)',
      '（分机8001）',
      ' （轉 8001）',
      '#8001',
      ' x8001',
      ' X 8001',
      ' ext 8001',
      ' ext. 8001',
      ' Ext:8001',
    ],
    ...[' EXT.: 8001', ', ext. 8001', ' extension 8001', '-8001', '—8001', ' - 8001'],
  ])('0755-86013388%s', (behind) => {
    for (const line of [
      '0755-86013388',
      '0755-8601 3388',
      '（0755）8601-3388',
      '+86 755 86013388',
      '86-755-86013388',
    ]) {
      expect(readPhone(`${line}${behind}`), line).toMatchObject({
        isValid: true,
        e164: '+8675586013388',
        extension: '8001',
      });
    }
  });
  it.each([
    ['010-65391234 分机 12', '+861065391234', '12'],
    ['021-6888-8888-123', '+862168888888', '123'],
    ['0512-680 9123-1', '+865126809123', '1'],
    ['010-65391234-123456', '+861065391234', '123456'],
    ['400-820-8820-3', '+864008208820', '3'],
    ['+86 400-820-8820-3', '+864008208820', '3'],
    ['4008208820转3', '+864008208820', '3'],
    ['13800138000转12', '+8613800138000', '12'],
    ['+1 415-555-2671 ext. 12', '+14155552671', '12'],
    ['+886 2 2345 6789 #123', '+886223456789', '123'],
  ])('%s is %s, and %s', (text, e164, extension) => {
    expect(readPhone(text)).toMatchObject({ isValid: true, e164, extension });
  });
  it.each([
    ['138-00138000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['0755-86013388', '+8675586013388'],
    ['021-6888-8888', '+862168888888'],
    ['+86-10-6539-1234', '+861065391234'],
    ['+852-2123-4567', '+85221234567'],
    ['852-2123-4567', '+85221234567'],
  ])('there is none in %s', (text, e164) => expect(readPhone(text)).toMatchObject({ e164, extension: null }));
  it.each([
    ...['0755-86013388 转', '0755-86013388-1234567', '0755-86013388转1234567', '转8001', '13800138000x'],
    ...['0755-8601转8001', '95588-1', '65391234-801', '75586013388-12a'],
  ])('%s is refused', (text) => expect(readPhone(text)).toMatchObject({ isValid: false, e164: null }));

  it('take nothing from the number and add nothing to it', () => {
    const line = fc.constantFrom('010-65391234', '0755 8601 3388', '(0571)8888888', '+86-21-68888888', '400-820-8820');
    const mark = fc.constantFrom('转', '轉分機', '分机：', ' ext. ', '#', 'x', '-', '（转');
    const digits = fc.stringMatching(/^\d{1,6}$/);
    fc.assert(
      fc.property(line, mark, digits, (number, before, extension) => {
        const whole = readPhone(`${number}${before}${extension}`);
        expect(whole).toEqual({ ...readPhone(number), extension });
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
  });
});

describe('numbers of elsewhere', () => {
  it.each([
    ['+852 2123 4567', '+85221234567', 'HK'],
    ['00852-21234567', '+85221234567', 'HK'],
    ['852-21234567', '+85221234567', 'HK'],
    ['(852) 2123 4567', '+85221234567', 'HK'],
    ['853 6612 3456', '+85366123456', 'MO'],
    ['886-2-2345-6789', '+886223456789', 'TW'],
    ['886912345678', '+886912345678', 'TW'],
    ['+886 (0)912 345 678', '+886912345678', 'TW'],
    ['+44 (0)20 7946 0018', '+442079460018', 'GB'],
    ['+1 (650) 253-0000', '+16502530000', 'US'],
    ['+49 (0) 30 123456', '+4930123456', 'DE'],
    ['+81 3-1234-5678', '+81312345678', 'JP'],
  ])('%s is %s', (text, e164, country) => expect(readPhone(text)).toMatchObject({ isValid: true, e164, country }));

  it.each([
    ['2123 4567', '+852', '+85221234567'],
    ['0912-345-678', '+886', '+886912345678'],
    ['(02)2345-6789 分機 123', '886', '+886223456789'],
    ['13412345678', '+1', '+13412345678'],
    ['+8613800138000', '+1', '+8613800138000'],
    ['0086 755 86013388', '+852', '+8675586013388'],
    ['13800138000', '+86', '+8613800138000'],
    // Data cards that the MIIT has given out, and libphonenumber does not know.
    ['146 1234 5678', '+86', '+8614612345678'],
    ['+86 148-1234-5678', '+852', '+8614812345678'],
    ['0086 149 1234 5678', '+1', '+8614912345678'],
    ['138 0013 8000', '86', '+8613800138000'],
    ['0755-86013388', '', '+8675586013388'],
    ['400 820 8820', '+', '+864008208820'],
  ])('%s under the calling code %j is %s', (text, callingCode, e164) => {
    expect(readPhone(text, callingCode)).toMatchObject({ isValid: true, e164 });
  });
  it.each([
    ['13800138000', '+1'],
    ['0755-86013388', '+1'],
    ['0755 8601 3388', '+852'],
    ['400-820-8820', '+1'],
    ['2123 4567', '+86'],
    ['852-21234567', '+1'],
    ['852-2123456', '+86'],
    ['852-212345678', '+86'],
    ['1-415-555-2671', '+86'],
    ['+999 123 4567', '+86'],
    ['+0 123 4567', '+86'],
  ])('%s under %s is none', (text, callingCode) => {
    expect(readPhone(text, callingCode)).toMatchObject({ isValid: false, e164: null });
  });
  it('of no country name none', () => expect(readPhone('+999 123 4567').country).toBeNull());
});

describe('what is no number says what is wrong with it', () => {
  it.each([
    ['13800138000/13900139000', { why: 'SEVERAL' }],
    ['13800138000 13900139000', { why: 'SEVERAL' }],
    ['13800138000、0755-86013388', { why: 'SEVERAL' }],
    ['0755-86013388；86013389', { why: 'SEVERAL' }],
    ['8601338,8601339', { why: 'SEVERAL' }],
    ['010-65391234或13800138000', { why: 'SEVERAL' }],
    ['65391234 or 65391235', { why: 'SEVERAL' }],
    ['010-65391234/35', { why: 'SEVERAL' }],
    ['010-65391234、5', { why: 'SEVERAL' }],
    ['0575-8512345/6', { why: 'SEVERAL' }],
    ['1.38E+10', { why: 'EXPONENT' }],
    ['138001380', { why: 'DIGITS', length: 9 }],
    ['1380013800', { why: 'DIGITS', length: 10 }],
    ['138001380001', { why: 'DIGITS', length: 12 }],
    ['138 0013 8000 00', { why: 'DIGITS', length: 13 }],
    ['+8613800138', { why: 'DIGITS', length: 8 }],
    ['86-138001380001', { why: 'DIGITS', length: 12 }],
    ['1380013', {}],
    ['13800138000138001', {}],
    ['860133,8601339', {}],
    ['12-34, 8601339', {}],
    ['电话13800138000', {}],
    ['13800138000（微信同号）', {}],
    ['张经理', {}],
    ['1a3b8c0d0e1f3g8h0i0j0', {}],
    ['+86+13800138000', {}],
    ['13800138000+', {}],
    ['0755)86013388', {}],
    ['', {}],
  ])('%j: %j', (text, data) => expect(told(text)).toEqual([['PHONE_INVALID', 'ERROR', data]]));

  it('words beside an unlisted number make it no possible one', () => {
    expect(told('电话17412345678')).toEqual([['PHONE_INVALID', 'ERROR', {}]]);
    expect(readPhone('hello')).toMatchObject({ isPossible: false, country: 'CN' });
  });
  it('the last digits of another line are joined to none', () => {
    expect(readPhone('0575-8512345/6')).toMatchObject({ isValid: false, e164: null });
    expect(readPhone('0575-8512345')).toMatchObject({ isValid: true, e164: '+865758512345' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import seed from '../../../seeds/company-size.json' with { type: 'json' };
import { companySize, decidedSize } from '../../../workflows/rules/company-size.ts';
import { checkCreditCode } from '../../../workflows/rules/credit-code.ts';
import { gradesLost, readRating } from '../../../workflows/rules/credit-rating.ts';
import { checkEmail, normalizeEmail } from '../../../workflows/rules/email.ts';
import { checkLegalName, nameKey } from '../../../workflows/rules/legal-name.ts';
import { checkTagName } from '../../../workflows/rules/tag-name.ts';
import examples from '../../fixtures/reference-examples.json' with { type: 'json' };

type Indicators = Partial<Record<'X' | 'Y' | 'Z', { large: number; medium: number; small: number }>>;
const inputOf = (code: string, values: Partial<Record<string, number>>) => ({
  segment: code,
  ...(values.X === undefined ? {} : { employees: values.X }),
  ...(values.Y === undefined ? {} : { revenueYuan: values.Y * 10_000 }),
  ...(values.Z === undefined ? {} : { assetsYuan: values.Z * 10_000 }),
});

describe('company size', () => {
  const TIERS = [
    ['large', 'LARGE', 'MEDIUM'],
    ['medium', 'MEDIUM', 'SMALL'],
    ['small', 'SMALL', 'MICRO'],
  ] as const;
  const cases = seed.rows.flatMap((row) =>
    TIERS.map(
      ([limit, reached, below]) =>
        [row.key, limit, reached, below, row.prefixes[0] ?? '', row.indicators as Indicators] as const,
    ),
  );
  it.each(cases)(
    '%s at its %s limits is %s, one below in any indicator %s',
    (key, limit, reached, below, code, indicators) => {
      const at = Object.fromEntries(Object.entries(indicators).map(([name, limits]) => [name, limits[limit]]));
      expect(companySize(inputOf(code, at))).toMatchObject({ size: reached, rule: key, status: 'DECIDED' });
      for (const name of Object.keys(indicators)) {
        expect(companySize(inputOf(code, { ...at, [name]: (at[name] ?? 0) - 1 })).size, name).toBe(below);
      }
    },
  );
  it.each(seed.rows.flatMap((row) => row.prefixes.map((prefix) => [prefix, row.key])))(
    '%s is judged as %s',
    (prefix, key) => {
      expect(companySize({ segment: String(prefix), employees: 0, revenueYuan: 0, assetsYuan: 0 }).rule).toBe(key);
    },
  );
  it('the size alone is that of the verdict where it decides, else none', () => {
    const figure = fc.option(fc.constantFrom(-1, 0, 9, 10, 99, 100, 299, 300, 1_000, 3e6, 2e7, 3e8, 4e9, Number.NaN), {
      nil: undefined,
    });
    const codes = [...seed.rows.flatMap((row) => row.prefixes), ...Object.keys(seed.notCovered), 'C36', '7', '00', 'x'];
    const input = fc.record({
      segment: fc.constantFrom(...codes),
      employees: figure,
      revenueYuan: figure,
      assetsYuan: figure,
    });
    fc.assert(
      fc.property(input, (one) => {
        const { size, status } = companySize(one);
        expect(decidedSize(one)).toBe(status === 'DECIDED' ? size : null);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it.each(Object.keys(seed.notCovered))('%s is not covered', (code) => {
    expect(companySize({ segment: code, employees: 5000 })).toMatchObject({ size: 'NOT_COVERED', rule: null });
  });
  it.each(examples.companySize.map((example) => [example.name, example] as const))(
    '%s',
    (_name, { code, values, expected }) => {
      const verdict = companySize(inputOf(code, values as Partial<Record<string, number>>));
      if ('size' in expected) expect(verdict.size).toBe(expected.size);
      if ('row' in expected) expect(verdict.rule).toBe(expected.row);
      if ('status' in expected) expect(verdict.status).toBe(expected.status);
    },
  );
  it('a section letter before the division plays no part', () => {
    expect(companySize({ segment: 'C36', employees: 1000, revenueYuan: 400_000_000 }).size).toBe('LARGE');
  });
  it('59 and 70 need the group unless every reading agrees', () => {
    expect(companySize({ segment: 'G59', employees: 150, revenueYuan: 42_000_000 })).toMatchObject({
      size: null,
      status: 'NEEDS_GROUP',
    });
    expect(companySize({ segment: 'G59', group: '594', employees: 150, revenueYuan: 42_000_000 })).toMatchObject({
      size: 'MEDIUM',
      rule: 'STORAGE',
    });
    expect(companySize({ segment: 'G59', employees: 3 })).toMatchObject({ size: 'MICRO' });
    expect(companySize({ segment: 'K70', group: '704' })).toMatchObject({ size: 'NOT_COVERED' });
  });
  it('one indicator at the bottom decides while another is missing', () => {
    expect(companySize({ segment: 'C36', employees: 19 }).size).toBe('MICRO');
    expect(companySize({ segment: 'C36', employees: 20 })).toMatchObject({ size: null, status: 'MISSING_INDICATOR' });
  });
  it.each([{ segment: 'XX' }, { segment: 'C99' }, { segment: 'C36', group: '701' }])('%j is unknown', (input) => {
    expect(companySize(input).status).toBe('UNKNOWN_SEGMENT');
  });
  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
    '%d employees count as not known, so that the record is still judged',
    (employees) => {
      expect(companySize({ segment: 'C36', employees }).status).toBe('MISSING_INDICATOR');
    },
  );
});

describe('unified social credit code', () => {
  it.each(examples.uscc.map((example) => [example.input, example.expected] as const))('%s', (input, expected) => {
    const { compact, problems } = checkCreditCode(input);
    if (expected.compact) expect(compact).toBe(expected.compact);
    if (expected.ok) expect(problems).toEqual([]);
    else if (expected.severity === 'error')
      expect(problems).toEqual([{ code: 'CREDIT_CODE_FORMAT', severity: 'ERROR', data: {} }]);
    else
      expect(problems).toEqual([
        { code: 'CREDIT_CODE_CHECK', severity: 'WARNING', data: { expected: expected.expectedCheck } },
      ]);
  });
  it.each(['9111010871774346', '91110108717743469KK', 'Z1110108717743469K', '91110A08717743469K'])(
    '%s has no such form',
    (code) => {
      expect(checkCreditCode(code).problems).toMatchObject([{ code: 'CREDIT_CODE_FORMAT' }]);
    },
  );
  it('spaces, hyphens, full width and lower case are folded', () => {
    expect(checkCreditCode(' ９１１１０１０８-717743469k ').problems).toEqual([]);
  });
});

describe('e-mail', () => {
  it.each(['a@b.cn', 'wang.wei+crm@mail.example.com', '张三@例子.公司', 'x@xn--fsqu00a.xn--55qx5d'])(
    '%s is one',
    (address) => expect(checkEmail(address)).toEqual([]),
  );
  it.each(['a', 'a@', '@b.cn', 'a@b', 'a b@c.cn', 'a..b@c.cn', 'a@-b.cn', 'a@b..cn', `${'a'.repeat(65)}@b.cn`])(
    '%s is none',
    (address) => expect(checkEmail(address)).toMatchObject([{ code: 'EMAIL_INVALID', severity: 'ERROR' }]),
  );
  it('the domain is kept in lower case', () => expect(normalizeEmail(' Wang@Example.CN ')).toBe('Wang@example.cn'));
});

describe('credit ratings', () => {
  it.each(examples.creditRating.vectors.map((example) => [example.input, example.expected] as const))(
    '%s',
    (input, expected) => {
      expect(readRating(input)).toMatchObject(expected);
    },
  );
  it.each([
    ['AA+', 'AA'],
    ['AA +', 'AA'],
    ['bbb－', 'BBB'],
    ['AA+级', 'AA'],
    ['AA级+', 'AA'],
    ['C --', 'C'],
  ])('%s is refused with %s', (input, suggest) =>
    expect(readRating(input)).toEqual({ ok: false, code: 'MODIFIER_NOT_IN_POLICY', suggest }),
  );
  it('a drop of two grades is counted', () => expect(gradesLost('A', 'BB')).toBe(2));
});

describe('tag names', () => {
  const PREFIX: Readonly<Record<string, string>> = {
    DEFINITION_MISSING: 'DEFINITION_MISSING',
    FORBIDDEN_PUNCTUATION: 'NAME_PUNCTUATION',
  };
  it.each(examples.tagNames.map((example) => [example.name, example] as const))(
    '%s',
    (_name, { expected, ...input }) => {
      const found = checkTagName(input);
      const codes = (severity: string) => found.filter((one) => one.severity === severity).map((one) => one.code);
      expect(codes('ERROR')).toEqual(expected.errors.map((code) => PREFIX[code] ?? `NAME_${code}`));
      expect(codes('WARNING')).toEqual(expected.warnings.map((code) => `NAME_${code}`));
    },
  );
  const definition = '需要明确的适用范围和判断标准说明';
  it.each([
    ['一二三四五六七八九十甲乙丙丁戊', []],
    ['一二三四五六七八九十甲乙丙丁戊己', ['NAME_TOO_LONG']],
    ['其他', ['NAME_VAGUE']],
    ['測試', ['NAME_VAGUE']],
    ['12345', ['NAME_ONLY_DIGITS']],
    ['高价值🙂', ['NAME_EMOJI']],
    ['高\u0007价', ['NAME_CONTROL_CHARACTER']],
    ['甲', ['NAME_TOO_SHORT']],
    ['一些客户', ['NAME_VAGUE_PART']],
    ['价格和质量敏感', ['NAME_MAY_BE_TWO']],
  ])('%s', (name, codes) => {
    expect(checkTagName({ name, definition, existing: [] }).map((one) => one.code)).toEqual(codes);
  });
  it('near names are told of', () => {
    expect(checkTagName({ name: '价格敏感型', definition, existing: ['价格敏感'] })).toMatchObject([
      { code: 'NAME_NEAR_DUPLICATE', data: { other: '价格敏感' } },
    ]);
  });
  it('a definition must say more than the name', () => {
    expect(checkTagName({ name: '价格敏感型客户群', definition: '价格敏感型客户群', existing: [] })).toMatchObject([
      { code: 'DEFINITION_REPEATS_NAME' },
    ]);
  });
});

describe('names of customers', () => {
  it.each(
    [
      '无锡精控自动化有限公司',
      '华中农村商业银行股份有限公司',
      '西安市中心医院',
      '合伙企业（有限合伙）',
      'Acme Inc.',
      'Beispiel GmbH',
    ].slice(0, 3),
  )('%s is a full name', (name) => expect(checkLegalName(name)).toEqual([]));
  it.each([
    ['精控', ['NAME_TOO_SHORT']],
    ['无锡精控', ['NAME_SHORT_FORM']],
    ['无锡精控自动化有限公司。', ['NAME_PUNCTUATION', 'NAME_SHORT_FORM']],
    [`${'长'.repeat(97)}有限公司`, ['NAME_TOO_LONG']],
    [`${'长'.repeat(96)}有限公司`, []],
  ])('%s', (name, codes) => {
    const found = checkLegalName(name);
    expect(found.map((one) => one.code)).toEqual(codes);
    expect(found.every((one) => one.severity === 'WARNING')).toBe(true);
  });
  it.each([
    ['無錫精控（集團）有限公司', '无锡精控(集团)有限公司'],
    ['ＡＢＣ 科技', 'abc科技'],
  ])('%s and %s are the same', (left, right) => expect(nameKey(left)).toBe(nameKey(right)));
});

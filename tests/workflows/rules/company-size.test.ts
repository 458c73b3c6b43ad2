import { describe, expect, it } from 'vitest';
import { companySize, decidedSize, type SizeInput } from '../../../workflows/rules/company-size.ts';

const YUAN = 10_000;
const reaches = (indicator: string, value: number, limit: number) => ({
  code: 'REACHES',
  data: { indicator, value, limit },
});
const below = (indicator: string, value: number, limit: number) => ({
  code: 'BELOW',
  data: { indicator, value, limit },
});

/** Industry (C): employees 20, 300, 1,000; revenue 300, 2,000, 40,000 ten thousand yuan. */
describe('what a size follows from', () => {
  it.each<[string, Omit<SizeInput, 'segment'>, object]>([
    [
      'large at both limits',
      { employees: 1000, revenueYuan: 40_000 * YUAN },
      { size: 'LARGE', reasons: [reaches('X', 1000, 1000), reaches('Y', 40_000, 40_000)] },
    ],
    [
      'medium as soon as one is a step below',
      { employees: 999, revenueYuan: 40_000 * YUAN },
      { size: 'MEDIUM', reasons: [reaches('X', 999, 300), reaches('Y', 40_000, 2000)] },
    ],
    [
      'small at both limits',
      { employees: 20, revenueYuan: 300 * YUAN },
      { size: 'SMALL', reasons: [reaches('X', 20, 20), reaches('Y', 300, 300)] },
    ],
    [
      'micro, by the indicator at the bottom alone',
      { employees: 500, revenueYuan: 299 * YUAN },
      { size: 'MICRO', reasons: [below('Y', 299, 300)] },
    ],
    [
      'micro by both',
      { employees: 19, revenueYuan: 299 * YUAN },
      { size: 'MICRO', reasons: [below('X', 19, 20), below('Y', 299, 300)] },
    ],
    [
      'micro though the other is not known: it could change nothing',
      { employees: 19 },
      { size: 'MICRO', reasons: [below('X', 19, 20)] },
    ],
  ])('%s', (_what, input, expected) => {
    expect(companySize({ segment: 'C36', ...input })).toEqual({ rule: 'INDUSTRY', status: 'DECIDED', ...expected });
  });

  it.each<[string, SizeInput, object]>([
    [
      'one indicator is missing that could change it',
      { segment: 'C36', employees: 20 },
      {
        size: null,
        rule: 'INDUSTRY',
        status: 'MISSING_INDICATOR',
        reasons: [{ code: 'MISSING_INDICATOR', data: { missing: ['Y'] } }],
      },
    ],
    [
      'both are missing, and what is no number or below zero is',
      { segment: 'F51', employees: -1, revenueYuan: Number.NaN },
      {
        size: null,
        rule: 'WHOLESALE',
        status: 'MISSING_INDICATOR',
        reasons: [{ code: 'MISSING_INDICATOR', data: { missing: ['X', 'Y'] } }],
      },
    ],
    [
      'the industry is not covered',
      { segment: 'J66', employees: 5 },
      {
        size: 'NOT_COVERED',
        rule: null,
        status: 'NOT_COVERED',
        reasons: [{ code: 'NOT_COVERED', data: { code: '66', why: 'FINANCE' } }],
      },
    ],
    [
      'the division alone does not decide',
      { segment: 'K70', employees: 100 },
      {
        size: null,
        rule: null,
        status: 'NEEDS_GROUP',
        reasons: [{ code: 'NEEDS_GROUP', data: { groups: ['701', '702', '703', '704', '709'] } }],
      },
    ],
    [
      'there is no such division',
      { segment: 'X99' },
      {
        size: null,
        rule: null,
        status: 'UNKNOWN_SEGMENT',
        reasons: [{ code: 'UNKNOWN_SEGMENT', data: { segment: 'X99' } }],
      },
    ],
    [
      'the group lies in another division',
      { segment: 'C36', group: ' 4712 ' },
      {
        size: null,
        rule: null,
        status: 'UNKNOWN_SEGMENT',
        reasons: [{ code: 'UNKNOWN_SEGMENT', data: { segment: 'C36', group: '4712' } }],
      },
    ],
  ])('nothing: %s', (_what, input, expected) => {
    expect(companySize(input)).toEqual(expected);
  });

  it('a group decides where its division does not', () => {
    const input = { segment: 'K70', group: '7010', revenueYuan: 200_000 * YUAN, assetsYuan: 10_000 * YUAN };
    expect(companySize(input)).toEqual({
      size: 'LARGE',
      rule: 'RE_DEVELOPMENT',
      status: 'DECIDED',
      reasons: [reaches('Y', 200_000, 200_000), reaches('Z', 10_000, 10_000)],
    });
    expect(companySize({ ...input, assetsYuan: 9_999 * YUAN })).toMatchObject({ size: 'MEDIUM' });
    expect(decidedSize({ ...input, group: ' 7010 ' })).toBe('LARGE');
  });
});

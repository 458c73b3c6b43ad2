import { describe, expect, it } from 'vitest';
import { industrySegments } from '../../../objects/taxonomy/picklists.ts';
import { run } from './run.ts';

const size = async (...args: readonly string[]) => {
  const { code, out } = await run('size', '--json', ...args);
  return { code, answer: JSON.parse(out) as Record<string, unknown> };
};

describe('size', () => {
  it('has the shape of the design', async () => {
    expect(await size('--segment', 'C36', '--employees', '1200', '--revenue', '500000000')).toEqual({
      code: 0,
      answer: {
        size: 'LARGE',
        rule: 'INDUSTRY',
        reasons: [
          { code: 'REACHES', data: { indicator: 'X', value: 1200, limit: 1000 } },
          { code: 'REACHES', data: { indicator: 'Y', value: 50_000, limit: 40_000 } },
        ],
      },
    });
  });

  // Industry: employees 1000, 300, 20; revenue 400, 20 and 3 million yuan.
  it.each([
    ['1000', '400000000', 'LARGE'],
    ['999', '400000000', 'MEDIUM'],
    ['1000', '399999999', 'MEDIUM'],
    ['300', '20000000', 'MEDIUM'],
    ['299', '20000000', 'SMALL'],
    ['300', '19999999', 'SMALL'],
    ['20', '3000000', 'SMALL'],
    ['19', '3000000', 'MICRO'],
    ['20', '2999999', 'MICRO'],
    ['0', '0', 'MICRO'],
    ['1,000', '4亿', 'LARGE'],
    ['１０００人', '40000万元', 'LARGE'],
    ['1000', '39999.9999万', 'MEDIUM'],
  ])('C36 with %s persons and %s yuan is %s', async (employees, revenue, expected) => {
    const { code, answer } = await size('--segment', 'C36', '--employees', employees, '--revenue', revenue);
    expect([code, answer.size]).toEqual([0, expected]);
  });

  it.each(['C36', 'c36', '36', 'C3610', ' C36 '])('reads the segment %j', async (segment) => {
    expect((await size('--segment', segment, '--employees', '5')).answer.size).toBe('MICRO');
  });

  it('counts assets where the method does', async () => {
    const business = ['--segment', 'L72', '--employees', '300'];
    expect((await size(...business, '--assets', '1200000000')).answer.size).toBe('LARGE');
    expect((await size(...business, '--assets', '1199999999')).answer.size).toBe('MEDIUM');
  });

  it('asks for the group where the division does not say', async () => {
    const { code, answer } = await size('--segment', 'K70', '--employees', '10', '--revenue', '1');
    expect([code, answer.size, answer.rule]).toEqual([1, null, null]);
    expect(answer.reasons).toEqual([{ code: 'NEEDS_GROUP', data: { groups: ['701', '702', '703', '704', '709'] } }]);
    expect((await size('--segment', 'K70', '--group', '701', '--revenue', '1', '--assets', '1')).answer).toMatchObject({
      size: 'MICRO',
      rule: 'RE_DEVELOPMENT',
    });
  });

  it('says what it cannot decide without', async () => {
    const { code, answer } = await size('--segment', 'C36', '--employees', '1200');
    expect([code, answer.size]).toEqual([1, null]);
    expect(answer.reasons).toEqual([{ code: 'MISSING_INDICATOR', data: { missing: ['Y'] } }]);
  });

  it.each([
    ['K70', '704', 'OWN_REAL_ESTATE'],
    ['G53', null, 'RAILWAY'],
    ['J66', null, 'FINANCE'],
    ['P83', null, 'EDUCATION'],
    ['Q84', null, 'HEALTH'],
    ['S91', null, 'OUTSIDE'],
  ])('%s %s is not covered: %s', async (segment, group, why) => {
    const { code, answer } = await size('--segment', segment, ...(group ? ['--group', group] : []), '--employees', '1');
    expect([code, answer.size, answer.rule]).toEqual([0, 'NOT_COVERED', null]);
    expect(answer.reasons).toEqual([{ code: 'NOT_COVERED', data: { code: group ?? segment.slice(1), why } }]);
  });

  it('has an answer for every division', async () => {
    for (const { value } of industrySegments) {
      const { code, answer } = await size('--segment', value, '--employees', '0', '--revenue', '0', '--assets', '0');
      const codes = (answer.reasons as { code: string }[]).map((reason) => reason.code);
      expect([value, code]).toEqual([value, codes.includes('NEEDS_GROUP') ? 1 : 0]);
    }
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'decided',
      ['C36', '--employees', '120', '--revenue', '5亿'],
      ['SMALL', '  employees 120 reaches the limit 20', '  revenue (10,000 yuan) 50000 reaches the limit 300'],
    ],
    ['micro', ['C36', '--employees', '19'], ['MICRO', '  employees 19; below 20 is micro']],
    ['missing', ['C36'], ['undecided', '  an indicator is missing; give --employees and --revenue']],
    [
      'group',
      ['K70'],
      ['undecided', '  the division alone does not say; give --group, one of 701, 702, 703, 704, 709'],
    ],
    [
      'not covered',
      ['K70', '--group', '704'],
      ['NOT_COVERED', '  the method does not cover 704 (letting or selling of own real estate)'],
    ],
  ])('says it in words: %s', async (_what, args, lines) => {
    expect((await run('size', '--segment', ...args)).out.split('\n')).toEqual(lines);
  });

  it.each<[string, readonly string[], string]>([
    ['no segment', ['--employees', '1'], "required option '--segment <code>' not specified"],
    ['an unknown division', ['--segment', 'C99'], 'C99 is no division, group or class'],
    ['an unknown section', ['--segment', 'X36'], 'X36 is no division, group or class'],
    ['an empty segment', ['--segment', ''], 'is no division, group or class'],
    ['a section alone', ['--segment', 'C'], 'C is no division, group or class'],
    ['a division of another section', ['--segment', 'A36'], 'Division 36 is C36, '],
    ['a class of another section', ['--segment', 'A3610'], 'Division 36 is C36, '],
    ['a group of another division', ['--segment', 'C36', '--group', '704'], '704 is no group or class within C36'],
    ['an unknown group', ['--segment', 'K70', '--group', '799'], '799 is no group or class within K70'],
    ['employees below zero', ['--segment', 'C36', '--employees=-1'], 'Give a number that is not negative'],
    ['half an employee', ['--segment', 'C36', '--employees', '1.5'], 'Give a whole number of persons.'],
    ['revenue in words', ['--segment', 'C36', '--revenue', 'much'], 'Give a number that is not negative'],
    ['revenue in hexadecimal', ['--segment', 'C36', '--revenue', '0x10'], 'Give a number that is not negative'],
    ['no revenue', ['--segment', 'C36', '--revenue', ''], 'Give a number that is not negative'],
    ['assets without end', ['--segment', 'C36', '--assets', '1e999'], 'Give a number that is not negative'],
  ])('refuses %s', async (_what, args, message) => {
    const { code, out, err } = await run('size', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(JSON.parse((await run('size', ...args, '--json')).out)).toEqual({
      error: { message: expect.stringContaining(message) },
    });
  });
});

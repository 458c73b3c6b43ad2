import { describe, expect, it } from 'vitest';
import {
  GOVERNED_OBJECTS,
  type GovernedObject,
  STAGES,
  type Stage,
  tagOf,
  taxonomy,
} from '../../../objects/taxonomy/index.ts';
import { isAnswered, isFilled } from '../../../workflows/judgement/filled.ts';
import { judge } from '../../../workflows/judgement/judge.ts';
import { computedSizeOf } from '../../../workflows/judgement/rules/customer.ts';
import { productKey } from '../../../workflows/judgement/rules/product.ts';
import { POLICY_RULINGS, type RulingRow, rulingsOf } from '../../../workflows/judgement/rulings.ts';
import type { JudgementContext, Value, Values } from '../../../workflows/judgement/values.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';

const CONTEXT: JudgementContext = { stage: 'PROSPECT', today: '2026-09-28', now: '2026-09-28T04:00:00.000Z' };
/** Whole problems, requirements left out: those are of judge.test.ts. */
const told = (object: GovernedObject, values: Values, context: Partial<JudgementContext> = {}): readonly Problem[] =>
  judge(object, values, { ...CONTEXT, ...context }).problems.filter(({ code }) => code !== 'REQUIRED_MISSING');
const error = (code: string, tag: string, clause: string, data: object = {}) => ({
  code,
  severity: 'ERROR',
  tag,
  clause,
  data,
});
const warning = (...input: Parameters<typeof error>) => ({ ...error(...input), severity: 'WARNING' });
const yuan = (amount: number, currencyCode: string | null = 'CNY') => ({
  amountMicros: amount * 1_000_000,
  currencyCode,
});

describe('customers', () => {
  it.each([
    [
      'a segment of another industry',
      { tagIndustry: 'J', tagIndustrySegment: 'C34' },
      error('SEGMENT_NOT_IN_INDUSTRY', 'tagIndustrySegment', '2.1.10', { segment: 'C34', industry: 'J' }),
    ],
    [
      'a size the indicators contradict',
      { tagIndustrySegment: 'C34', tagEmployees: 350, annualRevenue: yuan(5e7), tagCompanySize: 'LARGE' },
      warning('SIZE_MISMATCH', 'tagCompanySize', '2.1.11', { chosen: 'LARGE', computed: 'MEDIUM' }),
    ],
    [
      'a large enterprise that is micro',
      { tagCustomerType: 'LARGE_ENTERPRISE', tagCompanySize: 'MICRO' },
      warning('TYPE_SIZE_CONTRADICTION', 'tagCustomerType', 'A11', { type: 'LARGE_ENTERPRISE', chosen: 'MICRO' }),
    ],
    [
      'a large enterprise that is small',
      { tagCustomerType: 'LARGE_ENTERPRISE', tagCompanySize: 'SMALL' },
      warning('TYPE_SIZE_CONTRADICTION', 'tagCustomerType', 'A11', { type: 'LARGE_ENTERPRISE', chosen: 'SMALL' }),
    ],
    [
      'a small or medium one that is large',
      { tagCustomerType: 'SME', tagCompanySize: 'LARGE' },
      warning('TYPE_SIZE_CONTRADICTION', 'tagCustomerType', 'A11', { type: 'SME', chosen: 'LARGE' }),
    ],
    [
      'a budget in two currencies',
      { tagBudgetMin: yuan(1), tagBudgetMax: yuan(2, 'USD') },
      error('BUDGET_CURRENCY', 'tagBudgetMax', '2.1.17'),
    ],
    [
      'a budget that ends before it begins',
      { tagBudgetMin: yuan(2), tagBudgetMax: yuan(1, null) },
      error('BUDGET_RANGE', 'tagBudgetMax', '2.1.17'),
    ],
    [
      'overdue without times',
      { hasOverdue: true, longestOverdueDays: 3 },
      error('OVERDUE_CONTRADICTION', 'hasOverdue', '2.1.24'),
    ],
    [
      'overdue without days',
      { hasOverdue: true, overdueCount: 1 },
      error('OVERDUE_CONTRADICTION', 'hasOverdue', '2.1.24'),
    ],
    [
      'cooperations without a first date',
      { tagCooperationCount: 2 },
      error('COOPERATION_CONTRADICTION', 'tagCooperationCount', '2.1.20', { with: 'tagFirstCooperationDate' }),
    ],
    [
      'an opening date without cooperations',
      { tagOpeningSince: '2020-01-01' },
      error('COOPERATION_CONTRADICTION', 'tagOpeningCooperations', '2.1.20', { with: 'tagOpeningSince' }),
    ],
    [
      'products bought before, and no cooperations',
      { tagOpeningProducts: ['机床 M1'] },
      error('COOPERATION_CONTRADICTION', 'tagOpeningCooperations', '2.1.21', { with: 'tagOpeningProducts' }),
    ],
    [
      'a purchase amount of no year',
      { tagAnnualPurchase: yuan(1) },
      warning('BASIS_MISSING', 'tagAnnualPurchaseBasis', 'A13'),
    ],
    ['one channel only', { tagChannels: ['DIRECT'] }, warning('SINGLE_CHANNEL', 'tagChannels', '3.1.3')],
    [
      'a special need the customer has not confirmed',
      { tagSpecialNeeds: '夜间施工' },
      warning('SPECIAL_NEED_UNCONFIRMED', 'tagSpecialNeedsConfirmedAt', '4.2.3'),
    ],
    [
      'a phone nobody can dial',
      { contactPhone: { primaryPhoneNumber: '123' } },
      error('PHONE_INVALID', 'contactPhone', '2.1.5'),
    ],
    [
      'an address nobody can write to',
      { contactEmail: { primaryEmail: 'x@' } },
      error('EMAIL_INVALID', 'contactEmail', '2.1.6'),
    ],
    [
      'half an employee',
      { tagEmployees: 20.5 },
      error('NOT_A_WHOLE_NUMBER', 'tagEmployees', '2.1.11', { value: 20.5 }),
    ],
    [
      'a segment no list has',
      { tagIndustry: 'C', tagIndustrySegment: 'c36' },
      error('OPTION_UNKNOWN', 'tagIndustrySegment', '2.1.10', { value: 'c36' }),
    ],
    [
      'an industry no list has',
      { tagIndustry: 'c', tagIndustrySegment: 'C36' },
      error('OPTION_UNKNOWN', 'tagIndustry', '2.1.9', { value: 'c' }),
    ],
    ['fewer than no employees', { tagEmployees: -1 }, error('NEGATIVE_AMOUNT', 'tagEmployees', '2.1.11')],
    ['a negative amount', { tagTotalAssets: yuan(-1) }, error('NEGATIVE_AMOUNT', 'tagTotalAssets', '2.1.11')],
    ['a decision in no time', { tagDecisionCycleDays: 0 }, error('NOT_POSITIVE', 'tagDecisionCycleDays', '2.1.18')],
  ] as const)('%s', (_what, values, problem) => expect(told('company', values as Values)).toEqual([problem]));

  it.each([
    ['a segment without an industry', { tagIndustrySegment: 'C34' }],
    ['a size without indicators', { tagCompanySize: 'LARGE' }],
    ['a large enterprise of medium size', { tagCustomerType: 'LARGE_ENTERPRISE', tagCompanySize: 'MEDIUM' }],
    ['a dealer of any size', { tagCustomerType: 'DEALER', tagCompanySize: 'LARGE' }],
    ['a small or medium one that is micro', { tagCustomerType: 'SME', tagCompanySize: 'MICRO' }],
    [
      'products bought before, once',
      { tagOpeningProducts: ['机床 M1'], tagOpeningCooperations: 1, tagOpeningSince: '2020-01-01' },
    ],
    ['a budget of one amount', { tagBudgetMin: yuan(1), tagBudgetMax: yuan(1, null) }],
    ['half a budget', { tagBudgetMin: yuan(1) }],
    ['overdue, times and days', { hasOverdue: true, overdueCount: 1, longestOverdueDays: 1 }],
    ['two channels', { tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'] }],
    ['a phone abroad', { contactPhone: { primaryPhoneNumber: '30 123456', primaryPhoneCallingCode: '+49' } }],
    ['nothing at all', {}],
    ['empty amounts', { tagTotalAssets: { amountMicros: null, currencyCode: 'CNY' }, tagEmployees: null }],
  ] as const)('nothing to say of %s', (_what, values) => expect(told('company', values as Values)).toEqual([]));

  it('a sensitive count that is not whole, without the count', () => {
    const values = { hasOverdue: true, overdueCount: 1.5, longestOverdueDays: 1 };
    expect(told('company', values)).toEqual([error('NOT_A_WHOLE_NUMBER', 'overdueCount', '2.1.24')]);
  });

  it('a name and a code another customer bears', () => {
    const problems = told(
      'company',
      { name: '无锡精控自动化有限公司', tagCreditCode: '91350100M000100Y43' },
      { otherNames: new Set(['无锡精控自动化有限公司']), otherCreditCodes: new Set(['91350100M000100Y43']) },
    );
    expect(problems).toEqual([
      error('NAME_DUPLICATE', 'name', '5.2.7'),
      error('CREDIT_CODE_DUPLICATE', 'tagCreditCode', '5.2.7'),
    ]);
    expect(told('company', { name: '' }, { otherNames: new Set(['']), otherCreditCodes: new Set(['']) })).toEqual([]);
  });

  it('a code of a wrong form bears the clause on formats', () => {
    expect(told('company', { tagCreditCode: '123' })).toMatchObject([{ tag: 'tagCreditCode', clause: '3.2.7' }]);
  });
});

describe('what stands beside a record', () => {
  it('a key contact who works for another customer is doubted', () => {
    expect(told('company', {}, { isContactElsewhere: true })).toEqual([
      warning('CONTACT_ELSEWHERE', 'tagKeyContact', '4.1.3'),
    ]);
    expect(told('company', {}, { isContactElsewhere: false })).toEqual([]);
  });

  it('a deleted customer is told of on its opportunities', () => {
    expect(told('opportunity', {}, { isCustomerDeleted: true })).toEqual([
      error('CUSTOMER_DELETED', 'company', '2.1.1'),
    ]);
    expect(told('opportunity', {}, { isCustomerDeleted: false })).toEqual([]);
  });
});

describe('the computed size', () => {
  const MEDIUM = { tagIndustrySegment: 'C34', tagEmployees: 350, annualRevenue: yuan(5e7) };
  it.each([
    ['by headcount and revenue', MEDIUM, 'MEDIUM'],
    [
      'by assets and revenue in building',
      { tagIndustrySegment: 'E47', annualRevenue: yuan(7e7), tagTotalAssets: yuan(6e7) },
      'MEDIUM',
    ],
    ['none of a government body', { ...MEDIUM, tagCustomerType: 'GOVERNMENT' }, null],
    ['none without a segment', { ...MEDIUM, tagIndustrySegment: '' }, null],
    ['none without indicators', { tagIndustrySegment: 'C34' }, null],
    ['none with one indicator of two', { tagIndustrySegment: 'C34', tagEmployees: 350 }, null],
    ['an amount in another currency says nothing', { ...MEDIUM, annualRevenue: yuan(5e7, 'USD') }, null],
    ['an amount without a currency is in yuan', { ...MEDIUM, annualRevenue: yuan(5e7, null) }, 'MEDIUM'],
    ['an empty amount says nothing', { ...MEDIUM, annualRevenue: { amountMicros: null, currencyCode: 'CNY' } }, null],
    ['none where the method does not reach', { ...MEDIUM, tagIndustrySegment: 'P83' }, null],
  ] as const)('%s', (_what, values, size) => expect(computedSizeOf(values as unknown as Values)).toBe(size));
});

describe('opportunities', () => {
  const at = (stage: Stage): Partial<JudgementContext> => ({ stage });

  it('competitors and none at once', () => {
    const contradiction = error('COMPETITOR_CONTRADICTION', 'tagNoCompetitor', '2.2.14');
    expect(told('opportunity', { tagNoCompetitor: true, tagCompetitors: [' ', '甲'] })).toEqual([contradiction]);
    expect(told('opportunity', { tagNoCompetitor: true, tagCompetitors: [' '] })).toEqual([]);
    expect(told('opportunity', { tagNoCompetitor: true, tagCompetitors: ['无', '待定'] })).toEqual([]);
    expect(told('opportunity', { tagNoCompetitor: false, tagCompetitors: ['甲'] })).toEqual([]);
  });

  it.each([
    ['nothing', [], false],
    ['a product without number and amount', [{ quantity: null, amount: null }], false],
    ['nothing of a product, for nothing', [{ quantity: 0, amount: yuan(0) }], false],
    [
      'fewer than none',
      [
        { quantity: 2, amount: yuan(1) },
        { quantity: -1, amount: null },
      ],
      true,
    ],
    [
      'for less than nothing',
      [
        { quantity: 1, amount: yuan(-1) },
        { quantity: -1, amount: null },
      ],
      true,
    ],
  ] as const)('offered: %s', (_what, offered, isWrong) => {
    const problem = error('NEGATIVE_AMOUNT', 'tagItems', '3.2.7');
    expect(told('opportunity', {}, { offered })).toEqual(isWrong ? [problem] : []);
  });

  it.each(STAGES)('competition to look at again at %s', (stage) => {
    const isGap = STAGES.indexOf(stage) >= STAGES.indexOf('SOLUTION');
    const make = isGap ? error : warning;
    expect(told('opportunity', {}, { stage, unreviewed: ['tagAdvantage', 'tagDisadvantage'] })).toEqual([
      make('COMPETITION_NOT_REVIEWED', 'tagAdvantage', '4.1.6'),
      make('COMPETITION_NOT_REVIEWED', 'tagDisadvantage', '4.1.6'),
    ]);
  });

  it.each([
    ['UNMET', 'SOLUTION', 'STAGE_GATE_UNMET', '3.2.6'],
    ['UNMET', 'DELIVERY', 'STAGE_GATE_UNMET', '3.2.6'],
    ['SKIPPED', 'DELIVERY', 'STAGE_SKIPPED', '2.2.12'],
    ['SKIPPED', 'AFTER_SALES', 'STAGE_SKIPPED', '2.2.13'],
    ['BACK_WITHOUT_NOTE', 'PROSPECT', 'STAGE_BACK_WITHOUT_NOTE', '4.1.5'],
  ] as const)('a gate passed: %s to %s', (fault, to, code, clause) => {
    const gate = { from: 'INTERESTED', to, fault, missing: 'Products' } as const;
    expect(told('opportunity', {}, { gate })).toEqual([
      error(code, 'tagStage', clause, { from: 'INTERESTED', to, missing: 'Products' }),
    ]);
  });

  it.each(STAGES)('won at %s', (stage) => {
    const isSigned = STAGES.indexOf(stage) >= STAGES.indexOf('SIGNED');
    const problem = error('OUTCOME_BEFORE_SIGNED', 'tagOutcome', '2.2.11');
    expect(told('opportunity', { tagOutcome: 'WON' }, at(stage))).toEqual(isSigned ? [] : [problem]);
    expect(told('opportunity', { tagOutcome: 'LOST' }, at(stage))).toEqual([]);
  });

  it('a competitor named asks for advantage and disadvantage; white space, placeholders and "none" name nobody', () => {
    const missing = (tagCompetitors: readonly string[]) =>
      judge('opportunity', { tagCompetitors }, { ...CONTEXT, stage: 'NEGOTIATION' })
        .problems.map(({ tag }) => tag)
        .filter((tag) => tag.endsWith('dvantage'));
    expect(missing(['甲'])).toEqual(['tagAdvantage', 'tagDisadvantage']);
    for (const nobody of [' ', '无', '（暂无）', 'N / A']) expect(missing([nobody])).toEqual([]);
    expect(missing(['无', '甲'])).toEqual(['tagAdvantage', 'tagDisadvantage']);
  });
});

describe('verification', () => {
  it.each(STAGES)('in doubt at %s', (stage) => {
    const isWrong = STAGES.indexOf(stage) >= STAGES.indexOf('NEEDS_CONFIRMED');
    const doubt = error('VERIFICATION_DOUBTFUL', 'tagVerification', '3.1.6');
    expect(told('tagProduct', { tagVerification: 'DOUBTFUL' }, { stage })).toEqual(isWrong ? [doubt] : []);
  });

  it.each(STAGES)('missing at %s, of a customer alone', (stage) => {
    const isWanted = STAGES.indexOf(stage) >= STAGES.indexOf('SIGNED');
    const missing = error('VERIFICATION_MISSING', 'tagVerification', '3.1.5');
    const customer = (tagVerification: string) =>
      told('company', { tagVerification, tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'] }, { stage });
    expect(customer('UNVERIFIED')).toEqual(isWanted ? [missing] : []);
    expect(customer('VERIFIED')).toEqual([]);
    expect(told('opportunity', { tagVerification: 'UNVERIFIED' }, { stage })).toEqual([]);
  });
});

describe('the channels of a customer', () => {
  const ONE = warning('SINGLE_CHANNEL', 'tagChannels', '3.1.3');
  const at = (stage: Stage, tagChannels: string[], rulings = POLICY_RULINGS) =>
    told('company', { tagChannels }, { stage, rulings }).filter(({ code }) => code === 'SINGLE_CHANNEL');
  const ruled = (more: RulingRow) => rulingsOf([{ objectName: 'company', tag: 'tagChannels', option: '', ...more }]);

  it('are to be several from the start, and to be named once there is interest', () => {
    for (const stage of STAGES) {
      expect(at(stage, []), stage).toEqual(stage === 'PROSPECT' ? [] : [ONE]);
      expect(at(stage, ['DIRECT']), stage).toEqual([ONE]);
      expect(at(stage, ['DIRECT', 'PUBLIC_MATERIAL']), stage).toEqual([]);
    }
  });

  it.each([
    ['asks for them itself', { requiredFrom: 'ALWAYS' }],
    ['never asks for them', { requiredFrom: 'NEVER' }],
    ['has retired them', { status: 'RETIRED' }],
  ])('are asked for by the ruling of a company that %s', (_what, more) => {
    expect(at('INTERESTED', [], ruled(more))).toEqual([]);
  });
});

describe('the close date of a deal (4.1.5)', () => {
  const passed = (values: Values, context: Partial<JudgementContext> = {}) =>
    told('opportunity', values, context).filter(({ code }) => code === 'CLOSE_DATE_PASSED');
  const YESTERDAY = { closeDate: '2026-09-27T02:00:00.000Z' };
  const told27 = [warning('CLOSE_DATE_PASSED', 'closeDate', '4.1.5', { date: '2026-09-27' })];

  it('is told of the day after it, and not on it', () => {
    expect(passed(YESTERDAY)).toEqual(told27);
    expect(passed({ closeDate: '2026-09-28' })).toEqual([]);
    expect(passed({ closeDate: '' })).toEqual([]);
    expect(passed({})).toEqual([]);
  });

  it("is that of the policy's zone where that is known", () => {
    expect(passed({ closeDate: '2026-09-27T16:00:00.000Z' }, { closesOn: '2026-09-28' })).toEqual([]);
    expect(passed({ closeDate: '2026-09-28T15:59:59.000Z' }, { closesOn: '2026-09-27' })).toEqual(told27);
  });

  it.each([
    ['OPEN', true],
    ['', true],
    ['WON', false],
    ['LOST', false],
    ['ABANDONED', false],
  ])('of a deal whose outcome is %j', (tagOutcome, isTold) => {
    expect(passed({ ...YESTERDAY, tagOutcome })).toEqual(isTold ? told27 : []);
  });

  it.each(STAGES)('is met by the signature: at %s', (stage) => {
    const isSigned = STAGES.indexOf(stage) >= STAGES.indexOf('SIGNED');
    expect(passed(YESTERDAY, { stage })).toEqual(isSigned ? [] : told27);
  });
});

describe('products and members', () => {
  it('a name and model another product bears', () => {
    const otherNames = new Set([productKey('网关', 'DG-200')]);
    const values = { name: ' 网关 ', model: 'dg－200' };
    expect(told('tagProduct', values, { otherNames })).toMatchObject([
      { code: 'NAME_DUPLICATE', severity: 'ERROR', clause: '2.3.2' },
    ]);
    expect(told('tagProduct', { ...values, model: 'DG-300' }, { otherNames })).toEqual([]);
    expect(told('tagProduct', values)).toEqual([]);
  });

  it('targets of no quarter, of a past one, of this one', () => {
    const of = (targetPeriod: string) => told('tagMember', { targetPeriod });
    expect(of('Q3 2026')).toEqual([error('PERIOD_FORMAT', 'targetPeriod', '2.4.5', { value: 'Q3 2026' })]);
    expect(of('2026Q2')).toEqual([
      warning('TARGET_PERIOD_STALE', 'targetPeriod', '4.1.10', { value: '2026Q2', now: '2026Q3' }),
    ]);
    for (const period of ['2026Q3', '2027Q1', '']) expect(of(period)).toEqual([]);
  });

  it.each([
    ['a reviewer of whom nothing is said', { duties: ['REVIEWER'] }, true],
    ['or nothing but a placeholder', { duties: ['SENIOR', 'REVIEWER'], reviewerSkills: '待定' }, true],
    ['a reviewer of whom it is said', { duties: ['REVIEWER'], reviewerSkills: '数据分析培训' }, false],
    ['another duty', { duties: ['SUPERVISOR'] }, false],
    ['none', {}, false],
  ])('what qualifies %s', (_what, values, isAsked) => {
    expect(told('tagMember', values)).toEqual(
      isAsked ? [warning('REVIEWER_SKILLS_MISSING', 'reviewerSkills', '4.3.2')] : [],
    );
  });

  it('a percent is a whole one, up to a hundred', () => {
    const of = (satisfactionTarget: number) => told('tagMember', { satisfactionTarget });
    expect(of(101)).toEqual([error('PERCENT_ABOVE_HUNDRED', 'satisfactionTarget', '2.4.5')]);
    expect(of(-1)).toEqual([error('NEGATIVE_AMOUNT', 'satisfactionTarget', '2.4.5')]);
    for (const percent of [0, 0.5, 95, 100]) expect(of(percent)).toEqual([]);
  });

  it('nobody without a day of joining is past the quarter of it', () => {
    const missing = (joinedOn: string) =>
      judge('tagMember', { joinedOn }, CONTEXT)
        .problems.map(({ tag }) => tag)
        .includes('salesTarget');
    expect([missing(''), missing('2026-07-01'), missing('2026-06-30')]).toEqual([false, false, true]);
  });
});

describe('what has happened', () => {
  const future = (tag: string, clause: string) => error('DATE_IN_FUTURE', tag, clause, { today: '2026-09-28' });

  it('lies not after today, an instant not after this one', () => {
    const joined = (joinedOn: string) => told('tagMember', { joinedOn });
    expect(joined('2026-09-28')).toEqual([]);
    expect(joined('2026-09-29')).toEqual([future('joinedOn', '2.4.3')]);
    const confirmed = (at: string, context = {}) => told('company', { tagSpecialNeedsConfirmedAt: at }, context);
    expect(confirmed('2026-09-28T04:00:00.000Z')).toEqual([]);
    expect(confirmed('2026-09-28T04:00:00.001Z')).toHaveLength(1);
    // The day of a rating is kept with the credit record and judged with the customer.
    const rated = (ratedAt: string) => told('company', { ratedAt });
    expect(rated('2026-09-28')).toEqual([]);
    expect(rated('2026-09-29')).toEqual([future('ratedAt', '2.1.23')]);
    // The spelling of an instant plays no part: this one is of the 29th in Shanghai and of a past hour.
    expect(confirmed('2026-09-28T03:00:00.000Z')).toEqual([]);
    expect(confirmed('2026-09-29T00:00:00+14:00', { now: '2026-09-28T11:00:00.000Z' })).toEqual([]);
  });
});

describe('a judgement', () => {
  it('is met in part, in whole percent, rounded down', () => {
    const two = judge('company', { name: '无锡精控自动化有限公司', tagIndustry: 'C' }, CONTEXT);
    expect(two).toMatchObject({ completeness: 66, hasErrors: true });
    const three = judge(
      'company',
      { name: '无锡精控自动化有限公司', tagIndustry: 'C', tagCustomerType: 'SME' },
      CONTEXT,
    );
    expect(three).toEqual({ completeness: 100, hasErrors: false, problems: [] });
  });

  it('with warnings alone has no errors; with one error among them it has', () => {
    const complete = { name: '无锡精控', tagIndustry: 'C', tagCustomerType: 'SME', tagChannels: ['DIRECT'] };
    expect(judge('company', complete, CONTEXT)).toMatchObject({ hasErrors: false, completeness: 100 });
    expect(judge('company', { ...complete, tagEmployees: -1 }, CONTEXT)).toMatchObject({ hasErrors: true });
  });

  it('counts an option no list has as no answer', () => {
    const values = { name: '无锡精控自动化有限公司', tagIndustry: 'X', tagCustomerType: 'SME' };
    const judgement = judge('company', values, CONTEXT);
    expect(judgement.completeness).toBe(66);
    expect(judgement.problems.map(({ code, tag }) => `${code} ${tag}`)).toEqual([
      'REQUIRED_MISSING tagIndustry',
      'OPTION_UNKNOWN tagIndustry',
    ]);
  });

  it('of what is required names the stage that asks for it, and what would do instead', () => {
    const [first] = judge('company', {}, CONTEXT).problems;
    expect(first).toEqual(error('REQUIRED_MISSING', 'name', '2.1.1', { stage: 'PROSPECT' }));
    const contact = judge('company', {}, { ...CONTEXT, stage: 'INTERESTED' }).problems;
    expect(contact.find(({ tag }) => tag === 'contactPhone')?.data).toEqual({
      stage: 'INTERESTED',
      or: ['contactEmail'],
    });
  });
});

describe('a list the policy leaves open', () => {
  const open = taxonomy.flatMap(({ object, name, kind, otherIn, clauses }) =>
    otherIn && (GOVERNED_OBJECTS as readonly string[]).includes(object)
      ? [{ object: object as GovernedObject, name, kind, otherIn, clause: clauses[0] ?? '' }]
      : [],
  );
  const unnamed = (object: GovernedObject, values: Values) =>
    judge(object, values, CONTEXT).problems.filter(({ code }) => code === 'OTHER_UNNAMED');

  it('ends with OTHER, and every list that does says where it is named', () => {
    expect(taxonomy.filter(({ options }) => options?.some(({ value }) => value === 'OTHER'))).toEqual(
      taxonomy.filter(({ otherIn }) => otherIn),
    );
    expect(open).toHaveLength(10);
  });

  it.each(open)('$object.$name: other is named in $otherIn', ({ object, name, kind, otherIn, clause }) => {
    const other = kind === 'MULTI_SELECT' ? ['OTHER'] : 'OTHER';
    const problem = error('OTHER_UNNAMED', otherIn, clause, { of: name });
    expect(unnamed(object, { [name]: other })).toEqual([problem]);
    expect(unnamed(object, { [name]: other, [otherIn]: ' 待定 ' })).toEqual([problem]);
    expect(unnamed(object, { [name]: other, [otherIn]: '行业协会' })).toEqual([]);
    expect(unnamed(object, { [otherIn]: '行业协会' })).toEqual([]);
    expect(unnamed(object, {})).toEqual([]);
  });
});

describe('what counts as filled', () => {
  const filled = (object: string, tag: string, value: unknown) => isFilled(tagOf(object, tag), value as Value);
  it.each([
    ['company', 'name', '甲公司', true],
    ['company', 'name', ' ', false],
    ['company', 'name', '待定', false],
    ['company', 'name', '无', false],
    ['company', 'tagSpecialNeeds', ' 无 ', true],
    ['company', 'tagSpecialNeeds', 'NONE', true],
    ['company', 'tagSpecialNeeds', 'tbd', false],
    ['company', 'tagIndustry', 'C', true],
    ['company', 'tagIndustry', ' ', false],
    ['company', 'tagIndustry', 3, false],
    ['company', 'tagOpeningSince', '2020-01-01', true],
    ['company', 'tagSpecialNeedsConfirmedAt', '', false],
    ['company', 'tagKeyContact', 'id', true],
    ['company', 'tagKeyContact', ' ', false],
    ['opportunity', 'owner', '无', false],
    ['opportunity', 'owner', '王强', true],
    ['opportunity', 'owner', '00000000-0000-4000-8000-000000000000', true],
    ['company', 'tagSpecialNeeds', '无。', true],
    ['company', 'tagSpecialNeeds', '（无）', true],
    ['company', 'tagServiceNeeds', [], false],
    ['company', 'tagServiceNeeds', ['TRAINING'], true],
    ['company', 'tagServiceNeeds', 'TRAINING', false],
    ['opportunity', 'tagCompetitors', [' ', '甲'], true],
    ['opportunity', 'tagCompetitors', [' '], false],
    ['opportunity', 'tagCompetitors', ['无'], true],
    ['opportunity', 'tagCompetitors', [' ', '无。'], true],
    ['opportunity', 'tagCompetitors', ['无', '待定'], false],
    ['opportunity', 'tagCompetitors', [], false],
    ['opportunity', 'tagItems', ['无'], false],
    ['opportunity', 'tagItems', ['网关'], true],
    ['company', 'tagEmployees', 0, true],
    ['company', 'tagEmployees', Number.NaN, false],
    ['company', 'tagEmployees', '5', false],
    ['tagMember', 'satisfactionTarget', 95, true],
    ['tagMember', 'satisfactionTarget', Number.POSITIVE_INFINITY, false],
    ['tagOpportunityItem', 'quantity', 1.5, true],
    ['company', 'hasOverdue', false, true],
    ['company', 'hasOverdue', 'no', false],
    ['company', 'tagBudgetMin', yuan(0), true],
    ['company', 'tagBudgetMin', { amountMicros: null, currencyCode: 'CNY' }, false],
    ['company', 'tagRegisteredAddress', { addressStreet1: '太湖大道1号' }, true],
    ['company', 'tagRegisteredAddress', { addressStreet2: '2层' }, true],
    ['company', 'tagRegisteredAddress', { addressCity: '无锡' }, true],
    ['company', 'tagRegisteredAddress', { addressState: '江苏' }, true],
    ['company', 'tagRegisteredAddress', { addressCity: ' ', addressPostcode: '214000' }, false],
    ['company', 'contactName', { firstName: '国栋', lastName: '' }, true],
    ['company', 'contactName', { firstName: '', lastName: '唐' }, true],
    ['company', 'contactName', { firstName: '', lastName: ' ' }, false],
    ['company', 'contactPhone', { primaryPhoneNumber: '1' }, true],
    ['company', 'contactPhone', { primaryPhoneNumber: '' }, false],
    ['company', 'contactEmail', { primaryEmail: 'a' }, true],
    ['company', 'contactEmail', { primaryEmail: ' ' }, false],
    ['company', 'tagProblems', [], true],
    ['company', 'name', null, false],
    ['company', 'name', undefined, false],
  ])('%s.%s %j: %s', (object, tag, value, expected) => expect(filled(object, tag, value)).toBe(expected));

  it('a flag stands in for another tag only when it is set', () => {
    const flag = tagOf('opportunity', 'tagNoCompetitor');
    expect([isAnswered(flag, true), isAnswered(flag, false)]).toEqual([true, false]);
    expect(isAnswered(tagOf('company', 'contactEmail'), { primaryEmail: 'a' })).toBe(true);
    expect(isAnswered(tagOf('company', 'contactEmail'), { primaryEmail: '' })).toBe(false);
  });
});

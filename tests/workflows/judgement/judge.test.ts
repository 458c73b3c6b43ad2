import { describe, expect, it } from 'vitest';
import { LANGUAGES, STAGES, type Stage } from '../../../objects/taxonomy/index.ts';
import { judge, rules } from '../../../workflows/judgement/judge.ts';
import { requirementsAt } from '../../../workflows/judgement/requirements.ts';
import type { Values } from '../../../workflows/judgement/values.ts';
import { messageCatalogs, renderProblem, renderSummary } from '../../../workflows/messages/render.ts';
import { PROBLEM_CODES } from '../../../workflows/rules/problem.ts';

const TODAY = '2026-09-28';
const yuan = (amount: number, currencyCode = 'CNY') => ({ amountMicros: amount * 1_000_000, currencyCode });

/** A customer on whom nothing is missing at any stage. */
const COMPLETE: Values = {
  name: '无锡精控自动化有限公司',
  tagCustomerType: 'SME',
  tagKeyContact: 'p',
  contactName: { firstName: '国栋', lastName: '唐' },
  contactTitle: '设备部部长',
  contactPhone: { primaryPhoneNumber: '13961718800', primaryPhoneCallingCode: '+86' },
  contactEmail: { primaryEmail: 'tang@example.cn' },
  tagRegisteredAddress: { addressStreet1: '高新区科技路1号' },
  tagBusinessScope: '自动化设备的研发、生产与销售',
  tagCreditCode: '91110108717743469K',
  tagIndustry: 'C',
  tagIndustrySegment: 'C38',
  tagCompanySize: 'SMALL',
  tagEmployees: 210,
  annualRevenue: yuan(46_000_000),
  tagAnnualPurchase: yuan(800_000),
  tagAnnualPurchaseBasis: 'NEXT_YEAR',
  tagProductNeeds: '40台数控机床联网',
  tagServiceNeeds: ['TRAINING'],
  tagSpecialNeeds: '无',
  tagPurchaseIntent: 'HIGH',
  tagBudgetMin: yuan(300_000),
  tagBudgetMax: yuan(500_000),
  tagDecisionCycleDays: 60,
  tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'],
  tagVerification: 'VERIFIED',
  rating: 'A',
  hasOverdue: false,
};
const OPPORTUNITY: Values = {
  name: '产线联网',
  owner: 'u',
  company: 'c',
  tagSource: 'TRADE_FAIR',
  tagStage: 'AFTER_SALES',
  tagItems: ['网关'],
  tagCompetitors: ['华控智能'],
  tagAdvantage: '本地服务',
  tagDisadvantage: '首年价格高',
  amount: yuan(900_000),
  closeDate: '2026-09-28T02:00:00.000Z',
  tagDeliveredOn: '2026-09-01',
};

const codes = (values: Values, stage: Stage = 'AFTER_SALES', today = TODAY): readonly string[] =>
  judge('company', values, { stage, today }).problems.map((problem) => `${problem.code} ${problem.tag}`);

describe('requirements of a customer by stage (POLICY §4)', () => {
  it('nothing is missing on a complete one, at any stage', () => {
    for (const stage of STAGES)
      expect(judge('company', COMPLETE, { stage, today: TODAY })).toMatchObject({ problems: [], completeness: 100 });
  });

  const FIRST_NEEDED: readonly (readonly [string, Stage])[] = [
    ['name', 'PROSPECT'],
    ['tagCustomerType', 'PROSPECT'],
    ['tagIndustry', 'PROSPECT'],
    ['contactName', 'INTERESTED'],
    ['contactTitle', 'INTERESTED'],
    ['tagCompanySize', 'INTERESTED'],
    ['tagPurchaseIntent', 'INTERESTED'],
    ['tagIndustrySegment', 'NEEDS_CONFIRMED'],
    ['tagSpecialNeeds', 'SOLUTION'],
    ['tagBudgetMin', 'SOLUTION'],
    ['tagBudgetMax', 'SOLUTION'],
    ['tagDecisionCycleDays', 'SOLUTION'],
    ['contactPhone', 'NEGOTIATION'],
    ['contactEmail', 'NEGOTIATION'],
    ['rating', 'NEGOTIATION'],
    ['hasOverdue', 'NEGOTIATION'],
    ['tagAnnualPurchase', 'NEGOTIATION'],
    ['tagRegisteredAddress', 'SIGNED'],
    ['tagBusinessScope', 'SIGNED'],
    ['tagServiceNeeds', 'AFTER_SALES'],
  ];
  it.each(FIRST_NEEDED)('%s is needed to enter %s, and not before', (tag, stage) => {
    const without = { ...COMPLETE, [tag]: null };
    for (const [at, each] of STAGES.entries()) {
      const isMissing = codes(without, each).includes(`REQUIRED_MISSING ${tag}`);
      expect(isMissing, each).toBe(at >= STAGES.indexOf(stage));
    }
  });
  it('every requirement of the taxonomy stands in this table', () => {
    const inTaxonomy = requirementsAt('company', 'AFTER_SALES').map(({ tag }) => tag.name);
    // Either need will do, so that product needs alone are never missing on a complete customer.
    expect([...FIRST_NEEDED.map(([tag]) => tag), 'tagProductNeeds'].sort()).toEqual([...inTaxonomy].sort());
  });

  it('phone or e-mail will do until negotiation', () => {
    expect(codes({ ...COMPLETE, contactPhone: null }, 'SOLUTION')).toEqual([]);
    expect(codes({ ...COMPLETE, contactPhone: null, contactEmail: null }, 'SOLUTION')).toEqual([
      'REQUIRED_MISSING contactPhone',
    ]);
  });
  it('product needs or service needs will do', () => {
    expect(codes({ ...COMPLETE, tagProductNeeds: '' }, 'SOLUTION')).toEqual([]);
    expect(codes({ ...COMPLETE, tagProductNeeds: '', tagServiceNeeds: [] }, 'SOLUTION')).toEqual([
      'REQUIRED_MISSING tagProductNeeds',
    ]);
  });
  it('size and business scope are not asked of a government body', () => {
    expect(codes({ ...COMPLETE, tagCustomerType: 'GOVERNMENT', tagCompanySize: null, tagBusinessScope: '' })).toEqual(
      [],
    );
  });
  it.each([' ', '待定', 'N/A', 'xxx', null, undefined])('%j fills nothing', (blank) => {
    expect(codes({ ...COMPLETE, contactTitle: blank })).toEqual(['REQUIRED_MISSING contactTitle']);
  });
  it('"none" is an answer for special needs only', () => {
    expect(codes({ ...COMPLETE, tagProductNeeds: '无', tagServiceNeeds: null }, 'SOLUTION')).toEqual([
      'REQUIRED_MISSING tagProductNeeds',
    ]);
  });
  it('an explicit "no" counts for the overdue record', () => {
    expect(codes({ ...COMPLETE, hasOverdue: null })).toEqual(['REQUIRED_MISSING hasOverdue']);
  });
  it('completeness is met of applicable, and never 100 with a gap', () => {
    const verdict = judge('company', { name: COMPLETE.name }, { stage: 'PROSPECT', today: TODAY });
    expect(verdict.completeness).toBe(33);
    expect(
      judge('company', { ...COMPLETE, rating: null }, { stage: 'AFTER_SALES', today: TODAY }).completeness,
    ).toBeLessThan(100);
  });
});

describe('formats and contradictions of a customer', () => {
  const CASES: readonly (readonly [string, Values, readonly string[]])[] = [
    [
      'a segment of another industry',
      { tagIndustrySegment: 'I65' },
      ['SEGMENT_NOT_IN_INDUSTRY tagIndustrySegment', 'SIZE_MISMATCH tagCompanySize'],
    ],
    ['a size the indicators deny', { tagCompanySize: 'MEDIUM' }, ['SIZE_MISMATCH tagCompanySize']],
    [
      'a large enterprise of small size',
      { tagCustomerType: 'LARGE_ENTERPRISE' },
      ['TYPE_SIZE_CONTRADICTION tagCustomerType'],
    ],
    ['a revenue in dollars says nothing of the size', { annualRevenue: yuan(1, 'USD') }, []],
    ['a malformed credit code', { tagCreditCode: '123' }, ['CREDIT_CODE_FORMAT tagCreditCode']],
    [
      'a credit code with a wrong check character',
      { tagCreditCode: '9144030071526726XH' },
      ['CREDIT_CODE_CHECK tagCreditCode'],
    ],
    [
      'a number that is no phone',
      { contactPhone: { primaryPhoneNumber: '12345678901' } },
      ['PHONE_INVALID contactPhone'],
    ],
    ['a text that is no e-mail', { contactEmail: { primaryEmail: 'tang@' } }, ['EMAIL_INVALID contactEmail']],
    ['a budget the wrong way round', { tagBudgetMin: yuan(500_001) }, ['BUDGET_RANGE tagBudgetMax']],
    ['a budget of one amount', { tagBudgetMin: yuan(500_000) }, []],
    ['a budget in two currencies', { tagBudgetMin: yuan(1, 'USD') }, ['BUDGET_CURRENCY tagBudgetMax']],
    [
      'overdue without times',
      { hasOverdue: true, overdueCount: 0, longestOverdueDays: 3 },
      ['OVERDUE_CONTRADICTION hasOverdue'],
    ],
    [
      'overdue without days',
      { hasOverdue: true, overdueCount: 1, longestOverdueDays: 0 },
      ['OVERDUE_CONTRADICTION hasOverdue'],
    ],
    [
      'times without overdue',
      { hasOverdue: false, overdueCount: 1, longestOverdueDays: 1 },
      ['OVERDUE_CONTRADICTION hasOverdue'],
    ],
    [
      'overdue now, but never',
      { isOverdueNow: true, hasOverdue: false, overdueCount: 0, longestOverdueDays: 0 },
      ['OVERDUE_CONTRADICTION hasOverdue'],
    ],
    [
      'overdue now, once, one day',
      { isOverdueNow: true, hasOverdue: true, overdueCount: 1, longestOverdueDays: 1 },
      [],
    ],
    ['overdue, once, one day', { hasOverdue: true, overdueCount: 1, longestOverdueDays: 1 }, []],
    [
      'cooperations without a first date',
      { tagOpeningCooperations: 1 },
      ['COOPERATION_CONTRADICTION tagOpeningCooperations'],
    ],
    [
      'a first date without cooperations',
      { tagOpeningSince: '2020-01-01' },
      ['COOPERATION_CONTRADICTION tagOpeningCooperations'],
    ],
    ['both', { tagOpeningCooperations: 1, tagOpeningSince: '2020-01-01' }, []],
    [
      'a first cooperation tomorrow',
      { tagOpeningCooperations: 1, tagOpeningSince: '2026-09-29' },
      ['DATE_IN_FUTURE tagOpeningSince'],
    ],
    ['a first cooperation today', { tagOpeningCooperations: 1, tagOpeningSince: TODAY }, []],
    ['an amount below zero', { tagAnnualPurchase: yuan(-1) }, ['NEGATIVE_AMOUNT tagAnnualPurchase']],
    ['fewer than no employees', { tagEmployees: -1 }, ['NEGATIVE_AMOUNT tagEmployees']],
    ['an amount of zero', { tagAnnualPurchase: yuan(0) }, []],
    ['a decision in no days', { tagDecisionCycleDays: 0 }, ['NOT_POSITIVE tagDecisionCycleDays']],
    [
      'an unknown option',
      { tagPurchaseIntent: 'EXTREME' },
      ['REQUIRED_MISSING tagPurchaseIntent', 'OPTION_UNKNOWN tagPurchaseIntent'],
    ],
    ['an unknown option among several', { tagServiceNeeds: ['TRAINING', 'MAGIC'] }, ['OPTION_UNKNOWN tagServiceNeeds']],
    ['a purchase amount of which year', { tagAnnualPurchaseBasis: null }, ['BASIS_MISSING tagAnnualPurchaseBasis']],
    ['one channel', { tagChannels: ['DIRECT'] }, ['SINGLE_CHANNEL tagChannels']],
    ['no channel', { tagChannels: [] }, ['SINGLE_CHANNEL tagChannels']],
    ['two channels', { tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'] }, []],
    [
      'a special need nobody confirmed',
      { tagSpecialNeeds: '夜间施工' },
      ['SPECIAL_NEED_UNCONFIRMED tagSpecialNeedsConfirmedAt'],
    ],
    [
      'one the customer confirmed',
      { tagSpecialNeeds: '夜间施工', tagSpecialNeedsConfirmedAt: '2026-09-01T02:00:00.000Z' },
      [],
    ],
    ['information in doubt', { tagVerification: 'DOUBTFUL' }, ['VERIFICATION_DOUBTFUL tagVerification']],
    [
      'a contract with an unverified customer',
      { tagVerification: 'UNVERIFIED' },
      ['VERIFICATION_MISSING tagVerification'],
    ],
    ['a short name', { name: '无锡精控' }, ['NAME_SHORT_FORM name']],
  ];
  it.each(CASES)('%s', (_what, change, expected) => expect(codes({ ...COMPLETE, ...change })).toEqual(expected));

  it('doubt matters from needs confirmation on, verification from the signature', () => {
    expect(codes({ ...COMPLETE, tagVerification: 'DOUBTFUL' }, 'INTERESTED')).toEqual([]);
    expect(codes({ ...COMPLETE, tagVerification: 'DOUBTFUL' }, 'NEEDS_CONFIRMED')).toEqual([
      'VERIFICATION_DOUBTFUL tagVerification',
    ]);
    expect(codes({ ...COMPLETE, tagVerification: null }, 'NEGOTIATION')).toEqual([]);
  });
  it('duplicates come from the context', () => {
    const verdict = judge('company', COMPLETE, {
      stage: 'PROSPECT',
      today: TODAY,
      otherNames: new Set(['无锡精控自动化有限公司']),
      otherCreditCodes: new Set(['91110108717743469K']),
    });
    expect(verdict.problems.map((problem) => problem.code)).toEqual(
      ['NAME_DUPLICATE', 'CREDIT_CODE_DUPLICATE'].reverse().sort().reverse(),
    );
  });
  it('no problem carries the value of a sensitive tag', () => {
    const secret = {
      ...COMPLETE,
      rating: 'ZZZ',
      tagBudgetMin: yuan(777_777),
      contactPhone: { primaryPhoneNumber: '12345678901' },
    };
    const text = JSON.stringify(judge('company', secret, { stage: 'AFTER_SALES', today: TODAY }).problems);
    for (const value of ['ZZZ', '777777', '12345678901']) expect(text).not.toContain(value);
  });
});

describe('an instant that has happened', () => {
  // 07:30 in Shanghai is still the day before in UTC.
  const NOW = '2026-09-28T23:30:00.000Z';
  it.each([
    ['2026-09-28T23:30:00.000Z', []],
    ['2026-09-28T23:30:00.001Z', ['DATE_IN_FUTURE tagSpecialNeedsConfirmedAt']],
    ['2026-09-29T01:00:00.000Z', ['DATE_IN_FUTURE tagSpecialNeedsConfirmedAt']],
  ])('%s', (confirmedAt, expected) => {
    const { problems } = judge(
      'company',
      { name: '甲股份有限公司', tagCustomerType: 'SME', tagIndustry: 'C', tagSpecialNeedsConfirmedAt: confirmedAt },
      { stage: 'PROSPECT', today: '2026-09-29', now: NOW },
    );
    expect(problems.map((problem) => `${problem.code} ${problem.tag}`)).toEqual(expected);
  });
});

describe('opportunities, products and members', () => {
  it('a complete opportunity has no problem at any stage', () => {
    for (const stage of STAGES) expect(judge('opportunity', OPPORTUNITY, { stage, today: TODAY }).problems).toEqual([]);
  });
  it.each([
    ['owner', 'PROSPECT'],
    ['company', 'PROSPECT'],
    ['tagSource', 'PROSPECT'],
    ['tagItems', 'SOLUTION'],
    ['tagCompetitors', 'SOLUTION'],
    ['tagDisadvantage', 'NEGOTIATION'],
    ['amount', 'SIGNED'],
    ['closeDate', 'SIGNED'],
    ['tagDeliveredOn', 'AFTER_SALES'],
  ] as const)('%s is needed to enter %s, and not before', (tag, stage) => {
    for (const [at, each] of STAGES.entries()) {
      const { problems } = judge('opportunity', { ...OPPORTUNITY, [tag]: null }, { stage: each, today: TODAY });
      expect(
        problems.some((one) => one.code === 'REQUIRED_MISSING' && one.tag === tag),
        each,
      ).toBe(at >= STAGES.indexOf(stage));
    }
  });
  it('no competitor is an answer; advantages are then not asked for', () => {
    const none = { ...OPPORTUNITY, tagCompetitors: [], tagNoCompetitor: true, tagAdvantage: '', tagDisadvantage: '' };
    expect(judge('opportunity', none, { stage: 'AFTER_SALES', today: TODAY }).problems).toEqual([]);
    const both = { ...OPPORTUNITY, tagNoCompetitor: true };
    expect(judge('opportunity', both, { stage: 'SOLUTION', today: TODAY }).problems).toMatchObject([
      { code: 'COMPETITOR_CONTRADICTION' },
    ]);
  });
  it('a product needs features once it is offered', () => {
    const product = { name: '网关', model: 'DG-200', category: 'HARDWARE' };
    expect(judge('tagProduct', product, { stage: 'NEEDS_CONFIRMED', today: TODAY }).problems).toEqual([]);
    expect(judge('tagProduct', product, { stage: 'SOLUTION', today: TODAY }).problems.map((one) => one.tag)).toEqual([
      'features',
      'advantageKinds',
    ]);
  });
  it.each([
    ['2026-07-01', '2026-09-30', 0],
    ['2026-06-30', '2026-09-30', 6],
    ['2026-07-01', '2026-10-01', 6],
  ])('a member who joined on %s has by %s %i gaps', (joinedOn, today, gaps) => {
    const { problems } = judge(
      'tagMember',
      { name: '王志强', jobPosition: 'SALES_REP', joinedOn },
      { stage: 'PROSPECT', today },
    );
    expect(problems).toHaveLength(gaps);
  });
  it.each([
    ['2026Q3', []],
    ['2026Q4', []],
    ['2026Q2', ['TARGET_PERIOD_STALE']],
    ['2026-Q3', ['PERIOD_FORMAT']],
    ['2026Q5', ['PERIOD_FORMAT']],
  ])('targets of %s', (targetPeriod, expected) => {
    const member = { name: '王志强', jobPosition: 'SALES_REP', joinedOn: '2026-09-01', targetPeriod };
    expect(judge('tagMember', member, { stage: 'PROSPECT', today: TODAY }).problems.map((one) => one.code)).toEqual(
      expected,
    );
  });
});

describe('words', () => {
  it.each(LANGUAGES)('%s has words for every code and for nothing else', (language) => {
    expect(Object.keys(messageCatalogs[language]).sort()).toEqual([...PROBLEM_CODES].sort());
    for (const text of Object.values(messageCatalogs[language])) expect(text.trim()).not.toBe('');
  });
  it('the languages ask for the same data', () => {
    const placeholders = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{[^}]+\}/g)].map(([found]) => found).sort();
    for (const code of PROBLEM_CODES) {
      for (const language of LANGUAGES)
        expect(placeholders(messageCatalogs[language][code]), `${code} ${language}`).toEqual(
          placeholders(messageCatalogs.en[code]),
        );
    }
  });
  it('tags, options and alternatives are said in the language asked for', () => {
    const [problem] = judge(
      'company',
      { ...COMPLETE, tagIndustrySegment: 'I65', tagCompanySize: null },
      { stage: 'PROSPECT', today: TODAY },
    ).problems;
    expect(problem && renderProblem('company', problem, 'zh-TW')).toBe(
      '行業細分領域：「軟件和信息技術服務業」不屬於「製造業」（2.1.10）',
    );
    const [missing] = judge(
      'company',
      { ...COMPLETE, tagProductNeeds: '', tagServiceNeeds: [] },
      { stage: 'SOLUTION', today: TODAY },
    ).problems;
    expect(missing && renderProblem('company', missing, 'zh-CN')).toBe('产品需求或服务需求：缺少必填内容（2.1.13）');
  });
  it('a summary puts errors first', () => {
    const { problems } = judge(
      'company',
      { ...COMPLETE, tagChannels: ['DIRECT'], tagVerification: 'DOUBTFUL' },
      { stage: 'SOLUTION', today: TODAY },
    );
    expect(
      renderSummary('company', problems, 'en')
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['Verification', 'Channels']);
  });
  it('every rule has a name of its own', () => expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length));
});

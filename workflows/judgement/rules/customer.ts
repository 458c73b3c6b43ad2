import { tagOf } from '../../../objects/taxonomy/facts.ts';
import { damageIn } from '../../rules/characters.ts';
import type { CompanySize } from '../../rules/company-size.ts';
import { decidedSize } from '../../rules/company-size.ts';
import { checkCreditCode, isIndividualCode, whyNoCode } from '../../rules/credit-code.ts';
import { checkEmail } from '../../rules/email.ts';
import type { Finding } from '../../rules/finding.ts';
import { checkLegalName, nameKey } from '../../rules/legal-name.ts';
import { checkPhone } from '../../rules/phone.ts';
import { isNoAnswer, saysNone } from '../../rules/placeholder.ts';
import { listOf } from '../listed.ts';
import { POLICY_RULINGS, type Rulings } from '../rulings.ts';
import type { Emails, Money, Phones, Value, Values } from '../values.ts';
import { asList, asMoney, asNumber, asText } from '../values.ts';
import type { Rule } from './types.ts';

const CUSTOMER = ['company'] as const;
const INDUSTRIES = listOf(tagOf('company', 'tagIndustry'));
const SEGMENTS = listOf(tagOf('company', 'tagIndustrySegment'));

/** 2.1.10: the segment lies within the industry. */
export const segmentInIndustry: Rule = {
  name: 'segment-in-industry',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const industry = asText(values.tagIndustry);
    const segment = asText(values.tagIndustrySegment);
    // What is not in the lists is told as that.
    if (!INDUSTRIES.has(industry) || !SEGMENTS.has(segment)) return;
    if (segment.charAt(0) !== industry) {
      report('SEGMENT_NOT_IN_INDUSTRY', 'ERROR', 'tagIndustrySegment', { segment, industry }, '2.1.10');
    }
  },
};

const yuanOf = (value: Value): number | undefined => {
  const money = asMoney(value);
  if (!money || money.amountMicros === null) return undefined;
  // The method counts in yuan; an amount in another currency says nothing of the size.
  return money.currencyCode && money.currencyCode !== 'CNY' ? undefined : money.amountMicros / 1_000_000;
};

/** The size the indicators on record give (2.1.11, A12); null where the method does not say. */
export const computedSizeOf = (values: Values): CompanySize | null => {
  const segment = asText(values.tagIndustrySegment);
  if (!segment || values.tagCustomerType === 'GOVERNMENT') return null;
  const employees = asNumber(values.tagEmployees) ?? undefined;
  const revenueYuan = yuanOf(values.annualRevenue);
  const assetsYuan = yuanOf(values.tagTotalAssets);
  if (employees === undefined && revenueYuan === undefined && assetsYuan === undefined) return null;
  return decidedSize({ segment, employees, revenueYuan, assetsYuan });
};

/** 2.1.11, A11, A12: the chosen size agrees with the indicators and with the customer type. */
export const sizeAgrees: Rule = {
  name: 'size-agrees',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const chosen = asText(values.tagCompanySize);
    if (!chosen) return;
    const computed = computedSizeOf(values);
    if (computed && computed !== chosen) report('SIZE_MISMATCH', 'WARNING', 'tagCompanySize', { chosen, computed });
    const type = asText(values.tagCustomerType);
    const tooSmall = type === 'LARGE_ENTERPRISE' && (chosen === 'SMALL' || chosen === 'MICRO');
    const tooLarge = type === 'SME' && chosen === 'LARGE';
    if (tooSmall || tooLarge) report('TYPE_SIZE_CONTRADICTION', 'WARNING', 'tagCustomerType', { type, chosen }, 'A11');
  },
};

/** 2.1.1, 3.2.7: form, check character and uniqueness of the unified social credit code. */
export const creditCode: Rule = {
  name: 'credit-code',
  objects: CUSTOMER,
  judge: (values, context, report) => {
    const code = asText(values.tagCreditCode);
    if (!code || isNoAnswer(code)) return;
    const verdict = checkCreditCode(code);
    for (const { code: fault, severity, data } of verdict.problems)
      report(
        fault,
        severity,
        'tagCreditCode',
        { ...data, ...(fault === 'CREDIT_CODE_FORMAT' ? whyNoCode(code) : {}), value: code },
        '3.2.7',
      );
    if (context.otherCreditCodes?.has(verdict.compact)) {
      report('CREDIT_CODE_DUPLICATE', 'ERROR', 'tagCreditCode', {}, '5.2.7');
    }
  },
};

/** 2.1.5: the contact's phone number can be dialled. The number itself is personal and stays out of the problem. */
export const contactPhone: Rule = {
  name: 'contact-phone',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const phones = values.contactPhone as Phones | null | undefined;
    const number = asText(phones?.primaryPhoneNumber);
    if (!number || isNoAnswer(number)) return;
    for (const problem of checkPhone(number, phones?.primaryPhoneCallingCode ?? undefined)) {
      report(problem.code, problem.severity, 'contactPhone', problem.data);
    }
  },
};

/** 2.1.6: the contact's e-mail address has the form of one. */
export const contactEmail: Rule = {
  name: 'contact-email',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const address = asText((values.contactEmail as Emails | null | undefined)?.primaryEmail);
    if (!address || isNoAnswer(address)) return;
    for (const problem of checkEmail(address)) report(problem.code, problem.severity, 'contactEmail', problem.data);
  },
};

/** 2.1.17: the budget is a range in one currency. */
export const budget: Rule = {
  name: 'budget',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const from = asMoney(values.tagBudgetMin);
    const to = asMoney(values.tagBudgetMax);
    if (!from || !to) return;
    if ((from.currencyCode ?? 'CNY') !== (to.currencyCode ?? 'CNY')) {
      report('BUDGET_CURRENCY', 'ERROR', 'tagBudgetMax');
    } else if (micros(from) > micros(to)) {
      report('BUDGET_RANGE', 'ERROR', 'tagBudgetMax');
    }
  },
};

const micros = (money: Money): number => money.amountMicros ?? 0;

/** 2.1.24: overdue, times and days agree; what is overdue now, or was on a day, was overdue once. */
export const overdue: Rule = {
  name: 'overdue',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const has = values.hasOverdue === true;
    const times = (asNumber(values.overdueCount) ?? 0) >= 1;
    const days = (asNumber(values.longestOverdueDays) ?? 0) >= 1;
    const isNow = values.isOverdueNow === true;
    const hasDay = asText(values.lastOverdueOn) !== '';
    if (has !== times || has !== days || ((isNow || hasDay) && !has))
      report('OVERDUE_CONTRADICTION', 'ERROR', 'hasOverdue', {}, '2.1.24');
  },
};

const COOPERATION_PAIRS = [
  ['tagCooperationCount', 'tagFirstCooperationDate'],
  ['tagOpeningCooperations', 'tagOpeningSince'],
] as const;

/** 2.1.19–2.1.21: no cooperation, no first date, and the other way round; and nothing bought without one. */
export const cooperation: Rule = {
  name: 'cooperation',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    for (const [countTag, dateTag] of COOPERATION_PAIRS) {
      const count = asNumber(values[countTag]);
      const date = asText(values[dateTag]);
      const none = (count ?? 0) === 0;
      if (none !== (date === '')) report('COOPERATION_CONTRADICTION', 'ERROR', countTag, { with: dateTag }, '2.1.20');
    }
    // A count without products is a gap of memory, products without a count a contradiction.
    if (asList(values.tagOpeningProducts).length > 0 && (asNumber(values.tagOpeningCooperations) ?? 0) === 0) {
      report('COOPERATION_CONTRADICTION', 'ERROR', 'tagOpeningCooperations', { with: 'tagOpeningProducts' }, '2.1.21');
    }
  },
};

/** A13: an annual purchase amount says which year it is of. */
export const purchaseBasis: Rule = {
  name: 'purchase-basis',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    if (asMoney(values.tagAnnualPurchase) && !asText(values.tagAnnualPurchaseBasis)) {
      report('BASIS_MISSING', 'WARNING', 'tagAnnualPurchaseBasis', {}, 'A13');
    }
  },
};

/** 4.2.3: a special need is entered once the customer has confirmed it. */
export const specialNeed: Rule = {
  name: 'special-need',
  objects: CUSTOMER,
  judge: (values, _context, report) => {
    const need = asText(values.tagSpecialNeeds);
    if (need === '' || saysNone(need) || isNoAnswer(need) || asText(values.tagSpecialNeedsConfirmedAt)) return;
    report('SPECIAL_NEED_UNCONFIRMED', 'WARNING', 'tagSpecialNeedsConfirmedAt', {}, '4.2.3');
  },
};

/** A company that rules otherwise when channels are asked for, or asks for none any more, is told of them by that. */
const areChannelsRuled = ({ requirements, retired }: Rulings): boolean =>
  requirements.has('company.tagChannels') || retired.has('company.tagChannels');

/** 3.1.3: several channels, not one; and none is no way round, once there is interest to tell of. */
export const severalChannels: Rule = {
  name: 'several-channels',
  objects: CUSTOMER,
  judge: (values, { stage, rulings = POLICY_RULINGS }, report) => {
    const named = asList(values.tagChannels).length;
    const areMissing = named === 0 && stage !== 'PROSPECT' && !areChannelsRuled(rulings);
    if (named === 1 || areMissing) report('SINGLE_CHANNEL', 'WARNING', 'tagChannels', {}, '3.1.3');
  },
};

/** The code, which tells an individual business, is looked at when there is something to say of the name. */
const nameHints = (name: string, values: Values): readonly Finding[] => {
  const hints = checkLegalName(name);
  return hints.length > 0 && isIndividualCode(asText(values.tagCreditCode)) ? checkLegalName(name, true) : hints;
};

/** 2.1.1, 5.2.7: the name looks like a full legal name, and no other customer bears it. */
export const legalName: Rule = {
  name: 'legal-name',
  objects: CUSTOMER,
  judge: (values, context, report) => {
    const name = asText(values.name);
    if (!name) return;
    // Of a name in pieces nothing can be said but that.
    if (damageIn(name)) return;
    for (const problem of nameHints(name, values)) report(problem.code, problem.severity, 'name', problem.data);
    if (context.otherNames?.has(nameKey(name))) report('NAME_DUPLICATE', 'ERROR', 'name', {}, '5.2.7');
  },
};

/** 4.1.3, A4: a key contact who works for another customer is not this one's any more, or was entered in the wrong place. */
export const contactWorksHere: Rule = {
  name: 'contact-works-here',
  objects: CUSTOMER,
  judge: (_values, { isContactElsewhere }, report) => {
    if (isContactElsewhere) report('CONTACT_ELSEWHERE', 'WARNING', 'tagKeyContact', {}, '4.1.3');
  },
};

export const customerRules: readonly Rule[] = [
  legalName,
  creditCode,
  contactPhone,
  contactEmail,
  contactWorksHere,
  segmentInIndustry,
  sizeAgrees,
  purchaseBasis,
  budget,
  cooperation,
  overdue,
  severalChannels,
  specialNeed,
];

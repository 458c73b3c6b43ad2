import { STAGES } from '../../../objects/taxonomy/types.ts';
import { namedCompetitors } from '../filled.ts';
import { isSignedStage } from '../is-signed-stage.ts';
import { asText } from '../values.ts';
import type { Rule } from './types.ts';

/** 2.1.1: a customer that was deleted is nobody's customer. */
export const customerThere: Rule = {
  name: 'customer-there',
  objects: ['opportunity'],
  judge: (_values, { isCustomerDeleted }, report) => {
    if (isCustomerDeleted) report('CUSTOMER_DELETED', 'ERROR', 'company');
  },
};

/** 5.2.7: two opportunities that are probably the same know of each other, for two people may be at work on one. */
export const likeDeals: Rule = {
  name: 'like-deals',
  objects: ['opportunity'],
  judge: (_values, { alike = [] }, report) => {
    if (alike.length > 0) report('DEAL_DUPLICATE', 'WARNING', 'name', { others: alike }, '5.2.7');
  },
};

/** 2.2.14: competitors and "no competitor" exclude each other. */
export const competitors: Rule = {
  name: 'competitors',
  objects: ['opportunity'],
  judge: (values, _context, report) => {
    if (values.tagNoCompetitor === true && namedCompetitors(values).length > 0) {
      report('COMPETITOR_CONTRADICTION', 'ERROR', 'tagNoCompetitor', {}, '2.2.14');
    }
  },
};

/** 3.2.7: a product is offered in no number and for no amount below zero. */
export const offeredNumbers: Rule = {
  name: 'offered-numbers',
  objects: ['opportunity'],
  judge: (_values, { offered = [] }, report) => {
    const isBelowZero = offered.some(({ quantity, amount }) => (quantity ?? 0) < 0 || (amount?.amountMicros ?? 0) < 0);
    if (isBelowZero) report('NEGATIVE_AMOUNT', 'ERROR', 'tagItems', {}, '3.2.7');
  },
};

const SOLUTION = STAGES.indexOf('SOLUTION');

/**
 * 4.1.6: a new competitor, or a changed situation, asks for another look at advantage and disadvantage. Before a
 * solution is worked out that is a reminder, from then on a gap.
 */
export const competitionReviewed: Rule = {
  name: 'competition-reviewed',
  objects: ['opportunity'],
  judge: (_values, context, report) => {
    const severity = STAGES.indexOf(context.stage) >= SOLUTION ? 'ERROR' : 'WARNING';
    for (const tag of context.unreviewed ?? []) report('COMPETITION_NOT_REVIEWED', severity, tag, {}, '4.1.6');
  },
};

const GATE_CODES = {
  UNMET: 'STAGE_GATE_UNMET',
  SKIPPED: 'STAGE_SKIPPED',
  BACK_WITHOUT_NOTE: 'STAGE_BACK_WITHOUT_NOTE',
} as const;
const GATE_CLAUSES: Readonly<Record<string, string>> = { DELIVERY: '2.2.12', AFTER_SALES: '2.2.13' };

/** 2.2.6–2.2.13, POLICY §4: a move that was not in order shows until it is put right. */
export const stageGate: Rule = {
  name: 'stage-gate',
  objects: ['opportunity'],
  judge: (_values, { gate }, report) => {
    if (!gate) return;
    const { from, to, fault, missing } = gate;
    const clause = fault === 'SKIPPED' ? GATE_CLAUSES[to] : fault === 'UNMET' ? '3.2.6' : '4.1.5';
    report(GATE_CODES[fault], 'ERROR', 'tagStage', { from, to, missing }, clause);
  },
};

/** 5.1.6: a deal whose customer's credit signal is Stop does not stand where price and contract are decided unseen. */
export const creditGate: Rule = {
  name: 'credit-gate',
  objects: ['opportunity'],
  judge: (_values, { stage, isCreditStopped }, report) => {
    if (isCreditStopped) report('STAGE_CREDIT_STOP', 'ERROR', 'tagStage', { stage }, '5.1.6');
  },
};

/** 2.2.11, A17: what is won has been signed. */
export const outcomeAfterSignature: Rule = {
  name: 'outcome-after-signature',
  objects: ['opportunity'],
  judge: (values, context, report) => {
    if (values.tagOutcome === 'WON' && !isSignedStage(context.stage)) {
      report('OUTCOME_BEFORE_SIGNED', 'ERROR', 'tagOutcome', {}, '2.2.11');
    }
  },
};

/** 4.1.5: a deal that was to be closed by now is signed, lost or planned anew; its stage and date say which. */
export const closeDatePassed: Rule = {
  name: 'close-date-passed',
  objects: ['opportunity'],
  judge: (values, { stage, today, closesOn = asText(values.closeDate).slice(0, 10) }, report) => {
    const isOpen = (asText(values.tagOutcome) || 'OPEN') === 'OPEN' && !isSignedStage(stage);
    if (isOpen && closesOn !== '' && closesOn < today) {
      report('CLOSE_DATE_PASSED', 'WARNING', 'closeDate', { date: closesOn }, '4.1.5');
    }
  },
};

import { RISKS, type Risk } from '../../objects/taxonomy/risks.ts';
import type { Stage } from '../../objects/taxonomy/types.ts';
import type { CreditSignal } from '../judgement/credit-signal.ts';
import { isSignedStage } from '../judgement/is-signed-stage.ts';
import { asList, type Value } from '../judgement/values.ts';
import { coreMemory, remembered } from '../memory/core.ts';
import { canonical } from '../rules/canonical.ts';
import { type CreditRun, creditSignalOf } from '../run/credit-signal-of.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { LIVE_OUTCOMES, stageOf } from '../run/snapshot.ts';
import { customerUnmetAt } from '../stages/unmet.ts';
import { judgeFeasibility } from './judge-feasibility.ts';

/** What of the risks of a deal hangs on its customer. */
export interface CustomerFacts {
  readonly signal: CreditSignal;
  readonly customerLacksTags: boolean;
  readonly purchaseIntent: unknown;
}

/** Reads it from the customer as it was read with the deal; without one there is nothing to be said of it. */
export const customerFactsOf = (run: CreditRun, customer: TwentyRecord | null, stage: Stage): CustomerFacts => ({
  signal: customer ? creditSignalOf(run, customer) : 'UNKNOWN',
  customerLacksTags: customer !== null && customerUnmetAt(run, customer, stage).length > 0,
  purchaseIntent: customer?.tagPurchaseIntent,
});

const OF_CUSTOMER: ReadonlySet<string> = new Set<Risk>(['CREDIT_STOP', 'CREDIT_CAUTION', 'CUSTOMER_INCOMPLETE']);

/** Whether a deal still has a feasibility to be judged: until it is signed or has ended. */
export const isUndecided = (outcome: unknown, stage: Stage): boolean =>
  LIVE_OUTCOMES.has(outcome) && outcome !== 'WON' && !isSignedStage(stage);

/**
 * Whether a deal's risks still tell of its customer as it was before: then the deal is judged again, and not otherwise,
 * whatever else of the customer has changed.
 */
export const isBehindCustomer = (run: CreditRun, deal: TwentyRecord, customer: TwentyRecord): boolean => {
  // One that was never judged is told of by its own event, or by the sweep.
  if (!LIVE_OUTCOMES.has(deal.tagOutcome) || remembered(coreMemory, deal) === null) return false;
  const stage = stageOf(deal.tagStage);
  const { signal, customerLacksTags, purchaseIntent } = customerFactsOf(run, customer, stage);
  const stored = asList(deal.tagRisks as Value);
  const wanted = new Set<string>(stored.filter((risk) => !OF_CUSTOMER.has(risk)));
  if (signal === 'STOP') wanted.add('CREDIT_STOP');
  if (signal === 'CAUTION') wanted.add('CREDIT_CAUTION');
  if (customerLacksTags) wanted.add('CUSTOMER_INCOMPLETE');
  const risks = RISKS.map(({ value }) => value).filter((risk) => wanted.has(risk));
  const feasibility = isUndecided(deal.tagOutcome, stage) ? judgeFeasibility(risks, purchaseIntent) : null;
  return canonical(risks) !== canonical(stored) || feasibility !== (deal.tagFeasibility || null);
};

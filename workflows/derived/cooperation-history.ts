import { isSignedStage } from '../judgement/is-signed-stage.ts';
import type { Money } from '../judgement/values.ts';
import { addUp, type Total } from './add-up.ts';

/** A deal of the customer, as its history needs it. */
export interface Deal {
  readonly stage: string;
  readonly outcome: string | null;
  /** Date of the contract, `YYYY-MM-DD` in the policy's zone; null when it is not on record. */
  readonly signedOn: string | null;
  readonly amount: Money | null;
  /** Names of the products sold. */
  readonly products: readonly string[];
}

/** What was before this CRM was used. */
export interface OpeningBalance {
  readonly cooperations: number | null;
  readonly amount: Money | null;
  readonly since: string | null;
  /** Names of the products bought. */
  readonly products: readonly string[];
}

export interface CooperationHistory extends Total {
  readonly firstDate: string | null;
  readonly count: number;
  readonly products: readonly string[];
}

/** A contract counts once the deal reached the signature and was not lost or given up (A14). */
export const isSigned = ({ stage, outcome }: Pick<Deal, 'stage' | 'outcome'>): boolean =>
  isSignedStage(stage) && outcome !== 'LOST' && outcome !== 'ABANDONED';

/** A customer's cooperation history from its signed deals and the opening balance (2.1.19–2.1.22). */
export const cooperationHistory = (deals: readonly Deal[], opening: OpeningBalance): CooperationHistory => {
  const signed = deals.filter(isSigned);
  const dates = [opening.since, ...signed.map((deal) => deal.signedOn)].filter((date) => date !== null).sort();
  return {
    firstDate: dates[0] ?? null,
    count: (opening.cooperations ?? 0) + signed.length,
    ...addUp([opening.amount, ...signed.map((deal) => deal.amount)].filter((amount) => amount !== null)),
    products: [...new Set([...opening.products, ...signed.flatMap((deal) => deal.products)])].sort(),
  };
};

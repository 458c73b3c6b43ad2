/** GRAVE: the deal should not go on as it is. SLIGHT: to be looked at before it does. */
export type Weight = 'GRAVE' | 'SLIGHT';

/** A risk of an opportunity (5.1.6); when it stands is judged by the rule of its name in workflows/risks/. */
export interface RiskEntry {
  /** An option of `opportunity.tagRisks`, where its words are. */
  readonly value: string;
  readonly clause: string;
  readonly weight: Weight;
}

/** The risks of an opportunity, the gravest first. */
export const RISKS = [
  { value: 'CREDIT_STOP', clause: '5.1.6', weight: 'GRAVE' },
  { value: 'STAGE_SKIPPED', clause: '2.2.12', weight: 'GRAVE' },
  { value: 'CREDIT_CAUTION', clause: '5.1.6', weight: 'SLIGHT' },
  { value: 'INCOMPLETE', clause: '3.2.6', weight: 'SLIGHT' },
  { value: 'CUSTOMER_INCOMPLETE', clause: '3.2.6', weight: 'SLIGHT' },
  { value: 'COMPETITION_OPEN', clause: '2.2.14', weight: 'SLIGHT' },
  { value: 'STALE', clause: '5.1.4', weight: 'SLIGHT' },
  { value: 'LATE_NOTICE', clause: '4.2.1', weight: 'SLIGHT' },
] as const satisfies readonly RiskEntry[];

export type Risk = (typeof RISKS)[number]['value'];

/** Working days that a follow-up may be overdue before the deal counts as not followed up. */
export const STALE_AFTER_DAYS = 5;

/** How likely the customer is to buy (2.1.16); UNKNOWN where nobody has said so. */
export const INTENTS = ['HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'] as const;
export type Intent = (typeof INTENTS)[number];

/** How much stands against a deal: nothing, slight risks, many of them, or a grave one. */
export const RISK_LEVELS = ['NONE', 'FEW', 'MANY', 'GRAVE'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** From so many slight risks on they are many. */
export const MANY_RISKS = 3;

export type Feasibility = 'HIGH' | 'MEDIUM' | 'LOW';

/**
 * The feasibility of an opportunity before the contract, by what stands against it and how likely the customer is to
 * buy (5.1.6). The policy names the two things to weigh and no measure: this one is ours.
 */
export const FEASIBILITY_TABLE: Readonly<Record<RiskLevel, Readonly<Record<Intent, Feasibility>>>> = {
  NONE: { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW', UNKNOWN: 'MEDIUM' },
  FEW: { HIGH: 'MEDIUM', MEDIUM: 'MEDIUM', LOW: 'LOW', UNKNOWN: 'MEDIUM' },
  MANY: { HIGH: 'MEDIUM', MEDIUM: 'LOW', LOW: 'LOW', UNKNOWN: 'LOW' },
  GRAVE: { HIGH: 'LOW', MEDIUM: 'LOW', LOW: 'LOW', UNKNOWN: 'LOW' },
};

import {
  FEASIBILITY_TABLE,
  type Feasibility,
  INTENTS,
  type Intent,
  MANY_RISKS,
  RISKS,
  type Risk,
  type RiskLevel,
} from '../../objects/taxonomy/risks.ts';

const GRAVE: ReadonlySet<Risk> = new Set(RISKS.filter(({ weight }) => weight === 'GRAVE').map(({ value }) => value));

const levelOf = (risks: readonly Risk[]): RiskLevel => {
  if (risks.some((risk) => GRAVE.has(risk))) return 'GRAVE';
  if (risks.length >= MANY_RISKS) return 'MANY';
  return risks.length > 0 ? 'FEW' : 'NONE';
};

const intentOf = (value: unknown): Intent => INTENTS.find((intent) => intent === value) ?? 'UNKNOWN';

/** How feasible a deal is, by what stands against it and how likely the customer is to buy (5.1.6). */
export const judgeFeasibility = (risks: readonly Risk[], purchaseIntent: unknown): Feasibility =>
  FEASIBILITY_TABLE[levelOf(risks)][intentOf(purchaseIntent)];

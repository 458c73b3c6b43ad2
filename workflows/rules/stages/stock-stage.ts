import type { Stage } from '../../../objects/taxonomy/types.ts';

/** The option of Twenty's own stage field that stands nearest to each stage of the policy. */
const STOCK: Readonly<Record<Stage, string>> = {
  PROSPECT: 'NEW',
  INTERESTED: 'SCREENING',
  NEEDS_CONFIRMED: 'MEETING',
  SOLUTION: 'PROPOSAL',
  NEGOTIATION: 'PROPOSAL',
  SIGNED: 'CUSTOMER',
  DELIVERY: 'CUSTOMER',
  AFTER_SALES: 'CUSTOMER',
};

/** Every option the mirroring needs. */
export const STOCK_STAGES: readonly string[] = [...new Set(Object.values(STOCK))];

/** The stock option of a stage; null where the workspace has changed its options and lacks it. */
export const stockStage = (stage: Stage, available: ReadonlySet<string>): string | null =>
  available.has(STOCK[stage]) ? STOCK[stage] : null;

import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';

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

/**
 * The first stage of the policy that one of Twenty's own stands for; null for an option the workspace has made itself,
 * and for the first. What stood there before the application did, or was created on Twenty's own board, is taken over.
 */
export const adoptedStage = (stock: unknown): Stage | null => {
  const stage = STAGES.find((candidate) => STOCK[candidate] === stock);
  return stage === undefined || stage === 'PROSPECT' ? null : stage;
};

/** The stock option of a stage; null where the workspace has changed its options and lacks it. */
export const stockStage = (stage: Stage, available: ReadonlySet<string>): string | null =>
  available.has(STOCK[stage]) ? STOCK[stage] : null;

import type { Risk, Weight } from '../../objects/taxonomy/risks.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { BudgetVerdict } from '../risks/judge-budget.ts';
import type { PanelChoice, PanelGap } from './panel.ts';

/** The parts of the card that show tags as they are on record. */
export const CARD_SECTIONS = ['CUSTOMER', 'NEEDS', 'COMPETITION', 'HISTORY', 'CREDIT'] as const;
export type CardSection = (typeof CARD_SECTIONS)[number];

/** A tag with its value in words; empty where nothing is on record. */
export interface CardLine {
  readonly tag: string;
  readonly label: string;
  readonly text: string;
  /** Whoever looks may not see it. */
  readonly isWithheld: boolean;
}

export interface CardOffer {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  readonly amount: string;
}

export interface CardRisk {
  readonly value: Risk;
  readonly weight: Weight;
  readonly label: string;
  readonly meaning: string;
  readonly clause: string;
}

/**
 * What a manager decides by, for a quote or a contract (5.1.5, 5.1.6), in the language of whoever looks. Values of tags
 * are read with the rights of whoever looks; what they may not see is withheld.
 */
export interface Card {
  readonly id: string;
  readonly language: Language;
  readonly timeZone: string;
  /** When it was read. ISO 8601. */
  readonly at: string;
  readonly name: string;
  readonly customer: string;
  readonly owner: string;
  readonly stage: string;
  readonly outcome: string;
  readonly amount: string;
  /** `YYYY-MM-DD`; null when it is not on record. */
  readonly closeDate: string | null;
  readonly nextStage: string | null;
  readonly signal: PanelChoice;
  /** Null once the deal is signed or over. */
  readonly feasibility: PanelChoice | null;
  readonly followUp: { readonly date: string; readonly isOverdue: boolean } | null;
  readonly risks: readonly CardRisk[];
  /** Sensitive tags are withheld for want of a confidentiality agreement in force, whatever the role. */
  readonly isUnbound: boolean;
  readonly sections: readonly { readonly section: CardSection; readonly lines: readonly CardLine[] }[];
  readonly offers: readonly CardOffer[];
  /** Null where it cannot be told, or not to whoever looks. */
  readonly budget: BudgetVerdict | null;
  readonly missing: readonly PanelGap[];
  readonly missingNext: readonly PanelGap[];
}

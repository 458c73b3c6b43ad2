import type { Stage } from '../../objects/taxonomy/types.ts';
import { trimmed } from '../rules/characters.ts';
import type { Rulings } from './rulings.ts';
import type { Terms } from './terms.ts';

/** Money as Twenty keeps it: millionths of the unit, and the ISO 4217 code. */
export interface Money {
  readonly amountMicros: number | null;
  readonly currencyCode: string | null;
}

/** Twenty's address; only the parts a rule reads. */
export interface Address {
  readonly addressStreet1?: string | null;
  readonly addressStreet2?: string | null;
  readonly addressCity?: string | null;
  readonly addressState?: string | null;
  readonly addressPostcode?: string | null;
  readonly addressCountry?: string | null;
}

export interface FullName {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

export interface Phones {
  readonly primaryPhoneNumber?: string | null;
  readonly primaryPhoneCallingCode?: string | null;
  readonly primaryPhoneCountryCode?: string | null;
}

export interface Emails {
  readonly primaryEmail?: string | null;
}

export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly string[]
  | Money
  | Address
  | FullName
  | Phones
  | Emails;

/** A record's tags by API name; tags kept on another record (contact, credit) stand beside the record's own. */
export type Values = Readonly<Record<string, Value>>;

/** A product of an opportunity: how many, and for how much. */
export interface Offered {
  readonly quantity: number | null;
  readonly amount: Money | null;
}

/** What may be wrong with a move from one stage to another. */
export const MOVE_FAULTS = ['SKIPPED', 'BACK_WITHOUT_NOTE', 'UNMET'] as const;
export type MoveFault = (typeof MOVE_FAULTS)[number];

/** What a judgement needs beside the record. No clock is read: today comes from whoever calls. */
export interface JudgementContext {
  /** The stage whose requirements apply. */
  readonly stage: Stage;
  /** Today in the policy's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** This instant, ISO 8601; without it an instant counts by its date alone. */
  readonly now?: string;
  /** The day in that zone on which an opportunity is to be closed; without it the date as the record has it. */
  readonly closesOn?: string;
  /** What the company's dictionary says otherwise than the policy. */
  readonly rulings?: Rulings;
  /** What people have added to the dictionary; without it no term is judged. */
  readonly terms?: Terms;
  /** Normalised names of the other records of the same kind, for NAME_DUPLICATE. */
  readonly otherNames?: ReadonlySet<string>;
  /** Credit codes of the other customers, for CREDIT_CODE_DUPLICATE. */
  readonly otherCreditCodes?: ReadonlySet<string>;
  /** Names of the records that are probably the same, for DEAL_DUPLICATE. */
  readonly alike?: readonly string[];
  /** Tags to look at again since the competition changed (4.1.6). */
  readonly unreviewed?: readonly string[];
  /** The products an opportunity offers. */
  readonly offered?: readonly Offered[];
  /** The customer's credit signal stands against the stage of an opportunity. */
  readonly isCreditStopped?: boolean;
  /** The key contact works for another customer (A4). */
  readonly isContactElsewhere?: boolean;
  /** The customer of an opportunity was deleted. */
  readonly isCustomerDeleted?: boolean;
  /** A stage move that was not in order and has not been put right; `missing` in words. */
  readonly gate?: {
    readonly from: Stage;
    readonly to: Stage;
    readonly fault: MoveFault;
    readonly missing: string;
  };
}

export const asText = (value: Value): string => (typeof value === 'string' ? trimmed(value) : '');
export const asNumber = (value: Value): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
export const asList = (value: Value): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
export const asMoney = (value: Value): Money | null =>
  value !== null && typeof value === 'object' && 'amountMicros' in value && value.amountMicros !== null ? value : null;

import type { GovernedObject } from '../../objects/taxonomy/types.ts';

/** The posts without which the policy stands still. */
export const NEEDED_DUTIES = ['REVIEWER', 'TAG_MANAGER', 'SUPERVISOR'] as const;
export type NeededDuty = (typeof NEEDED_DUTIES)[number];

/** The sweeps, by the keys of their records. */
export const SWEEPS = ['full', 'hourly'] as const;
export type SweepKey = (typeof SWEEPS)[number];

/** The record beside those of the sweeps that tells of the last install step. */
export const INSTALL_KEY = 'install';

/** The record beside those that holds the key with which sensitive tags are remembered. */
export const MEMORY_KEY = 'memory-key';

/** The record beside those that tells since when confidentiality agreements are asked for. */
export const AGREEMENTS_KEY = 'agreements';

/** What the keys of the records begin with that tell how often a record was refused, sweep after sweep. */
export const REFUSED_KEY = 'refused:';
/** Sweeps that must be refused a record before it is told of: what passes by itself is nobody's concern. */
export const REFUSED_OFTEN = 3;
/** Records of which refusals are counted; where Twenty refuses more, the first ones say why. */
export const MOST_REFUSED = 50;

/** A setting that could not be used, and what stands in for it. */
export interface UnusableSetting {
  readonly name: string;
  readonly value: string;
  readonly used: string;
}

/** How often the policy wants backups, in days; 0 asks for none (6.2.1, 6.2.2). */
export interface BackupCycle {
  readonly fullDays: number;
  readonly days: number;
}

/** What the register of backups and drills tells. Instants are ISO 8601. */
export interface BackupFacts {
  readonly cycle: BackupCycle;
  readonly firstAt: string | null;
  readonly lastFullAt: string | null;
  /** The last backup of either kind. */
  readonly last: { readonly at: string; readonly places: number; readonly isEncrypted: boolean } | null;
  readonly lastDrill: { readonly at: string; readonly isPassed: boolean } | null;
}

/** An option of a list, and the records that hold it, or lack it since it is gone. */
export interface OptionUse {
  readonly object: string;
  readonly tag: string;
  readonly option: string;
  readonly count: number;
}

/** What health is judged by. Instants are ISO 8601. */
export interface HealthFacts {
  /** Version of the code that asks. */
  readonly version: string;
  /** What the last install step left; null when none ran to its end. */
  readonly installed: { readonly version: string; readonly at: string | null } | null;
  /** Members with the duty who are linked to a user. */
  readonly dutyHolders: Readonly<Record<NeededDuty, number>>;
  /** Names of users without a profile in the sales team. */
  readonly withoutProfile: readonly string[];
  /** Names of users with more than one. */
  readonly withSeveralProfiles: readonly string[];
  /** Names of profiles without a user that hold duties, or that others report to. */
  readonly withoutUser: readonly string[];
  /** Today in the policy's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Names of members who are users and have no confidentiality agreement in force. */
  readonly withoutAgreement: readonly string[];
  /** The first day on which an agreement is needed, `YYYY-MM-DD`; null where it is not known. */
  readonly agreementsFrom: string | null;
  /** Records nobody owns since their owner has left. */
  readonly ownersLeft: Readonly<Partial<Record<GovernedObject, number>>>;
  /** Days that stand more than once in the company calendar, `YYYY-MM-DD`. */
  readonly repeatedDays: readonly string[];
  /** Options of Twenty's own stage. */
  readonly stageOptions: readonly string[];
  /** Options that somebody added to the application's lists in Twenty's settings, in use or not. */
  readonly addedOptions: readonly (OptionUse & { readonly label: string; readonly isOpen: boolean })[];
  /** Such options that are gone with their values, which are kept aside. */
  readonly erasedOptions: readonly OptionUse[];
  /** The last year whose holiday notice is known. */
  readonly lastOfficialYear: number;
  readonly overdueNotices: number;
  /** Records whose check is overdue. */
  readonly overdueChecks: Readonly<Record<GovernedObject, number>>;
  /** Records that several sweeps in a row could not write, each with Twenty's reason; never what they hold. */
  readonly refused: readonly string[];
  /** When each sweep last finished; null for never. */
  readonly sweptAt: Readonly<Record<SweepKey, string | null>>;
  readonly backups: BackupFacts;
  /** Whether nothing is judged for now; null where the settings cannot be seen. */
  readonly isPaused: boolean | null;
  /** Null where the settings cannot be seen: they are, by Twenty's design, not among a workspace's records. */
  readonly unusableSettings: readonly UnusableSetting[] | null;
}

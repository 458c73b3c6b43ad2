import { type GovernedObject, perGovernedObject, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import type { CompanyDay } from '../calendar/working-calendar.ts';
import type { Loser } from './merged.ts';
import type { TwentyRecord } from './record-change.ts';

/** Keys that more than one live record bears. */
export interface Duplicates {
  /** Customers' names, by nameKey. */
  readonly names: ReadonlySet<string>;
  /** Credit codes, compact. */
  readonly creditCodes: ReadonlySet<string>;
  /** Products' names and models, by productKey. */
  readonly products: ReadonlySet<string>;
}

/** What every judgement of a run shares: the team and the company's own days. */
export interface Surroundings {
  /** Profiles of the team: `{id, workspaceMemberId, managerId, duties}`. */
  readonly members: readonly TwentyRecord[];
  /** Members of the workspace: `{id, locale}`. A relation to anybody else is refused. */
  readonly users: readonly TwentyRecord[];
  readonly companyDays: readonly CompanyDay[];
  /** Entries of the dictionary that people made, or that say something else than the policy. */
  readonly rulings: readonly TwentyRecord[];
  /** With which sensitive tags are remembered; see sealed-mark.ts. */
  readonly memoryKey: string;
  /** When the application came into the workspace; null where that is not known. ISO 8601. */
  readonly installedAt: string | null;
  /** When agreements were introduced; null where that was not noted. ISO 8601. */
  readonly agreementsSince: string | null;
}

/** The records a plan is made from: the subjects to judge, and what their judgement looks at. */
export interface Snapshot {
  /** Subjects by object, as the API answered. */
  readonly subjects: Readonly<Record<GovernedObject, readonly TwentyRecord[]>>;
  /** Opportunities of the subject customers. */
  readonly opportunities: readonly TwentyRecord[];
  /** Items of the subject opportunities and products, with their product and opportunity. */
  readonly items: readonly TwentyRecord[];
  /** Open notices of the subjects, and those a person touched. */
  readonly notices: readonly TwentyRecord[];
  /** Confidentiality agreements, and breaches of confidentiality, of the subject members. */
  readonly agreements: readonly TwentyRecord[];
  readonly incidents: readonly TwentyRecord[];
  /** Rows of the subject customers' log that were written for other records, which were merged into them. */
  readonly movedLog: readonly TwentyRecord[];
  /** What goes up in a subject by this very run, by the subject's id. */
  readonly merging?: ReadonlyMap<string, Loser>;
  readonly duplicates: Duplicates;
  /** Options of Twenty's own stage field; empty where the mirroring is not to be tried. */
  readonly stockStages: ReadonlySet<string>;
  /** Tasks of records that were deleted or restored: whether each is deleted. */
  readonly tasks: ReadonlyMap<string, boolean>;
}

/** A look that found nothing. */
export const emptySnapshot = (): Snapshot => ({
  subjects: perGovernedObject(() => []),
  opportunities: [],
  items: [],
  notices: [],
  agreements: [],
  incidents: [],
  movedLog: [],
  duplicates: { names: new Set(), creditCodes: new Set(), products: new Set() },
  stockStages: new Set(),
  tasks: new Map(),
});

/** A patch of one record; only fields that differ from what is stored. */
export interface Patch {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Outcomes whose stage still speaks for the customer (DESIGN: open or won). */
export const LIVE_OUTCOMES: ReadonlySet<unknown> = new Set(['OPEN', 'WON', null, undefined, '']);

export const isStage = (value: unknown, stages: readonly Stage[]): value is Stage => stages.includes(value as Stage);

/** The stage a field holds; the first where it holds none. */
export const stageOf = (value: unknown): Stage => (isStage(value, STAGES) ? value : 'PROSPECT');

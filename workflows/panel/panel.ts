import type { GovernedObject, Language } from '../../objects/taxonomy/types.ts';
import type { CheckState } from '../checks/judge-check.ts';
import type { CompletionState } from '../completion/judge-completion.ts';
import type { Severity } from '../rules/problem.ts';
import type { ReviewPoint } from '../run/action.ts';

/** A tag that has to be filled in. */
export interface PanelGap {
  /** Unique within its list. */
  readonly key: string;
  readonly label: string;
  readonly clause: string;
  /** It stands on the customer, not on the opportunity itself. */
  readonly isCustomers: boolean;
}

export interface PanelProblem {
  readonly key: string;
  readonly severity: Severity;
  readonly label: string;
  readonly clause: string;
  readonly message: string;
  /** How to mend it. */
  readonly mending: string;
}

/** Whether the person may do something, and why not. */
export interface PanelRight {
  readonly may: boolean;
  readonly reason: string;
}

export interface PanelNotice {
  readonly id: string;
  readonly kind: string;
  readonly description: string;
  /** The last day of the period, `YYYY-MM-DD`. */
  readonly dueDate: string;
  readonly isOverdue: boolean;
  /** Working days until the last day, 0 on it; below 0 when that many have passed. */
  readonly workingDaysLeft: number;
  readonly isProvisional: boolean;
}

export interface PanelCheck {
  readonly state: CheckState;
  readonly label: string;
  /** The last day of the period, `YYYY-MM-DD`. */
  readonly dueDate: string;
  readonly workingDaysLeft: number;
}

/** Groups of tags that one person entered at one time. */
export interface PanelEntered {
  readonly groups: string;
  /** Empty where it is not known. */
  readonly by: string;
  readonly at: string;
}

/** A point that a check looks at (4.1.2). */
export interface PanelPoint {
  readonly key: string;
  readonly label: string;
  readonly question: string;
  /** The groups of tags it is of, by which it is confirmed. */
  readonly groups: readonly string[];
  /** CONFIRMED in this period, OPEN still, or NOT_ASKED: nothing of it is on record, and no stage asks for it yet. */
  readonly state: 'CONFIRMED' | 'OPEN' | 'NOT_ASKED';
  readonly mayConfirm: boolean;
  /** It is for somebody who may read what whoever looks may not. */
  readonly isForOthers: boolean;
  readonly entered: readonly PanelEntered[];
}

/** By when what is missing or wrong has to be entered. */
export interface PanelCompletion {
  readonly state: CompletionState;
  /** The last day of the period, `YYYY-MM-DD`. */
  readonly dueDate: string;
  readonly workingDaysLeft: number;
}

/** A point of the review, with what the record says of it (4.3.3). */
export interface PanelReviewPoint {
  readonly value: ReviewPoint;
  readonly label: string;
  readonly says: readonly string[];
}

export interface PanelLogEntry {
  readonly id: string;
  readonly label: string;
  readonly at: string;
  readonly by: string;
  readonly tags: string;
  readonly note: string;
}

export interface PanelChoice {
  readonly value: string;
  readonly label: string;
}

/** A kind of change that can be reported. */
export interface PanelKind extends PanelChoice {
  /** It is told with its reason or not at all. */
  readonly needsReason?: true;
}

/** A confidentiality agreement that waits for the member's acknowledgement. */
export interface PanelOffer {
  readonly id: string;
  /** What is acknowledged, in short: sent back with the acknowledgement. */
  readonly terms: string;
  /** `YYYY-MM-DD`. */
  readonly signedOn: string;
  /** Its last day, `YYYY-MM-DD`; null where it has no end. */
  readonly until: string | null;
  /** What it says, in words. */
  readonly clauses: readonly string[];
}

/** How a member stands by their confidentiality agreement (6.3.1). */
export interface PanelAgreement {
  readonly state: string;
  readonly label: string;
  /** Its last day, `YYYY-MM-DD`; null where it has no end, or there is none. */
  readonly until: string | null;
  readonly isInForce: boolean;
  /** The first day on which sensitive tags are withheld without one, `YYYY-MM-DD`; null while one is in force. */
  readonly withheldFrom: string | null;
  readonly isWithheld: boolean;
  /** What whoever looks is to acknowledge: their own, nobody else's. */
  readonly offers: readonly PanelOffer[];
}

/** Everything the panel of a record shows, in the language of whoever looks. Never the value of a sensitive tag. */
export interface Panel {
  readonly object: GovernedObject;
  readonly id: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly name: string;
  readonly completeness: number;
  /** Null where the record has none of its own. */
  readonly stage: string | null;
  readonly nextStage: string | null;
  readonly missing: readonly PanelGap[];
  /** What is needed beyond that at the next stage, be it the record's own or that of the deals it is in. */
  readonly missingNext: readonly PanelGap[];
  /** What is wrong beside what is missing. */
  readonly problems: readonly PanelProblem[];
  readonly review: {
    readonly status: string;
    readonly label: string;
    readonly enteredBy: string;
    readonly enteredAt: string | null;
    /** When it was returned and has been in correction since, whatever its status. */
    readonly returnedAt: string | null;
    /** What a reviewer looks at. */
    readonly points: readonly PanelReviewPoint[];
    readonly confirm: PanelRight;
    readonly approve: PanelRight;
    readonly return: PanelRight;
  };
  /** The right to report a change. */
  readonly report: PanelRight;
  readonly notices: readonly PanelNotice[];
  readonly check: PanelCheck | null;
  /** What a check of a customer looks at; empty for others. */
  readonly points: readonly PanelPoint[];
  /** Of a member; null for others. */
  readonly agreement: PanelAgreement | null;
  /** Null while nothing is asked for. */
  readonly completion: PanelCompletion | null;
  readonly log: readonly PanelLogEntry[];
  /** Kinds of change that can be reported. */
  readonly kinds: readonly PanelKind[];
  /** Why a product changes; empty for others. */
  readonly causes: readonly PanelChoice[];
  /** Tags that can be returned for correction. */
  readonly tags: readonly PanelChoice[];
}

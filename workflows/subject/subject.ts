import type { GovernedObject, Stage } from '../../objects/taxonomy/types.ts';
import type { Judgement } from '../judgement/judge.ts';
import type { JudgementContext, Values } from '../judgement/values.ts';
import { coreMemory, remembered } from '../memory/core.ts';
import type { TagChange } from '../memory/seen.ts';
import type { ActionTaken } from '../run/action.ts';
import type { Entry, GroupEntries, Unclaimed } from '../run/entry.ts';
import { type Loser, type Merged, NOTHING_MERGED } from '../run/merged.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import { valuesOf } from '../run/values-of.ts';

/** What the judgement of one subject looks at beside its record. */
export interface Beside {
  /** The stage whose requirements apply (customers, products); opportunities have their own. */
  readonly stage: Stage;
  readonly context: Omit<JudgementContext, 'stage' | 'today'>;
  /** Names of the products offered that have features (opportunities). */
  readonly items: readonly string[];
  /** The customer's opportunities. */
  readonly deals: readonly TwentyRecord[];
  readonly notices: readonly TwentyRecord[];
  /** The member's confidentiality agreements, and breaches. */
  readonly agreements: readonly TwentyRecord[];
  readonly incidents: readonly TwentyRecord[];
  /** Records that went up in it. */
  readonly losers: readonly Loser[];
}

/** A record under judgement, as the steps so far have left it. */
export interface Subject {
  readonly object: GovernedObject;
  readonly id: string;
  /** The record with the stage it is judged by and who is known to have entered it. */
  readonly record: TwentyRecord;
  readonly beside: Beside;

  /** Nothing is remembered of it: it is judged for the first time. */
  readonly isFirst: boolean;
  /** The version of what is remembered. */
  readonly version: number;
  /** The tags as they were last seen. */
  readonly lastSeen: Readonly<Record<string, string>>;

  /** What went up in it. */
  readonly merged: Merged;

  /** The tags as they are judged: with what the application computes, and what it puts back. */
  readonly values: Values;
  /** The same as they are remembered. */
  readonly seen: Readonly<Record<string, string>>;
  /** What of them changed since they were last seen. */
  readonly changes: readonly TagChange[];
  /** The change of what is offered, which stands on records of its own; empty when there is none. */
  readonly offered: readonly TagChange[];

  /** What is kept aside of its lists, by tag: values no version of the application has, there or gone. */
  readonly strays: Readonly<Record<string, readonly string[]>>;

  /** The last entry of tags known. */
  readonly entry: Entry | null;
  /** The entry this judgement learns of. */
  readonly fresh: Entry | null;
  readonly isEnteredAnew: boolean;
  /** Who entered each group of tags last, by `Tag.group`. */
  readonly groups: GroupEntries;
  /** Who entered tags since the last approval. */
  readonly enterers: readonly string[];
  /** Who may have entered tags since, as `member@instant`. */
  readonly suspects: readonly string[];
  /** Changes nobody is known to have made. */
  readonly unclaimed: Unclaimed | undefined;

  /** The stage whose requirements apply. */
  readonly stage: Stage;
  /** The stage and the outcome it was last judged by; undefined when it was not. */
  readonly stageBefore: Stage | undefined;
  readonly outcomeBefore: string | undefined;
  /** When the contract of an opportunity was signed, as its stages tell it; null while it is not. ISO 8601. */
  readonly signedAt: string | null;
  /** A move of stage that was not in order. */
  readonly gate: JudgementContext['gate'] | null;
  /** What became of what a person did, in words. */
  readonly results: readonly string[];

  /** Names of the records that are probably the same (5.2.7). */
  readonly alike: readonly string[];
  /** Tags to look at again since the competition changed (4.1.6). */
  readonly unreviewed: readonly string[];
  readonly judgement: Judgement;

  /** Who owned the record before, and when last, as `member@instant`. */
  readonly formerOwners: readonly string[];
  /** What became of the action somebody asked for; null when nobody did. */
  readonly action: ActionTaken | null;
  /** The review status as it was, and as it is; empty where none was set. */
  readonly statusBefore: string;
  readonly status: string;
  /** By when returned tags are to be corrected; null while none are. */
  readonly correction: { readonly dueOn: string; readonly isOverdue: boolean } | null;
  /** When the action took the record for checked; null when it did not. ISO 8601. */
  readonly checkedAt: string | null;

  /** When an opportunity is to be followed up next, `YYYY-MM-DD`; null when it is not. */
  readonly followUpOn: string | null;
  /** A reported change did not follow in time. */
  readonly hasLateNotice: boolean;

  /** The matters that are open, each of which has a task. */
  readonly matters: readonly Matter[];
}

/** A subject no step has looked at. */
export const startSubject = (object: GovernedObject, record: TwentyRecord, beside: Beside): Subject => {
  const core = remembered(coreMemory, record);
  return {
    object,
    id: idOf(record),
    record,
    beside,
    isFirst: core === null,
    version: core?.version ?? 0,
    lastSeen: core?.seen ?? {},
    merged: NOTHING_MERGED,
    values: valuesOf(object, record, beside.items),
    seen: {},
    changes: [],
    offered: [],
    strays: {},
    entry: null,
    fresh: null,
    isEnteredAnew: false,
    groups: {},
    enterers: [],
    suspects: [],
    unclaimed: undefined,
    stage: beside.stage,
    stageBefore: undefined,
    outcomeBefore: undefined,
    signedAt: null,
    gate: null,
    results: [],
    alike: [],
    unreviewed: [],
    judgement: { problems: [], completeness: 100, hasErrors: false },
    formerOwners: [],
    action: null,
    statusBefore: '',
    status: '',
    correction: null,
    checkedAt: null,
    followUpOn: null,
    hasLateNotice: false,
    matters: [],
  };
};

import { type Counted, DUTIES, type Duty, JUDGED_KINDS, RATES, type Share } from './counted.ts';

/** Lines of the log of one kind, that one person answers for. */
export interface LogCount {
  readonly person: string;
  readonly kind: string;
  readonly count: number;
}

/** Change notices that are alike, of one person. */
export interface ChangeCount {
  readonly person: string;
  readonly status: string;
  readonly isDetected: boolean;
  readonly count: number;
}

/** Rectification notices that were judged alike, of one person. */
export interface RectificationCount {
  readonly person: string;
  readonly isInTime: boolean;
  readonly count: number;
}

/** The records of one object that one person answers for. */
export interface StandingCount {
  readonly person: string;
  readonly records: number;
  /** The percents of their completeness, added up. */
  readonly completeness: number;
  /** Those with a fault of format or naming. */
  readonly faulty: number;
}

/** What was found of a span of time. */
export interface Found {
  readonly logs: readonly LogCount[];
  readonly changes: readonly ChangeCount[];
  readonly rectifications: readonly RectificationCount[];
  /** How the records stand; null where it was not looked at. */
  readonly standing: readonly StandingCount[] | null;
}

const NOTHING: Share = { part: 0, whole: 0 };
const plus = (left: Share, right: Share): Share => ({ part: left.part + right.part, whole: left.whole + right.whole });
const all = (shares: readonly Share[]): Share => shares.reduce(plus, NOTHING);
const judged = (isKept: boolean, count: number): Share => ({ part: isKept ? count : 0, whole: count });

const own = <One extends { readonly person: string }>(person: string, counts: readonly One[]): readonly One[] =>
  counts.filter((one) => one.person === person);

const logShare = (logs: readonly LogCount[], of: string): Share =>
  all(
    logs.flatMap(({ kind, count }) => {
      const known = JUDGED_KINDS[kind as keyof typeof JUDGED_KINDS];
      return known?.of === of ? [judged(known.isKept, count)] : [];
    }),
  );

/** Of changes: reported and in time. One that was found by itself was reported by nobody, and is late by discovery (A2). */
const changeShare = (changes: readonly ChangeCount[]): Share =>
  all(changes.map(({ status, isDetected, count }) => judged(!isDetected && status === 'DONE', count)));

/** Percents as parts of a record: 1,860 of 20 records are 18.6 records. */
const completenessOf = (standing: readonly StandingCount[]): Share => ({
  part: standing.reduce((sum, one) => sum + one.completeness, 0) / 100,
  whole: standing.reduce((sum, one) => sum + one.records, 0),
});

const proprietyOf = (standing: readonly StandingCount[]): Share =>
  all(standing.map(({ records, faulty }) => ({ part: records - faulty, whole: records })));

/** What one person is assessed by. The order of what was found plays no part. */
export const countFacts = (person: string, found: Found): Counted => {
  const logs = own(person, found.logs);
  const changes = own(person, found.changes);
  const standing = own(person, found.standing ?? []);
  const dutyOf = (duty: Duty): Share => (duty === 'CHANGE' ? changeShare(changes) : logShare(logs, duty));
  const duties = Object.fromEntries(DUTIES.map((duty) => [duty, dutyOf(duty)])) as Counted['duties'];
  return {
    rates: {
      accuracy: logShare(logs, 'REVIEW'),
      timeliness: all(Object.values(duties)),
      completeness: completenessOf(standing),
      propriety: proprietyOf(standing),
      rectification: all(own(person, found.rectifications).map(({ isInTime, count }) => judged(isInTime, count))),
    },
    duties,
    byDiscovery: changes.filter(({ isDetected }) => isDetected).reduce((sum, { count }) => sum + count, 0),
  };
};

/** What several people are assessed by together, as a team is. */
export const countTogether = (counted: readonly Counted[]): Counted => {
  const sumOf = <Key extends string>(keys: readonly Key[], of: (one: Counted) => Readonly<Record<Key, Share>>) =>
    Object.fromEntries(keys.map((key) => [key, all(counted.map((one) => of(one)[key]))])) as Record<Key, Share>;
  return {
    rates: sumOf(RATES, ({ rates }) => rates),
    duties: sumOf(DUTIES, ({ duties }) => duties),
    byDiscovery: counted.reduce((sum, one) => sum + one.byDiscovery, 0),
  };
};

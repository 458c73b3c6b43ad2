import type { ChangeCount, Found, LogCount, RectificationCount, StandingCount } from '../assessment/count-facts.ts';
import { kindsBy } from '../assessment/counted.ts';
import { IMPROPER } from '../assessment/improper.ts';
import type { Span } from '../assessment/quarters.ts';
import { parseEpochDay } from '../calendar/epoch-day.ts';
import { instantOf } from '../calendar/zone.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { TwentyClient } from './client.ts';
import type { Filter } from './filter.ts';
import { type ListQuery, readNamed } from './read.ts';

/** The members of a large team by kind and status. */
const MOST = 5000;
/** A workspace member is told by their id: Twenty groups by no key of the record itself, but by that of one it names. */
const PERSON = '{id:true}';
const COUNTED = 'groupByDimensionValues totalCount';

/** Whose records count for completeness and propriety, and which of them: of what ended without a contract nothing is asked. */
const OWNED = {
  company: { owner: 'accountOwner', alive: [] },
  opportunity: { owner: 'owner', alive: [{ tagOutcome: { in: ['OPEN', 'WON'] } }] },
  tagProduct: { owner: 'keeper', alive: [] },
} as const satisfies Readonly<Record<string, { readonly owner: string; readonly alive: readonly Filter[] }>>;

const within = ({ from, to }: Span, field = 'dueOn'): Filter => ({
  and: [{ [field]: { gte: from } }, { [field]: { lte: to } }],
});

/** The lines of the log that count for a span of dates; with `missed`, those alone that tell of what was not kept. */
export const judgedLines = (span: Span, timeZone: string, missed = false): Filter => {
  const [first, after] = [parseEpochDay(span.from), parseEpochDay(span.to) + 1].map((day) =>
    new Date(instantOf(timeZone, day, 0)).toISOString(),
  );
  const kept = { kind: { in: kindsBy('dueOn', true) } };
  const reviews = kindsBy('at', ...(missed ? [false] : [true, false]));
  return {
    or: [
      { and: [{ kind: { in: reviews } }, { at: { gte: first } }, { at: { lt: after } }] },
      { and: [{ kind: { in: kindsBy('dueOn', false) } }, within(span)] },
      // What was done late is in the log as missed too.
      ...(missed ? [] : [{ and: [kept, { onTime: { eq: true } }, within(span)] }]),
    ],
  };
};

/** Change notices that count: done, or overdue. */
export const judgedChanges = (span: Span): Filter => ({
  and: [{ status: { in: ['DONE', 'DONE_LATE', 'OVERDUE'] } }, within(span)],
});

/** Rectification notices that were judged: in time, or with `missed` those that were not alone. */
export const judgedRectifications = (span: Span, missed = false): Filter => ({
  and: [{ outcome: { in: missed ? ['NOT_IN_TIME'] : ['IN_TIME', 'NOT_IN_TIME'] } }, within(span, 'firstDueOn')],
});

const FAULTY: Filter = { or: IMPROPER.map((code) => ({ tagProblems: { like: `%"${code}"%` } })) };

const standingQueries = (isFaulty: boolean): Readonly<Record<string, ListQuery>> =>
  Object.fromEntries(
    Object.entries(OWNED).map(([object, { owner, alive }]) => [
      object,
      {
        object,
        filter: { and: [...alive, isFaulty ? FAULTY : { tagReviewStatus: { is: 'NOT_NULL' } }] },
        groupBy: [`${owner}:${PERSON}`],
        mostGroups: MOST,
        selection: isFaulty ? COUNTED : `${COUNTED} sumTagCompleteness`,
      },
    ]),
  );

/** The records of somebody that lack something or are not in proper form, a page of each object. */
export const recordsToMend = (users: readonly string[]): Readonly<Record<string, ListQuery>> =>
  Object.fromEntries(
    Object.entries(OWNED).map(([object, { owner, alive }]) => [
      object,
      {
        object,
        filter: {
          and: [{ [`${owner}Id`]: { in: users } }, ...alive, { or: [{ tagCompleteness: { lt: 100 } }, FAULTY] }],
        },
        selection: `id name${object === 'tagProduct' ? ' model' : ''} tagCompleteness tagProblems`,
        orderBy: 'tagCompleteness',
        isOnePage: true,
      },
    ]),
  );

type Groups = readonly TwentyRecord[] | undefined;
const valuesOf = ({ groupByDimensionValues }: TwentyRecord): readonly unknown[] =>
  groupByDimensionValues as readonly unknown[];
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Groups of which somebody of the workspace is the first value. */
const ofPeople = <One>(
  groups: Groups,
  users: ReadonlyMap<unknown, string>,
  make: (person: string, values: readonly unknown[], group: TwentyRecord) => One,
): readonly One[] =>
  (groups ?? []).flatMap((group) => {
    const [id, ...values] = valuesOf(group);
    const person = users.get(id);
    return person ? [make(person, values, group)] : [];
  });

const standingOf = (
  all: Readonly<Record<string, Groups>>,
  faulty: Readonly<Record<string, Groups>>,
  users: ReadonlyMap<unknown, string>,
): readonly StandingCount[] =>
  Object.keys(OWNED).flatMap((object) => {
    const faults = new Map(ofPeople(faulty[object], users, (person, _values, group) => [person, group.totalCount]));
    return ofPeople(all[object], users, (person, _values, group) => ({
      person,
      records: number(group.totalCount),
      completeness: number(group.sumTagCompleteness),
      faulty: number(faults.get(person)),
    }));
  });

/**
 * Counts what people are assessed by in a span of dates, by workspace member: one request of groups, however much was
 * judged; with how their records stand, two.
 */
export const loadFound = async (
  client: TwentyClient,
  span: Span,
  timeZone: string,
  withStanding: boolean,
): Promise<Found> => {
  const lists = await readNamed(client, {
    users: { object: 'workspaceMember', filter: {}, selection: 'id' },
    logs: {
      object: 'tagLog',
      filter: judgedLines(span, timeZone),
      groupBy: [`responsible:${PERSON}`, 'kind:true'],
      mostGroups: MOST,
      selection: COUNTED,
    },
    changes: {
      object: 'tagChangeNotice',
      filter: judgedChanges(span),
      groupBy: [`assignee:${PERSON}`, 'status:true', 'isDetected:true'],
      mostGroups: MOST,
      selection: COUNTED,
    },
    rectifications: {
      object: 'tagRectification',
      filter: judgedRectifications(span),
      groupBy: [`assignee:${PERSON}`, 'outcome:true'],
      mostGroups: MOST,
      selection: COUNTED,
    },
    ...(withStanding ? standingQueries(false) : {}),
  });
  const users = new Map((lists.users ?? []).map(({ id }) => [id as unknown, String(id)]));
  const logs = ofPeople(lists.logs, users, (person, [kind], group): LogCount => {
    return { person, kind: String(kind), count: number(group.totalCount) };
  });
  const changes = ofPeople(lists.changes, users, (person, [status, isDetected], group): ChangeCount => {
    // Twenty gives a group's value as it is stored, or as text.
    const wasFound = isDetected === true || isDetected === 'true';
    return { person, status: String(status), isDetected: wasFound, count: number(group.totalCount) };
  });
  const rectifications = ofPeople(lists.rectifications, users, (person, [outcome], group): RectificationCount => {
    return { person, isInTime: outcome === 'IN_TIME', count: number(group.totalCount) };
  });
  const found = { logs, changes, rectifications };
  if (!withStanding) return { ...found, standing: null };
  return { ...found, standing: standingOf(lists, await readNamed(client, standingQueries(true)), users) };
};

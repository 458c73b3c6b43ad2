import type { Assessed } from '../assessment/people.ts';
import type { Span } from '../assessment/quarters.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf } from '../run/run.ts';
import type { Candidate } from '../supervision/sample.ts';
import { sampledOf } from '../supervision/show-inspection.ts';
import { loadBehind } from './assessments.ts';
import type { TwentyClient } from './client.ts';
import type { Filter } from './filter.ts';
import { LIVE_OR_DELETED } from './live-or-deleted.ts';
import { type ListQuery, readNamed } from './read.ts';
import { INSPECTION_SELECTION, RECTIFICATION_SELECTION } from './selection.ts';

/** The inspections of a month, and those that are not done. */
export const inspectionsQuery = (month: string): ListQuery => ({
  object: 'tagInspection',
  filter: { or: [{ judgedStatus: { neq: 'DONE' } }, { judgedStatus: { is: 'NULL' } }, { period: { eq: month } }] },
  selection: INSPECTION_SELECTION,
});

/** Notices that are not closed, and closed ones whose recheck somebody has changed. */
export const openRectifications: ListQuery = {
  object: 'tagRectification',
  filter: { or: [{ status: { neq: 'CLOSED' } }, { recheck: { is: 'NULL' } }, { recheck: { neq: 'PASSED' } }] },
  selection: RECTIFICATION_SELECTION,
};

/** The notices with these ids. */
export const rectificationsById = (ids: readonly string[]): ListQuery => ({
  object: 'tagRectification',
  filter: { id: { in: ids } },
  selection: RECTIFICATION_SELECTION,
});

/** The numbers that were given in a month: those of deleted notices too, which keep them. */
export const loadNumbers = async (client: TwentyClient, month: string): Promise<readonly unknown[]> => {
  const { numbers = [] } = await readNamed(client, {
    numbers: {
      object: 'tagRectification',
      filter: { and: [{ number: { like: `${month}-%` } }, LIVE_OR_DELETED] },
      selection: 'id number',
    },
  });
  return numbers.map(({ number }) => number);
};

/** Which records are drawn, and by which key each names who answers for it. */
const DRAWN = {
  company: { owner: 'accountOwnerId', selection: 'id name accountOwnerId', alive: [] },
  opportunity: { owner: 'ownerId', selection: 'id name ownerId', alive: [{ tagOutcome: { in: ['OPEN', 'WON'] } }] },
  tagProduct: { owner: 'keeperId', selection: 'id name model keeperId', alive: [] },
} as const satisfies Readonly<
  Record<string, { readonly owner: string; readonly selection: string; readonly alive: readonly Filter[] }>
>;
type DrawnObject = keyof typeof DRAWN;
const OBJECTS = Object.keys(DRAWN) as readonly DrawnObject[];

/** A page of each kind, on one side of the pivot. */
const pageOf = (
  side: 'gte' | 'lt',
  pivot: string,
  owners: readonly string[],
  objects: readonly DrawnObject[],
): Readonly<Record<string, ListQuery>> =>
  Object.fromEntries(
    objects.map((object) => {
      const { owner, selection, alive } = DRAWN[object];
      const filter = { and: [{ [owner]: { in: owners } }, { id: { [side]: pivot } }, ...alive] };
      return [object, { object, filter, selection, isOnePage: true }];
    }),
  );

const candidatesIn = (
  object: DrawnObject,
  records: readonly TwentyRecord[] | undefined,
  profiles: ReadonlyMap<unknown, string>,
): readonly Candidate[] =>
  (records ?? []).flatMap((record) => {
    const user = record[DRAWN[object].owner];
    const member = profiles.get(user);
    return member ? [{ object, id: String(record.id), name: nameOf(object, record), member, user: String(user) }] : [];
  });

/**
 * Records an inspection may draw, enough of each kind of each member: two requests however many there are, and two more
 * for each member of a large team whose records lie on no page of these.
 */
export const loadCandidates = async (
  client: TwentyClient,
  people: readonly Assessed[],
  pivot: string,
  size: number,
): Promise<readonly Candidate[]> => {
  if (people.length === 0 || size === 0) return [];
  const profiles = new Map<unknown, string>(people.map(({ id, user }) => [user, id]));
  const read = async (owners: readonly string[]) => {
    const sides = [
      await readNamed(client, pageOf('gte', pivot, owners, OBJECTS)),
      await readNamed(client, pageOf('lt', pivot, owners, OBJECTS)),
    ];
    const found = sides.flatMap((lists) => OBJECTS.flatMap((object) => candidatesIn(object, lists[object], profiles)));
    const full = OBJECTS.filter((object) => sides.some((lists) => (lists[object]?.length ?? 0) >= MOST));
    return { found, full };
  };
  const { found, full } = await read(people.map(({ user }) => user));
  const lacking = people.filter(({ user }) =>
    full.some((object) => found.filter((one) => one.object === object && one.user === user).length < size),
  );
  const all = [...found];
  for (const { user } of lacking) all.push(...(await read([user])).found);
  return [...new Map(all.map((one) => [`${one.object}:${one.id}`, one])).values()];
};

/** A page of records: where one is full, there may be more. */
const MOST = 200;

/** An inspection with the records of its sample as they stand, and the notices issued by it. */
export interface InspectionRecords {
  readonly record: TwentyRecord;
  /** By `object:id`. */
  readonly found: ReadonlyMap<string, TwentyRecord>;
  readonly notices: readonly TwentyRecord[];
  /** What counted against people in a span of dates. */
  readonly behind: (users: readonly string[], span: Span, timeZone: string) => ReturnType<typeof loadBehind>;
}

/** Reads an inspection: two requests. Null where there is none. */
export const loadInspection = async (client: TwentyClient, id: string): Promise<InspectionRecords | null> => {
  const { inspection = [], notices = [] } = await readNamed(client, {
    inspection: { object: 'tagInspection', filter: { id: { eq: id } }, selection: INSPECTION_SELECTION },
    notices: {
      object: 'tagRectification',
      filter: { inspectionId: { eq: id } },
      selection: 'id number status memberId companyId opportunityId productId',
    },
  });
  const [record] = inspection;
  if (!record) return null;
  const byObject = Map.groupBy(sampledOf(record), ({ object }) => object);
  const queries = Object.fromEntries(
    [...byObject].map(([object, some]): [string, ListQuery] => [
      object,
      {
        object,
        filter: { id: { in: some.map((one) => one.id) } },
        selection: 'id name tagProblemSummary tagProblems',
      },
    ]),
  );
  const lists = byObject.size > 0 ? await readNamed(client, queries) : {};
  const found = new Map(
    Object.entries(lists).flatMap(([object, records]) => records.map((one) => [`${object}:${String(one.id)}`, one])),
  );
  return {
    record,
    found,
    notices,
    behind: (users, span, timeZone) =>
      users.length > 0
        ? loadBehind(client, users, span, timeZone)
        : Promise.resolve({ logs: [], notices: [], rectifications: [], records: {} }),
  };
};

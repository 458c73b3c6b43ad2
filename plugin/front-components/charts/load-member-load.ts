import { askApi } from '../api-client.ts';
import { type Grouping, groupField, groupsIn, wordOf } from './group-counts.ts';
import { type MemberLoad, memberLoad, type Worker } from './member-load.ts';
import { POLICY_ZONE, policyDay } from './policy-day.ts';

/** As many groups as people. */
const DEALS: Grouping = {
  plural: 'opportunities',
  by: ['owner: { id: true }'],
  where: 'tagOutcome: { eq: OPEN }',
  most: 500,
};
/** People by the days of a year. */
const TASKS: Grouping = {
  plural: 'tasks',
  by: ['assignee: { id: true }', `dueAt: { granularity: DAY, timeZone: "${POLICY_ZONE}" }`],
  where: 'status: { in: [TODO, IN_PROGRESS] }',
  most: 5000,
};
const PEOPLE = 'workspaceMembers(first: 200) { edges { node { id userEmail name { firstName lastName } } } }';

interface People {
  readonly workspaceMembers: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly userEmail: string | null;
        readonly name: { readonly firstName: string | null; readonly lastName: string | null } | null;
      };
    }[];
  };
}

const isLatin = (name: string): boolean => /[a-z]/i.test(name);

/** A name as its language has it: the family's first, unless it is written in Latin letters. */
const nameOf = (first: string, last: string): string =>
  isLatin(`${first}${last}`) ? `${first} ${last}`.trim() : `${last}${first}`;

const workersIn = ({ workspaceMembers: { edges } }: People): readonly Worker[] =>
  edges.map(({ node: { id, userEmail, name } }) => ({
    id,
    name: nameOf(name?.firstName ?? '', name?.lastName ?? '') || (userEmail ?? ''),
  }));

/** Reads the work of everybody that whoever looks may see: one grouped request. */
export const loadMemberLoad = async (): Promise<readonly MemberLoad[]> => {
  const answer = await askApi<People>(`query Load { ${PEOPLE} ${groupField(DEALS)} ${groupField(TASKS)} }`);
  return memberLoad(
    workersIn(answer),
    groupsIn(answer, DEALS).map(({ values: [person], count }) => ({ person: wordOf(person), count })),
    groupsIn(answer, TASKS).map(({ values: [person, dueOn], count }) => ({
      person: wordOf(person),
      dueOn: wordOf(dueOn),
      count,
    })),
    policyDay(Date.now()),
  );
};

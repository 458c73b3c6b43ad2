import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { addedOptions, enumOf } from '../dictionary/added-options.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { countAdded, type ErasedOption, readEnums, readErased, type UsedOption } from './added-options.ts';
import type { RecordsClient } from './client.ts';
import { apiNames } from './names.ts';
import { PAGE_SIZE, readLists } from './read.ts';

/** What the workspace says of the application's health, as Twenty's API gives it. */
export interface HealthAnswers {
  /** Twenty's own stage and its options. */
  readonly stageOptions: readonly string[];
  /** Options that were added to the application's lists in Twenty's settings, and how many records hold each. */
  readonly addedOptions: readonly UsedOption[];
  /** Values of such options that are gone with them, and how many records lack each. */
  readonly erasedOptions: readonly ErasedOption[];
  readonly members: readonly {
    readonly id?: string | undefined;
    readonly name?: string | null | undefined;
    readonly managerId?: string | null | undefined;
    readonly workspaceMemberId?: string | null | undefined;
    readonly duties?: readonly string[] | null | undefined;
    readonly agreementState?: string | null | undefined;
    readonly agreementUntil?: string | null | undefined;
  }[];
  readonly users: readonly {
    readonly id: string;
    readonly userEmail?: string | null | undefined;
    readonly name?:
      | { readonly firstName?: string | null | undefined; readonly lastName?: string | null | undefined }
      | null
      | undefined;
  }[];
  /** The company's own days. */
  readonly days: readonly { readonly date?: string | null | undefined }[];
  readonly sweeps: readonly {
    readonly key?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly failures?: number | null | undefined;
    readonly startedAt?: string | null | undefined;
    readonly finishedAt?: string | null | undefined;
    readonly version?: string | null | undefined;
  }[];
  /** The newest lines of the register of backups and drills. */
  readonly backups: readonly {
    readonly kind?: string | null | undefined;
    readonly result?: string | null | undefined;
    readonly startedAt?: string | null | undefined;
    readonly places?: readonly string[] | null | undefined;
    readonly isEncrypted?: boolean | null | undefined;
  }[];
  readonly overdueNotices: number;
  readonly overdueChecks: Readonly<Record<GovernedObject, number>>;
  /** Records nobody owns since their owner has left. */
  readonly ownersLeft: Readonly<Record<OwnedObject, number>>;
}

/** The enum of the application's own stage tells that it is installed. */
const OWN_STAGE = enumOf('opportunity', 'tagStage');
const STOCK_STAGE = enumOf('opportunity', 'stage');

/** Small registers, read whole. */
const LISTS = {
  tagMember: 'id name workspaceMemberId managerId duties tagCheckState agreementState agreementUntil',
  workspaceMember: 'id userEmail name{firstName lastName}',
  tagCalendarDay: 'date',
  tagSweep: 'key name startedAt finishedAt version failures',
} as const;
type Listed = keyof typeof LISTS;

/** The register grows for ever, and its newest page tells all there is to know. */
const BACKUP_FIELDS = 'kind result startedAt places isEncrypted';

/** Where a record says that it is overdue; members are counted on their list, for Twenty takes one root an object. */
const OVERDUE_FIELDS = {
  company: 'tagCheckState',
  opportunity: 'tagCheckState',
  tagProduct: 'tagCheckState',
  tagChangeNotice: 'status',
} as const;

/** Where a record names its owner, of which what is remembered speaks too. */
const OWNED = { company: 'accountOwnerId', opportunity: 'ownerId' } as const;
type OwnedObject = keyof typeof OWNED;
const OWNED_OBJECTS = Object.keys(OWNED) as readonly OwnedObject[];

/** Twenty takes one list an object: what is counted beside it is counted in groups. */
const ownerlessRoot = (object: OwnedObject): string => {
  const filter = `{and:[{${OWNED[object]}:{is:NULL}},{tagBaseline:{like:"%\\"ownedBy\\":%"}}]}`;
  return `${apiNames(object).plural}GroupBy(groupBy:[{tagReviewStatus:true}],filter:${filter}){totalCount}`;
};

const recordsQuery = (): string => {
  const counts = Object.entries(OVERDUE_FIELDS).map(
    ([object, field]) => `${apiNames(object).plural}(filter:{${field}:{eq:OVERDUE}}){totalCount}`,
  );
  const lists = Object.entries(LISTS).map(
    ([object, fields]) =>
      `${apiNames(object).plural}(first:${PAGE_SIZE}){pageInfo{hasNextPage} edges{node{${fields}}}}`,
  );
  const backups = `${apiNames('tagBackup').plural}(first:${PAGE_SIZE},orderBy:[{startedAt:DescNullsLast}]){edges{node{${BACKUP_FIELDS}}}}`;
  return `query Health{${[...counts, ...lists, ...OWNED_OBJECTS.map(ownerlessRoot), backups].join(' ')}}`;
};

interface Connection {
  readonly totalCount?: number;
  readonly pageInfo?: { readonly hasNextPage: boolean };
  readonly edges?: readonly { readonly node: TwentyRecord }[];
}

/**
 * Reads what health is judged by: three requests, and more only for a team of over 200 and for options that were added. Null when the application's
 * fields are not in the workspace.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const readHealth = async (client: RecordsClient): Promise<HealthAnswers | null> => {
  const enums = await readEnums(client);
  if (!enums.has(OWN_STAGE)) return null;
  const added = addedOptions(enums);
  const answer = await client.request<Readonly<Record<string, Connection | undefined>>>(recordsQuery());
  const groups = answer as unknown as Readonly<Record<string, readonly { totalCount: number }[] | null | undefined>>;
  const listOf = async (object: Listed): Promise<readonly TwentyRecord[]> => {
    const list = answer[apiNames(object).plural];
    if (!list?.pageInfo?.hasNextPage) return list?.edges?.map(({ node }) => node) ?? [];
    const [all = []] = await readLists(client, [{ object, filter: {}, selection: LISTS[object] }]);
    return all;
  };
  const members = await listOf('tagMember');
  const inGroups = (object: OwnedObject): number =>
    (groups[`${apiNames(object).plural}GroupBy`] ?? []).reduce((sum, { totalCount }) => sum + totalCount, 0);
  const countOf = (object: string): number => answer[apiNames(object).plural]?.totalCount ?? 0;
  return {
    stageOptions: (enums.get(STOCK_STAGE) ?? []).map(({ name }) => name),
    addedOptions: await countAdded(client, added),
    erasedOptions: await readErased(client, added),
    members: members as HealthAnswers['members'],
    users: (await listOf('workspaceMember')) as unknown as HealthAnswers['users'],
    days: (await listOf('tagCalendarDay')) as HealthAnswers['days'],
    sweeps: (await listOf('tagSweep')) as HealthAnswers['sweeps'],
    ownersLeft: {
      company: inGroups('company'),
      opportunity: inGroups('opportunity'),
    },
    backups: (answer[apiNames('tagBackup').plural]?.edges ?? []).map(({ node }) => node) as HealthAnswers['backups'],
    overdueNotices: countOf('tagChangeNotice'),
    overdueChecks: {
      company: countOf('company'),
      opportunity: countOf('opportunity'),
      tagProduct: countOf('tagProduct'),
      tagMember: members.filter((member) => member.tagCheckState === 'OVERDUE').length,
    },
  };
};

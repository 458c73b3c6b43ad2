import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import { anyOf, type Filter, idsOf, isIn } from '../../../workflows/gateway/filter.ts';
import { LIVE_OR_DELETED } from '../../../workflows/gateway/live-or-deleted.ts';
import { readLists } from '../../../workflows/gateway/read.ts';
import { productKey } from '../../../workflows/judgement/rules/product.ts';
import { asText, type Value } from '../../../workflows/judgement/values.ts';
import { compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { isId } from '../check/twenty-import.ts';
import { type Candidate, Candidates, type Decision } from './match-row.ts';
import { fieldSelection } from './operations.ts';
import { ProductCatalogue } from './product-catalogue.ts';
import type { Row } from './read-row.ts';

/** Users, team members and products by what files call them. */
export interface Team {
  readonly users: readonly TwentyRecord[];
  readonly members: readonly TwentyRecord[];
  readonly products: ProductCatalogue;
}

/** What the workspace has that some rows may be of, with what hangs on it. */
export interface WorkspaceSide {
  readonly candidates: Candidates;
  readonly records: ReadonlyMap<string, TwentyRecord>;
  /** Contacts by id. */
  readonly people: ReadonlyMap<string, TwentyRecord>;
  readonly byEmail: ReadonlyMap<string, TwentyRecord>;
  /** Credit records by customer. */
  readonly credits: ReadonlyMap<string, readonly TwentyRecord[]>;
  /** Customers of opportunities by id and by the key of their name. */
  readonly customers: ReadonlyMap<string, readonly TwentyRecord[]>;
  /** Products offered, by opportunity. */
  readonly items: ReadonlyMap<string, readonly TwentyRecord[]>;
}

/** What is read of the workspace: the fields that the file has, as far as the key may read them. */
export interface Wanted {
  readonly object: GovernedObject;
  /** By the object that holds them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Records asked for in one page: as many as there are rows that are looked for at once. */
const READ_SIZE = 1_000;

const read = async (
  client: RecordsClient,
  object: string,
  filter: Filter | null,
  fields: readonly string[],
): Promise<readonly TwentyRecord[]> => {
  if (!filter) return [];
  const selection = [...new Set(['id', 'deletedAt', ...fields])].map((field) => fieldSelection(object, field));
  const query = { object, filter, selection: selection.join(' '), pageSize: READ_SIZE };
  const [found = []] = await readLists(client, [query]);
  return found;
};

/** The users, and where the file speaks of them the members of the team, or the products: few, and read once. */
export const readTeam = async (client: RecordsClient, { object, fields }: Wanted): Promise<Team> => {
  const read = async (one: string, selection: string): Promise<readonly TwentyRecord[]> =>
    (await readLists(client, [{ object: one, filter: {}, selection, pageSize: READ_SIZE }]))[0] ?? [];
  return {
    users: await read('workspaceMember', 'id userEmail name{firstName lastName}'),
    members: object === 'tagMember' ? await read('tagMember', 'id name') : [],
    products: new ProductCatalogue(fields.has('tagOpportunityItem') ? await read('tagProduct', 'id name model') : []),
  };
};

/** The addresses under which a domain may be kept. */
const linksOf = (domain: string): readonly string[] =>
  ['https://', 'http://', '', 'https://www.', 'http://www.', 'www.'].map((begin) => `${begin}${domain}`);

const domainIn = (record: TwentyRecord): string => {
  const link = (record.domainName as { primaryLinkUrl?: string } | null)?.primaryLinkUrl ?? '';
  return link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');
};

const distinct = (values: Iterable<string>): readonly string[] => [...new Set(values)].filter((value) => value !== '');

const idsDecided = (decisions: ReadonlyMap<number, Decision>, rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ row }) => {
    const decision = decisions.get(row);
    return typeof decision === 'object' ? [decision.id] : [];
  });

const textIn = (record: TwentyRecord, field: string): string => asText(record[field] as Value);

const candidateOf = (object: GovernedObject, record: TwentyRecord): Candidate => {
  const name = textIn(record, 'name');
  const keys = {
    company: () => nameKey(name),
    opportunity: () => dealKey(nameKey(name), textIn(record, 'companyId')),
    tagProduct: () => productKey(name, textIn(record, 'model')),
    tagMember: () => nameKey(name),
  };
  const code =
    object === 'tagMember' ? textIn(record, 'workspaceMemberId') : compactCreditCode(textIn(record, 'tagCreditCode'));
  return {
    id: String(record.id),
    isDeleted: Boolean(record.deletedAt),
    code,
    nameKey: keys[object](),
    domain: object === 'company' ? domainIn(record) : '',
  };
};

/** An opportunity is told by its name and its customer; without one of them by neither. */
export const dealKey = (key: string, companyId: string): string => (key && companyId ? `${key}/${companyId}` : '');

/** The filter of what rows may be of; `more` adds to it. */
const filterOf = (ids: readonly string[], more: readonly Filter[]): Filter | null => {
  const any = anyOf([...isIn('id', distinct(ids)), ...more]);
  return any && { and: [LIVE_OR_DELETED, any] };
};

const byName = (rows: readonly Row[]): readonly Filter[] => [
  // The key is written by the application once it has judged a record; the name is there at once.
  ...isIn('tagMatchKey', distinct(rows.map((row) => row.nameKey))),
  ...isIn('name', distinct(rows.map((row) => row.name))),
];

const grouped = (records: readonly TwentyRecord[], key: (record: TwentyRecord) => string) =>
  Map.groupBy(records, key) as ReadonlyMap<string, readonly TwentyRecord[]>;

/** Customers that opportunities name, by id and by the key of their name. */
const readCustomers = async (client: RecordsClient, rows: readonly Row[]) => {
  const named = distinct(rows.map(({ links }) => links.company ?? ''));
  const [ids, names] = [named.filter(isId), named.filter((name) => !isId(name))];
  const any = anyOf([...isIn('id', ids), ...isIn('tagMatchKey', distinct(names.map(nameKey))), ...isIn('name', names)]);
  const found = await read(client, 'company', any, ['name']);
  return new Map([
    ...grouped(found, (record) => String(record.id)),
    ...grouped(found, (record) => nameKey(textIn(record, 'name'))),
  ]);
};

/** The key by which {@link WorkspaceSide.customers} knows a customer. */
export const customerKey = (named: string): string => (isId(named) ? named.toLowerCase() : nameKey(named));

/** Reads what of the workspace some rows may be of: a call for each list, a further one for each page beyond the first. */
export const readWorkspace = async (
  client: RecordsClient,
  { object, fields }: Wanted,
  rows: readonly Row[],
  decisions: ReadonlyMap<number, Decision>,
): Promise<WorkspaceSide> => {
  const own = fields.get(object) ?? [];
  const ids = [...rows.flatMap(({ id }) => id ?? []), ...idsDecided(decisions, rows)];
  const customers: ReadonlyMap<string, readonly TwentyRecord[]> =
    object === 'opportunity' ? await readCustomers(client, rows) : new Map();
  const queries: Readonly<Record<GovernedObject, () => readonly [Filter | null, readonly string[]]>> = {
    company: () => [
      filterOf(ids, [
        ...isIn('tagCreditCodeKey', distinct(rows.map(({ creditCode }) => creditCode))),
        ...isIn('tagCreditCode', distinct(rows.map(({ creditCode }) => creditCode))),
        ...byName(rows),
        ...isIn('primaryLinkUrl', distinct(rows.flatMap(({ domain }) => (domain ? linksOf(domain) : [])))).map(
          (domainName) => ({ domainName }),
        ),
      ]),
      ['name', 'tagCreditCode', 'tagKeyContactId', 'domainName{primaryLinkUrl}'],
    ],
    opportunity: () => {
      const companies = [...customers.values()].flat().map((record) => String(record.id));
      return [filterOf(ids, isIn('companyId', distinct(companies))), ['name', 'companyId']];
    },
    tagProduct: () => [filterOf(ids, byName(rows)), ['name', 'model']],
    tagMember: () => [LIVE_OR_DELETED, ['name', 'workspaceMemberId']],
  };
  const [filter, keys] = queries[object]();
  const found = await read(client, object, filter, [...keys, ...own]);
  const live = found.filter(({ deletedAt }) => !deletedAt);
  const people = await readPeople(client, fields.get('person'), live, rows);
  const ofLive = async (child: string, link: string): Promise<ReadonlyMap<string, readonly TwentyRecord[]>> => {
    const held = fields.get(child);
    const filter = held ? anyOf(isIn(link, idsOf(live))) : null;
    return grouped(await read(client, child, filter, [link, ...(held ?? [])]), (record) => String(record[link]));
  };
  return {
    candidates: new Candidates(found.map((record) => candidateOf(object, record))),
    records: new Map(found.map((record) => [String(record.id), record])),
    people: new Map(people.map((person) => [String(person.id), person])),
    byEmail: new Map(people.map((person) => [emailIn(person), person])),
    credits: await ofLive('tagCredit', 'companyId'),
    customers,
    items: await ofLive('tagOpportunityItem', 'opportunityId'),
  };
};

const emailIn = (person: TwentyRecord): string =>
  String((person.emails as { primaryEmail?: string } | null)?.primaryEmail ?? '').toLowerCase();

/** The key contacts of customers, whoever the file names by id, and whoever has one of its addresses of mail. */
const readPeople = async (
  client: RecordsClient,
  fields: readonly string[] = [],
  companies: readonly TwentyRecord[],
  rows: readonly Row[],
): Promise<readonly TwentyRecord[]> => {
  const linked = rows.map(({ links }) => links.tagKeyContact?.toLowerCase() ?? '').filter(isId);
  const known = fields.length > 0 ? companies.map((company) => textIn(company, 'tagKeyContactId')) : [];
  const mails = isIn('primaryEmail', distinct(rows.map(({ email }) => email))).map((emails) => ({ emails }));
  const filter = filterOf(distinct([...linked, ...known]), mails);
  return read(client, 'person', filter, ['companyId', 'name', ...(mails.length > 0 ? ['emails'] : []), ...fields]);
};

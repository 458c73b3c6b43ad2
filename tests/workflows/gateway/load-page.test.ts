import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import type { BuiltApp } from '../../../plugin/embedded/built-app.ts';
import { objectNamed } from '../../../plugin/embedded/model.ts';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import type { TwentyClient } from '../../../workflows/gateway/client.ts';
import { loadScope } from '../../../workflows/gateway/load.ts';
import {
  firstSets,
  type Joined,
  type LoadedPage,
  pageSnapshot,
  readPages,
} from '../../../workflows/gateway/load-page.ts';
import { CREDITS, DEALS, NOTICE_SELECTION, pageSelectionOf } from '../../../workflows/gateway/selection.ts';
import { emptyScope } from '../../../workflows/pipeline/scope.ts';
import type { Snapshot } from '../../../workflows/run/snapshot.ts';
import { builtApp } from '../../built-app.ts';
import { runAt } from '../hand-made.ts';

const PAGE = 200;
let app: BuiltApp;
beforeAll(async () => {
  app = await builtApp();
});

const idOf = (kind: number, at: number): string =>
  `${String(at).padStart(8, '0')}-0000-4000-8000-${String(kind).padStart(12, '0')}`;
const COMPANY = 1;
const DEAL = 2;
const PRODUCT = 3;

/** So many things for each record: a half is one for every second of them. */
interface Density {
  readonly contacts: number;
  readonly credits: number;
  readonly deals: number;
  readonly items: number;
  readonly notices: number;
}
const NOTHING: Density = { contacts: 0, credits: 0, deals: 0, items: 0, notices: 0 };

/** Which record each of so many things belongs to, spread evenly over the records. */
const owners = (records: number, each: number): readonly number[] =>
  Array.from({ length: Math.round(records * each) }, (_unused, at) => Math.floor(at / each));

/** A workspace of so many customers, with what belongs to them, closed notices among it. */
const workspaceOf = (records: number, each: Density): Workspace => {
  const workspace = createWorkspace({ app, server: '2.43' });
  const companies = Array.from({ length: records }, (_unused, at) => at);
  workspace.insert(
    'person',
    owners(records, each.contacts).map((at) => ({ id: idOf(9, at), jobTitle: '经理' })),
  );
  const contacts = new Set(owners(records, each.contacts));
  workspace.insert(
    'company',
    companies.map((at) => ({
      id: idOf(COMPANY, at),
      name: `第${at}号精密机械有限公司`,
      ...(contacts.has(at) ? { tagKeyContactId: idOf(9, at) } : {}),
    })),
  );
  workspace.insert(
    'tagCredit',
    owners(records, each.credits).map((at) => ({ companyId: idOf(COMPANY, at), rating: 'A' })),
  );
  const deals = owners(records, each.deals);
  workspace.insert(
    'opportunity',
    deals.map((company, at) => ({ id: idOf(DEAL, at), name: '二期', companyId: idOf(COMPANY, company) })),
  );
  workspace.insert('tagProduct', [{ id: idOf(PRODUCT, 0), name: '网关', model: 'DG-200', features: '8路串口' }]);
  workspace.insert(
    'tagOpportunityItem',
    owners(deals.length, each.items).map((deal) => ({ opportunityId: idOf(DEAL, deal), productId: idOf(PRODUCT, 0) })),
  );
  const notices = owners(records, each.notices).map((at) => ({ companyId: idOf(COMPANY, at), kind: 'NAME' }));
  workspace.insert('tagChangeNotice', [
    ...notices.map((notice) => ({ ...notice, status: 'OPEN' })),
    ...notices.map((notice) => ({ ...notice, status: 'DONE', judgedStatus: 'DONE' })),
  ]);
  return workspace;
};

type Answer = Readonly<Record<string, { readonly edges: readonly unknown[] }>>;

/** A client that tells what it was answered. */
const clientOf = (workspace: Workspace, onAnswer: (answer: Answer) => void = () => {}): TwentyClient => ({
  request: async <Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> => {
    const answer = await workspace.client(workspace.applicationToken).request<Data>(query, variables);
    onAnswer(answer as Answer);
    return answer;
  },
  requestMetadata: () => Promise.reject(new Error('a page has no business with the server itself')),
});

const readAll = async (client: TwentyClient, object: GovernedObject, after: string | null = null) => {
  const pages: LoadedPage[] = [];
  for await (const page of readPages(client, object, after)) pages.push(page);
  return pages;
};

const pagesOf = (count: number): number => Math.ceil(count / PAGE);

describe('a page read with what belongs to it', () => {
  it.each<[string, Partial<Density>]>([
    ['nothing', {}],
    ['a little', { contacts: 0.1, credits: 0.05, deals: 0.02, items: 1, notices: 0.03 }],
    ['one of each', { contacts: 1, credits: 1, deals: 1, items: 1, notices: 1 }],
    ['several of each', { contacts: 1, credits: 1, deals: 3, items: 2, notices: 1.5 }],
  ])('%s: a request a page, and one for each further page of what belongs to them', async (_name, more) => {
    const records = 1_000;
    const each = { ...NOTHING, ...more };
    const workspace = workspaceOf(records, each);
    const deals = records * each.deals;
    const items = deals * each.items;
    const belonging = [records * each.contacts, records * each.credits, records * each.notices, deals, items];
    const cost = { requests: 0, lists: 0, rows: 0 };
    const client = clientOf(workspace, (answer) => {
      const lists = Object.values(answer);
      cost.requests += 1;
      cost.lists += lists.length;
      cost.rows += lists.reduce((sum, { edges }) => sum + edges.length, 0);
    });
    const pages = await readAll(client, 'company');
    expect(pages.map((page) => page.records.length)).toEqual(Array(records / PAGE).fill(PAGE));
    expect(pages.flatMap(({ beside }) => beside.contact ?? [])).toHaveLength(records * each.contacts);
    expect(pages.flatMap(({ beside }) => beside.credit ?? [])).toHaveLength(records * each.credits);
    expect(pages.flatMap(({ beside }) => beside.notice ?? [])).toHaveLength(records * each.notices);
    expect(pages.flatMap(({ beside }) => beside.deal ?? [])).toHaveLength(deals);
    expect(pages.flatMap(({ beside }) => beside.item ?? [])).toHaveLength(items);
    // No row is read twice, and no closed notice.
    expect(cost.rows).toBe(records + belonging.reduce((sum, count) => sum + count, 0));
    const further = belonging.reduce((sum, count) => sum + pagesOf(count), 0);
    expect(cost.requests).toBeLessThanOrEqual(pagesOf(records) + 1 + further);
    // Twenty counts each list of a request as a call; contacts and offers of a page are asked for where it has any.
    expect(cost.lists).toBeLessThanOrEqual(3 * pagesOf(records) + 1 + further);
  });

  it('goes on after a record as had all before it been read', async () => {
    const client = clientOf(workspaceOf(500, { contacts: 0, credits: 0.7, deals: 0.4, items: 2, notices: 1.3 }));
    const [first, ...rest] = await readAll(client, 'company');
    const again = await readAll(client, 'company', String(first?.records.at(-1)?.id));
    expect(again).toEqual(rest);
  });
});

describe('objects read one after the other', () => {
  const readJoined = async (client: TwentyClient, objects: readonly GovernedObject[]) => {
    const pages: (readonly [GovernedObject, LoadedPage])[] = [];
    let begun: Joined['begun'];
    for (const [at, object] of objects.entries()) {
      const following = objects[at + 1];
      const next = following ? firstSets(following, null) : [];
      let last: LoadedPage | undefined;
      for await (const page of readPages(client, object, null, { begun, next })) {
        last = page;
        pages.push([object, { records: page.records, beside: page.beside }]);
      }
      begun = last?.following;
    }
    return pages;
  };
  const readApart = async (client: TwentyClient, objects: readonly GovernedObject[]) => {
    const pages = [];
    for (const object of objects) for (const page of await readAll(client, object)) pages.push([object, page]);
    return pages.map(([object, page]) => [object, { ...(page as LoadedPage), following: undefined }]);
  };

  it.each<[string, readonly GovernedObject[], number]>([
    ['without a list of one name: the first page of each with the last request before', ['tagProduct', 'company'], 1],
    ['with one: apart', ['opportunity', 'company'], 0],
  ])('%s', async (_name, objects, spared) => {
    const workspace = workspaceOf(250, { contacts: 1, credits: 0.5, deals: 0.4, items: 1, notices: 1.3 });
    const counts = { joined: 0, apart: 0 };
    const count = (kind: 'joined' | 'apart') => clientOf(workspace, () => (counts[kind] += 1));
    const joined = await readJoined(count('joined'), objects);
    expect(joined).toEqual(await readApart(count('apart'), objects));
    expect(counts.apart - counts.joined).toBe(spared);
  });
});

describe('what is read page by page', () => {
  it.each<[string, string]>([
    ...GOVERNED_OBJECTS.map((object): [string, string] => [object, pageSelectionOf(object)]),
    ['tagCredit', CREDITS.selection],
    ['opportunity', DEALS.selection],
    ['tagChangeNotice', NOTICE_SELECTION],
  ])('%s: nests no other record, for which Twenty would fetch the whole table', (object, selection) => {
    const { model } = createWorkspace({ app, server: '2.43' }).api;
    const [query] = parse(`{${selection}}`).definitions;
    const fields = query && 'selectionSet' in query ? (query.selectionSet?.selections ?? []) : [];
    const names = fields.flatMap((field) => ('name' in field ? [field.name.value] : []));
    const { byName } = objectNamed(model, object);
    expect(names.filter((name) => byName.get(name)?.relation)).toEqual([]);
  });
});

describe('a record on a page', () => {
  type Named = Readonly<Record<string, unknown>>;
  const byId = (records: readonly Named[]) =>
    [...records].sort((left, right) => String(left.id).localeCompare(String(right.id)));
  /** Nested lists have no order, and a count that only they need. */
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('edges' in value) return byId((value.edges as readonly { node: Named }[]).map(({ node }) => node)).map(plain);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  };
  const contents = ({ subjects, opportunities, items, notices }: Snapshot) =>
    plain({ subjects, opportunities: byId(opportunities), items: byId(items), notices: byId(notices) });

  it.each<[GovernedObject, 'companyIds' | 'opportunityIds' | 'productIds']>([
    ['company', 'companyIds'],
    ['opportunity', 'opportunityIds'],
    ['tagProduct', 'productIds'],
  ])('%s is as it is read by itself', async (object, ids) => {
    const workspace = workspaceOf(120, { contacts: 0.5, credits: 0.5, deals: 1.5, items: 1.2, notices: 1 });
    const client = clientOf(workspace);
    for (const page of await readAll(client, object)) {
      const none = { names: new Set<string>(), creditCodes: new Set<string>(), products: new Set<string>() };
      const swept = await pageSnapshot(client, object, page, none, async () => new Set());
      const scope = { ...emptyScope(), [ids]: new Set(page.records.map((record) => String(record.id))) };
      const { snapshot } = await loadScope(client, scope, { ...runAt(), dateOf: runAt().calendar.dateOf });
      expect(contents(swept)).toEqual(contents(snapshot));
    }
  });
});

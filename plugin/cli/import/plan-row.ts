import type { GovernedObject, Tag } from '../../../objects/taxonomy/index.ts';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { recordId } from '../../../workflows/run/record-id.ts';
import { type ListTerms, termNamed } from '../check/list-terms.ts';
import { isId } from '../check/twenty-import.ts';
import { OWNER_TAG } from './import-columns.ts';
import { type Decision, type Match, matchRow } from './match-row.ts';
import { type Fields, holds, type Operation } from './operations.ts';
import { productName } from './product-catalogue.ts';
import { type Cell, isSamePerson, type Row } from './read-row.ts';
import type { Reason } from './reasons.ts';
import { customerKey, dealKey, type Team, type WorkspaceSide } from './workspace-side.ts';

export type Verdict = 'create' | 'update' | 'same' | 'conflict' | 'left';

/** A tag that a row changes. */
export interface Change {
  readonly tag: Tag;
  readonly from: unknown;
  readonly to: unknown;
}

/** What becomes of a row. */
export interface PlannedRow {
  readonly row: Row;
  readonly verdict: Verdict;
  /** The record it is of, or will be. */
  readonly id: string | null;
  readonly reason: Reason | null;
  /** Records it may be of, where that is not clear. */
  readonly candidates: readonly string[];
  readonly changes: readonly Change[];
  readonly operations: readonly Operation[];
  /** Links whose other end was not found here. */
  readonly unlinked: readonly Unlinked[];
}

/** Something a row names that is not here, or of which there are several. */
export interface Unlinked {
  readonly tag: Tag;
  readonly named: string;
  /** Null where that is all that is to be said of it. */
  readonly reason: 'NO_PRODUCT' | 'SEVERAL_PRODUCTS' | null;
}

/** A row of which nothing is written, and why. */
export const unwritten = (row: Row, reason: Reason): Omit<PlannedRow, 'verdict'> => ({
  row,
  id: null,
  reason,
  candidates: [],
  changes: [],
  operations: [],
  unlinked: [],
});

export interface PlanContext {
  readonly object: GovernedObject;
  /** The run, of which the ids of new records are made: made again they are the same. */
  readonly run: string;
  readonly side: WorkspaceSide;
  readonly team: Team;
  /** What the dictionary adds to lists. */
  readonly terms: ListTerms;
}

/** What stops a row; thrown to end its planning at once. */
class Stop extends Error {
  readonly reason: Reason;
  readonly candidates: readonly string[];

  constructor(reason: Reason, candidates: readonly string[] = []) {
    super(reason);
    this.reason = reason;
    this.candidates = candidates;
  }
}

/** The id of the one record that a name, an address or an id means; null when it is none, or not one alone. */
const personIn = (records: readonly TwentyRecord[], named: string): string | null => {
  if (isId(named)) return records.find(({ id }) => id === named.toLowerCase()) ? named.toLowerCase() : null;
  const found = records.filter(({ name, userEmail }) =>
    named.includes('@')
      ? String(userEmail ?? '').toLowerCase() === named.toLowerCase()
      : typeof name === 'string'
        ? nameKey(name) === nameKey(named)
        : isSamePerson(name, { lastName: named }),
  );
  return found.length === 1 ? String(found[0]?.id) : null;
};

/** What somebody is called, by their id. */
const nameOf = (records: readonly TwentyRecord[], id: unknown): string | undefined => {
  const name = records.find((record) => record.id === id)?.name;
  if (typeof name === 'string') return name;
  const { firstName = '', lastName = '' } = (name ?? {}) as { firstName?: string; lastName?: string };
  return `${lastName}${firstName}` || undefined;
};

/** The contact an id means; null when there is none, or it is in the trash. */
const contactIn = (side: WorkspaceSide, named: string): string | null => {
  const found = isId(named) ? side.people.get(named.toLowerCase()) : undefined;
  return found && !found.deletedAt ? String(found.id) : null;
};

const linkCell = (tag: Tag, value: string, named: (id: unknown) => string | undefined): Cell => ({
  tag,
  field: `${tag.name}Id`,
  value,
  named,
  isHeldBy: (current) => current === value,
});

const linkTag = (object: GovernedObject, name: string): Tag =>
  name === OWNER_TAG.name ? OWNER_TAG : tagOf(object, name);

const wordOf = ({ terms }: ListTerms, id: unknown): string | undefined => terms.get(String(id))?.word;

/** A list that does not say OTHER any more has no term beside it. */
const endedTerms = ({ object, terms }: PlanContext, row: Row, current: TwentyRecord | null): readonly Cell[] =>
  (row.cells.get(object) ?? []).flatMap(({ tag, value }) => {
    const link = `${tag.termIn}Id`;
    if (!tag.termIn || !current?.[link] || [value].flat().includes('OTHER')) return [];
    return [
      {
        tag: tagOf(object, tag.termIn),
        field: link,
        value: null,
        named: (id: unknown) => wordOf(terms, id),
        isHeldBy: (held: unknown) => !held,
      },
    ];
  });

/** The links of a row as cells, and those whose other end was not found. */
const linksOf = ({ object, team, side, terms }: PlanContext, { links }: Row) => {
  const cells: Cell[] = [];
  const unlinked: Unlinked[] = [];
  for (const [name, named] of Object.entries(links)) {
    if (name === 'company') continue;
    const tag = linkTag(object, name);
    if (tag.relation?.target === 'tagDefinition') {
      const term = termNamed(terms, tag, named);
      if (term === undefined) unlinked.push({ tag, named, reason: null });
      else cells.push(linkCell(tag, term, (id) => wordOf(terms, id)));
      continue;
    }
    const to =
      name === 'tagKeyContact'
        ? contactIn(side, named)
        : personIn(name === 'manager' ? team.members : team.users, named);
    if (to === null) unlinked.push({ tag, named, reason: null });
    else cells.push(linkCell(tag, to, (id) => nameOf([...team.users, ...team.members], id)));
  }
  if (object === 'opportunity' && links.company !== undefined) {
    const found = side.customers.get(customerKey(links.company)) ?? [];
    if (found.length > 1)
      throw new Stop(
        'SEVERAL_CUSTOMERS',
        found.map(({ id }) => String(id)),
      );
    const [customer] = found;
    if (!customer) throw new Stop('NO_CUSTOMER');
    cells.push(linkCell(tagOf('opportunity', 'company'), String(customer.id), (id) => nameOf([customer], id)));
  }
  return { cells, unlinked };
};

/** What cells change of a record; a composite is written whole, so that what the file does not say of it stays. */
const differing = (cells: readonly Cell[], current: TwentyRecord | null) => {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const changes: Change[] = [];
  for (const { tag, field, value, named, isHeldBy } of cells) {
    const from = current?.[field] ?? null;
    if (current && isHeldBy(from)) continue;
    const isWhole = tag.kind === 'ADDRESS' && typeof from === 'object' && from !== null;
    before[field] = from;
    after[field] = isWhole ? { ...from, ...(value as object) } : value;
    changes.push({ tag, from: named?.(from) ?? from, to: named?.(value) ?? value });
  }
  return { before, after, changes };
};

/** What a row writes, as it is put together. */
class Draft {
  readonly operations: Operation[] = [];
  readonly changes: Change[] = [];
  readonly #row: number;

  constructor(row: number) {
    this.#row = row;
  }

  /** Adds what cells change of a record, or a new one of them and what else it holds. */
  add(object: string, id: string, cells: readonly Cell[], current: TwentyRecord | null, more: Fields = {}): void {
    const { before, after, changes } = differing(cells, current);
    for (const [field, value] of Object.entries(more)) {
      if (current && holds(current[field], value)) continue;
      before[field] = current?.[field] ?? null;
      after[field] = value;
    }
    this.changes.push(...changes);
    if (current && Object.keys(after).length === 0) return;
    this.operations.push({
      row: this.#row,
      object,
      id,
      isNew: current === null,
      before: current ? before : {},
      after,
    });
  }
}

const newId = (run: string, object: string, row: number): string => recordId(`import:${run}:${object}:${row}`);

interface ContactPlan {
  /** Who is the key contact from now on; null where the file says nothing of it. */
  readonly personId: string | null;
  /** Linked to the customer once that is there. */
  readonly link: ((companyId: string) => void) | null;
}

/** The key contact of a customer: the one it has, somebody who is known by the address of mail, or somebody new. */
const planContact = (
  { run, side }: PlanContext,
  row: Row,
  company: TwentyRecord | null,
  isDecided: boolean,
  draft: Draft,
): ContactPlan => {
  const cells = row.cells.get('person') ?? [];
  const none = { personId: null, link: null };
  if (cells.length === 0) return none;
  const known = side.people.get(String(company?.tagKeyContactId ?? ''));
  const present = known && !known.deletedAt ? known : null;
  const name = cells.find(({ field }) => field === 'name')?.value;
  const mail = row.email === '' ? undefined : side.byEmail.get(row.email);
  if (present) {
    const isSame = name === undefined || isSamePerson(present.name, name) || mail?.id === present.id;
    if (isSame) {
      if (mail && mail.id !== present.id) throw new Stop('CONTACT_ELSEWHERE');
      draft.add('person', String(present.id), cells, present);
      return none;
    }
    if (!isDecided) throw new Stop('OTHER_CONTACT', [String(company?.id)]);
  }
  if (mail?.deletedAt) throw new Stop('CONTACT_IN_TRASH');
  if (mail) {
    if (mail.companyId && mail.companyId !== company?.id) throw new Stop('CONTACT_ELSEWHERE');
    const link = (companyId: string): void => draft.add('person', String(mail.id), [], mail, { companyId });
    draft.add('person', String(mail.id), cells, mail);
    return { personId: String(mail.id), link };
  }
  const id = newId(run, 'person', row.row);
  draft.add('person', id, cells, null);
  return { personId: id, link: (companyId) => draft.add('person', id, [], { id, companyId: null }, { companyId }) };
};

const planCredit = ({ run, side }: PlanContext, row: Row, companyId: string, isThere: boolean, draft: Draft): void => {
  const cells = row.cells.get('tagCredit') ?? [];
  if (cells.length === 0) return;
  const found = isThere ? (side.credits.get(companyId) ?? []) : [];
  if (found.length > 1) throw new Stop('SEVERAL_CREDITS');
  const [credit] = found;
  if (credit) draft.add('tagCredit', String(credit.id), cells, credit);
  else draft.add('tagCredit', newId(run, 'tagCredit', row.row), cells, null, { companyId });
};

/** Products that the opportunity does not have yet are added to it; those it has stay as they are. */
const planItems = (
  { run, side, team }: PlanContext,
  row: Row,
  opportunityId: string,
  isThere: boolean,
  draft: Draft,
): readonly Unlinked[] => {
  const tag = tagOf('opportunity', 'tagItems');
  const items = isThere ? (side.items.get(opportunityId) ?? []) : [];
  const offered = new Set(items.map(({ productId }) => productId));
  const unlinked: Unlinked[] = [];
  for (const named of row.offered) {
    const found = team.products.named(named);
    const [product] = found;
    if (!product || found.length > 1) {
      unlinked.push({ tag, named, reason: product ? 'SEVERAL_PRODUCTS' : 'NO_PRODUCT' });
    } else if (!offered.has(product.id)) {
      offered.add(product.id);
      const productId = String(product.id);
      const cell = {
        ...linkCell(tag, productId, (id) => (id === productId ? productName(product) : undefined)),
        field: 'productId',
      };
      const id = newId(run, `tagOpportunityItem:${productId}`, row.row);
      draft.add('tagOpportunityItem', id, [cell], null, { opportunityId });
    }
  }
  return unlinked;
};

const match = (context: PlanContext, row: Row, links: readonly Cell[], decision: Decision | undefined): Match => {
  const { object, side } = context;
  const linked = (field: string): string => String(links.find((cell) => cell.field === field)?.value ?? '');
  const keys = {
    id: row.id,
    code: object === 'tagMember' ? linked('workspaceMemberId') : row.creditCode,
    nameKey: object === 'opportunity' ? dealKey(row.nameKey, linked('companyId')) : row.nameKey,
    domain: row.domain,
  };
  return matchRow(keys, side.candidates, decision === 'skip' ? undefined : decision);
};

/**
 * Decides what becomes of a row: a new record, a change of one, nothing, or a question. Pure: the same row and the same
 * workspace give the same plan, ids of new records included.
 */
export const planRow = (context: PlanContext, row: Row, decision?: Decision): PlannedRow => {
  const { object, run, side } = context;
  const left = (reason: Reason): PlannedRow => ({ ...unwritten(row, reason), verdict: 'left' });
  if (decision === 'skip') return left('SKIPPED');
  if (row.name === '' && row.id === null) return left('NAMELESS');
  try {
    const { cells: links, unlinked } = linksOf(context, row);
    const found = match(context, row, links, decision);
    if (found.kind === 'UNCLEAR') throw new Stop(found.reason, found.ids);
    if (found.kind === 'NONE' && row.name === '') return left('NAMELESS');
    if (found.kind === 'NONE' && object === 'opportunity' && row.links.company === undefined)
      throw new Stop('NO_CUSTOMER');
    const current = found.kind === 'ONE' ? (side.records.get(found.id) ?? null) : null;
    const id = found.kind === 'ONE' ? found.id : (found.id ?? newId(run, object, row.row));
    const draft = new Draft(row.row);
    const contact =
      object === 'company'
        ? planContact(context, row, current, typeof decision === 'object', draft)
        : { personId: null, link: null };
    const contactCell = contact.personId === null ? {} : { tagKeyContactId: contact.personId };
    const isOurs = ({ field }: Cell): boolean => !(field === 'tagKeyContactId' && contact.personId !== null);
    const ended = endedTerms(context, row, current);
    draft.add(object, id, [...(row.cells.get(object) ?? []), ...links.filter(isOurs), ...ended], current, contactCell);
    contact.link?.(id);
    if (object === 'company') planCredit(context, row, id, current !== null, draft);
    const unoffered = object === 'opportunity' ? planItems(context, row, id, current !== null, draft) : [];
    const reason = unoffered[0]?.reason ?? null;
    const { operations, changes } = draft;
    const rest = reason === null ? 'same' : 'left';
    const verdict = current === null ? 'create' : operations.length > 0 ? 'update' : rest;
    return { row, verdict, id, reason, candidates: [], changes, operations, unlinked: [...unlinked, ...unoffered] };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { ...unwritten(row, stop.reason), verdict: 'conflict', candidates: stop.candidates };
  }
};

import type { GovernedObject, Tag } from '../../../objects/taxonomy/index.ts';
import { entriesOf, words } from '../../../objects/taxonomy/types.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { FileContents } from '../check/file-contents.ts';
import { type ListTerms, NO_LIST_TERMS } from '../check/list-terms.ts';
import { type ColumnMap, type ColumnPlan, planColumns } from '../check/plan-columns.ts';
import { isId } from '../check/twenty-import.ts';
import { type Layout, layoutOf } from './layouts.ts';

/** What the columns of a file are to an import: tags, and what tells records and their owners. */
export interface ImportColumns extends ColumnPlan {
  readonly layout: Layout | null;
  /** The column of Twenty's own ids. */
  readonly id: string | null;
  /** The column of whose a customer is, which is no tag. */
  readonly owner: string | null;
  /** Columns of what the application keeps, or what other records hold: nothing of them is imported. */
  readonly leftOut: readonly string[];
}

/** Whether a tag is the products of an opportunity, each of which is a record of its own. */
export const isOffer = ({ object, name }: Tag): boolean => object === 'opportunity' && name === 'tagItems';

/** Where a tag of a file is written; null where nobody but the application writes it, or in Twenty alone. */
export const placeOf = (tag: Tag): { readonly object: string; readonly field: string } | null => {
  if (isOffer(tag)) return { object: 'tagOpportunityItem', field: 'productId' };
  if (tag.via) return { object: tag.via.object, field: tag.via.field };
  if (tag.writer === 'APPLICATION' || tag.role === 'GOVERNANCE' || tag.kind === 'ONE_TO_MANY') return null;
  if (tag.kind === 'RAW_JSON') return null;
  return { object: tag.object, field: tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : tag.name };
};

/** What `--map` calls the owner of a customer. */
export const OWNER = 'accountOwner';

/** The owner of a customer as if it were a tag: no rule asks for it, and Twenty keeps it. */
export const OWNER_TAG: Tag = entriesOf('company')(
  OWNER,
  'MANY_TO_ONE',
  'SUPPORT',
  'BASIC',
  words('Account owner', '客户负责人', '客戶負責人'),
  words('Whose customer it is', '负责该客户的成员', '負責該客戶的成員'),
  ['3.2.6'],
  { standard: true },
);

/** What the trade calls whose a customer is. */
const OWNER_WORDS: readonly string[] = [
  ...['Account Owner', 'Account Owner Id', 'accountOwner', 'accountOwnerId', 'Owner', 'Sales rep', 'Company owner'],
  ...['客户负责人', '負責人', '负责人', '客户经理', '业务员', '销售员', '销售人员', '跟进人', '所有者', '归属人'],
];
const OWNER_KEYS: ReadonlySet<string> = new Set(OWNER_WORDS.map(nameKey));

/** What a known layout says of those of its columns that the file has. */
const columnsOfLayout = (layout: Layout | null, names: readonly string[]): ColumnMap => {
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  const known = Object.entries(layout?.columns ?? {}).flatMap(([name, tag]): [string, string][] => {
    const found = byKey.get(nameKey(name));
    return found === undefined ? [] : [[found, tag]];
  });
  return new Map(known);
};

/** Decides what the columns of a file are: what somebody says goes before what a known layout says. */
export const importColumns = (
  object: GovernedObject,
  contents: FileContents,
  said: ColumnMap,
  terms: ListTerms = NO_LIST_TERMS,
): ImportColumns => {
  const names = [...new Set([...contents.columns, ...contents.records.flatMap(({ fields }) => Object.keys(fields))])];
  const layout = layoutOf(object, names);
  const mapped = new Map([...columnsOfLayout(layout, names), ...said]);
  const saidOwner = [...said].find(([, tag]) => tag === OWNER)?.[0];
  if (object === 'company' && saidOwner !== undefined) mapped.delete(saidOwner);
  const plan = planColumns(object, contents, mapped, terms);
  const isOwner = (name: string): boolean =>
    !plan.columns.has(name) && (OWNER_KEYS.has(nameKey(name)) || name === layout?.owner);
  const owner = object === 'company' ? (saidOwner ?? names.find(isOwner) ?? null) : null;
  const id = names.find(
    (name) => /^(?:record\s*)?id$/i.test(name) && contents.records.some(({ fields }) => isId(fields[name])),
  );
  return {
    ...plan,
    notes: plan.notes.filter(({ message }) => owner === null || !message.includes(`"${owner}"`)),
    layout,
    id: id ?? null,
    owner,
    leftOut: [...plan.columns].filter(([, { tag }]) => placeOf(tag) === null).map(([name]) => name),
  };
};

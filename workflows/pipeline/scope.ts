import { changedFields, watchedFields } from './changed-tags.ts';
import { type Entry, laterEntry } from './entry.ts';
import type { RecordChange, TwentyRecord } from './record-change.ts';

/** Which records a set of changes concerns, by the ways they can be found. */
export interface Scope {
  readonly companyIds: ReadonlySet<string>;
  /** Customers whose key contact is one of these persons. */
  readonly contactIds: ReadonlySet<string>;
  /** Names and codes other customers may share. */
  readonly companyNames: ReadonlySet<string>;
  readonly creditCodes: ReadonlySet<string>;
  readonly opportunityIds: ReadonlySet<string>;
  readonly productIds: ReadonlySet<string>;
  readonly productNames: ReadonlySet<string>;
  readonly memberIds: ReadonlySet<string>;
  /** Entries by the record that was written: `company:id`, `person:id`, … */
  readonly entries: ReadonlyMap<string, Entry>;
}

const texts = (change: RecordChange, field: string): readonly string[] =>
  [change.before, change.after].flatMap((record: TwentyRecord | null) => {
    const value = record?.[field];
    return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  });

/**
 * What a set of changes may have made untrue. Order and repetition play no part: the result is a set of records to
 * look at again, and the latest entry of each. Changes that touch no tag concern nothing.
 */
export const scopeOf = (changes: readonly RecordChange[]): Scope => {
  const companyIds = new Set<string>();
  const contactIds = new Set<string>();
  const companyNames = new Set<string>();
  const creditCodes = new Set<string>();
  const opportunityIds = new Set<string>();
  const productIds = new Set<string>();
  const productNames = new Set<string>();
  const memberIds = new Set<string>();
  const entries = new Map<string, Entry>();

  const add = (target: Set<string>, values: readonly string[]): void => {
    for (const value of values) target.add(value);
  };
  const enter = (key: string, change: RecordChange): void => {
    entries.set(key, laterEntry(entries.get(key), { at: change.at, by: change.memberId }));
  };

  for (const change of changes) {
    const isGone = change.action === 'deleted' || change.action === 'destroyed';
    const fields = isGone ? [] : changedFields(change, watchedFields(change.object as never));
    const isTouched = fields.length > 0 || change.action === 'restored' || change.action === 'created';
    if (!isTouched && !isGone) continue;
    const isEntry = !change.byApplication && fields.length > 0 && change.action !== 'restored';

    switch (change.object) {
      case 'company':
        if (!isGone) companyIds.add(change.recordId);
        if (isGone || change.action !== 'updated' || fields.includes('name')) add(companyNames, texts(change, 'name'));
        if (isGone || change.action !== 'updated' || fields.includes('tagCreditCode')) {
          add(creditCodes, texts(change, 'tagCreditCode'));
        }
        if (isEntry) enter(`company:${change.recordId}`, change);
        break;
      case 'person':
        contactIds.add(change.recordId);
        if (isEntry && change.action === 'updated') enter(`person:${change.recordId}`, change);
        break;
      case 'tagCredit': {
        const owners = texts(change, 'companyId');
        add(companyIds, owners);
        if (isEntry) for (const owner of owners) enter(`company:${owner}`, change);
        break;
      }
      case 'opportunity':
        if (!isGone) opportunityIds.add(change.recordId);
        add(companyIds, texts(change, 'companyId'));
        if (isEntry) enter(`opportunity:${change.recordId}`, change);
        break;
      case 'tagOpportunityItem':
        add(opportunityIds, texts(change, 'opportunityId'));
        add(productIds, texts(change, 'productId'));
        if (isEntry) for (const deal of texts(change, 'opportunityId')) enter(`opportunity:${deal}`, change);
        break;
      case 'tagProduct':
        if (!isGone) productIds.add(change.recordId);
        if (isGone || change.action !== 'updated' || fields.includes('name') || fields.includes('model')) {
          add(productNames, texts(change, 'name'));
        }
        if (isEntry) enter(`tagProduct:${change.recordId}`, change);
        break;
      case 'tagMember':
        if (!isGone) memberIds.add(change.recordId);
        if (isEntry) enter(`tagMember:${change.recordId}`, change);
        break;
    }
  }
  return {
    companyIds,
    contactIds,
    companyNames,
    creditCodes,
    opportunityIds,
    productIds,
    productNames,
    memberIds,
    entries,
  };
};

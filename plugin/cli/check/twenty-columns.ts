import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';

/** Columns that Twenty keeps on every record and writes into its exports; they say nothing of the tags. */
const ON_EVERY_OBJECT = [
  ...['id', 'createdAt', 'updatedAt', 'deletedAt', 'createdBy', 'updatedBy', 'position', 'searchVector'],
  ...['Creation date', 'Last update', 'Deleted at', 'Created by', 'Updated by', 'Position', 'Search vector'],
  ...[
    '创建日期',
    '创建时间',
    '最后更新',
    '更新时间',
    '上次更新',
    '删除时间',
    '创建人',
    '创建者',
    '更新人',
    '更新者',
    '位置',
  ],
  ...['Tasks', 'Notes', 'Attachments', 'Favorites', 'Timeline Activities'],
];

/** Fields of Twenty's own on the two objects of its that the policy speaks of. */
const ON_OBJECT: Readonly<Partial<Record<GovernedObject, readonly string[]>>> = {
  company: [
    ...['Domain Name', 'domainName', 'Address', 'Linkedin', 'linkedinLink', 'X', 'xLink', 'People', 'Opportunities'],
    ...['ARR', 'Annual Recurring Revenue', 'annualRecurringRevenue', 'ICP', 'Ideal Customer Profile'],
    ...['idealCustomerProfile', 'Account Owner', 'accountOwner', 'accountOwnerId', 'employees', 'Employees'],
    ...['Tagline', 'Introduction Video', 'Visa Sponsorship', 'Work Policy'],
  ],
  opportunity: [
    ...['Stage', 'Point of Contact', 'pointOfContact', 'pointOfContactId', 'Probability', 'Next follow up'],
  ],
};

const keysOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(nameKey));
const everywhere = keysOf(ON_EVERY_OBJECT);
const onObject = new Map(Object.entries(ON_OBJECT).map(([object, names]) => [object, keysOf(names ?? [])]));

/**
 * Whether a column is one of Twenty's own: `Created by / Name`, `Account Owner Id`. Of a composite the part before the
 * slash counts, of a relation what stands before Id.
 */
export const isTwentysOwn = (object: GovernedObject, name: string): boolean => {
  const [field = ''] = name.split(' / ');
  return [field, field.replace(/\s+Id$/i, '')].some((one) => {
    const key = nameKey(one);
    return everywhere.has(key) || onObject.get(object)?.has(key) === true;
  });
};

import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';

/** The export of a CRM that is known by its column names. */
export interface Layout {
  readonly name: string;
  readonly object: GovernedObject;
  /** Columns that together tell it from other files. */
  readonly signature: readonly string[];
  /** What its columns are, as far as their names do not tell by themselves. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whose a customer is. */
  readonly owner?: string;
}

const BILLING = {
  'Billing Street': 'tagRegisteredAddress.addressStreet1',
  'Billing City': 'tagRegisteredAddress.addressCity',
  'Billing Country': 'tagRegisteredAddress.addressCountry',
};

/**
 * Column names of what other CRMs export. They are facts of those products, in English and Chinese as they come without
 * changes; whoever has renamed a field gives `--map`. VERIFIED: seen in public descriptions of the product's own fields.
 * UNVERIFIED: as commonly described, not seen in an export of ours; a wrong name is an unknown column, which is told.
 */
export const LAYOUTS: readonly Layout[] = [
  // Twenty: its own CSV export, as recorded in tests/fixtures/cli/twenty-export-*.csv. VERIFIED.
  {
    name: 'Twenty',
    object: 'company',
    signature: ['Id', 'Name', 'Creation date'],
    columns: {},
    owner: 'Account Owner Id',
  },
  {
    name: 'Twenty',
    object: 'opportunity',
    signature: ['Id', 'Name', 'Company Id'],
    columns: { 'Policy stage': 'tagStage' },
  },
  // Salesforce: labels of the standard fields of Account and Opportunity (Object Reference). VERIFIED: the billing labels,
  // Account Owner, Employees; UNVERIFIED: "Description" beside them.
  {
    name: 'Salesforce',
    object: 'company',
    signature: ['Account Name', 'Billing State/Province'],
    columns: {
      'Account Name': 'name',
      ...BILLING,
      'Billing State/Province': 'tagRegion',
      'Billing Zip/Postal Code': 'tagRegisteredAddress.addressPostcode',
      Employees: 'tagEmployees',
      'Annual Revenue': 'annualRevenue',
    },
    owner: 'Account Owner',
  },
  {
    name: 'Salesforce',
    object: 'opportunity',
    signature: ['Opportunity Name', 'Account Name'],
    columns: {
      'Opportunity Name': 'name',
      'Account Name': 'company',
      'Opportunity Owner': 'owner',
      'Lead Source': 'tagSource',
      Stage: 'tagStage',
      'Close Date': 'closeDate',
    },
  },
  // HubSpot: labels of the default properties of companies and deals (developers.hubspot.com). VERIFIED: Record ID,
  // Company name, Company Domain Name, City, State/Region, Phone Number; UNVERIFIED: Associated Company.
  {
    name: 'HubSpot',
    object: 'company',
    signature: ['Record ID', 'Company name'],
    columns: {
      'Company name': 'name',
      'Street Address': 'tagRegisteredAddress.addressStreet1',
      City: 'tagRegisteredAddress.addressCity',
      'Postal Code': 'tagRegisteredAddress.addressPostcode',
      'Country/Region': 'tagRegisteredAddress.addressCountry',
      'State/Region': 'tagRegion',
      'Number of Employees': 'tagEmployees',
      'Annual Revenue': 'annualRevenue',
    },
    owner: 'Company owner',
  },
  {
    name: 'HubSpot',
    object: 'opportunity',
    signature: ['Record ID', 'Deal Name'],
    columns: {
      'Deal Name': 'name',
      'Associated Company': 'company',
      'Deal owner': 'owner',
      'Deal Stage': 'tagStage',
      'Close Date': 'closeDate',
    },
  },
  // Zoho CRM: labels of the Accounts and Deals modules (its import and API pages). VERIFIED: Account Owner, Billing Code,
  // Billing State; UNVERIFIED: "Record Id" as the first column.
  {
    name: 'Zoho',
    object: 'company',
    signature: ['Account Name', 'Billing Code'],
    columns: {
      'Account Name': 'name',
      ...BILLING,
      'Billing State': 'tagRegion',
      'Billing Code': 'tagRegisteredAddress.addressPostcode',
      Employees: 'tagEmployees',
      'Annual Revenue': 'annualRevenue',
    },
    owner: 'Account Owner',
  },
  {
    name: 'Zoho',
    object: 'opportunity',
    signature: ['Deal Name', 'Closing Date'],
    columns: {
      'Deal Name': 'name',
      'Account Name': 'company',
      'Deal Owner': 'owner',
      'Lead Source': 'tagSource',
      Stage: 'tagStage',
      'Closing Date': 'closeDate',
    },
  },
  // 纷享销客: labels of 客户 and 商机2.0 as integrations with its API describe them (客户名称, 客户编号, 客户级别, 负责人,
  // 商机名称). UNVERIFIED: the address columns and 成交状态.
  {
    name: '纷享销客',
    object: 'company',
    signature: ['客户名称', '客户级别'],
    columns: {
      客户名称: 'name',
      省: 'tagRegion',
      市: 'tagRegisteredAddress.addressCity',
      详细地址: 'tagRegisteredAddress.addressStreet1',
    },
    owner: '负责人',
  },
  {
    name: '纷享销客',
    object: 'opportunity',
    signature: ['商机名称', '客户名称', '负责人'],
    columns: {
      商机名称: 'name',
      客户名称: 'company',
      负责人: 'owner',
      销售阶段: 'tagStage',
      商机金额: 'amount',
      预计成交日期: 'closeDate',
    },
  },
];

/** The layout whose columns a file has; of several the one with the most of them. */
export const layoutOf = (object: GovernedObject, columns: readonly string[]): Layout | null => {
  const keys = new Set(columns.map(nameKey));
  const found = LAYOUTS.filter(
    (layout) => layout.object === object && layout.signature.every((name) => keys.has(nameKey(name))),
  );
  const known = ({ columns: own }: Layout): number => Object.keys(own).filter((name) => keys.has(nameKey(name))).length;
  return found.sort((left, right) => known(right) - known(left))[0] ?? null;
};

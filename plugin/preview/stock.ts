import { type Words, words } from '../../objects/taxonomy/types.ts';

/** What Twenty has on its pages of itself, in the words of its own translations. */

export interface StockEntry {
  readonly name: Words;
  readonly position: number;
}

/** Entries of the sidebar of a new workspace. */
export const STOCK_SIDEBAR: readonly StockEntry[] = [
  words('Companies', '公司', '公司'),
  words('Dashboards', '仪表板', '儀表板'),
  words('Notes', '笔记', '筆記'),
  words('Opportunities', '机会', '機會'),
  words('People', '人员', '人員'),
  words('Tasks', '任务', '任務'),
  words('Workflows', '工作流', '工作流程'),
].map((name, position) => ({ name, position }));

/** Tabs of every record page. */
const TABS: readonly StockEntry[] = [
  { name: words('Home', '主页', '首頁'), position: 10 },
  { name: words('Timeline', '时间线', '時間軸'), position: 20 },
  { name: words('Tasks', '任务', '任務'), position: 30 },
  { name: words('Notes', '笔记', '筆記'), position: 40 },
  { name: words('Files', '文件', '檔案'), position: 50 },
];
/** Tabs of those whose mails and meetings Twenty knows. */
const CORRESPONDENCE: readonly StockEntry[] = [
  { name: words('Emails', '电子邮件', '電子郵件'), position: 60 },
  { name: words('Calendar', '日历', '行事曆'), position: 70 },
];

/** Twenty's own tabs on the record page of an object. */
export const stockTabs = (object: string): readonly StockEntry[] =>
  object === 'company' || object === 'opportunity' ? [...TABS, ...CORRESPONDENCE] : TABS;

/** What Twenty calls its own objects. */
export const STOCK_OBJECTS: Readonly<Record<string, Words>> = {
  company: words('Company', '公司', '公司'),
  opportunity: words('Opportunity', '机会', '機會'),
};

interface StockField {
  readonly name: string;
  readonly label: Words;
}

const FIELDS: Readonly<Record<string, readonly StockField[]>> = {
  company: [
    { name: 'domainName', label: words('Domain Name', '域名', '網域名稱') },
    { name: 'accountOwner', label: words('Account Owner', '客户负责人', '客戶負責人') },
    { name: 'annualRevenue', label: words('Annual Revenue', '年营业收入', '年營業收入') },
    { name: 'address', label: words('Address', '地址', '地址') },
    { name: 'linkedinLink', label: words('Linkedin', '领英', 'LinkedIn') },
  ],
  opportunity: [
    { name: 'amount', label: words('Amount', '金额', '金額') },
    { name: 'closeDate', label: words('Close date', '关闭日期', '結束日期') },
    { name: 'stage', label: words('Stage', '阶段', '階段') },
    { name: 'company', label: words('Company', '公司', '公司') },
    { name: 'owner', label: words('Owner', '负责人', '負責人') },
  ],
};
const OF_ANY: readonly StockField[] = [{ name: 'createdAt', label: words('Creation date', '创建日期', '建立日期') }];

/** Fields on the home tab of an object. */
export const stockFields = (object: string): readonly StockField[] => FIELDS[object] ?? OF_ANY;

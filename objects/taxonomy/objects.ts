import type { ObjectName, Words, Writer } from './types.ts';
import { words } from './types.ts';

export interface ObjectEntry {
  readonly name: ObjectName;
  readonly plural: string;
  readonly label: Words;
  readonly labelPlural: Words;
  readonly description: Words;
  readonly icon: string;
  /** Twenty's own object; we add fields to it. */
  readonly standard?: boolean;
  readonly writer?: Writer;
  readonly clauses: readonly string[];
}

const object = (
  name: ObjectName,
  plural: string,
  label: Words,
  labelPlural: Words,
  description: Words,
  icon: string,
  clauses: readonly string[],
  extra: { standard?: boolean; writer?: Writer } = {},
): ObjectEntry => ({ name, plural, label, labelPlural, description, icon, clauses, ...extra });

/** The objects of the policy; ours start with `tag` so that they meet no object a team already has. */
export const objectEntries: readonly ObjectEntry[] = [
  object(
    'company',
    'companies',
    words('Customer', '客户', '客戶'),
    words('Customers', '客户', '客戶'),
    words('Customers and their tags', '客户及其标签', '客戶及其標籤'),
    'IconBuildingSkyscraper',
    ['2.1.0'],
    { standard: true },
  ),
  object(
    'opportunity',
    'opportunities',
    words('Opportunity', '销售机会', '銷售機會'),
    words('Opportunities', '销售机会', '銷售機會'),
    words('Opportunities and their tags', '销售机会及其标签', '銷售機會及其標籤'),
    'IconTargetArrow',
    ['2.2.1'],
    { standard: true },
  ),
  object(
    'person',
    'people',
    words('Contact', '联系人', '聯繫人'),
    words('Contacts', '联系人', '聯繫人'),
    words("The customers' contacts", '客户的联系人', '客戶的聯繫人'),
    'IconUser',
    ['2.1.3'],
    { standard: true },
  ),
  object(
    'tagCredit',
    'tagCredits',
    words('Credit record', '信用记录', '信用記錄'),
    words('Credit records', '信用记录', '信用記錄'),
    words(
      'Credit rating and overdue record of a customer: sensitive, for the authorised only',
      '客户的信用评级和逾期记录，敏感信息，仅限授权人员',
      '客戶的信用評級和逾期記錄，敏感資訊，僅限授權人員',
    ),
    'IconShieldCheck',
    ['2.1.23', '2.1.24', '6.1.3'],
  ),
  object(
    'tagProduct',
    'tagProducts',
    words('Product', '产品', '產品'),
    words('Products', '产品', '產品'),
    words(
      'Products and services we sell, with their tags',
      '公司销售的产品和服务及其标签',
      '公司銷售的產品和服務及其標籤',
    ),
    'IconPackage',
    ['2.3.1'],
  ),
  object(
    'tagOpportunityItem',
    'tagOpportunityItems',
    words('Product offered', '机会产品', '機會產品'),
    words('Products offered', '机会产品', '機會產品'),
    words('A product of an opportunity', '销售机会涉及的产品', '銷售機會涉及的產品'),
    'IconPackages',
    ['2.2.9', '5.3.3'],
  ),
  object(
    'tagOpportunityMember',
    'tagOpportunityMembers',
    words('Deal role', '项目角色', '項目角色'),
    words('Deal roles', '项目角色', '項目角色'),
    words(
      'Who works on an opportunity, as what and to what end',
      '参与销售机会的成员及其角色与目标',
      '參與銷售機會的成員及其角色與目標',
    ),
    'IconUsers',
    ['5.2.3', '5.2.6'],
  ),
  object(
    'tagMember',
    'tagMembers',
    words('Team member', '团队成员', '團隊成員'),
    words('Sales team', '销售团队', '銷售團隊'),
    words(
      'Members of the sales team, with their tags and duties',
      '销售团队成员及其标签和岗位',
      '銷售團隊成員及其標籤和崗位',
    ),
    'IconUsersGroup',
    ['2.4.1'],
  ),
  object(
    'tagTarget',
    'tagTargets',
    words('Sales target', '业绩指标', '業績指標'),
    words('Sales targets', '业绩指标', '業績指標'),
    words(
      'What each member is to reach in a quarter, and how far it is reached',
      '各成员每季度的业绩指标及其达成情况',
      '各成員每季度的業績指標及其達成情況',
    ),
    'IconTarget',
    ['2.4.5', '5.3.4', 'A28'],
  ),
  object(
    'tagChangeNotice',
    'tagChangeNotices',
    words('Change notice', '变更通知', '變更通知'),
    words('Change notices', '变更通知', '變更通知'),
    words('Changes that must be in the tags by a date', '须在期限内更新到标签的变更', '須在期限內更新到標籤的變更'),
    'IconBell',
    ['4.1.3', '4.1.9', '4.2.1'],
  ),
  object(
    'tagLog',
    'tagLogs',
    words('Policy log entry', '制度日志条目', '制度日誌條目'),
    words('Policy log', '制度日志', '制度日誌'),
    words(
      'What was entered, checked, approved, refused, and when',
      '录入、检查、审核等事项的记录',
      '錄入、檢查、審核等事項的記錄',
    ),
    'IconHistory',
    ['3.2.8', '4.3.3'],
    { writer: 'APPLICATION' },
  ),
  object(
    'tagDefinition',
    'tagDefinitions',
    words('Tag definition', '标签定义', '標籤定義'),
    words('Tag dictionary', '标签词典', '標籤詞典'),
    words(
      'What each tag and option means and how it is used',
      '各标签和选项的含义与使用方法',
      '各標籤和選項的含義與使用方法',
    ),
    'IconBook',
    ['1.3.3', '3.1.10', '3.2.2'],
  ),
  object(
    'tagCalendarDay',
    'tagCalendarDays',
    words('Company day', '公司日历日', '公司日曆日'),
    words('Company calendar', '公司日历', '公司日曆'),
    words("The company's own days off and working days", '公司自定的休息日和工作日', '公司自定的休息日和工作日'),
    'IconCalendar',
    ['A1'],
  ),
  object(
    'tagSweep',
    'tagSweeps',
    words('Policy sweep', '制度巡检', '制度巡檢'),
    words('Policy sweeps', '制度巡检', '制度巡檢'),
    words(
      'When the application last went through all records, and what it found',
      '系统最近一次巡检全部记录的时间和结果',
      '系統最近一次巡檢全部記錄的時間和結果',
    ),
    'IconRefresh',
    ['4.1.1', '4.1.4', '4.1.10'],
    { writer: 'APPLICATION' },
  ),
  object(
    'tagBackup',
    'tagBackups',
    words('Backup', '备份', '備份'),
    words('Backups and drills', '备份与演练', '備份與演練'),
    words(
      'Each backup of the tags and each restore drill, with its figures; entered by the command line',
      '每次标签数据备份和恢复演练及其数据，由命令行登记',
      '每次標籤資料備份和還原演練及其資料，由命令列登記',
    ),
    'IconDatabaseExport',
    ['6.2.1', '6.2.3', '6.2.4', '6.2.5'],
  ),
  object(
    'tagInspection',
    'tagInspections',
    words('Inspection', '监督检查', '監督檢查'),
    words('Inspections', '监督检查', '監督檢查'),
    words(
      'How the policy is kept, looked at once a month by whoever holds the post of supervision',
      '监督岗位每月对制度执行情况的检查',
      '監督崗位每月對制度執行情況的檢查',
    ),
    'IconZoomCheck',
    ['7.1.1', '7.1.2', '7.1.3'],
  ),
  object(
    'tagRectification',
    'tagRectifications',
    words('Rectification notice', '整改通知', '整改通知'),
    words('Rectification notices', '整改通知', '整改通知'),
    words(
      'What an inspection found, who puts it right by when, and who looked again; beyond the notice a company setting',
      '监督检查发现的问题及其整改、答复与复查；通知之后的流程属公司设置',
      '監督檢查發現的問題及其整改、答覆與複查；通知之後的流程屬公司設定',
    ),
    'IconTool',
    ['7.1.4', 'I1', 'I2'],
  ),
  object(
    'tagAssessment',
    'tagAssessments',
    words('Assessment', '考核', '考核'),
    words('Assessments', '考核', '考核'),
    words(
      'How each member kept the policy in a quarter, counted from judged facts; a company setting, not in the source text',
      '根据判定事项计算的成员季度考核；属公司设置，原文未作规定',
      '根據判定事項計算的成員季度考核；屬公司設定，原文未作規定',
    ),
    'IconReportAnalytics',
    ['7.1.2', 'I3', 'I4', 'I5', 'I6'],
  ),
  object(
    'tagAgreement',
    'tagAgreements',
    words('Confidentiality agreement', '保密协议', '保密協議'),
    words('Confidentiality agreements', '保密协议', '保密協議'),
    words(
      "The members' confidentiality agreements, until when each counts, and who acknowledged theirs",
      '成员的保密协议、有效期限和本人确认情况',
      '成員的保密協議、有效期限和本人確認情況',
    ),
    'IconFileCertificate',
    ['6.3.1', '6.3.3', '6.3.5', 'A25'],
  ),
  object(
    'tagIncident',
    'tagIncidents',
    words('Confidentiality breach', '泄密事件', '洩密事件'),
    words('Confidentiality breaches', '泄密事件', '洩密事件'),
    words(
      'Breaches of confidentiality and what is done about them',
      '违反保密协议的事件及其处理',
      '違反保密協議的事件及其處理',
    ),
    'IconAlertTriangle',
    ['6.3.2', '6.3.4'],
  ),
];

/** The entry of an object; throws on a name that is none. */
export const objectEntry = (name: string): ObjectEntry => {
  const entry = objectEntries.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`There is no object "${name}" in the taxonomy; see objects/taxonomy/objects.ts`);
  return entry;
};

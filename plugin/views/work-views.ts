import { type ObjectName, type Words, words } from '../../objects/taxonomy/index.ts';
import { INSPECTION_SCORES } from '../../objects/taxonomy/tag-inspection.ts';

/** One condition of a view, on a field of its object. */
export type ViewCondition =
  | { readonly field: string; readonly is: readonly string[] }
  /** A list that holds one of these. */
  | { readonly field: string; readonly holds: readonly string[] }
  | { readonly field: string; readonly isTrue: boolean }
  | { readonly field: string; readonly isMe: true }
  | { readonly field: string; readonly isFilled: true }
  | { readonly field: string; readonly within: Span };

/** A span of time as Twenty names it, up to the first instant after it; the next days begin tomorrow, the past ones end yesterday. */
export type Span = 'THIS_1_DAY' | 'THIS_1_WEEK' | 'THIS_1_MONTH' | 'THIS_1_QUARTER' | 'NEXT_3_DAY' | 'PAST_3650_DAY';

/** An order of records: by a field, the smallest first unless it says otherwise. */
export interface Sort {
  readonly field: string;
  readonly descending?: boolean;
}

/** A view people work in: which records, in which order, with which columns. */
export interface WorkView {
  /** Never changes once landed. */
  readonly key: string;
  readonly object: ObjectName | 'task';
  readonly name: Words;
  readonly icon: string;
  readonly columns: readonly string[];
  /** Conditions that must all hold. */
  readonly where?: readonly ViewCondition[];
  /** Conditions of which one must hold too. */
  readonly whereAny?: readonly ViewCondition[];
  readonly sort?: Sort;
  /** A board or a grouped table by this picklist. */
  readonly groupBy?: string;
  readonly isBoard?: boolean;
  /** The field a board adds up at the head of each column. */
  readonly sum?: string;
  /** A calendar by this date. */
  readonly calendarBy?: string;
}

const STANDING = ['tagReviewStatus', 'tagCompleteness', 'tagProblemSummary', 'tagNextCheckOn', 'tagCheckState'];
/** What a reviewer looks at, and what whoever must correct the tags does. */
const VERDICT = ['tagVerdictForm', 'tagVerdictTruth', 'tagVerdictBusiness'];
const TO_REVIEW = ['tagEnteredBy', 'tagEnteredAt', 'tagVerification', ...VERDICT, 'tagAction', 'tagActionNote'];
const TO_CORRECT = ['tagEnteredBy', 'tagReturnedTags', 'tagActionResult'];
/** What whoever fills a gap looks at, the last day first. */
const GAPS = [
  'tagCompleteBy',
  'tagCompletionState',
  'tagReviewStatus',
  'tagCompleteness',
  'tagProblemSummary',
  'tagActionResult',
];
const CUSTOMER = ['name', 'accountOwner', 'tagCustomerType', 'tagIndustry', 'tagCompanySize', 'tagRegion'];
const DEAL = ['name', 'company', 'owner', 'tagStage', 'tagOutcome', 'amount', 'closeDate'];
/** What is still to be done. */
const OPEN_TASK: ViewCondition = { field: 'status', is: ['TODO', 'IN_PROGRESS'] };
/** What the policy asks for, and what somebody tied to it who gave the task. */
const POLICY_TASK: readonly ViewCondition[] = ['tagMatter', 'tagStage', 'tagGroups', 'tagPriority'].map((field) => ({
  field,
  isFilled: true,
}));
const TASK = ['title', 'tagMatter', 'tagPriority', 'dueAt', 'tagStage', 'tagGroups', 'status'];
/** Columns of a change notice, here and in the table of all of them. */
export const NOTICE = [
  'name',
  'kind',
  'status',
  'company',
  'opportunity',
  'product',
  'member',
  'assignee',
  'occurredAt',
  'dueOn',
];

/** Columns of an inspection. */
export const INSPECTION = ['name', 'period', 'inspector', 'status', 'dueOn', 'methods', ...INSPECTION_SCORES];
/** Columns of a rectification notice, here and in the table of all of them. */
export const RECTIFICATION = [
  'name',
  'status',
  'assignee',
  'company',
  'opportunity',
  'product',
  'problem',
  'clause',
  'dueOn',
  'round',
  'outcome',
];

/** What somebody looks at who follows an opportunity up (5.1.4). */
const TO_FOLLOW_UP = ['name', 'company', 'tagNextFollowUpOn', 'tagStage', 'tagCompetitors', 'amount', 'tagRisks'];
/** Ten years of days: whatever is over, by the policy's zone. */
const OVERDUE: ViewCondition = { field: 'tagNextFollowUpOn', within: 'PAST_3650_DAY' };

/** Records whose check is due in a span, the state of which turns DUE only some days before its end, or was due before. */
const toCheck = (within: Span): readonly ViewCondition[] => [
  { field: 'tagNextCheckOn', within },
  { field: 'tagCheckState', is: ['DUE', 'OVERDUE'] },
];

/** A record sent back while it has errors stays INCOMPLETE; the tags that came back tell it. */
const RETURNED: readonly ViewCondition[] = [
  { field: 'tagReviewStatus', is: ['RETURNED'] },
  { field: 'tagReturnedTags', isFilled: true },
];

/** The views beside the tables of our own objects, in the order of the view pickers. Short names: Twenty adds the object. */
export const workViews: readonly WorkView[] = [
  {
    key: 'customers-by-status',
    object: 'company',
    name: words('Status board', '审核状态看板', '審核狀態看板'),
    icon: 'IconLayoutKanban',
    columns: ['name', 'accountOwner', 'tagIndustry', 'tagCompleteness', 'tagNextCheckOn'],
    groupBy: 'tagReviewStatus',
    isBoard: true,
    sort: { field: 'tagCompleteness' },
  },
  {
    key: 'my-customers-to-complete',
    object: 'company',
    name: words('Customer gaps', '客户待完善', '客戶待完善'),
    icon: 'IconUserExclamation',
    columns: ['name', ...GAPS],
    where: [
      { field: 'accountOwner', isMe: true },
      { field: 'tagReviewStatus', is: ['INCOMPLETE', 'RETURNED'] },
    ],
    sort: { field: 'tagCompleteness' },
  },
  {
    key: 'customers-by-industry',
    object: 'company',
    name: words('Customers by industry', '客户：按行业', '客戶：按行業'),
    icon: 'IconBuildingFactory',
    columns: [...CUSTOMER, 'tagIndustrySegment', 'tagPurchaseIntent', 'tagReviewStatus'],
    groupBy: 'tagIndustry',
  },
  {
    key: 'customers-by-size',
    object: 'company',
    name: words('Customers by size', '客户：按规模', '客戶：按規模'),
    icon: 'IconChartBar',
    columns: [...CUSTOMER, 'tagComputedSize', 'tagPurchaseIntent', 'tagReviewStatus'],
    groupBy: 'tagCompanySize',
  },
  {
    key: 'customers-by-region',
    object: 'company',
    name: words('Customers by region', '客户：按地域', '客戶：按地域'),
    icon: 'IconMap',
    columns: [...CUSTOMER, 'tagPurchaseIntent', 'tagReviewStatus'],
    groupBy: 'tagRegion',
  },
  {
    key: 'opportunities-by-stage',
    object: 'opportunity',
    name: words('Stage board', '销售阶段看板', '銷售階段看板'),
    icon: 'IconLayoutKanban',
    columns: ['name', 'company', 'owner', 'amount', 'tagReviewStatus', 'tagCheckState'],
    where: [{ field: 'tagOutcome', is: ['OPEN', 'WON'] }],
    groupBy: 'tagStage',
    isBoard: true,
    sum: 'amount',
  },
  {
    key: 'opportunities-to-check',
    object: 'opportunity',
    name: words('Weekly team check', '本周团队检查', '本週團隊檢查'),
    icon: 'IconCalendarDue',
    columns: [...DEAL, 'tagNextCheckOn', 'tagCheckState', 'tagAction'],
    whereAny: toCheck('THIS_1_WEEK'),
    sort: { field: 'tagNextCheckOn' },
  },
  {
    key: 'my-opportunities-to-complete',
    object: 'opportunity',
    name: words('Opportunity gaps', '机会待完善', '機會待完善'),
    icon: 'IconUserExclamation',
    columns: ['name', 'company', 'tagStage', ...GAPS],
    where: [
      { field: 'owner', isMe: true },
      { field: 'tagReviewStatus', is: ['INCOMPLETE', 'RETURNED'] },
    ],
    sort: { field: 'tagCompleteness' },
  },
  {
    key: 'my-customers-to-check',
    object: 'company',
    name: words('Monthly checks', '本月待检查', '本月待檢查'),
    icon: 'IconCalendarDue',
    columns: [
      'name',
      'tagCheckState',
      'tagNextCheckOn',
      'tagGroupsLeft',
      'tagLastCheckedAt',
      'tagAction',
      'tagCheckedGroups',
      'tagActionResult',
    ],
    where: [{ field: 'accountOwner', isMe: true }],
    whereAny: toCheck('THIS_1_MONTH'),
    sort: { field: 'tagNextCheckOn' },
  },
  {
    key: 'my-opportunities-to-check',
    object: 'opportunity',
    name: words('Weekly checks', '本周待检查', '本週待檢查'),
    icon: 'IconCalendarDue',
    columns: ['name', 'company', 'tagStage', 'tagCheckState', 'tagNextCheckOn', 'tagLastCheckedAt', 'tagAction'],
    where: [{ field: 'owner', isMe: true }],
    whereAny: toCheck('THIS_1_WEEK'),
    sort: { field: 'tagNextCheckOn' },
  },
  {
    key: 'my-follow-ups-today',
    object: 'opportunity',
    name: words('Follow up today', '今日待跟进', '今日待跟進'),
    icon: 'IconCalendarEvent',
    columns: TO_FOLLOW_UP,
    where: [
      { field: 'owner', isMe: true },
      { field: 'tagNextFollowUpOn', within: 'THIS_1_DAY' },
    ],
    sort: { field: 'tagStage', descending: true },
  },
  {
    key: 'my-follow-ups-overdue',
    object: 'opportunity',
    name: words('Overdue follow-ups', '逾期未跟进', '逾期未跟進'),
    icon: 'IconCalendarX',
    columns: TO_FOLLOW_UP,
    where: [{ field: 'owner', isMe: true }, OVERDUE],
    sort: { field: 'tagNextFollowUpOn' },
  },
  {
    key: 'follow-ups-overdue',
    object: 'opportunity',
    name: words('Team follow-ups', '团队逾期跟进', '團隊逾期跟進'),
    icon: 'IconCalendarX',
    columns: [...TO_FOLLOW_UP, 'owner'],
    where: [OVERDUE],
    sort: { field: 'tagNextFollowUpOn' },
  },
  {
    key: 'opportunities-at-risk',
    object: 'opportunity',
    name: words('Deals at risk', '有风险的机会', '有風險的機會'),
    icon: 'IconAlertTriangle',
    columns: [...DEAL, 'tagFeasibility', 'tagRisks', 'tagNextFollowUpOn'],
    where: [
      { field: 'tagOutcome', is: ['OPEN', 'WON'] },
      { field: 'tagRisks', isFilled: true },
    ],
    groupBy: 'tagFeasibility',
  },
  {
    key: 'customers-by-intent',
    object: 'company',
    name: words('Sales strategies', '客户销售策略', '客戶銷售策略'),
    icon: 'IconBulb',
    columns: ['name', 'accountOwner', 'tagProductNeeds', 'tagServiceNeeds', 'tagPurchaseIntent', 'tagStrategy'],
    groupBy: 'tagPurchaseIntent',
  },
  {
    key: 'customers-to-check',
    object: 'company',
    name: words('Monthly team check', '本月团队检查', '本月團隊檢查'),
    icon: 'IconCalendarDue',
    columns: [...CUSTOMER, 'tagLastCheckedAt', 'tagNextCheckOn', 'tagCheckState', 'tagGroupsLeft', 'tagAction'],
    whereAny: toCheck('THIS_1_MONTH'),
    sort: { field: 'tagNextCheckOn' },
  },
  {
    key: 'credit-to-check',
    object: 'company',
    name: words('Credit to check', '信用待检查', '信用待檢查'),
    icon: 'IconShieldCheck',
    columns: [
      'name',
      'accountOwner',
      'tagCreditSignal',
      'tagGroupsLeft',
      'tagNextCheckOn',
      'tagCheckState',
      'tagAction',
    ],
    where: [{ field: 'tagGroupsLeft', holds: ['CREDIT'] }],
    sort: { field: 'tagNextCheckOn' },
  },
  {
    key: 'members-to-check',
    object: 'tagMember',
    name: words('Quarterly check', '本季度待检查', '本季度待檢查'),
    icon: 'IconCalendarDue',
    columns: ['name', 'jobPosition', 'manager', 'tagLastCheckedAt', 'tagNextCheckOn', 'tagCheckState', 'tagAction'],
    whereAny: toCheck('THIS_1_QUARTER'),
    sort: { field: 'tagNextCheckOn' },
  },
  {
    key: 'targets-this-quarter',
    object: 'tagTarget',
    name: words('Quarter targets', '本季度指标', '本季度指標'),
    icon: 'IconTarget',
    columns: [
      'name',
      'signedDeals',
      'salesAttainment',
      'newCustomerAttainment',
      'profitAttainment',
      'satisfactionAttainment',
      'member',
      'quarter',
      'state',
    ],
    // One that does not count is seen, and put right.
    where: [{ field: 'state', is: ['CURRENT', 'UNCLEAR', 'TWICE'] }],
    sort: { field: 'salesAttainment', descending: true },
  },
  {
    key: 'opportunities-signed',
    object: 'opportunity',
    name: words('Signed this quarter', '本季度签约', '本季度簽約'),
    icon: 'IconSignature',
    columns: [...DEAL, 'tagSignedOn'],
    where: [{ field: 'tagSignedOn', within: 'THIS_1_QUARTER' }],
    sort: { field: 'tagSignedOn', descending: true },
  },
  {
    key: 'customers-won',
    object: 'company',
    name: words('New this quarter', '本季度新客户', '本季度新客戶'),
    icon: 'IconUsersPlus',
    columns: [...CUSTOMER, 'tagFirstCooperationDate', 'tagCooperationCount'],
    where: [{ field: 'tagFirstCooperationDate', within: 'THIS_1_QUARTER' }],
    sort: { field: 'tagFirstCooperationDate', descending: true },
  },
  {
    key: 'customers-awaiting-review',
    object: 'company',
    name: words('Customer reviews', '客户待审核', '客戶待審核'),
    icon: 'IconChecklist',
    columns: ['name', ...TO_REVIEW, ...STANDING],
    where: [{ field: 'tagReviewStatus', is: ['PENDING'] }],
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'opportunities-awaiting-review',
    object: 'opportunity',
    name: words('Opportunity reviews', '机会待审核', '機會待審核'),
    icon: 'IconChecklist',
    columns: [...DEAL, ...TO_REVIEW],
    where: [
      { field: 'tagReviewStatus', is: ['PENDING'] },
      { field: 'tagOutcome', is: ['OPEN', 'WON'] },
    ],
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'customers-returned',
    object: 'company',
    name: words('Returned customers', '已退回客户', '已退回客戶'),
    icon: 'IconArrowBackUp',
    columns: ['name', 'accountOwner', ...TO_CORRECT, ...STANDING],
    whereAny: RETURNED,
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'opportunities-returned',
    object: 'opportunity',
    name: words('Returned opportunities', '已退回销售机会', '已退回銷售機會'),
    icon: 'IconArrowBackUp',
    columns: [...DEAL, ...TO_CORRECT, 'tagProblemSummary'],
    whereAny: RETURNED,
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'products-awaiting-review',
    object: 'tagProduct',
    name: words('Product reviews', '产品待审核', '產品待審核'),
    icon: 'IconChecklist',
    columns: ['name', 'model', 'category', ...TO_REVIEW],
    where: [{ field: 'tagReviewStatus', is: ['PENDING'] }],
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'members-awaiting-review',
    object: 'tagMember',
    name: words('Member reviews', '成员待审核', '成員待審核'),
    icon: 'IconChecklist',
    columns: ['name', 'jobPosition', 'manager', ...TO_REVIEW],
    where: [{ field: 'tagReviewStatus', is: ['PENDING'] }],
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'customers-not-completed',
    object: 'company',
    name: words('Overdue customer gaps', '客户补全逾期', '客戶補全逾期'),
    icon: 'IconCalendarExclamation',
    columns: ['name', 'accountOwner', 'tagEnteredBy', ...GAPS],
    where: [{ field: 'tagCompletionState', is: ['OVERDUE'] }],
    sort: { field: 'tagCompleteBy' },
  },
  {
    key: 'opportunities-not-completed',
    object: 'opportunity',
    name: words('Overdue opportunity gaps', '机会补全逾期', '機會補全逾期'),
    icon: 'IconCalendarExclamation',
    columns: [...DEAL, 'tagEnteredBy', ...GAPS],
    where: [{ field: 'tagCompletionState', is: ['OVERDUE'] }],
    sort: { field: 'tagCompleteBy' },
  },
  {
    key: 'products-returned',
    object: 'tagProduct',
    name: words('Returned products', '已退回产品', '已退回產品'),
    icon: 'IconArrowBackUp',
    columns: ['name', 'model', 'category', 'keeper', ...TO_CORRECT, ...STANDING],
    whereAny: RETURNED,
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'members-returned',
    object: 'tagMember',
    name: words('Returned team members', '已退回团队成员', '已退回團隊成員'),
    icon: 'IconArrowBackUp',
    columns: ['name', 'jobPosition', 'manager', ...TO_CORRECT, ...STANDING],
    whereAny: RETURNED,
    sort: { field: 'tagEnteredAt' },
  },
  {
    key: 'members-without-agreement',
    object: 'tagMember',
    name: words('No agreement', '未签保密协议', '未簽保密協議'),
    icon: 'IconFileOff',
    columns: ['name', 'agreementState', 'agreementUntil', 'accessRole', 'readsSensitive', 'manager', 'workspaceMember'],
    where: [{ field: 'agreementState', is: ['NONE', 'DRAFT', 'EXPIRED'] }],
    sort: { field: 'name' },
  },
  {
    key: 'members-with-access',
    object: 'tagMember',
    name: words('Sensitive access', '敏感标签权限', '敏感標籤權限'),
    icon: 'IconEye',
    columns: ['name', 'accessRole', 'accessSince', 'agreementState', 'agreementUntil', 'duties', 'manager'],
    where: [{ field: 'readsSensitive', isTrue: true }],
    sort: { field: 'accessSince', descending: true },
  },
  {
    key: 'agreements-ending',
    object: 'tagAgreement',
    name: words('Ending soon', '即将到期', '即將到期'),
    icon: 'IconCalendarDue',
    columns: ['name', 'member', 'endsOn', 'status', 'signedOn', 'acknowledgedAt'],
    where: [{ field: 'status', is: ['EXPIRING'] }],
    sort: { field: 'endsOn' },
  },
  {
    key: 'agreements-ended',
    object: 'tagAgreement',
    name: words('Ended', '已失效', '已失效'),
    icon: 'IconCalendarOff',
    columns: ['name', 'member', 'endsOn', 'status', 'signedOn', 'validUntil'],
    where: [{ field: 'status', is: ['EXPIRED'] }],
    sort: { field: 'endsOn', descending: true },
  },
  {
    key: 'incidents-open',
    object: 'tagIncident',
    name: words('Open breaches', '未结泄密事件', '未結洩密事件'),
    icon: 'IconAlertTriangle',
    columns: ['name', 'member', 'occurredOn', 'status', 'tagGroups', 'measure'],
    where: [{ field: 'status', is: ['OPEN', 'MEASURE'] }],
    sort: { field: 'occurredOn' },
  },
  {
    key: 'my-notices',
    object: 'tagChangeNotice',
    name: words('My notices', '我的变更通知', '我的變更通知'),
    icon: 'IconUserCheck',
    columns: NOTICE,
    where: [
      { field: 'assignee', isMe: true },
      { field: 'status', is: ['OPEN', 'OVERDUE'] },
    ],
    sort: { field: 'dueOn' },
  },
  {
    key: 'notices-open',
    object: 'tagChangeNotice',
    name: words('Open notices', '待更新通知', '待更新通知'),
    icon: 'IconBell',
    columns: NOTICE,
    where: [{ field: 'status', is: ['OPEN', 'OVERDUE'] }],
    sort: { field: 'dueOn' },
  },
  {
    key: 'notices-reported',
    object: 'tagChangeNotice',
    name: words('Reported changes', '上报的变更', '上報的變更'),
    icon: 'IconUserUp',
    columns: [...NOTICE, 'cause', 'reportedBy', 'detectedAt', 'description'],
    where: [{ field: 'isDetected', isTrue: false }],
    sort: { field: 'detectedAt', descending: true },
  },
  {
    key: 'outstanding-results',
    object: 'tagChangeNotice',
    name: words('Outstanding results', '突出表现', '突出表現'),
    icon: 'IconAward',
    columns: ['name', 'member', 'description', 'occurredAt', 'reportedBy', 'status'],
    where: [
      { field: 'kind', is: ['ACHIEVEMENT'] },
      { field: 'isDetected', isTrue: false },
    ],
    sort: { field: 'occurredAt', descending: true },
  },
  {
    key: 'notices-due-soon',
    object: 'tagChangeNotice',
    name: words('Notices due soon', '即将到期通知', '即將到期通知'),
    icon: 'IconHourglass',
    columns: NOTICE,
    where: [{ field: 'status', is: ['OPEN'] }],
    // By a span of one day, not by Twenty's "is today", which goes by the time zone of whoever looks.
    whereAny: [
      { field: 'dueOn', within: 'THIS_1_DAY' },
      { field: 'dueOn', within: 'NEXT_3_DAY' },
    ],
    sort: { field: 'dueOn' },
  },
  {
    key: 'notices-overdue',
    object: 'tagChangeNotice',
    name: words('Overdue notices', '逾期变更通知', '逾期變更通知'),
    icon: 'IconAlarm',
    columns: NOTICE,
    where: [{ field: 'status', is: ['OVERDUE'] }],
    sort: { field: 'dueOn' },
  },
  {
    key: 'my-policy-tasks',
    object: 'task',
    name: words('Policy tasks', '制度任务', '制度任務'),
    icon: 'IconCheckbox',
    columns: TASK,
    where: [{ field: 'assignee', isMe: true }, OPEN_TASK],
    whereAny: POLICY_TASK,
    sort: { field: 'dueAt' },
  },
  {
    key: 'my-deal-roles',
    object: 'tagOpportunityMember',
    name: words('My deal roles', '我的项目角色', '我的項目角色'),
    icon: 'IconUsers',
    columns: ['name', 'opportunity', 'dealRole', 'goal'],
    where: [{ field: 'member', isMe: true }],
    sort: { field: 'dealRole' },
  },
  {
    key: 'policy-tasks-overdue',
    object: 'task',
    name: words('Overdue tasks', '逾期制度任务', '逾期制度任務'),
    icon: 'IconAlarm',
    columns: [...TASK, 'assignee'],
    where: [OPEN_TASK, { field: 'dueAt', within: 'PAST_3650_DAY' }],
    whereAny: POLICY_TASK,
    sort: { field: 'dueAt' },
  },
  {
    key: 'policy-tasks-by-stage',
    object: 'task',
    name: words('Tasks by stage', '制度任务：按阶段', '制度任務：按階段'),
    icon: 'IconLayoutKanban',
    columns: ['title', 'tagMatter', 'tagPriority', 'dueAt', 'assignee'],
    where: [OPEN_TASK],
    whereAny: POLICY_TASK,
    groupBy: 'tagStage',
    sort: { field: 'dueAt' },
  },
  {
    key: 'my-rectifications',
    object: 'tagRectification',
    name: words('My rectifications', '我的整改', '我的整改'),
    icon: 'IconUserExclamation',
    columns: RECTIFICATION,
    where: [
      { field: 'assignee', isMe: true },
      { field: 'status', is: ['OPEN', 'REOPENED', 'OVERDUE', 'ANSWERED'] },
    ],
    sort: { field: 'dueOn' },
  },
  {
    key: 'rectifications-open',
    object: 'tagRectification',
    name: words('Rectifications', '待整改', '待整改'),
    icon: 'IconTool',
    columns: RECTIFICATION,
    where: [{ field: 'status', is: ['OPEN', 'REOPENED', 'OVERDUE'] }],
    sort: { field: 'dueOn' },
  },
  {
    key: 'rectifications-overdue',
    object: 'tagRectification',
    name: words('Late rectifications', '逾期整改', '逾期整改'),
    icon: 'IconAlarm',
    columns: RECTIFICATION,
    where: [{ field: 'status', is: ['OVERDUE'] }],
    sort: { field: 'dueOn' },
  },
  {
    key: 'rectifications-to-recheck',
    object: 'tagRectification',
    name: words('To recheck', '待复查', '待複查'),
    icon: 'IconEyeCheck',
    columns: [...RECTIFICATION, 'response', 'respondedAt', 'recheck'],
    where: [{ field: 'status', is: ['ANSWERED'] }],
    sort: { field: 'respondedAt' },
  },
  {
    key: 'notices-calendar',
    object: 'tagChangeNotice',
    name: words('Notice calendar', '变更通知日历', '變更通知日曆'),
    icon: 'IconCalendar',
    columns: ['name', 'kind', 'status', 'assignee'],
    calendarBy: 'dueOn',
  },
  {
    key: 'terms-unused',
    object: 'tagDefinition',
    name: words('Unused for 90 days', '90 天未使用', '90 天未使用'),
    icon: 'IconZzz',
    columns: ['name', 'term', 'status', 'useCount', 'lastUsedOn', 'replacedBy'],
    where: [{ field: 'isUnused', isTrue: true }],
    sort: { field: 'lastUsedOn' },
  },
];

/** The entry of a view; throws on a key that is none. */
export const workView = (key: string): WorkView => {
  const view = workViews.find((candidate) => candidate.key === key);
  if (!view) throw new Error(`There is no view "${key}"; see plugin/views/work-views.ts`);
  return view;
};

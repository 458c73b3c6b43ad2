import { option } from './option.ts';
import type { Kind, RelationEnd, Tag, TagExtra, Words } from './types.ts';
import { entriesOf, words } from './types.ts';

/** How a rectification notice stands. The source text ends where notices begin: from here on it is a company setting (I1). */
export const rectificationStatuses = [
  option('DRAFT', 'gray', 'Draft', '草稿', '草稿'),
  option('OPEN', 'blue', 'To rectify', '待整改', '待整改'),
  option('ANSWERED', 'violet', 'Answered', '待复查', '待複查'),
  option('OVERDUE', 'red', 'Overdue', '已逾期', '已逾期'),
  option('REOPENED', 'orange', 'Reopened', '重新整改', '重新整改'),
  option('CLOSED', 'green', 'Closed', '已结案', '已結案'),
] as const;
export type RectificationStatus = (typeof rectificationStatuses)[number]['value'];

/** What whoever looks again finds (I1). */
export const recheckVerdicts = [
  option('PASSED', 'green', 'Recheck passed', '复查通过', '複查通過'),
  option('FAILED', 'red', 'Recheck failed', '复查未通过', '複查未通過'),
] as const;

/** What a notice counts as: settled in time, which means answered by its first last day and passed at once, or not (I4). */
export const rectificationOutcomes = [
  option('IN_TIME', 'green', 'Settled in time', '按期整改', '按期整改'),
  option('NOT_IN_TIME', 'red', 'Not in time', '未按期整改', '未按期整改'),
] as const;
export type RectificationOutcome = (typeof rectificationOutcomes)[number]['value'];

const entry = entriesOf('tagRectification');
const byApplication = { writer: 'APPLICATION' } as const;

const field = (
  group: 'NOTICE' | 'ANSWER' | 'RECHECK' | 'DEADLINE',
  name: string,
  kind: Kind,
  label: Words,
  description: Words,
  clauses: readonly string[],
  extra: TagExtra,
): Tag => entry(name, kind, 'RECORD', group, label, description, clauses, extra);

/** The records a notice can be about; of a member's own profile it is without one. */
const RECORDS: readonly { field: string; target: RelationEnd['target']; label: Words; icon: string }[] = [
  { field: 'company', target: 'company', label: words('Customer', '客户', '客戶'), icon: 'IconBuildingSkyscraper' },
  {
    field: 'opportunity',
    target: 'opportunity',
    label: words('Opportunity', '销售机会', '銷售機會'),
    icon: 'IconTargetArrow',
  },
  { field: 'product', target: 'tagProduct', label: words('Product', '产品', '產品'), icon: 'IconPackage' },
];

/**
 * Rectification notices (整改通知, 7.1.4, I1, I2): the supervisor issues one to a member, who answers on it; somebody else
 * looks again and closes it, or it is reopened with a new last day.
 */
export const rectificationTags: readonly Tag[] = [
  field(
    'NOTICE',
    'name',
    'TEXT',
    words('Rectification', '整改通知', '整改通知'),
    words('Its number, and whom it asks', '整改通知的编号和责任人', '整改通知的編號和責任人'),
    ['7.1.4'],
    { ...byApplication, icon: 'IconTool' },
  ),
  field(
    'NOTICE',
    'number',
    'TEXT',
    words('Number', '编号', '編號'),
    words('By month, in the order they were issued', '按月份和发出顺序编号', '按月份和發出順序編號'),
    ['7.1.4', 'I1'],
    { ...byApplication, icon: 'IconHash' },
  ),
  field(
    'NOTICE',
    'status',
    'SELECT',
    words('Status', '状态', '狀態'),
    words(
      'A draft until it has a member and a problem; a company setting, not in the source text',
      '填写成员和问题前为草稿；属公司设置，原文未作规定',
      '填寫成員和問題前為草稿；屬公司設定，原文未作規定',
    ),
    ['7.1.4', 'I1'],
    { ...byApplication, options: rectificationStatuses, defaultValue: 'DRAFT', icon: 'IconProgress' },
  ),
  field(
    'NOTICE',
    'member',
    'MANY_TO_ONE',
    words('Team member', '团队成员', '團隊成員'),
    words('Who is to put it right', '负责整改的成员', '負責整改的成員'),
    ['7.1.4', 'I1'],
    { relation: { target: 'tagMember', inverse: 'rectifications', onDelete: 'SET_NULL' }, icon: 'IconUser' },
  ),
  field(
    'NOTICE',
    'assignee',
    'MANY_TO_ONE',
    words('Assignee', '处理人', '處理人'),
    words('The member’s user, whose notice it is', '负责整改的成员所对应的用户', '負責整改的成員所對應的使用者'),
    ['7.1.4'],
    {
      ...byApplication,
      relation: { target: 'workspaceMember', inverse: 'tagRectifications', onDelete: 'SET_NULL' },
      icon: 'IconUserCheck',
    },
  ),
  field(
    'NOTICE',
    'inspection',
    'MANY_TO_ONE',
    words('Inspection', '监督检查', '監督檢查'),
    words('The inspection that found it', '发现问题的监督检查', '發現問題的監督檢查'),
    ['7.1.4'],
    {
      relation: { target: 'tagInspection', inverse: 'rectifications', onDelete: 'SET_NULL' },
      icon: 'IconZoomCheck',
    },
  ),
  ...RECORDS.map(({ field: name, target, label, icon }) =>
    field(
      'NOTICE',
      name,
      'MANY_TO_ONE',
      label,
      words('The record to put right', '需要整改的记录', '需要整改的記錄'),
      ['7.1.4'],
      { relation: { target, inverse: 'tagRectifications', onDelete: 'SET_NULL' }, icon },
    ),
  ),
  field(
    'NOTICE',
    'problem',
    'LONG_TEXT',
    words('Problem', '存在问题', '存在問題'),
    words(
      'What is to be put right; without sensitive values',
      '需要整改的问题；不写敏感数值',
      '需要整改的問題；不寫敏感數值',
    ),
    ['7.1.4', 'I1'],
    { icon: 'IconAlertCircle' },
  ),
  field(
    'NOTICE',
    'clause',
    'TEXT',
    words('Clause', '制度条款', '制度條款'),
    words(
      'The clause of the policy it is about, such as 2.1.9',
      '所依据的制度条款，如 2.1.9',
      '所依據的制度條款，如 2.1.9',
    ),
    ['7.1.4'],
    { icon: 'IconSection' },
  ),
  field(
    'NOTICE',
    'issuedByName',
    'TEXT',
    words('Issued by', '发出人', '發出人'),
    words('The name of the supervisor who issued it', '发出通知的监督人员的姓名', '發出通知的監督人員的姓名'),
    ['7.1.4'],
    { ...byApplication, icon: 'IconId' },
  ),
  field(
    'DEADLINE',
    'issuedAt',
    'DATE_TIME',
    words('Issued at', '发出时间', '發出時間'),
    words('When it was issued', '通知发出的时间', '通知發出的時間'),
    ['7.1.4'],
    { ...byApplication, icon: 'IconSend' },
  ),
  field(
    'DEADLINE',
    'dueOn',
    'DATE',
    words('Last day', '最后一天', '最後一天'),
    words(
      'The last day to answer, of the setting RECTIFICATION_DAYS; not in the source text',
      '答复的最后一天，天数见设置 RECTIFICATION_DAYS；原文未作规定',
      '答覆的最後一天，天數見設定 RECTIFICATION_DAYS；原文未作規定',
    ),
    ['I2'],
    { ...byApplication, icon: 'IconCalendarDue' },
  ),
  field(
    'DEADLINE',
    'firstDueOn',
    'DATE',
    words('First last day', '首次期限', '首次期限'),
    words(
      'The last day it was issued with; by it the notice belongs to a quarter',
      '发出时的期限；考核按此归入季度',
      '發出時的期限；考核按此歸入季度',
    ),
    ['I2', 'I4'],
    { ...byApplication, icon: 'IconCalendar' },
  ),
  field(
    'ANSWER',
    'response',
    'LONG_TEXT',
    words('Answer', '整改答复', '整改答覆'),
    words('What the member has done about it', '成员的整改情况', '成員的整改情況'),
    ['I1'],
    { icon: 'IconMessage' },
  ),
  field(
    'ANSWER',
    'respondedAt',
    'DATE_TIME',
    words('Answered at', '答复时间', '答覆時間'),
    words('When it was answered', '答复的时间', '答覆的時間'),
    ['I1'],
    { ...byApplication, icon: 'IconClock' },
  ),
  field(
    'ANSWER',
    'respondedByName',
    'TEXT',
    words('Answered by', '答复人', '答覆人'),
    words('The name of who answered', '答复人员的姓名', '答覆人員的姓名'),
    ['I1'],
    { ...byApplication, icon: 'IconId' },
  ),
  field(
    'RECHECK',
    'recheck',
    'SELECT',
    words('Recheck', '复查结果', '複查結果'),
    words(
      'What whoever looks again finds: never the member, nor who answered',
      '复查结果；不得由整改成员本人或答复人复查',
      '複查結果；不得由整改成員本人或答覆人複查',
    ),
    ['I1'],
    { options: recheckVerdicts, icon: 'IconEyeCheck' },
  ),
  field(
    'RECHECK',
    'recheckNote',
    'LONG_TEXT',
    words('Recheck note', '复查说明', '複查說明'),
    words('What was seen; needed where it failed', '复查情况；未通过时必填', '複查情況；未通過時必填'),
    ['I1'],
    { icon: 'IconNotes' },
  ),
  field(
    'RECHECK',
    'recheckedAt',
    'DATE_TIME',
    words('Rechecked at', '复查时间', '複查時間'),
    words('When somebody last looked again', '最近一次复查的时间', '最近一次複查的時間'),
    ['I1'],
    { ...byApplication, icon: 'IconClock' },
  ),
  field(
    'RECHECK',
    'recheckedByName',
    'TEXT',
    words('Rechecked by', '复查人', '複查人'),
    words('The name of who last looked again', '最近一次复查人员的姓名', '最近一次複查人員的姓名'),
    ['I1'],
    { ...byApplication, icon: 'IconId' },
  ),
  field(
    'RECHECK',
    'result',
    'TEXT',
    words('Refusal', '未予执行', '未予執行'),
    words('Why what was asked for was not done', '未予执行的原因', '未予執行的原因'),
    ['I1'],
    { ...byApplication, icon: 'IconMessageReport' },
  ),
  field(
    'RECHECK',
    'round',
    'INTEGER',
    words('Round', '整改轮次', '整改輪次'),
    words(
      '1 when it is issued; one more each time it is reopened',
      '发出时为 1，每次重新整改加 1',
      '發出時為 1，每次重新整改加 1',
    ),
    ['I1'],
    { ...byApplication, icon: 'IconRefresh' },
  ),
  field(
    'RECHECK',
    'course',
    'LONG_TEXT',
    words('Earlier rounds', '以往轮次', '以往輪次'),
    words(
      'Answers that did not pass, with what was said of them',
      '未通过复查的答复及复查说明',
      '未通過複查的答覆及複查說明',
    ),
    ['I1'],
    { ...byApplication, icon: 'IconHistory' },
  ),
  field(
    'DEADLINE',
    'outcome',
    'SELECT',
    words('Counts as', '考核结果', '考核結果'),
    words(
      'In time: answered by its first last day, and passed at the first recheck',
      '按期：在首次期限内答复，且首次复查通过',
      '按期：在首次期限內答覆，且首次複查通過',
    ),
    ['I4'],
    { ...byApplication, options: rectificationOutcomes, icon: 'IconScale' },
  ),
  field(
    'DEADLINE',
    'closedAt',
    'DATE_TIME',
    words('Closed at', '结案时间', '結案時間'),
    words('When it was closed', '整改通过复查的时间', '整改通過複查的時間'),
    ['I1'],
    { ...byApplication, icon: 'IconCircleCheck' },
  ),
  field(
    'NOTICE',
    'memory',
    'RAW_JSON',
    words('Notice data', '整改判定数据', '整改判定資料'),
    words(
      'Who issued, answered and rechecked it, as the application last saw it',
      '系统上次判定时的发出、答复和复查人员',
      '系統上次判定時的發出、答覆和複查人員',
    ),
    ['I1'],
    { ...byApplication, hidden: true, icon: 'IconFingerprint' },
  ),
];

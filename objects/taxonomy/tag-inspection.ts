import { option } from './option.ts';
import { governedKinds } from './subjects.ts';
import type { Tag, TagExtra, Words } from './types.ts';
import { entriesOf, words } from './types.ts';

/** How an inspection is made (7.1.3). */
export const inspectionMethods = [
  option('CRM_RECORDS', 'blue', 'CRM records', '查看CRM系统记录', '查看CRM系統記錄', ['查看CRM系统纪录']),
  option('DOCUMENT_SPOT_CHECK', 'amber', 'Document spot check', '抽查销售业务文档', '抽查銷售業務文件', [
    '抽查銷售業務文檔',
  ]),
  option('MEMBER_TALK', 'green', 'Talk with members', '与团队成员沟通', '與團隊成員溝通'),
] as const;

/** An inspection is a draft until its inspector says that it is done. */
export const inspectionStatuses = [
  option('DRAFT', 'gray', 'Draft', '草稿', '草稿'),
  option('DONE', 'green', 'Done', '已完成', '已完成'),
] as const;

/** The five things an inspection scores, in the order of the policy (7.1.2). */
export const INSPECTION_SCORES = [
  'creationAccuracy',
  'creationTimeliness',
  'updatePropriety',
  'updateCompleteness',
  'useCompliance',
] as const;
export type InspectionScore = (typeof INSPECTION_SCORES)[number];

/** The field in which the application's own figure stands beside a score. */
export const figureField = (score: InspectionScore): string => `${score}Figure`;

const entry = entriesOf('tagInspection');
const byApplication = { writer: 'APPLICATION' } as const;

const field = (
  name: string,
  kind: Tag['kind'],
  label: Words,
  description: Words,
  clauses: readonly string[],
  extra: TagExtra,
): Tag => entry(name, kind, 'RECORD', 'INSPECTION', label, description, clauses, extra);

interface ScoreWords {
  readonly icon: string;
  readonly score: Words;
  readonly figure: Words;
  /** What the figure counts. */
  readonly meaning: Words;
}

const GIVEN = words('What the inspector gives, from 0 to 100', '监督人员的评分，0 至 100', '監督人員的評分，0 至 100');
const COUNTED = words('The application’s own figure in percent: ', '系统统计值（百分比）：', '系統統計值（百分比）：');

const SCORES: Readonly<Record<InspectionScore, ScoreWords>> = {
  creationAccuracy: {
    icon: 'IconTarget',
    score: words('Accuracy', '创建准确性', '建立準確性'),
    figure: words('Accuracy fig.', '创建准确率', '建立準確率'),
    meaning: words(
      'reviews that approved, of all reviews of the month before',
      '上月审核通过数 ÷ 审核数',
      '上月審核通過數 ÷ 審核數',
    ),
  },
  creationTimeliness: {
    icon: 'IconClock',
    score: words('Timeliness', '创建及时性', '建立及時性'),
    figure: words('Timely fig.', '创建及时率', '建立及時率'),
    meaning: words(
      'entries completed in time, of those that fell due the month before',
      '上月按时补全的录入数 ÷ 到期数',
      '上月按時補全的錄入數 ÷ 到期數',
    ),
  },
  updatePropriety: {
    icon: 'IconRuler2',
    score: words('Propriety', '更新规范性', '更新規範性'),
    figure: words('Propriety fig.', '更新规范率', '更新規範率'),
    meaning: words(
      'records without a fault of format or naming, of all, when it was drafted',
      '起草时无格式或命名问题的记录数 ÷ 全部',
      '起草時無格式或命名問題的記錄數 ÷ 全部',
    ),
  },
  updateCompleteness: {
    icon: 'IconListCheck',
    score: words('Completeness', '更新完整性', '更新完整性'),
    figure: words('Complete fig.', '更新完整率', '更新完整率'),
    meaning: words(
      'how complete the records were when it was drafted, on average',
      '起草时记录的平均完整度',
      '起草時記錄的平均完整度',
    ),
  },
  useCompliance: {
    icon: 'IconGavel',
    score: words('Compliance', '使用合规性', '使用合規性'),
    figure: words('Use fig.', '使用合规率', '使用合規率'),
    meaning: words(
      'changes, checks and corrections made in time, of those that fell due the month before',
      '上月按时完成的变更、检查、更正数 ÷ 到期数',
      '上月按時完成的變更、檢查、更正數 ÷ 到期數',
    ),
  },
};

const joined = (left: Words, right: Words): Words =>
  words(left.en + right.en, left['zh-CN'] + right['zh-CN'], left['zh-TW'] + right['zh-TW']);

const scoreTags = (name: InspectionScore): readonly Tag[] => {
  const { icon, score, figure, meaning } = SCORES[name];
  return [
    entry(name, 'INTEGER', 'RECORD', 'SCORES', score, GIVEN, ['7.1.2'], { icon }),
    entry(figureField(name), 'NUMBER', 'RECORD', 'SCORES', figure, joined(COUNTED, meaning), ['7.1.2', 'I4'], {
      ...byApplication,
      icon: 'IconCalculator',
    }),
  ];
};

/**
 * A month's inspection (7.1.1–7.1.3): drafted by the application with a sample to look at and its own figures, scored by
 * whoever holds the post.
 */
export const inspectionTags: readonly Tag[] = [
  field(
    'name',
    'TEXT',
    words('Inspection', '监督检查', '監督檢查'),
    words('Of which month it is, and of whom or what', '检查的月份和对象', '檢查的月份和對象'),
    ['7.1.1'],
    { icon: 'IconZoomCheck' },
  ),
  field(
    'period',
    'TEXT',
    words('Month', '月份', '月份'),
    words('The month it is held in, such as 2026-11', '进行检查的月份，如 2026-11', '進行檢查的月份，如 2026-11'),
    ['7.1.1', 'A26'],
    { icon: 'IconCalendarMonth' },
  ),
  field(
    'inspector',
    'MANY_TO_ONE',
    words('Inspector', '监督人员', '監督人員'),
    words('Who inspects', '负责检查的监督人员', '負責檢查的監督人員'),
    ['7.1.1'],
    {
      relation: { target: 'workspaceMember', inverse: 'tagInspections', onDelete: 'SET_NULL' },
      icon: 'IconUserCheck',
    },
  ),
  field(
    'member',
    'MANY_TO_ONE',
    words('Only member', '仅限成员', '僅限成員'),
    words(
      'Whose records are inspected; everybody’s where it is empty',
      '只检查此成员的记录；留空则检查全部成员',
      '只檢查此成員的記錄；留空則檢查全部成員',
    ),
    ['7.1.2'],
    { relation: { target: 'tagMember', inverse: 'inspections', onDelete: 'SET_NULL' }, icon: 'IconUser' },
  ),
  field(
    'subject',
    'SELECT',
    words('Only records', '仅限对象', '僅限對象'),
    words(
      'Which records are inspected; all kinds where it is empty',
      '只检查此类记录；留空则检查各类记录',
      '只檢查此類記錄；留空則檢查各類記錄',
    ),
    ['7.1.2'],
    { options: governedKinds, icon: 'IconDatabase' },
  ),
  field(
    'methods',
    'MULTI_SELECT',
    words('Methods', '检查方式', '檢查方式'),
    words(
      'How it was inspected; at least one before it is done',
      '采用的检查方式；完成前至少选择一项',
      '採用的檢查方式；完成前至少選擇一項',
    ),
    ['7.1.3'],
    { options: inspectionMethods, icon: 'IconListCheck' },
  ),
  ...INSPECTION_SCORES.flatMap(scoreTags),
  field(
    'findings',
    'LONG_TEXT',
    words('Findings', '检查发现', '檢查發現'),
    words('What was found, in the inspector’s words', '检查中发现的情况', '檢查中發現的情況'),
    ['7.1.2', '7.1.4'],
    { icon: 'IconNotes' },
  ),
  field(
    'status',
    'SELECT',
    words('Status', '状态', '狀態'),
    words(
      'Done once each score is given and a method is chosen',
      '给出各项评分并选择检查方式后方可完成',
      '給出各項評分並選擇檢查方式後方可完成',
    ),
    ['7.1.1'],
    { options: inspectionStatuses, defaultValue: 'DRAFT', icon: 'IconProgress' },
  ),
  field(
    'dueOn',
    'DATE',
    words('Last day', '最后一天', '最後一天'),
    words(
      'The last working day of the month; monthly is a company setting, the source text says “regularly”',
      '当月最后一个工作日；按月检查属公司设置，原文为“定期”',
      '當月最後一個工作日；按月檢查屬公司設定，原文為「定期」',
    ),
    ['7.1.1', 'A26', 'I6'],
    { ...byApplication, icon: 'IconCalendarDue' },
  ),
  field(
    'result',
    'TEXT',
    words('Refusal', '未予执行', '未予執行'),
    words('Why what was asked for was not done', '未予执行的原因', '未予執行的原因'),
    ['7.1.1'],
    { ...byApplication, icon: 'IconMessageReport' },
  ),
  field(
    'sample',
    'RAW_JSON',
    words('Sample', '抽样记录', '抽樣記錄'),
    words(
      'The records drawn for it, the same however often it is drafted',
      '抽取的记录；无论起草多少次结果相同',
      '抽取的記錄；無論起草多少次結果相同',
    ),
    ['7.1.3'],
    { ...byApplication, hidden: true, icon: 'IconTestPipe' },
  ),
  field(
    'counted',
    'RAW_JSON',
    words('Counted', '统计数据', '統計資料'),
    words('What each figure was counted of', '各统计值的分子与分母', '各統計值的分子與分母'),
    ['7.1.2', 'I4'],
    { ...byApplication, hidden: true, icon: 'IconSum' },
  ),
  field(
    'judgedStatus',
    'SELECT',
    words('Status last judged', '上次判定状态', '上次判定狀態'),
    words(
      'The status the application last saw; a status set by a person differs from it',
      '系统上次判定的状态，用于发现人工更改的状态',
      '系統上次判定的狀態，用於發現人工更改的狀態',
    ),
    ['7.1.1'],
    { ...byApplication, options: inspectionStatuses, hidden: true, icon: 'IconProgressCheck' },
  ),
  field(
    'key',
    'TEXT',
    words('Key', '唯一键', '唯一鍵'),
    words('Keeps a month from being drafted twice', '避免同一月份重复起草', '避免同一月份重複起草'),
    ['7.1.1'],
    { ...byApplication, hidden: true, icon: 'IconKey' },
  ),
];

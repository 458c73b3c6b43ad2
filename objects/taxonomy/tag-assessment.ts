import { assessmentGrades, assessmentStatuses } from './picklists.ts';
import type { Kind, Tag, TagExtra, Words } from './types.ts';
import { entriesOf, words } from './types.ts';

const entry = entriesOf('tagAssessment');

/** What stands in an assessment is for the member and who assesses them: no timeline and no plain backup keeps it. */
const withheld = { sensitive: true } as const;
const counted = { ...withheld, writer: 'APPLICATION' } as const;

const field = (
  group: 'ASSESSMENT' | 'RATES' | 'DECISION',
  name: string,
  kind: Kind,
  label: Words,
  description: Words,
  clauses: readonly string[],
  extra: TagExtra,
): Tag => entry(name, kind, 'RECORD', group, label, description, clauses, extra);

/** Of a rate: what it is in percent, what was counted of it, and of how much. */
interface RateWords {
  readonly name: string;
  readonly icon: string;
  readonly rate: Words;
  readonly meaning: Words;
  readonly part: Words;
  readonly whole: Words;
}

const NOTHING_JUDGED = words('; empty where nothing was judged', '；没有判定事项时为空', '；沒有判定事項時為空');
const joined = (left: Words, right: Words): Words =>
  words(left.en + right.en, left['zh-CN'] + right['zh-CN'], left['zh-TW'] + right['zh-TW']);

const rateTags = ({ name, icon, rate, meaning, part, whole }: RateWords): readonly Tag[] => [
  field('RATES', name, 'NUMBER', rate, joined(meaning, NOTHING_JUDGED), ['7.1.2', 'I4'], { ...counted, icon }),
  field('RATES', `${name}Part`, 'NUMBER', part, joined(words('Counted: ', '分子：', '分子：'), meaning), ['I4'], {
    ...counted,
    icon: 'IconNumber',
  }),
  field('RATES', `${name}Whole`, 'NUMBER', whole, joined(words('Out of: ', '分母：', '分母：'), meaning), ['I4'], {
    ...counted,
    icon: 'IconSum',
  }),
];

/** The five rates (I4), in the order of their weights. */
const rates: readonly RateWords[] = [
  {
    name: 'accuracy',
    icon: 'IconTarget',
    rate: words('Accuracy (%)', '准确率（%）', '準確率（%）'),
    meaning: words(
      "approved ÷ reviewed, of the member's entries",
      '本人录入中审核通过数 ÷ 审核数',
      '本人錄入中審核通過數 ÷ 審核數',
    ),
    part: words('Approved', '审核通过数', '審核通過數'),
    whole: words('Reviewed', '审核数', '審核數'),
  },
  {
    name: 'timeliness',
    icon: 'IconClock',
    rate: words('Timeliness (%)', '及时率（%）', '及時率（%）'),
    meaning: words(
      'in time ÷ fell due, of changes, checks, gaps, returns and answers',
      '变更、检查、补全、更正、答复中按时完成数 ÷ 到期数',
      '變更、檢查、補全、更正、答覆中按時完成數 ÷ 到期數',
    ),
    part: words('In time', '按时数', '按時數'),
    whole: words('Fell due', '到期数', '到期數'),
  },
  {
    name: 'completeness',
    icon: 'IconListCheck',
    rate: words('Complete (%)', '完整率（%）', '完整率（%）'),
    meaning: words(
      "how complete the member's records were when the quarter ended, on average",
      '季度结束时本人负责的记录的平均完整度',
      '季度結束時本人負責的記錄的平均完整度',
    ),
    part: words('Completed', '完整数', '完整數'),
    whole: words('Records owned', '负责的记录数', '負責的記錄數'),
  },
  {
    name: 'propriety',
    icon: 'IconRuler2',
    rate: words('Propriety (%)', '规范率（%）', '規範率（%）'),
    meaning: words(
      "the member's records without a fault of format or naming ÷ all, when the quarter ended",
      '季度结束时本人负责的记录中无格式或命名问题的记录数 ÷ 全部',
      '季度結束時本人負責的記錄中無格式或命名問題的記錄數 ÷ 全部',
    ),
    part: words('Without fault', '规范记录数', '規範記錄數'),
    whole: words('Records in all', '全部记录数', '全部記錄數'),
  },
  {
    name: 'rectification',
    icon: 'IconTool',
    rate: words('Rectified (%)', '整改完成率（%）', '整改完成率（%）'),
    meaning: words(
      'rectification notices settled in time ÷ those that fell due',
      '整改通知按期完成数 ÷ 到期数',
      '整改通知按期完成數 ÷ 到期數',
    ),
    part: words('Settled', '按期整改数', '按期整改數'),
    whole: words('To be settled', '应整改数', '應整改數'),
  },
];

/**
 * A member's assessment of a quarter (I3–I6). The source text stops before it: all of it is a company setting. What can
 * be counted is counted by the application; people confirm, decide on an appeal, and say what follows from it.
 */
export const assessmentTags: readonly Tag[] = [
  field(
    'ASSESSMENT',
    'name',
    'TEXT',
    words('Assessment', '考核', '考核'),
    words('Of whom it is, and of which quarter', '考核对象与季度', '考核對象與季度'),
    ['I3'],
    { ...counted, icon: 'IconReportAnalytics' },
  ),
  field(
    'ASSESSMENT',
    'member',
    'MANY_TO_ONE',
    words('Member', '成员', '成員'),
    words('Who is assessed', '被考核的成员', '被考核的成員'),
    ['I3'],
    {
      ...counted,
      relation: { target: 'tagMember', inverse: 'tagAssessments', onDelete: 'SET_NULL' },
      icon: 'IconUser',
    },
  ),
  field(
    'ASSESSMENT',
    'quarter',
    'TEXT',
    words('Quarter', '季度', '季度'),
    words('The quarter assessed, such as 2026Q4', '考核的季度，如 2026Q4', '考核的季度，如 2026Q4'),
    ['I6'],
    { ...counted, icon: 'IconCalendarStats' },
  ),
  field(
    'ASSESSMENT',
    'score',
    'NUMBER',
    words('Score', '得分', '得分'),
    words(
      'The rates by their weights, from 0 to 100; of what was not judged the others bear the weight',
      '按权重计算的得分，0 至 100；没有判定事项的指标，其权重由其他指标分担',
      '按權重計算的得分，0 至 100；沒有判定事項的指標，其權重由其他指標分擔',
    ),
    ['I5'],
    { ...counted, icon: 'IconStar' },
  ),
  field(
    'ASSESSMENT',
    'grade',
    'SELECT',
    words('Grade', '等级', '等級'),
    words(
      'By the thresholds of the setting ASSESSMENT_GRADES',
      '按设置 ASSESSMENT_GRADES 的分数线评定',
      '按設定 ASSESSMENT_GRADES 的分數線評定',
    ),
    ['I5'],
    { ...counted, options: assessmentGrades, icon: 'IconMedal' },
  ),
  field(
    'ASSESSMENT',
    'status',
    'SELECT',
    words('Status', '状态', '狀態'),
    words(
      'A supervisor confirms a draft and decides on an appeal; never of oneself',
      '由监督人员确认草稿并裁定申诉，不得处理本人的考核',
      '由監督人員確認草稿並裁定申訴，不得處理本人的考核',
    ),
    ['I3', 'I9'],
    { ...withheld, options: assessmentStatuses, defaultValue: 'DRAFT', icon: 'IconProgress' },
  ),
  ...rates.flatMap(rateTags),
  field(
    'RATES',
    'byDiscovery',
    'INTEGER',
    words('By discovery', '逾期发现数', '逾期發現數'),
    words(
      'Changes that were found and nobody had reported: late by discovery, counted among what fell due',
      '未经上报而由系统发现的变更，按逾期发现计，已计入到期数',
      '未經上報而由系統發現的變更，按逾期發現計，已計入到期數',
    ),
    ['A2'],
    { ...counted, icon: 'IconRadar' },
  ),
  field(
    'RATES',
    'weights',
    'TEXT',
    words('Weights', '权重', '權重'),
    words(
      'Weights of the five rates, in their order, as they were set when it was counted',
      '计算时五项指标的权重，按顺序排列',
      '計算時五項指標的權重，按順序排列',
    ),
    ['I5'],
    { ...counted, icon: 'IconScale' },
  ),
  field(
    'RATES',
    'countedAt',
    'DATE_TIME',
    words('Counted at', '计算时间', '計算時間'),
    words('When the figures last changed', '数据最近一次变动的时间', '資料最近一次變動的時間'),
    ['I4'],
    { ...counted, icon: 'IconCalculator' },
  ),
  field(
    'DECISION',
    'confirmedAt',
    'DATE_TIME',
    words('Confirmed at', '确认时间', '確認時間'),
    words('When a supervisor confirmed it', '监督人员确认的时间', '監督人員確認的時間'),
    ['I3'],
    { ...counted, icon: 'IconCircleCheck' },
  ),
  field(
    'DECISION',
    'confirmedBy',
    'TEXT',
    words('Confirmed by', '确认人', '確認人'),
    words('The name of who confirmed it', '确认人员的姓名', '確認人員的姓名'),
    ['I3'],
    { ...counted, icon: 'IconUserCheck' },
  ),
  field(
    'DECISION',
    'appealUntil',
    'DATE',
    words('Appeal until', '申诉截止日', '申訴截止日'),
    words('The last day on which the member may appeal', '成员可提出申诉的最后一天', '成員可提出申訴的最後一天'),
    ['I9'],
    { ...counted, icon: 'IconCalendarDue' },
  ),
  field(
    'DECISION',
    'appeal',
    'LONG_TEXT',
    words('Appeal', '申诉', '申訴'),
    words(
      'What the member holds against it, in their own words; given on their own page',
      '成员本人在个人页面提出的申诉内容',
      '成員本人在個人頁面提出的申訴內容',
    ),
    ['I9'],
    { ...counted, icon: 'IconMessage' },
  ),
  field(
    'DECISION',
    'appealedAt',
    'DATE_TIME',
    words('Appealed at', '申诉时间', '申訴時間'),
    words('When the member appealed', '成员提出申诉的时间', '成員提出申訴的時間'),
    ['I9'],
    { ...counted, icon: 'IconClock' },
  ),
  field(
    'DECISION',
    'decision',
    'LONG_TEXT',
    words('Decision', '裁定', '裁定'),
    words(
      'What becomes of the appeal, and why; needed to decide on it',
      '对申诉的裁定及理由；裁定时必填',
      '對申訴的裁定及理由；裁定時必填',
    ),
    ['I9'],
    { ...withheld, icon: 'IconGavel' },
  ),
  field(
    'DECISION',
    'decidedAt',
    'DATE_TIME',
    words('Final since', '生效时间', '生效時間'),
    words('When it became final', '考核结果生效的时间', '考核結果生效的時間'),
    ['I9'],
    { ...counted, icon: 'IconLock' },
  ),
  field(
    'DECISION',
    'decidedBy',
    'TEXT',
    words('Decided by', '裁定人', '裁定人'),
    words(
      'The name of who decided on the appeal; empty where nobody appealed',
      '裁定申诉人员的姓名；无申诉时为空',
      '裁定申訴人員的姓名；無申訴時為空',
    ),
    ['I9'],
    { ...counted, icon: 'IconUserCheck' },
  ),
  field(
    'DECISION',
    'measure',
    'LONG_TEXT',
    words('Measure', '处理措施', '處理措施'),
    words('Praise, a reminder or what else follows, in words', '表彰、提醒等后续处理措施', '表彰、提醒等後續處理措施'),
    ['I7', 'I8'],
    { ...withheld, icon: 'IconClipboardText' },
  ),
  field(
    'DECISION',
    'result',
    'LONG_TEXT',
    words('Last result', '处理结果', '處理結果'),
    words('What the application put back, and why', '系统恢复的内容及原因', '系統恢復的內容及原因'),
    ['I3'],
    { ...counted, icon: 'IconInfoCircle' },
  ),
  field(
    'RATES',
    'parts',
    'RAW_JSON',
    words('Parts (data)', '分项数据', '分項資料'),
    words('What the rates were counted from, duty by duty', '各项指标按事项类别的明细', '各項指標按事項類別的明細'),
    ['I4'],
    { ...counted, hidden: true, icon: 'IconBraces' },
  ),
  field(
    'DECISION',
    'judgedStatus',
    'SELECT',
    words('Status last judged', '上次判定状态', '上次判定狀態'),
    words(
      'The status the application last gave; a status set by a person differs from it',
      '系统上次判定的状态，用于发现人工更改的状态',
      '系統上次判定的狀態，用於發現人工更改的狀態',
    ),
    ['I3'],
    { ...counted, options: assessmentStatuses, hidden: true, icon: 'IconProgressCheck' },
  ),
  field(
    'ASSESSMENT',
    'key',
    'TEXT',
    words('Key', '唯一键', '唯一鍵'),
    words('One assessment a member and quarter', '每名成员每季度一份考核', '每名成員每季度一份考核'),
    ['I6'],
    { ...counted, hidden: true, icon: 'IconKey' },
  ),
];

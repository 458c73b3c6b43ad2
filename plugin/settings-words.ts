import { type Words, words } from '../objects/taxonomy/types.ts';
import type { SettingName, SettingOption } from '../workflows/setting-entries.ts';

/** What a setting is called, and what it decides. */
export interface SettingWords {
  readonly label: Words;
  readonly description: Words;
}

/** The words of each setting, apart from the settings, since every hook reads those and shows none of these. */
export const SETTING_WORDS: Readonly<Record<SettingName, SettingWords>> = {
  TIME_ZONE: {
    label: words('Time zone', '时区', '時區'),
    description: words(
      'Zone in which days begin and end, an IANA name such as Asia/Shanghai',
      '计算日期所用的时区，填写 IANA 名称，如 Asia/Shanghai',
      '計算日期所用的時區，填寫 IANA 名稱，如 Asia/Shanghai',
    ),
  },
  DAY_ENDS_AT: {
    label: words('Day ends at', '每日截止时刻', '每日截止時刻'),
    description: words(
      'When the last day of a period ends: 24:00, or the close of business such as 18:00',
      '期限最后一天的截止时刻：24:00，或下班时刻，如 18:00',
      '期限最後一天的截止時刻：24:00，或下班時刻，如 18:00',
    ),
  },
  ENFORCEMENT: {
    label: words('Enforcement', '执行方式', '執行方式'),
    description: words(
      'What happens on a stage jump or a cleared required tag: flag it, or also put it back',
      '跳过阶段或清空必填标签时的处理方式：仅标记，或同时恢复原值',
      '跳過階段或清空必填標籤時的處理方式：僅標記，或同時恢復原值',
    ),
  },
  NOTICE_LANGUAGE: {
    label: words('Language of stored words', '系统写入内容的语言', '系統寫入內容的語言'),
    description: words(
      'Language of what the application writes: problems, results of actions, tasks, notices, log. As built, like the labels of options and roles, unless set',
      '系统写入内容所用的语言：问题、操作结果、任务、通知和日志；未更改时与选项和角色的名称一致',
      '系統寫入內容所用的語言：問題、操作結果、任務、通知和日誌；未更改時與選項和角色的名稱一致',
    ),
  },
  CUSTOMER_CHANGE_DAYS: {
    label: words('Working days for a customer change', '客户变更的工作日数', '客戶變更的工作日數'),
    description: words(
      'Working days after a major change of a customer within which its tags must follow (4.1.3)',
      '客户重大变更后更新标签的工作日期限（4.1.3）',
      '客戶重大變更後更新標籤的工作日期限（4.1.3）',
    ),
  },
  PRODUCT_CHANGE_DAYS: {
    label: words('Working days for a product change', '产品变更的工作日数', '產品變更的工作日數'),
    description: words(
      'Working days after a major change of a product within which its tags must follow (4.1.9)',
      '产品重大变更后更新标签的工作日期限（4.1.9）',
      '產品重大變更後更新標籤的工作日期限（4.1.9）',
    ),
  },
  OTHER_CHANGE_DAYS: {
    label: words('Working days for other changes', '其他变更的工作日数', '其他變更的工作日數'),
    description: words(
      'Working days for needs, special needs, competition, progress and member changes (4.2.1, 4.2.3)',
      '需求、特殊需求、竞争情况、进展和成员变更的工作日期限（4.2.1、4.2.3）',
      '需求、特殊需求、競爭情況、進展和成員變更的工作日期限（4.2.1、4.2.3）',
    ),
  },
  CORRECTION_DAYS: {
    label: words('Working days for a correction', '更正的工作日数', '更正的工作日數'),
    description: words(
      'Working days for correcting returned or doubtful tags (3.1.6, 4.3.4)',
      '更正被退回或存疑标签的工作日期限（3.1.6、4.3.4）',
      '更正被退回或存疑標籤的工作日期限（3.1.6、4.3.4）',
    ),
  },
  COMPLETION_DAYS: {
    label: words('Working days for completing', '补全的工作日数', '補全的工作日數'),
    description: words(
      'Working days after an entry within which what it left out is entered (3.2.3, 3.2.6)',
      '录入后补全缺漏标签的工作日期限（3.2.3、3.2.6）',
      '錄入後補全缺漏標籤的工作日期限（3.2.3、3.2.6）',
    ),
  },
  COMPLETIONS_A_DAY: {
    label: words('Records to complete a day', '每日补全条数', '每日補全筆數'),
    description: words(
      'How many incomplete records that an installation or an import let in are asked of one person on a working day, those of the oldest opportunities first; 0: none',
      '安装或导入时带入的不完整记录，每人每个工作日安排补全的条数，从最早的销售机会开始；0 表示不安排',
      '安裝或匯入時帶入的不完整記錄，每人每個工作日安排補全的筆數，從最早的銷售機會開始；0 表示不安排',
    ),
  },
  REVIEW_SAMPLE: {
    label: words('Share reviewed (%)', '抽审比例（%）', '抽審比例（%）'),
    description: words(
      'Percent of entries that await review beside new customers and major changes, which always do (4.3.1, A20)',
      '除新客户和重大变更必须审核外，其他录入的抽审百分比（4.3.1、A20）',
      '除新客戶和重大變更必須審核外，其他錄入的抽審百分比（4.3.1、A20）',
    ),
  },
  CUSTOMER_CHECK: {
    label: words('Check customers', '客户检查周期', '客戶檢查週期'),
    description: words(
      'How often the tags of a customer are checked (4.1.1)',
      '检查客户标签的频率（4.1.1）',
      '檢查客戶標籤的頻率（4.1.1）',
    ),
  },
  OPPORTUNITY_CHECK: {
    label: words('Check opportunities', '销售机会检查周期', '銷售機會檢查週期'),
    description: words(
      'How often the tags of an open opportunity are checked (4.1.4)',
      '检查进行中销售机会标签的频率（4.1.4）',
      '檢查進行中銷售機會標籤的頻率（4.1.4）',
    ),
  },
  AFTER_SALES_CHECK: {
    label: words('Check opportunities in after-sales', '售后机会检查周期', '售後機會檢查週期'),
    description: words(
      'How often an opportunity in after-sales maintenance is checked (A7)',
      '检查处于售后维护阶段的销售机会的频率（A7）',
      '檢查處於售後維護階段的銷售機會的頻率（A7）',
    ),
  },
  MEMBER_CHECK: {
    label: words('Check team members', '团队成员检查周期', '團隊成員檢查週期'),
    description: words(
      'How often the tags of a team member are checked (4.1.10)',
      '检查团队成员标签的频率（4.1.10）',
      '檢查團隊成員標籤的頻率（4.1.10）',
    ),
  },
  PRODUCT_CHECK: {
    label: words('Check products', '产品检查周期', '產品檢查週期'),
    description: words(
      'How often whoever keeps a product is asked whether its tags still hold; the policy gives no period (4.1.7, 4.1.8)',
      '多久请维护人确认一次产品标签；制度未规定周期（4.1.7、4.1.8）',
      '多久請維護人確認一次產品標籤；制度未規定週期（4.1.7、4.1.8）',
    ),
  },
  CHECK_DUE_DAYS: {
    label: words('Working days of notice before a check', '检查提前提醒的工作日数', '檢查提前提醒的工作日數'),
    description: words(
      'Working days before the end of the period from which a check counts as due',
      '周期结束前多少个工作日起视为待检查',
      '週期結束前多少個工作日起視為待檢查',
    ),
  },
  CREDIT_WINDOW_MONTHS: {
    label: words('Months that an overdue payment weighs', '逾期记录的影响月数', '逾期記錄的影響月數'),
    description: words(
      'Months after the last overdue day, or after a fall of the rating, until the credit signal recovers (2.1.24, 5.1.6)',
      '最近一次逾期或评级下调多少个月后，信用提示恢复正常（2.1.24、5.1.6）',
      '最近一次逾期或評級下調多少個月後，信用提示恢復正常（2.1.24、5.1.6）',
    ),
  },
  ASSESSMENT_WEIGHTS: {
    label: words('Weights of the assessment', '考核权重', '考核權重'),
    description: words(
      'What accuracy, timeliness, completeness, propriety and rectification weigh, in this order, 100 together (company setting, not in the source text)',
      '准确率、及时率、完整率、规范率、整改完成率的权重，按此顺序，合计 100（公司设置，原文未作规定）',
      '準確率、及時率、完整率、規範率、整改完成率的權重，按此順序，合計 100（公司設定，原文未作規定）',
    ),
  },
  ASSESSMENT_GRADES: {
    label: words('Grades of the assessment', '考核等级分数线', '考核等級分數線'),
    description: words(
      'From which score on an assessment is excellent, good, passed; below the last it is not passed (company setting, not in the source text)',
      '优秀、良好、合格的最低得分，低于最后一项为不合格（公司设置，原文未作规定）',
      '優秀、良好、合格的最低得分，低於最後一項為不合格（公司設定，原文未作規定）',
    ),
  },
  APPEAL_DAYS: {
    label: words('Working days for an appeal', '申诉的工作日数', '申訴的工作日數'),
    description: words(
      'Working days after the confirmation of an assessment within which its member may appeal (company setting, not in the source text)',
      '考核确认后成员可提出申诉的工作日期限（公司设置，原文未作规定）',
      '考核確認後成員可提出申訴的工作日期限（公司設定，原文未作規定）',
    ),
  },
  AGREEMENT_NOTICE_DAYS: {
    label: words('Days before an agreement ends', '保密协议到期提醒天数', '保密協議到期提醒天數'),
    description: words(
      'From so many days before its last day on a confidentiality agreement is to be renewed; after a change of post it is signed anew within as many (6.3.1, A25)',
      '保密协议到期前多少天提醒续签；岗位变动后也须在同样天数内重新签订（6.3.1、A25）',
      '保密協議到期前多少天提醒續簽；崗位變動後也須在同樣天數內重新簽訂（6.3.1、A25）',
    ),
  },
  AGREEMENT_GRACE_DAYS: {
    label: words('Days to sign agreements in', '保密协议补签天数', '保密協議補簽天數'),
    description: words(
      'For so many days after the installation sensitive tags are shown without a confidentiality agreement too, by the role alone; 0: from the first day on none (6.3.1)',
      '安装后多少天内，没有保密协议的成员仍可按角色查看敏感标签；0 表示从第一天起即须有协议（6.3.1）',
      '安裝後多少天內，沒有保密協議的成員仍可按角色檢視敏感標籤；0 表示從第一天起即須有協議（6.3.1）',
    ),
  },
  INSPECTION_SAMPLE: {
    label: words('Sample of an inspection', '监督抽样数', '監督抽樣數'),
    description: words(
      'Records of each kind of each member that a month’s inspection draws; 0 draws none (company setting, not in the source text)',
      '每月监督检查对每名成员的每类记录抽取的条数，0 为不抽样（公司设置，原文未作规定）',
      '每月監督檢查對每名成員的每類記錄抽取的筆數，0 為不抽樣（公司設定，原文未作規定）',
    ),
  },
  RECTIFICATION_DAYS: {
    label: words('Working days to rectify', '整改的工作日数', '整改的工作日數'),
    description: words(
      'Working days within which a rectification notice is answered, and again each time it is reopened (company setting, not in the source text)',
      '整改通知的答复期限，重新整改时重新计算（公司设置，原文未作规定）',
      '整改通知的答覆期限，重新整改時重新計算（公司設定，原文未作規定）',
    ),
  },
  JUDGEMENT: {
    label: words('Judgement', '自动判定', '自動判定'),
    description: words(
      'PAUSED: no record is judged and no sweep runs, as while a backup is restored; the health check reminds of it',
      'PAUSED 表示暂停判定和巡检，用于恢复备份期间；健康检查会提示',
      'PAUSED 表示暫停判定和巡檢，用於還原備份期間；健康檢查會提示',
    ),
  },
  BACKUP_FULL_DAYS: {
    label: words('Days between full backups', '全量备份间隔（天）', '完整備份間隔（天）'),
    description: words(
      'After so many days without a full backup the health check says so; 0: never',
      '超过此天数没有全量备份时，健康检查将提示；0 为不提示',
      '超過此天數沒有完整備份時，健康檢查將提示；0 為不提示',
    ),
  },
  BACKUP_DAYS: {
    label: words('Days between backups', '备份间隔（天）', '備份間隔（天）'),
    description: words(
      'After so many days without any backup the health check says so; 0: never',
      '超过此天数没有任何备份时，健康检查将提示；0 为不提示',
      '超過此天數沒有任何備份時，健康檢查將提示；0 為不提示',
    ),
  },
};

/** The words of each option; a language is called by its own name. */
export const OPTION_WORDS: Readonly<Record<SettingOption, Words>> = {
  ON: words('On', '开启', '開啟'),
  PAUSED: words('Paused', '暂停', '暫停'),
  FLAG: words('Flag', '仅标记', '僅標記'),
  REVERT: words('Flag and put back', '标记并恢复', '標記並恢復'),
  en: words('English', 'English', 'English'),
  'zh-CN': words('简体中文', '简体中文', '简体中文'),
  'zh-TW': words('繁體中文', '繁體中文', '繁體中文'),
  WEEK: words('Every week', '每周', '每週'),
  MONTH: words('Every month', '每月', '每月'),
  NONE: words('Not at all', '不检查', '不檢查'),
  HALF_YEAR: words('Every half-year', '每半年', '每半年'),
  QUARTER: words('Every quarter', '每季度', '每季'),
};

import { words } from '../../../objects/taxonomy/types.ts';

/** What the page of an inspection says. */
export const INSPECTION_WORDS = {
  title: words('Inspection', '监督检查', '監督檢查'),
  loading: words('Loading…', '正在加载…', '正在載入…'),
  retry: words('Try again', '重试', '重試'),
  setting: words(
    'Monthly inspections, the sample and the days to rectify are company settings: the source text of the policy stops at the rectification notice.',
    '按月检查、抽样数和整改期限为公司设置，制度原文至整改通知处中止，未作规定。',
    '按月檢查、抽樣數和整改期限為公司設定，制度原文至整改通知處中止，未作規定。',
  ),
  scores: words('Scores and figures', '评分与统计', '評分與統計'),
  figuresOf: words(
    'Figures of {month}; how records stand, as it was when this was drafted',
    '{month} 的统计；记录状况以起草时为准',
    '{month} 的統計；記錄狀況以起草時為準',
  ),
  given: words('given {score}', '评分 {score}', '評分 {score}'),
  notGiven: words('not scored yet', '尚未评分', '尚未評分'),
  counted: words('{part} of {whole}', '{part} / {whole}', '{part} / {whole}'),
  nothing: words('nothing judged', '没有判定事项', '沒有判定事項'),
  behind: words('What counted against it', '未计入的事项', '未計入的事項'),
  sample: words('Sample', '抽样记录', '抽樣記錄'),
  noSample: words('No record was drawn.', '没有抽取记录。', '沒有抽取記錄。'),
  fine: words('Nothing found by the application', '系统未发现问题', '系統未發現問題'),
  open: words('Open {record}', '打开 {record}', '打開 {record}'),
  issue: words('Issue notice', '发出整改通知', '發出整改通知'),
  issueOf: words('Issue a rectification notice of {record}', '就 {record} 发出整改通知', '就 {record} 發出整改通知'),
  write: words('Write finding', '填写问题', '填寫問題'),
  writeOf: words('Write a finding of {record}', '填写 {record} 的问题', '填寫 {record} 的問題'),
  problem: words('What is to be put right', '需要整改的问题', '需要整改的問題'),
  cancel: words('Cancel', '取消', '取消'),
  notice: words('{number} · {status}', '{number} · {status}', '{number} · {status}'),
  openNotice: words('Open the notice {number}', '打开整改通知 {number}', '打開整改通知 {number}'),
} as const;
export type InspectionWord = keyof typeof INSPECTION_WORDS;

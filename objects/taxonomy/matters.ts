import { option } from './option.ts';
import { type Color, type Option, words } from './types.ts';

/** How pressing a task is (5.2.5). */
export const priorities = [
  option('HIGH', 'red', 'High', '高', '高'),
  option('NORMAL', 'blue', 'Normal', '普通', '普通'),
  option('LOW', 'gray', 'Low', '低', '低'),
] as const;
export type Priority = (typeof priorities)[number]['value'];

interface MatterEntry {
  readonly priority: 'HIGH' | 'NORMAL' | 'LOW';
  readonly color: Color;
  readonly label: Option['label'];
}

const matter = (
  priority: MatterEntry['priority'],
  color: Color,
  en: string,
  zhCN: string,
  zhTW: string,
): MatterEntry => ({
  priority,
  color,
  label: words(en, zhCN, zhTW),
});

/**
 * The kinds of matters that have a task, and how pressing each is: what others wait for and what is overdue comes first,
 * what has days comes after it.
 */
export const MATTERS = {
  STAGE: matter('NORMAL', 'blue', 'Stage task', '阶段任务', '階段任務'),
  GATE: matter('HIGH', 'orange', 'Stage out of order', '阶段待补正', '階段待補正'),
  NOTICE: matter('HIGH', 'iris', 'Change to enter', '变更待更新', '變更待更新'),
  NOTICE_OVERDUE: matter('HIGH', 'red', 'Overdue change', '变更逾期', '變更逾期'),
  CORRECTION: matter('NORMAL', 'cyan', 'Corrected date', '时间更正', '時間更正'),
  CHECK: matter('NORMAL', 'green', 'Check of tags', '标签检查', '標籤檢查'),
  CHECK_OVERDUE: matter('HIGH', 'tomato', 'Overdue check', '检查逾期', '檢查逾期'),
  RETURN: matter('HIGH', 'amber', 'Returned tags', '退回修改', '退回修改'),
  DOUBT: matter('NORMAL', 'violet', 'Doubtful tags', '存疑核实', '存疑核實'),
  RETURN_OVERDUE: matter('HIGH', 'crimson', 'Overdue correction', '更正逾期', '更正逾期'),
  OVERDUE: matter('HIGH', 'red', 'Overdue matter', '事项逾期', '事項逾期'),
  REPORT: matter('NORMAL', 'turquoise', 'Change to hear of', '变更知悉', '變更知悉'),
  NEED: matter('NORMAL', 'pink', 'Need to confirm', '需求待确认', '需求待確認'),
  COMPLETION: matter('HIGH', 'sky', 'Gaps to fill', '待补全', '待補全'),
  COMPLETION_OVERDUE: matter('HIGH', 'ruby', 'Overdue gaps', '补全逾期', '補全逾期'),
  CREDIT_STOP: matter('HIGH', 'crimson', 'Credit to decide', '信用待决定', '信用待決定'),
  ASSESSMENT: matter('NORMAL', 'purple', 'Assessment', '考核', '考核'),
  AGREEMENT: matter('HIGH', 'orange', 'Agreement to sign', '待签保密协议', '待簽保密協議'),
  ACKNOWLEDGE: matter('HIGH', 'yellow', 'To acknowledge', '待本人确认', '待本人確認'),
  ACCESS: matter('HIGH', 'red', 'Access unsigned', '未签先看', '未簽先看'),
  BREACH: matter('HIGH', 'crimson', 'Breach to pursue', '待处理泄密', '待處理洩密'),
  TERM: matter('NORMAL', 'jade', 'Term to define', '词条待定义', '詞條待定義'),
  INSPECTION: matter('NORMAL', 'gold', 'Inspection', '监督检查', '監督檢查'),
  RECTIFICATION: matter('HIGH', 'amber', 'Rectification', '整改', '整改'),
  RECTIFICATION_OVERDUE: matter('HIGH', 'tomato', 'Overdue notice', '整改逾期', '整改逾期'),
  RECHECK: matter('NORMAL', 'lime', 'To recheck', '待复查', '待複查'),
  CREDITS: matter('LOW', 'brown', 'Several credit records', '信用记录重复', '信用記錄重複'),
} as const satisfies Readonly<Record<string, MatterEntry>>;
export type MatterKind = keyof typeof MATTERS;

/** The kinds as options of a picklist. */
export const matterKinds: readonly Option[] = Object.entries(MATTERS).map(([value, { color, label }]) => ({
  value,
  color,
  label,
}));

import { type Words, words } from '../../objects/taxonomy/types.ts';

export type CommandName = 'confirm' | 'approve' | 'return' | 'report' | 'recheck';

/** What the commands are called. */
export const COMMAND_WORDS: Readonly<Record<CommandName, Words>> = {
  confirm: words('Confirm tags are current', '确认标签无误', '確認標籤無誤'),
  approve: words('Approve tags', '标签审核通过', '標籤審核通過'),
  return: words('Return tags', '退回标签', '退回標籤'),
  report: words('Report a change', '上报变更', '上報變更'),
  recheck: words('Recheck tags', '重新检查标签', '重新檢查標籤'),
};

/** What they are called on a button at the head of a record, where there is room for a word or two. */
export const SHORT_COMMAND_WORDS: Readonly<Record<CommandName, Words>> = {
  confirm: words('Confirm', '确认', '確認'),
  approve: words('Approve', '通过', '通過'),
  return: words('Return', '退回', '退回'),
  report: words('Report', '上报', '上報'),
  recheck: words('Recheck', '重查', '重查'),
};

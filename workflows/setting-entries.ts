/** A setting of the application: what an admin may choose, and its default. Its words are in settings-words.ts. */
export interface SettingEntry {
  readonly name: string;
  readonly value: string;
  /** Allowed values; free text when absent. */
  readonly options?: readonly string[];
}

const CADENCES = ['WEEK', 'MONTH', 'QUARTER'] as const;

export const settingEntries = [
  { name: 'TIME_ZONE', value: 'Asia/Shanghai' },
  { name: 'DAY_ENDS_AT', value: '24:00' },
  { name: 'ENFORCEMENT', value: 'FLAG', options: ['FLAG', 'REVERT'] },
  { name: 'NOTICE_LANGUAGE', value: 'en', options: ['en', 'zh-CN', 'zh-TW'] },
  { name: 'CUSTOMER_CHANGE_DAYS', value: '1' },
  { name: 'PRODUCT_CHANGE_DAYS', value: '2' },
  { name: 'OTHER_CHANGE_DAYS', value: '1' },
  { name: 'CORRECTION_DAYS', value: '1' },
  { name: 'COMPLETION_DAYS', value: '1' },
  { name: 'COMPLETIONS_A_DAY', value: '20' },
  { name: 'REVIEW_SAMPLE', value: '10' },
  { name: 'CUSTOMER_CHECK', value: 'MONTH', options: CADENCES },
  { name: 'OPPORTUNITY_CHECK', value: 'WEEK', options: CADENCES },
  { name: 'AFTER_SALES_CHECK', value: 'MONTH', options: CADENCES },
  { name: 'MEMBER_CHECK', value: 'QUARTER', options: CADENCES },
  { name: 'PRODUCT_CHECK', value: 'NONE', options: ['NONE', 'QUARTER', 'HALF_YEAR'] },
  { name: 'CHECK_DUE_DAYS', value: '3' },
  { name: 'CREDIT_WINDOW_MONTHS', value: '12' },
  { name: 'ASSESSMENT_WEIGHTS', value: '30/30/20/10/10' },
  { name: 'ASSESSMENT_GRADES', value: '95/85/70' },
  { name: 'APPEAL_DAYS', value: '3' },
  { name: 'AGREEMENT_NOTICE_DAYS', value: '30' },
  { name: 'AGREEMENT_GRACE_DAYS', value: '30' },
  { name: 'INSPECTION_SAMPLE', value: '2' },
  { name: 'RECTIFICATION_DAYS', value: '3' },
  { name: 'JUDGEMENT', value: 'ON', options: ['ON', 'PAUSED'] },
  { name: 'BACKUP_FULL_DAYS', value: '7' },
  { name: 'BACKUP_DAYS', value: '1' },
] as const satisfies readonly SettingEntry[];

export type SettingName = (typeof settingEntries)[number]['name'];
export type SettingOption = Extract<(typeof settingEntries)[number], { options: readonly string[] }>['options'][number];

/** The settings of the application: what an admin may choose, its default and its allowed values. */
export interface SettingEntry {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly value: string;
  /** Allowed values; free text when absent. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

const days = (name: string, label: string, description: string, value: string): SettingEntry => ({
  name,
  label,
  description,
  value,
});

const cadences = [
  { value: 'WEEK', label: 'Every week' },
  { value: 'MONTH', label: 'Every month' },
  { value: 'QUARTER', label: 'Every quarter' },
] as const;

export const settingEntries: readonly SettingEntry[] = [
  {
    name: 'TIME_ZONE',
    label: 'Time zone',
    description: 'Zone in which days begin and end, an IANA name such as Asia/Shanghai',
    value: 'Asia/Shanghai',
  },
  {
    name: 'DAY_ENDS_AT',
    label: 'Day ends at',
    description: 'When the last day of a period ends: 24:00, or the close of business such as 18:00',
    value: '24:00',
  },
  {
    name: 'ENFORCEMENT',
    label: 'Enforcement',
    description: 'What happens on a stage jump or a cleared required tag: flag it, or also put it back',
    value: 'FLAG',
    options: [
      { value: 'FLAG', label: 'Flag' },
      { value: 'REVERT', label: 'Flag and put back' },
    ],
  },
  {
    name: 'NOTICE_LANGUAGE',
    label: 'Language of stored words',
    description:
      'Language of what the application writes: problems, results of actions, tasks, notices, log. As built, like the labels of options and roles, unless set',
    value: 'en',
    options: [
      { value: 'en', label: 'English' },
      { value: 'zh-CN', label: '简体中文' },
      { value: 'zh-TW', label: '繁體中文' },
    ],
  },
  days(
    'CUSTOMER_CHANGE_DAYS',
    'Working days for a customer change',
    'Working days after a major change of a customer within which its tags must follow (4.1.3)',
    '1',
  ),
  days(
    'PRODUCT_CHANGE_DAYS',
    'Working days for a product change',
    'Working days after a major change of a product within which its tags must follow (4.1.9)',
    '2',
  ),
  days(
    'OTHER_CHANGE_DAYS',
    'Working days for other changes',
    'Working days for needs, special needs, competition, progress and member changes (4.2.1, 4.2.3)',
    '1',
  ),
  days(
    'CORRECTION_DAYS',
    'Working days for a correction',
    'Working days for correcting returned or doubtful tags (3.1.6, 4.3.4)',
    '1',
  ),
  {
    name: 'CUSTOMER_CHECK',
    label: 'Check customers',
    description: 'How often the tags of a customer are checked (4.1.1)',
    value: 'MONTH',
    options: cadences,
  },
  {
    name: 'OPPORTUNITY_CHECK',
    label: 'Check opportunities',
    description: 'How often the tags of an open opportunity are checked (4.1.4)',
    value: 'WEEK',
    options: cadences,
  },
  {
    name: 'AFTER_SALES_CHECK',
    label: 'Check opportunities in after-sales',
    description: 'How often an opportunity in after-sales maintenance is checked (A7)',
    value: 'MONTH',
    options: cadences,
  },
  {
    name: 'MEMBER_CHECK',
    label: 'Check team members',
    description: 'How often the tags of a team member are checked (4.1.10)',
    value: 'QUARTER',
    options: cadences,
  },
  days(
    'CHECK_DUE_DAYS',
    'Working days of notice before a check',
    'Working days before the end of the period from which a check counts as due',
    '3',
  ),
];

import { GROUPS } from './groups.ts';
import { type Color, type Option, type Words, words } from './types.ts';

/** The policy's seven groups of customer tags (2.1), as they are checked every month (4.1.1). */
export const CHECK_GROUPS = ['BASIC', 'INDUSTRY', 'SIZE', 'NEEDS', 'INTENT', 'HISTORY', 'CREDIT'] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

const COLORS: Readonly<Record<CheckGroup, Color>> = {
  BASIC: 'blue',
  INDUSTRY: 'sky',
  SIZE: 'turquoise',
  NEEDS: 'green',
  INTENT: 'lime',
  HISTORY: 'gray',
  CREDIT: 'orange',
};

/** What a group of customer tags is called. */
export const checkGroupLabel = (group: CheckGroup): Words => GROUPS.company[group] ?? words(group, group, group);

/** The groups as options of a picklist, called as the policy calls them: the same word may be the label of a tag. */
export const checkGroupOptions: readonly Option[] = CHECK_GROUPS.map((value) => {
  const label = checkGroupLabel(value);
  return {
    value,
    label: words(`${label.en} tags`, `${label['zh-CN']}标签`, `${label['zh-TW']}標籤`),
    color: COLORS[value],
  };
});

/** One of the four points a monthly check looks at (4.1.2). */
export interface CheckPoint {
  readonly key: 'BUSINESS' | 'PEOPLE' | 'NEEDS' | 'CREDIT';
  readonly label: Words;
  /** What to look at. */
  readonly question: Words;
  /** The groups that tell of it; each group belongs to one point. */
  readonly groups: readonly CheckGroup[];
}

export const CHECK_POINTS: readonly CheckPoint[] = [
  {
    key: 'BUSINESS',
    label: words('Business', '业务发展', '業務發展'),
    question: words(
      'Has it grown, shrunk or changed its field?',
      '业务规模或领域是否有变化？',
      '業務規模或領域是否有變化？',
    ),
    groups: ['INDUSTRY', 'SIZE', 'HISTORY'],
  },
  {
    key: 'PEOPLE',
    label: words('People', '人员变动', '人員變動'),
    question: words(
      'Are the key contact, name and address still the same?',
      '关键联系人、名称和地址是否有变动？',
      '關鍵聯繫人、名稱和地址是否有變動？',
    ),
    groups: ['BASIC'],
  },
  {
    key: 'NEEDS',
    label: words('Needs', '需求变化', '需求變化'),
    question: words(
      'Are needs, budget and intention still the same?',
      '需求、预算和购买意向是否有变化？',
      '需求、預算和購買意向是否有變化？',
    ),
    groups: ['NEEDS', 'INTENT'],
  },
  {
    key: 'CREDIT',
    label: words('Credit', '信用状况', '信用狀況'),
    question: words(
      'Have rating or payments changed?',
      '信用评级和付款情况是否有变化？',
      '信用評級和付款情況是否有變化？',
    ),
    groups: ['CREDIT'],
  },
];

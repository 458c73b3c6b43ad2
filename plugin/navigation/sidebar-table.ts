import { type ObjectName, type Words, words } from '../../objects/taxonomy/index.ts';

/** What stands in a folder of the sidebar: a view, the table of all records of an object, or a dashboard. */
export type SidebarEntry =
  | { readonly kind: 'VIEW'; readonly key: string }
  | { readonly kind: 'REGISTER'; readonly key: ObjectName }
  | { readonly kind: 'DASHBOARD'; readonly key: string };

export interface SidebarFolder {
  /** Never changes once landed. */
  readonly key: string;
  readonly name: Words;
  readonly icon: string;
  readonly entries: readonly SidebarEntry[];
}

const view = (key: string): SidebarEntry => ({ kind: 'VIEW', key });
const register = (key: ObjectName): SidebarEntry => ({ kind: 'REGISTER', key });
const dashboard = (key: string): SidebarEntry => ({ kind: 'DASHBOARD', key });

/**
 * The folders of the sidebar by who works there, in their order. At most eight entries each; what has none is reached by
 * the view picker of its object.
 */
export const sidebar: readonly SidebarFolder[] = [
  {
    key: 'work',
    name: words('My tag work', '我的标签工作', '我的標籤工作'),
    icon: 'IconUserCheck',
    entries: [
      view('my-customers-to-complete'),
      view('my-opportunities-to-complete'),
      view('my-follow-ups-today'),
      view('my-opportunities-to-check'),
      view('my-customers-to-check'),
      view('my-policy-tasks'),
      view('my-notices'),
      view('opportunities-by-stage'),
    ],
  },
  {
    key: 'review',
    name: words('Review & supervision', '审核与监督', '審核與監督'),
    icon: 'IconChecklist',
    entries: [
      view('customers-awaiting-review'),
      view('opportunities-awaiting-review'),
      view('products-awaiting-review'),
      view('members-awaiting-review'),
      view('notices-overdue'),
      view('opportunities-to-check'),
      view('customers-to-check'),
      register('tagLog'),
    ],
  },
  {
    key: 'supervision',
    name: words('Supervision', '监督考核', '監督考核'),
    icon: 'IconEye',
    entries: [
      view('my-rectifications'),
      register('tagInspection'),
      view('rectifications-open'),
      view('rectifications-to-recheck'),
      view('rectifications-overdue'),
      view('policy-tasks-overdue'),
      register('tagAssessment'),
    ],
  },
  {
    key: 'analysis',
    name: words('Analysis', '数据分析', '資料分析'),
    icon: 'IconChartBar',
    entries: [
      dashboard('management'),
      dashboard('data-quality'),
      dashboard('customers'),
      dashboard('pipeline'),
      dashboard('products'),
      view('targets-this-quarter'),
      dashboard('bulletin'),
    ],
  },
  {
    key: 'policy',
    name: words('Tag policy', '标签制度', '標籤制度'),
    icon: 'IconTags',
    entries: [
      dashboard('naming'),
      dashboard('status'),
      register('tagDefinition'),
      register('tagProduct'),
      register('tagMember'),
    ],
  },
  {
    key: 'confidentiality',
    name: words('Confidentiality', '保密', '保密'),
    icon: 'IconLock',
    entries: [dashboard('access'), view('members-without-agreement'), view('members-with-access')],
  },
];

/** The entry of a folder; throws on a key that is none. */
export const sidebarFolder = (key: string): SidebarFolder => {
  const found = sidebar.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`There is no folder "${key}"; see plugin/navigation/sidebar-table.ts`);
  return found;
};

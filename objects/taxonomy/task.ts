import { GROUPS } from './groups.ts';
import { matterKinds, priorities } from './matters.ts';
import { stages } from './picklists.ts';
import { type Color, entriesOf, GOVERNED_OBJECTS, type Option, type Tag, words } from './types.ts';

const tag = entriesOf('task');

const COLORS = ['blue', 'green', 'orange', 'violet', 'sky', 'amber', 'pink'] as const satisfies readonly Color[];
/** What people do with tags, and what is kept for them, is no group of tags. */
const NO_TAGS: ReadonlySet<string> = new Set(['ACTION', 'KEPT', 'OPENING']);

/** One English word of Twenty's catalogs means one thing: the group of the customer's industry is more than the tag. */
const CALLED: Readonly<Record<string, Option['label']>> = {
  INDUSTRY: words('Industry and segment', '行业', '行業'),
};

/** The groups of tags of every object the policy governs, each once. */
export const tagGroups: readonly Option[] = [
  ...new Map(GOVERNED_OBJECTS.flatMap((object) => Object.entries(GROUPS[object]))),
]
  .filter(([group]) => !NO_TAGS.has(group))
  .map(([value, label], at) => ({ value, label: CALLED[value] ?? label, color: COLORS[at % COLORS.length] ?? 'gray' }));

/**
 * What a task says beside Twenty's own fields, so that work can be told apart and put in order (5.2.3–5.2.5). Whoever gives
 * a task of their own says the same of it.
 */
export const taskTags: readonly Tag[] = [
  tag(
    'tagMatter',
    'SELECT',
    'RECORD',
    'TASK',
    words('Policy matter', '制度事项', '制度事項'),
    words('What the tag policy asks for in this task', '标签制度要求办理的事项', '標籤制度要求辦理的事項'),
    ['5.2.3'],
    { options: matterKinds, writer: 'APPLICATION', icon: 'IconTags' },
  ),
  tag(
    'tagStage',
    'SELECT',
    'RECORD',
    'TASK',
    words('Sales stage', '销售阶段', '銷售階段'),
    words(
      'Stage the opportunity stood in when the task was given',
      '分配任务时销售机会所处的阶段',
      '分配任務時銷售機會所處的階段',
    ),
    ['5.2.3'],
    { options: stages, icon: 'IconProgressCheck' },
  ),
  tag(
    'tagGroups',
    'MULTI_SELECT',
    'RECORD',
    'TASK',
    words('Tag groups', '关联标签', '關聯標籤'),
    words('Groups of tags the task is about', '任务所关联的标签类别', '任務所關聯的標籤類別'),
    ['5.2.3'],
    { options: tagGroups, icon: 'IconCategory' },
  ),
  tag(
    'tagPriority',
    'SELECT',
    'RECORD',
    'TASK',
    words('Priority', '优先级', '優先級'),
    words(
      'How pressing the matter is; by when it is due stands beside it',
      '事项的紧急程度，与到期日期一并查看',
      '事項的緊急程度，與到期日期一併查看',
    ),
    ['5.2.5'],
    { options: priorities, icon: 'IconFlag' },
  ),
];

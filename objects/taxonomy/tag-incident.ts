import { option } from './option.ts';
import { tagGroups } from './task.ts';
import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

/** How far a breach is pursued (6.3.4). */
export const incidentStatuses = [
  option('OPEN', 'red', 'Being looked into', '调查中', '調查中'),
  option('MEASURE', 'amber', 'Measure decided', '已定措施', '已定措施'),
  option('CLOSED', 'green', 'Closed', '已结案', '已結案'),
] as const;

const tag = entriesOf('tagIncident');

/** A breach of confidentiality, and what is done about it (6.3.2, 6.3.4). */
export const incidentTags: readonly Tag[] = [
  tag(
    'name',
    'TEXT',
    'RECORD',
    'INCIDENT',
    words('Breach', '泄密事件', '洩密事件'),
    words('The breach, in short', '事件的简要说明', '事件的簡要說明'),
    ['6.3.4'],
    { icon: 'IconAlertTriangle' },
  ),
  tag(
    'member',
    'MANY_TO_ONE',
    'RECORD',
    'INCIDENT',
    words('Team member', '团队成员', '團隊成員'),
    words('Whose breach it is', '涉事的成员', '涉事的成員'),
    ['6.3.4'],
    { relation: { target: 'tagMember', inverse: 'incidents', onDelete: 'SET_NULL' }, icon: 'IconUser' },
  ),
  tag(
    'occurredOn',
    'DATE',
    'RECORD',
    'INCIDENT',
    words('Happened on', '发生日期', '發生日期'),
    words('Day on which it happened', '事件发生的日期', '事件發生的日期'),
    ['6.3.4'],
    { icon: 'IconCalendar' },
  ),
  tag(
    'what',
    'LONG_TEXT',
    'RECORD',
    'INCIDENT',
    words('What happened', '事件经过', '事件經過'),
    words(
      'What was disclosed to whom; without the values themselves',
      '向谁泄露了什么；不写具体数值',
      '向誰洩露了什麼；不寫具體數值',
    ),
    ['6.3.2'],
    { icon: 'IconNotes' },
  ),
  tag(
    'tagGroups',
    'MULTI_SELECT',
    'RECORD',
    'INCIDENT',
    words('Tags concerned', '涉及的标签', '涉及的標籤'),
    words('Groups of tags that were disclosed', '泄露的标签类别', '洩露的標籤類別'),
    ['6.3.2'],
    { options: tagGroups, icon: 'IconTags' },
  ),
  tag(
    'measure',
    'LONG_TEXT',
    'RECORD',
    'INCIDENT',
    words('Measure', '处理措施', '處理措施'),
    words('What is done about it', '采取的处理措施', '採取的處理措施'),
    ['6.3.4'],
    { icon: 'IconGavel' },
  ),
  tag(
    'status',
    'SELECT',
    'RECORD',
    'INCIDENT',
    words('Status', '状态', '狀態'),
    words('How far it is pursued', '处理进度', '處理進度'),
    ['6.3.4'],
    { options: incidentStatuses, defaultValue: 'OPEN', icon: 'IconProgressCheck' },
  ),
  tag(
    'result',
    'TEXT',
    'RECORD',
    'INCIDENT',
    words('Refusal', '未予执行', '未予執行'),
    words('Why what was asked for was not done', '未予执行的原因', '未予執行的原因'),
    ['6.3.4'],
    { writer: 'APPLICATION', icon: 'IconMessageReport' },
  ),
];

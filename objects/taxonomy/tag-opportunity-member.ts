import { dealRoles } from './picklists.ts';
import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

const tag = entriesOf('tagOpportunityMember');

/** Who works on an opportunity, as what and to what end (5.2.3, 5.2.6). */
export const opportunityMemberTags: readonly Tag[] = [
  tag(
    'name',
    'TEXT',
    'RECORD',
    'ROLE',
    words('Title', '名称', '名稱'),
    words('Whose part it is, and which', '成员与角色', '成員與角色'),
    ['5.2.6'],
    { icon: 'IconTag' },
  ),
  tag(
    'opportunity',
    'MANY_TO_ONE',
    'RECORD',
    'ROLE',
    words('Opportunity', '销售机会', '銷售機會'),
    words('The opportunity the member works on', '成员参与的销售机会', '成員參與的銷售機會'),
    ['5.2.6'],
    { relation: { target: 'opportunity', inverse: 'tagTeam', onDelete: 'CASCADE' }, icon: 'IconTargetArrow' },
  ),
  tag(
    'member',
    'MANY_TO_ONE',
    'RECORD',
    'ROLE',
    words('Member', '成员', '成員'),
    words('Who takes part', '参与的成员', '參與的成員'),
    ['5.2.6'],
    { relation: { target: 'workspaceMember', inverse: 'tagDealRoles', onDelete: 'SET_NULL' }, icon: 'IconUser' },
  ),
  tag(
    'dealRole',
    'SELECT',
    'RECORD',
    'ROLE',
    words('Role', '角色', '角色'),
    words(
      'What the member does in this deal; tasks of a stage go by it',
      '成员在此项目中承担的工作；阶段任务据此分配',
      '成員在此項目中承擔的工作；階段任務據此分配',
    ),
    ['5.2.3', '5.2.6'],
    { options: dealRoles, icon: 'IconBriefcase' },
  ),
  tag(
    'goal',
    'LONG_TEXT',
    'RECORD',
    'ROLE',
    words('Goal', '目标', '目標'),
    words('What the member is to reach in this deal', '成员在此项目中的职责与目标', '成員在此項目中的職責與目標'),
    ['5.2.6'],
    { icon: 'IconTarget' },
  ),
];

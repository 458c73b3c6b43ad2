import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

const link = (
  object: Tag['object'],
  name: string,
  target: NonNullable<Tag['relation']>['target'],
  inverse: string,
  label: Tag['label'],
  icon: string,
  group = 'LINKS',
): Tag =>
  entriesOf(object)(
    name,
    'ONE_TO_MANY',
    'LINK',
    group,
    label,
    words(
      'Records linked by the tag policy; kept by the other side of the relation',
      '标签制度关联的记录，由关联的另一方维护',
      '標籤制度關聯的記錄，由關聯的另一方維護',
    ),
    ['3.2.2'],
    { relation: { target, inverse }, icon },
  );

const changeNotices = words('Change notices', '变更通知', '變更通知');
const logEntries = words('Policy log', '制度日志', '制度日誌');

/** The other ends of our relations, which Twenty wants declared as fields too. */
export const linkTags: readonly Tag[] = [
  link(
    'company',
    'tagCredits',
    'tagCredit',
    'company',
    words('Credit record', '信用记录', '信用記錄'),
    'IconShieldCheck',
    'CREDIT',
  ),
  link('company', 'tagChangeNotices', 'tagChangeNotice', 'company', changeNotices, 'IconBell', 'KEPT'),
  link('company', 'tagLogs', 'tagLog', 'company', logEntries, 'IconHistory'),
  link('opportunity', 'tagChangeNotices', 'tagChangeNotice', 'opportunity', changeNotices, 'IconBell', 'KEPT'),
  link('opportunity', 'tagLogs', 'tagLog', 'opportunity', logEntries, 'IconHistory'),
  link('tagProduct', 'tagChangeNotices', 'tagChangeNotice', 'product', changeNotices, 'IconBell', 'KEPT'),
  link('tagProduct', 'tagLogs', 'tagLog', 'product', logEntries, 'IconHistory'),
  link('tagMember', 'tagChangeNotices', 'tagChangeNotice', 'member', changeNotices, 'IconBell', 'KEPT'),
  link('tagMember', 'tagLogs', 'tagLog', 'member', logEntries, 'IconHistory'),
  link(
    'person',
    'tagKeyContactOf',
    'company',
    'tagKeyContact',
    words('Key contact of', '关键联系人所属客户', '關鍵聯繫人所屬客戶'),
    'IconBuildingSkyscraper',
  ),
  link(
    'workspaceMember',
    'tagMemberProfiles',
    'tagMember',
    'workspaceMember',
    words('Team member profile', '团队成员档案', '團隊成員檔案'),
    'IconUserCircle',
  ),
  link(
    'workspaceMember',
    'tagKeptProducts',
    'tagProduct',
    'keeper',
    words('Products kept', '维护的产品', '維護的產品'),
    'IconPackage',
  ),
  link(
    'workspaceMember',
    'tagReportedNotices',
    'tagChangeNotice',
    'reportedBy',
    words('Changes reported', '上报的变更', '上報的變更'),
    'IconUserUp',
  ),
  link(
    'workspaceMember',
    'tagAssignedNotices',
    'tagChangeNotice',
    'assignee',
    words('Changes to update', '待更新的变更', '待更新的變更'),
    'IconUserCheck',
  ),
  link(
    'workspaceMember',
    'tagDealRoles',
    'tagOpportunityMember',
    'member',
    words('Deal roles', '项目角色', '項目角色'),
    'IconUsers',
  ),
  link('workspaceMember', 'tagLogs', 'tagLog', 'by', logEntries, 'IconHistory'),
  link(
    'workspaceMember',
    'tagAnsweredLogs',
    'tagLog',
    'responsible',
    words('Answers for', '负责的事项', '負責的事項'),
    'IconUserCheck',
  ),
  link(
    'workspaceMember',
    'tagEnteredCompanies',
    'company',
    'tagEnteredBy',
    words('Customers entered', '录入的客户', '錄入的客戶'),
    'IconBuildingSkyscraper',
  ),
  link(
    'workspaceMember',
    'tagEnteredOpportunities',
    'opportunity',
    'tagEnteredBy',
    words('Opportunities entered', '录入的销售机会', '錄入的銷售機會'),
    'IconTargetArrow',
  ),
  link(
    'workspaceMember',
    'tagEnteredProducts',
    'tagProduct',
    'tagEnteredBy',
    words('Products entered', '录入的产品', '錄入的產品'),
    'IconPackage',
  ),
  link(
    'workspaceMember',
    'tagEnteredMembers',
    'tagMember',
    'tagEnteredBy',
    words('Members entered', '录入的成员', '錄入的成員'),
    'IconUser',
  ),
];

import { option } from './option.ts';
import type { GovernedObject, NoticeKind } from './types.ts';

/** 4.1.3, 4.1.9, 4.1.12, 4.2.2, 4.2.3 */
export const noticeKinds = [
  option('NAME', 'blue', 'Name changed', '名称变更', '名稱變更', ['客户名称变更', '客戶名稱變更']),
  option('BUSINESS_SCOPE', 'sky', 'Business scope adjusted', '经营范围调整', '經營範圍調整'),
  option('KEY_CONTACT', 'violet', 'Key contact replaced', '关键联系人更换', '關鍵聯繫人更換'),
  option('OTHER_MAJOR', 'iris', 'Other major change', '其他重大变更', '其他重大變更'),
  option('SPECIAL_NEED', 'pink', 'Special need', '特殊需求', '特殊需求'),
  option('NEED', 'plum', 'Need changed', '需求变化', '需求變化'),
  option('COMPETITION', 'red', 'Competition changed', '竞争态势变化', '競爭態勢變化'),
  option('PROGRESS', 'green', 'New progress', '机会新进展', '機會新進展'),
  option('FUNCTION_UPGRADE', 'orange', 'Function upgrade', '功能升级', '功能升級'),
  option('PERFORMANCE', 'amber', 'Performance gain', '性能提升', '性能提升'),
  option('APPLICATION_FIELD', 'gold', 'New field of use', '应用领域拓展', '應用領域拓展'),
  option('MEMBER', 'turquoise', 'Member information changed', '成员信息变动', '成員資訊變動'),
  option('ACHIEVEMENT', 'jade', 'Outstanding result', '突出表现', '突出表現', ['重要业绩成果', '重要業績成果']),
] as const;

/** Which changes of an object are reported (4.1.3, 4.1.9, 4.1.11, 4.1.12, 4.2.1–4.2.3), in the order people are offered them. */
export const NOTICE_KINDS: Readonly<Record<GovernedObject, readonly NoticeKind[]>> = {
  company: ['NAME', 'BUSINESS_SCOPE', 'KEY_CONTACT', 'OTHER_MAJOR', 'SPECIAL_NEED', 'NEED'],
  opportunity: ['PROGRESS', 'COMPETITION'],
  tagProduct: ['FUNCTION_UPGRADE', 'PERFORMANCE', 'APPLICATION_FIELD', 'NAME', 'OTHER_MAJOR'],
  tagMember: ['MEMBER', 'ACHIEVEMENT'],
};

/** Changes that are told with their reason: without it praise is none (4.1.12). */
export const KINDS_WITH_REASON: ReadonlySet<NoticeKind> = new Set(['ACHIEVEMENT']);

/** 4.1.7: why the tags of a product change. */
export const changeCauses = [
  option('RESEARCH', 'violet', 'Research and development', '产品研发', '產品研發'),
  option('UPGRADE', 'orange', 'Upgrade', '产品升级', '產品升級'),
  option('FEEDBACK', 'green', 'Market feedback', '市场反馈', '市場反饋'),
] as const;
export type ChangeCause = (typeof changeCauses)[number]['value'];

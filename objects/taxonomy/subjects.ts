import { option } from './option.ts';

/** The kinds of records that the policy governs, as options. */
export const governedKinds = [
  option('COMPANY', 'blue', 'Customers', '客户', '客戶'),
  option('OPPORTUNITY', 'violet', 'Opportunities', '销售机会', '銷售機會'),
  option('TAG_PRODUCT', 'orange', 'Product range', '产品', '產品'),
  option('TAG_MEMBER', 'turquoise', 'Team members', '团队成员', '團隊成員'),
] as const;

import gbt4754 from '../../seeds/gbt4754.json' with { type: 'json' };
import provinceData from '../../seeds/provinces.json' with { type: 'json' };
import { option, other } from './option.ts';
import type { Color, Option } from './types.ts';

/** 2.1.2 */
export const customerTypes = [
  option('LARGE_ENTERPRISE', 'blue', 'Large enterprise', '大型企业', '大型企業'),
  option('SME', 'sky', 'SME', '中小企业', '中小企業'),
  option('STARTUP', 'mint', 'Start-up', '创业公司', '創業公司'),
  option('GOVERNMENT', 'ruby', 'Government body', '政府机构', '政府機構'),
  option('DEALER', 'amber', 'Dealer', '经销商', '經銷商'),
  other,
] as const;

/** One colour a section of GB/T 4754: primary green, industry warm, services cool, public violet. */
const SECTION_COLORS: Readonly<Record<string, Color>> = {
  A: 'green',
  B: 'bronze',
  C: 'orange',
  D: 'amber',
  E: 'brown',
  F: 'yellow',
  G: 'gold',
  H: 'lime',
  I: 'blue',
  J: 'jade',
  K: 'tomato',
  L: 'sky',
  M: 'cyan',
  N: 'grass',
  O: 'turquoise',
  P: 'iris',
  Q: 'pink',
  R: 'plum',
  S: 'violet',
  T: 'gray',
};
const sectionColor = (code: string): Color => SECTION_COLORS[code] ?? 'gray';

/** The seed's words for an industry that the standard names otherwise (2.1.9, A10). */
const SECTION_ALIASES: Readonly<Record<string, readonly string[]>> = {
  C: ['制造業'],
  I: ['互联网业', '互聯網業', '互联网', '互聯網'],
  J: ['金融'],
  K: ['房地产', '房地產'],
};
const DIVISION_ALIASES: Readonly<Record<string, readonly string[]>> = {
  '36': ['汽车制造', '汽車制造', '汽車製造'],
  '39': ['电子设备制造', '電子設備制造', '電子設備製造'],
  '64': ['互联网业', '互聯網業'],
  '66': ['银行', '銀行'],
  '67': ['证券', '證券'],
  '68': ['保险', '保險'],
};

/** The whole English name, where the label is a shorter one: it is still read from files, and stands in the dictionary. */
const fullName = (entry: { readonly fullEn?: string }): readonly string[] => (entry.fullEn ? [entry.fullEn] : []);

/** GB/T 4754-2017, 20 sections (2.1.9). */
export const industries: readonly Option[] = gbt4754.sections.map((section) =>
  option(section.code, sectionColor(section.code), section.en, section.zhCN, section.zhTW, [
    ...fullName(section),
    ...(SECTION_ALIASES[section.code] ?? []),
  ]),
);

/** GB/T 4754-2017, 97 divisions: section letter and division code, `C36` (2.1.10). */
export const industrySegments: readonly Option[] = gbt4754.divisions.map((division) =>
  option(
    `${division.section}${division.code}`,
    sectionColor(division.section),
    division.en,
    division.zhCN,
    division.zhTW,
    [division.code, ...fullName(division), ...(DIVISION_ALIASES[division.code] ?? [])],
  ),
);

/** One colour a part of the country. */
const REGION_COLORS: Readonly<Record<string, Color>> = {
  '1': 'red',
  '2': 'cyan',
  '3': 'orange',
  '4': 'green',
  '5': 'violet',
  '6': 'gold',
  '7': 'blue',
  '8': 'pink',
};

/** The 34 provinces, autonomous regions, municipalities and special regions (5.1.1). */
export const provinces: readonly Option[] = provinceData.provinces.map((province) =>
  option(
    province.value,
    REGION_COLORS[province.code.charAt(0)] ?? 'gray',
    province.en,
    province.zhCN,
    province.zhTW,
    province.fullZhCN === province.zhCN ? [province.code] : [province.fullZhCN, province.code],
  ),
);

/** 2.1.11 */
export const companySizes = [
  option('LARGE', 'blue', 'Large', '大型', '大型'),
  option('MEDIUM', 'sky', 'Medium-sized', '中型', '中型'),
  option('SMALL', 'turquoise', 'Small', '小型', '小型'),
  option('MICRO', 'gray', 'Micro', '微型', '微型'),
] as const;

/** A13 */
export const purchaseBases = [
  option('PAST_YEAR', 'gray', 'Past year', '过去一年', '過去一年'),
  option('NEXT_YEAR', 'sky', 'Expected next year', '预计未来一年', '預計未來一年'),
] as const;

/** 2.1.14 */
export const serviceNeeds = [
  option('TECH_SUPPORT', 'blue', 'Technical support', '技术支持', '技術支持'),
  option('TRAINING', 'violet', 'Training', '培训', '培訓'),
  option('LOGISTICS', 'orange', 'Logistics and delivery', '物流配送', '物流配送'),
  option('AFTER_SALES_REPAIR', 'red', 'After-sales repair', '售后维修', '售後維修', ['售后維修']),
  other,
] as const;

/** 2.1.14: before, during and after the sale. */
export const servicePhases = [
  option('PRE_SALES', 'sky', 'Before the sale', '售前', '售前', ['Pre-sales']),
  option('IN_SALES', 'violet', 'During the sale', '售中', '售中', ['In-sales']),
  option('AFTER_SALES', 'turquoise', 'After the sale', '售后', '售後', ['After-sales']),
] as const;

/** 2.1.16 */
export const purchaseIntents = [
  option('HIGH', 'green', 'High', '高', '高'),
  option('MEDIUM', 'yellow', 'Medium', '中', '中'),
  option('LOW', 'gray', 'Low', '低', '低'),
] as const;

/** 2.1.23: green is good credit, red is none. The order is the rank. */
export const creditRatings = [
  option('AAA', 'green', 'AAA', 'AAA', 'AAA'),
  option('AA', 'grass', 'AA', 'AA', 'AA'),
  option('A', 'lime', 'A', 'A', 'A'),
  option('BBB', 'yellow', 'BBB', 'BBB', 'BBB'),
  option('BB', 'amber', 'BB', 'BB', 'BB'),
  option('B', 'orange', 'B', 'B', 'B'),
  option('CCC', 'tomato', 'CCC', 'CCC', 'CCC'),
  option('CC', 'red', 'CC', 'CC', 'CC'),
  option('C', 'crimson', 'C', 'C', 'C'),
  option('D', 'ruby', 'D', 'D', 'D'),
] as const;

/** What everybody may know of the credit record (DESIGN: tagCreditSignal). */
export const creditSignals = [
  option('OK', 'green', 'OK', '正常', '正常'),
  option('CAUTION', 'amber', 'Caution', '注意', '注意'),
  option('STOP', 'red', 'Stop', '停止', '停止'),
  option('UNKNOWN', 'gray', 'Unknown', '未知', '未知'),
] as const;

/** 5.1.6: what stands against an opportunity; the order is that of objects/taxonomy/risks.ts. */
export const risks = [
  option('CREDIT_STOP', 'red', 'Credit: stop', '信用停止', '信用停止'),
  option('STAGE_SKIPPED', 'ruby', 'Stage skipped', '跳过阶段', '跳過階段'),
  option('CREDIT_CAUTION', 'orange', 'Credit: caution', '信用注意', '信用注意'),
  option('INCOMPLETE', 'amber', 'Deal incomplete', '机会信息不全', '機會資訊不全'),
  option('CUSTOMER_INCOMPLETE', 'yellow', 'Customer incomplete', '客户信息不全', '客戶資訊不全'),
  option('COMPETITION_OPEN', 'purple', 'Competition open', '竞争情况不明', '競爭情況不明'),
  option('STALE', 'gray', 'Not followed up', '未按时跟进', '未按時跟進'),
  option('LATE_NOTICE', 'crimson', 'Change not entered', '变更未更新', '變更未更新'),
] as const;

/** 5.1.6 */
export const feasibilities = [
  option('HIGH', 'green', 'High', '高', '高'),
  option('MEDIUM', 'yellow', 'Medium', '中', '中'),
  option('LOW', 'red', 'Low', '低', '低'),
] as const;

/** 2.2.1–2.2.5 */
export const opportunitySources = [
  option('MARKETING_EVENT', 'violet', 'Marketing event', '市场活动', '市場活動'),
  option('CUSTOMER_REFERRAL', 'green', 'Customer referral', '客户推荐', '客戶推薦'),
  option('TELEMARKETING', 'orange', 'Telemarketing', '电话营销', '電話營銷'),
  option('ONLINE_MARKETING', 'blue', 'Online marketing', '网络营销', '網絡營銷'),
  option('TRADE_FAIR', 'gold', 'Trade fair', '行业展会', '行業展會'),
] as const;

/** 2.2.6–2.2.13: grey to green along the way to the signature, then delivery and service. */
export const stages = [
  option('PROSPECT', 'gray', 'Potential customer', '潜在客户', '潛在客戶'),
  option('INTERESTED', 'sky', 'Interested customer', '意向客户', '意向客戶'),
  option('NEEDS_CONFIRMED', 'blue', 'Needs confirmation', '需求确认', '需求確認'),
  option('SOLUTION', 'iris', 'Solution design', '方案制定', '方案制定'),
  option('NEGOTIATION', 'orange', 'Negotiation', '商务谈判', '商務談判'),
  option('SIGNED', 'green', 'Contract signed', '合同签订', '合同簽訂'),
  option('DELIVERY', 'jade', 'Project delivery', '项目执行', '項目執行'),
  option('AFTER_SALES', 'turquoise', 'After-sales maintenance', '售后维护', '售後維護', ['售后維護']),
] as const;

/** A17: the policy has no lost stage. */
export const outcomes = [
  option('OPEN', 'blue', 'Open', '进行中', '進行中'),
  option('WON', 'green', 'Won', '赢单', '贏單'),
  option('LOST', 'red', 'Lost', '输单', '輸單'),
  option('ABANDONED', 'gray', 'Abandoned', '放弃', '放棄'),
] as const;

/** 2.2.15 */
export const advantageKinds = [
  option('PRODUCT', 'blue', 'Product', '产品', '產品'),
  option('PRICE', 'green', 'Price', '价格', '價格'),
  option('SERVICE', 'orange', 'Service', '服务', '服務'),
  option('BRAND', 'violet', 'Brand', '品牌', '品牌'),
  other,
] as const;

/** 2.3.3 */
export const productCategories = [
  option('SOFTWARE', 'blue', 'Software', '软件产品', '軟件產品', ['软件', '軟件']),
  option('HARDWARE', 'orange', 'Hardware', '硬件设备', '硬件設備', ['硬件']),
  option('SOLUTION', 'violet', 'Solution', '解决方案', '解決方案'),
  option('SERVICE', 'green', 'Service product', '服务产品', '服務產品', ['服务', '服務']),
  other,
] as const;

/** 2.3.5 */
export const productAdvantageKinds = [
  option('VALUE_FOR_MONEY', 'green', 'Value for money', '性价比高', '性價比高'),
  option('INNOVATIVE', 'violet', 'Innovative', '创新性强', '創新性強'),
  option('QUALITY_SERVICE', 'blue', 'Quality service', '服务优质', '服務優質'),
  other,
] as const;

/** 2.4.2, 1.2.1 */
export const positions = [
  option('SALES_MANAGER', 'violet', 'Sales manager', '销售经理', '銷售經理'),
  option('SENIOR_SALES_REP', 'blue', 'Senior sales representative', '高级销售代表', '高級銷售代表'),
  option('SALES_REP', 'sky', 'Sales representative', '销售代表', '銷售代表', ['销售人员', '銷售人員']),
  option('SALES_ASSISTANT', 'gray', 'Sales assistant', '销售助理', '銷售助理'),
  other,
] as const;
export type Position = (typeof positions)[number]['value'];

/** 5.2.3, 5.2.6: what a member does in a deal. */
export const dealRoles = [
  option('LEAD', 'blue', 'Leads the deal', '项目负责', '項目負責'),
  option('SOLUTION', 'iris', 'Solution work', '方案', '方案'),
  option('COMMERCE', 'orange', 'Price and contract', '商务', '商務'),
  option('DELIVERY', 'jade', 'Delivery work', '交付', '交付'),
  option('SERVICE', 'turquoise', 'After-sales service', '售后服务', '售後服務'),
  option('SUPPORT', 'gray', 'Support', '协助', '協助'),
] as const;
export type DealRole = (typeof dealRoles)[number]['value'];

/** 2.4.6 */
export const teamworkTags = [
  option('STRONG_COMMUNICATION', 'blue', 'Communicates well', '沟通能力强', '溝通能力強'),
  option('TEAM_SYNERGY', 'green', 'Works in step with the team', '团队配合默契', '團隊配合默契'),
  option('SHARES_EXPERIENCE', 'violet', 'Good at sharing experience', '善于分享经验', '善於分享經驗', ['善于分享經驗']),
  other,
] as const;

/** The posts the policy creates: 4.2.1 tag manager, 4.3.1 reviewer, 7.1.1 supervisor, 6.1.3 senior management. */
export const duties = [
  option('TAG_MANAGER', 'blue', 'Tag manager', '标签管理人员', '標籤管理人員'),
  option('REVIEWER', 'green', 'Data reviewer', '审核人员', '審核人員'),
  option('SUPERVISOR', 'orange', 'Supervisor', '监督人员', '監督人員'),
  option('SENIOR', 'violet', 'Senior management', '高级管理人员', '高級管理人員'),
] as const;

/** 3.1.2 */
export const infoSources = [
  option('CUSTOMER_COMMUNICATION', 'blue', 'Customer communication record', '客户沟通记录', '客戶溝通記錄'),
  option('MARKET_RESEARCH', 'violet', 'Market research', '市场调研资料', '市場調研資料'),
  option('SALES_REPORT', 'green', 'Sales report', '销售报告', '銷售報告'),
  option('INDUSTRY_NEWS', 'orange', 'Industry news', '行业资讯', '行業資訊'),
  other,
] as const;

/** 3.1.3 */
export const channels = [
  option('DIRECT', 'green', 'Direct with the customer', '直接与客户沟通', '直接與客戶溝通'),
  option('PUBLIC_MATERIAL', 'blue', 'Public material', '查阅客户公开资料', '查閱客戶公開資料'),
  option(
    'ASSOCIATION_OR_PARTNER',
    'orange',
    'Association or partner',
    '向行业协会或其他合作伙伴咨询',
    '向行業協會或其他合作夥伴諮詢',
    ['向行業協會或其他合作伙伴咨詢'],
  ),
  other,
] as const;

/** 4.3.1–4.3.4 */
export const reviewStatuses = [
  option('INCOMPLETE', 'red', 'Incomplete', '不完整', '不完整'),
  option('PENDING', 'amber', 'Awaiting review', '待审核', '待審核'),
  option('RETURNED', 'orange', 'Returned', '已退回', '已退回'),
  option('APPROVED', 'green', 'Approved', '已审核', '已審核'),
  option('EXEMPT', 'turquoise', 'Not selected', '未抽中', '未抽中'),
] as const;

/** 4.3.3: what a reviewer looks at. */
export const reviewPoints = [
  option('FORM', 'blue', 'Proper form', '填写规范', '填寫規範'),
  option('TRUTH', 'violet', 'True and reliable', '真实可靠', '真實可靠'),
  option('BUSINESS', 'orange', 'As the business is', '与业务相符', '與業務相符'),
] as const;

/** What a reviewer says of each point. */
export const verdicts = [
  option('PASS', 'green', 'Passes', '通过', '通過'),
  option('FAIL', 'red', 'Fails', '不通过', '不通過'),
] as const;

/** 3.1.5 */
export const verifications = [
  option('UNVERIFIED', 'gray', 'Unverified', '未核实', '未核實'),
  option('VERIFIED', 'green', 'Verified', '已核实', '已核實'),
  option('DOUBTFUL', 'red', 'Doubtful', '存疑', '存疑'),
] as const;

/** 4.1.1, 4.1.4, 4.1.10 */
export const checkStates = [
  option('CURRENT', 'green', 'Current', '正常', '正常'),
  option('DUE', 'amber', 'Due', '待检查', '待檢查'),
  option('OVERDUE', 'red', 'Overdue', '已逾期', '已逾期'),
] as const;

/** 3.2.3, 3.2.6 */
export const completionStates = [
  option('PLANNED', 'sky', 'Planned', '已安排', '已安排'),
  option('OPEN', 'amber', 'To complete', '待补全', '待補全'),
  option('OVERDUE', 'red', 'Overdue', '已逾期', '已逾期'),
] as const;

/** What a person may ask of the application by setting tagAction. */
export const actions = [
  option('CONFIRM', 'blue', 'Confirm tags are current', '确认标签无误', '確認標籤無誤'),
  option('APPROVE', 'green', 'Approve', '审核通过', '審核通過'),
  option('RETURN', 'orange', 'Return', '退回修改', '退回修改'),
] as const;

export const noticeStatuses = [
  option('OPEN', 'blue', 'To be updated', '待更新', '待更新'),
  option('DONE', 'green', 'Done in time', '按时完成', '按時完成'),
  option('DONE_LATE', 'amber', 'Done late', '逾期完成', '逾期完成'),
  option('OVERDUE', 'red', 'Overdue', '已逾期', '已逾期'),
  option('CANCELLED', 'gray', 'Cancelled', '已取消', '已取消'),
] as const;

/** WORKDAYS: whether the State Council's notice for the year is in the calendar. */
export const calendarStatuses = [
  option('OFFICIAL', 'green', 'Official', '正式', '正式'),
  option('PROVISIONAL', 'amber', 'Provisional', '暂定', '暫定'),
] as const;

export const logKinds = [
  option('ENTERED', 'blue', 'Entered', '录入', '錄入'),
  option('CHANGED', 'sky', 'Changed', '更改', '更改'),
  option('CHECKED', 'green', 'Checked', '检查', '檢查'),
  option('APPROVED', 'grass', 'Approval given', '审核通过', '審核通過'),
  option('RETURNED', 'orange', 'Sent back', '退回', '退回'),
  option('REFUSED', 'red', 'Refused', '拒绝', '拒絕'),
  option('STAGE_MOVED', 'violet', 'Stage moved', '阶段变更', '階段變更'),
  option('REVERTED', 'crimson', 'Put back', '已恢复', '已恢復'),
  option('NOTICE_OPENED', 'iris', 'Change reported', '变更上报', '變更上報'),
  option('NOTICE_CLOSED', 'jade', 'Change closed', '变更办结', '變更辦結'),
  option('NOTICE_OVERDUE', 'tomato', 'Change overdue', '变更逾期', '變更逾期'),
  option('CHECK_MISSED', 'ruby', 'Check missed', '检查逾期', '檢查逾期'),
  option('VERIFICATION', 'mint', 'Verification set', '核实变更', '核實變更'),
  option('MERGED', 'cyan', 'Merged', '合并', '合併'),
  option('NOTICE_CORRECTED', 'cyan', 'Date corrected', '更正时间', '更正時間'),
  option('COMPLETED', 'mint', 'Completed', '补全', '補全'),
  option('CORRECTED', 'lime', 'Corrected', '更正', '更正'),
  option('CORRECTION_MISSED', 'plum', 'Not corrected in time', '更正逾期', '更正逾期'),
  option('DICTIONARY', 'gold', 'Dictionary changed', '字典变更', '字典變更'),
  option('COMPLETION_MISSED', 'pink', 'Not completed in time', '补全逾期', '補全逾期'),
  option('AGREEMENT', 'turquoise', 'Agreement', '保密协议', '保密協議'),
  option('RECTIFICATION_ISSUED', 'amber', 'Rectification issued', '发出整改', '發出整改'),
  option('RECTIFICATION_ANSWERED', 'violet', 'Rectification answered', '整改答复', '整改答覆'),
  option('RECTIFICATION_MISSED', 'red', 'Rectification overdue', '整改逾期', '整改逾期'),
  option('RECTIFICATION_REOPENED', 'orange', 'Rectification reopened', '重新整改', '重新整改'),
  option('RECTIFIED', 'green', 'Rectified', '整改结案', '整改結案'),
] as const;

/** I3, I9: one after the other; an appeal stands between confirmed and final. */
export const assessmentStatuses = [
  option('DRAFT', 'gray', 'Draft', '草稿', '草稿'),
  option('CONFIRMED', 'blue', 'Confirmed', '已确认', '已確認'),
  option('APPEALED', 'orange', 'Appealed', '申诉中', '申訴中'),
  option('FINAL', 'green', 'Final', '已生效', '已生效'),
] as const;

/** I5 */
export const assessmentGrades = [
  option('EXCELLENT', 'green', 'Excellent', '优秀', '優秀'),
  option('GOOD', 'blue', 'Good', '良好', '良好'),
  option('PASSED', 'amber', 'Passed', '合格', '合格'),
  option('FAILED', 'red', 'Not passed', '不合格', '不合格'),
] as const;

/** 3.1.10, A29 */
export const definitionStatuses = [
  option('DRAFT', 'gray', 'Draft', '草稿', '草稿'),
  option('APPROVED', 'green', 'Accepted', '已批准', '已批准'),
  option('RETIRED', 'brown', 'Retired', '已停用', '已停用'),
] as const;

const asThePolicySays = option('POLICY', 'gray', 'As the policy says', '按制度', '按制度');

/** From when a tag is required in this company (3.2.6, A29). */
export const requiredFromOptions = [
  asThePolicySays,
  option('ALWAYS', 'red', 'Always', '始终必填', '始終必填'),
  ...stages.filter(({ value }) => value !== 'PROSPECT'),
  option('NEVER', 'brown', 'Never', '不作要求', '不作要求'),
] as const;

/** Whether a change of a tag is a major change in this company (4.1.3, A29). */
export const majorChangeOptions = [
  asThePolicySays,
  option('YES', 'red', 'Yes', '是', '是'),
  option('NO', 'brown', 'No', '否', '否'),
] as const;

/** 6.2.1, 6.2.4 */
export const backupKinds = [
  option('FULL', 'blue', 'Full backup', '全量备份', '完整備份'),
  option('INCREMENTAL', 'sky', 'Incremental backup', '增量备份', '增量備份'),
  option('DRILL', 'violet', 'Restore drill', '恢复演练', '還原演練'),
] as const;

/** 6.2.5 */
export const backupResults = [
  option('DONE', 'green', 'Proven', '已验证', '已驗證'),
  option('FAILED', 'red', 'Failed', '失败', '失敗'),
] as const;

/** 2.4.5: where the quarter of a target lies, seen from today. */
export const targetStates = [
  option('CURRENT', 'green', 'This quarter', '本季度', '本季度'),
  option('AHEAD', 'blue', 'Later quarter', '后续季度', '後續季度'),
  option('PAST', 'gray', 'Past quarter', '往期', '往期'),
  option('UNCLEAR', 'red', 'Quarter unclear', '季度有误', '季度有誤'),
  option('TWICE', 'red', 'Entered twice', '重复', '重複'),
] as const;

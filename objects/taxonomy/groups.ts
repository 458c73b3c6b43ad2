import type { ObjectName, Words } from './types.ts';
import { words } from './types.ts';

const COLLECTION = words('Collection and verification', '收集与核实', '收集與核實');
const ACTION = words('Action', '操作', '操作');
const KEPT = words('Kept by the application', '系统维护', '系統維護');

/**
 * Sections of a record's page. The key is `Tag.group`; a tag of a group that is none of these is not shown as a field.
 * First what people enter, in the policy's order (§2); then what the application keeps; last what is entered once.
 */
export const GROUPS: Readonly<Record<ObjectName, Readonly<Record<string, Words>>>> = {
  company: {
    BASIC: words('Basic information', '基本信息', '基本資訊'),
    INDUSTRY: words('Industry', '行业', '行業'),
    SIZE: words('Size', '规模', '規模'),
    NEEDS: words('Needs', '需求', '需求'),
    INTENT: words('Purchase intention', '购买意向', '購買意向'),
    CREDIT: words('Credit', '信用', '信用'),
    COLLECTION,
    ACTION,
    HISTORY: words('Cooperation history', '合作历史', '合作歷史'),
    KEPT,
    OPENING: words('Opening balance', '期初数据', '期初資料'),
  },
  opportunity: {
    SOURCE: words('Source', '机会来源', '機會來源'),
    STAGE: words('Stage', '销售阶段', '銷售階段'),
    COMPETITION: words('Competition', '竞争情况', '競爭情況'),
    COLLECTION,
    ACTION,
    KEPT,
  },
  person: { CONTACT: words('Key contact', '关键联系人', '關鍵聯繫人') },
  tagCredit: { CREDIT: words('Credit', '信用', '信用') },
  tagProduct: {
    PRODUCT: words('Product tags', '产品标签', '產品標籤'),
    COLLECTION,
    ACTION,
    KEPT,
  },
  tagOpportunityItem: { ITEM: words('Product offered', '机会产品', '機會產品') },
  tagOpportunityMember: { ROLE: words('Part in the deal', '项目分工', '項目分工') },
  tagMember: {
    MEMBER: words('Member tags', '成员标签', '成員標籤'),
    TEAM: words('Team', '团队', '團隊'),
    COLLECTION,
    ACTION,
    TARGETS: words('Targets', '业绩指标', '業績指標'),
    CONFIDENTIALITY: words('Confidentiality', '保密', '保密'),
    KEPT,
  },
  tagTarget: {
    TARGET: words('Member and quarter', '成员与季度', '成員與季度'),
    SALES: words('Sales amount', '销售额', '銷售額'),
    CUSTOMERS: words('New customers', '新客户开发', '新客戶開發'),
    PROFIT: words('Profit', '销售利润', '銷售利潤'),
    SATISFACTION: words('Customer satisfaction', '客户满意度', '客戶滿意度'),
  },
  tagChangeNotice: {
    NOTICE: words('Change', '变更', '變更'),
    DEADLINE: words('Deadline', '期限', '期限'),
  },
  tagLog: { LOG: words('Entry', '记录', '記錄') },
  tagDefinition: { DEFINITION: words('Definition', '定义', '定義') },
  tagSweep: { SWEEP: words('Sweep', '巡检', '巡檢') },
  tagBackup: { BACKUP: words('Backup', '备份', '備份'), DRILL: words('Recovery', '恢复', '還原') },
  tagInspection: {
    INSPECTION: words('Supervision', '监督', '監督'),
    SCORES: words('Scores', '评分', '評分'),
  },
  tagRectification: {
    NOTICE: words('Notice', '整改通知', '整改通知'),
    ANSWER: words('Answer', '答复', '答覆'),
    RECHECK: words('Recheck', '复查', '複查'),
    DEADLINE: words('Deadline', '期限', '期限'),
  },
  tagAssessment: {
    ASSESSMENT: words('Assessment', '考核', '考核'),
    RATES: words('Rates', '指标', '指標'),
    DECISION: words('Decision', '裁定', '裁定'),
  },
  tagAgreement: { AGREEMENT: words('Agreement', '保密协议', '保密協議') },
  tagIncident: { INCIDENT: words('Breach', '泄密事件', '洩密事件') },
  tagCalendarDay: { DAY: words('Day', '日期', '日期') },
};

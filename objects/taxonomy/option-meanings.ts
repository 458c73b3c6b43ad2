import type { Words } from './types.ts';
import { words } from './types.ts';

/**
 * What an option means where the policy, or our reading of it, says more than its label; by `object.tag`, then option.
 * The other options are defined by their tag, and the industries by GB/T 4754.
 */
export const optionMeanings: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  'opportunity.tagSource': {
    MARKETING_EVENT: words(
      'Found at a marketing event of the company',
      '通过公司举办的市场活动获得的销售机会',
      '透過公司舉辦的市場活動獲得的銷售機會',
    ),
    CUSTOMER_REFERRAL: words(
      'Found by the referral of an existing customer',
      '由现有客户推荐获得的销售机会',
      '由現有客戶推薦獲得的銷售機會',
    ),
    TELEMARKETING: words('Found by calling', '通过电话营销获得的销售机会', '透過電話營銷獲得的銷售機會'),
    ONLINE_MARKETING: words(
      'Found on internet platforms or social media',
      '通过互联网平台、社交媒体等获得的销售机会',
      '透過互聯網平台、社交媒體等獲得的銷售機會',
    ),
    TRADE_FAIR: words('Found at a trade fair', '通过参加行业展会获得的销售机会', '透過參加行業展會獲得的銷售機會'),
  },
  'opportunity.tagStage': {
    PROSPECT: words(
      'First contact; no intention to buy stated yet',
      '初步接触，尚未明确表示购买意向的客户',
      '初步接觸，尚未明確表示購買意向的客戶',
    ),
    INTERESTED: words(
      'Shows some interest in products or services; no deep talks yet',
      '对公司产品或服务表现出一定兴趣，但尚未进入深入洽谈阶段的客户',
      '對公司產品或服務表現出一定興趣，但尚未進入深入洽談階段的客戶',
    ),
    NEEDS_CONFIRMED: words(
      'Further talks make the needs clear',
      '与客户进一步沟通，明确其具体需求的阶段',
      '與客戶進一步溝通，明確其具體需求的階段',
    ),
    SOLUTION: words(
      "A solution is made to the customer's needs",
      '根据客户需求，为客户量身定制解决方案的阶段',
      '根據客戶需求，為客戶量身定制解決方案的階段',
    ),
    NEGOTIATION: words(
      'Price, contract terms and the like are negotiated',
      '就产品价格、合同条款等商务内容进行协商谈判的阶段',
      '就產品價格、合同條款等商務內容進行協商談判的階段',
    ),
    SIGNED: words(
      'Both sides agree and sign the sales contract',
      '双方达成一致，签订正式销售合同的阶段',
      '雙方達成一致，簽訂正式銷售合同的階段',
    ),
    DELIVERY: words(
      'After the contract: products are delivered, services carried out',
      '销售合同签订后，按照合同要求进行产品交付、服务实施等项目执行工作的阶段',
      '銷售合同簽訂後，按照合同要求進行產品交付、服務實施等項目執行工作的階段',
    ),
    AFTER_SALES: words(
      'After delivery: technical support, repair and maintenance',
      '产品交付后，为客户提供售后技术支持、维修保养等服务的阶段',
      '產品交付後，為客戶提供售後技術支持、維修保養等服務的階段',
    ),
  },
  'company.tagCreditSignal': {
    OK: words(
      'Nothing in the credit record stands against a deal',
      '信用记录中没有妨碍交易的情况',
      '信用記錄中沒有妨礙交易的情況',
    ),
    CAUTION: words(
      'The credit record asks for care, as when something was overdue not long ago: ask whoever may see it',
      '信用记录需要注意，或近期曾有逾期，请咨询有权查看的人员',
      '信用記錄需要注意，或近期曾有逾期，請諮詢有權檢視的人員',
    ),
    STOP: words(
      'No deal before whoever may see the credit record agrees',
      '未经有权查看信用记录的人员同意，不得交易',
      '未經有權檢視信用記錄的人員同意，不得交易',
    ),
    UNKNOWN: words('There is no credit rating yet', '尚无信用评级', '尚無信用評級'),
  },
  'opportunity.tagRisks': {
    CREDIT_STOP: words(
      "The customer's credit signal is Stop: no deal before whoever may see the credit record agrees",
      '客户的信用提示为“停止”：未经有权查看信用记录的人员同意，不得交易',
      '客戶的信用提示為「停止」：未經有權檢視信用記錄的人員同意，不得交易',
    ),
    STAGE_SKIPPED: words(
      'A stage that may not be left out was skipped, which has not been put right',
      '跳过了不得跳过的阶段，且尚未更正',
      '跳過了不得跳過的階段，且尚未更正',
    ),
    CREDIT_CAUTION: words(
      "The customer's credit signal is Caution: ask whoever may see the credit record",
      '客户的信用提示为“注意”：请咨询有权查看信用记录的人员',
      '客戶的信用提示為「注意」：請諮詢有權檢視信用記錄的人員',
    ),
    INCOMPLETE: words(
      'The opportunity lacks something that its stage requires',
      '销售机会缺少所处阶段必填的标签',
      '銷售機會缺少所處階段必填的標籤',
    ),
    CUSTOMER_INCOMPLETE: words(
      "The customer lacks something that the opportunity's stage requires, or what is known of it is in doubt",
      '客户缺少销售机会所处阶段必填的标签，或其信息存疑',
      '客戶缺少銷售機會所處階段必填的標籤，或其資訊存疑',
    ),
    COMPETITION_OPEN: words(
      'The needs are confirmed and nobody has said who competes, or the competition has changed and was not looked at again',
      '需求已确认但未说明竞争情况，或竞争情况变化后尚未重新分析',
      '需求已確認但未說明競爭情況，或競爭情況變化後尚未重新分析',
    ),
    STALE: words(
      'The follow-up is more than 5 working days overdue',
      '跟进已逾期超过5个工作日',
      '跟進已逾期超過5個工作日',
    ),
    LATE_NOTICE: words(
      'A change of the opportunity was reported, and its tags did not follow in time',
      '销售机会的变更已上报，但标签未按时更新',
      '銷售機會的變更已上報，但標籤未按時更新',
    ),
  },
  'opportunity.tagFeasibility': {
    HIGH: words(
      'The customer is likely to buy, and nothing stands against the deal',
      '客户购买意向高，且没有不利因素',
      '客戶購買意向高，且沒有不利因素',
    ),
    MEDIUM: words(
      'Something is to be settled first: risks, or how likely the customer is to buy',
      '尚有风险或购买意向需要先行落实',
      '尚有風險或購買意向需要先行落實',
    ),
    LOW: words(
      'A grave risk, too many risks, or a customer unlikely to buy',
      '存在重大风险、风险较多，或客户购买意向低',
      '存在重大風險、風險較多，或客戶購買意向低',
    ),
  },
  'tagMember.duties': {
    TAG_MANAGER: words(
      'Receives reports of changes and keeps the tags in order',
      '接收变更上报并负责标签管理的人员',
      '接收變更上報並負責標籤管理的人員',
    ),
    REVIEWER: words('Reviews tags that others entered', '审核他人录入的标签数据的人员', '審核他人錄入的標籤資料的人員'),
    SUPERVISOR: words('Supervises how the policy is carried out', '监督制度执行情况的人员', '監督制度執行情況的人員'),
    SENIOR: words(
      'Senior management, with access to sensitive information',
      '有权查看敏感信息的高级管理人员',
      '有權檢視敏感資訊的高級管理人員',
    ),
  },
};

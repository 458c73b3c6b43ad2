import type { DealRole, Position } from './picklists.ts';
import type { Stage, Words } from './types.ts';
import { words } from './types.ts';

/**
 * Whose task it is. OWNER: who owns the opportunity. MANAGER: that member's manager. Otherwise whoever has the role, or
 * holds the position, in the deal's team; where nobody does, the owner.
 */
export type Doer = 'OWNER' | 'MANAGER' | { readonly role: DealRole } | { readonly position: Position };

/** A task that entering a stage creates (5.2.3–5.2.6). */
export interface StageTask {
  /** Never changes once landed: the task's identity hangs on it. */
  readonly key: string;
  readonly title: Words;
  /** Working days after the stage was entered. */
  readonly days: number;
  readonly who: Doer;
  /** Tags the task serves, of the opportunity or as `company.tag` of its customer. */
  readonly tags: readonly string[];
}

/** The tasks of each stage: what has to be on record before the next one (POLICY §4). */
export const STAGE_TASKS: Readonly<Record<Stage, readonly StageTask[]>> = {
  PROSPECT: [
    {
      key: 'first-contact',
      title: words(
        'Make the first contact and record the key contact',
        '首次联系客户并登记关键联系人',
        '首次聯繫客戶並登記關鍵聯繫人',
      ),
      days: 3,
      who: 'OWNER',
      tags: ['company.contactName', 'company.contactTitle', 'company.contactPhone', 'company.tagPurchaseIntent'],
    },
  ],
  INTERESTED: [
    {
      key: 'classify',
      title: words(
        'Record the industry segment and verify the customer',
        '填写行业细分领域并核实客户信息',
        '填寫行業細分領域並核實客戶資訊',
      ),
      days: 3,
      who: { position: 'SALES_ASSISTANT' },
      tags: ['company.tagIndustrySegment', 'company.tagVerification'],
    },
  ],
  NEEDS_CONFIRMED: [
    {
      key: 'needs',
      title: words('Confirm needs, budget and decision cycle', '确认需求、预算与决策周期', '確認需求、預算與決策週期'),
      days: 5,
      who: 'OWNER',
      tags: [
        'company.tagProductNeeds',
        'company.tagSpecialNeeds',
        'company.tagBudgetMin',
        'company.tagBudgetMax',
        'company.tagDecisionCycleDays',
      ],
    },
    {
      key: 'competition',
      title: words('Find out who competes', '了解竞争对手', '了解競爭對手'),
      days: 5,
      who: 'OWNER',
      tags: ['tagCompetitors'],
    },
  ],
  SOLUTION: [
    {
      key: 'solution',
      title: words('Work out the solution and its advantages', '制定方案并分析竞争优势', '制定方案並分析競爭優勢'),
      days: 10,
      who: { role: 'SOLUTION' },
      tags: ['tagItems', 'tagAdvantage', 'tagDisadvantage'],
    },
    {
      key: 'credit',
      title: words('Have the credit record completed', '补全客户信用记录', '補全客戶信用記錄'),
      days: 5,
      who: 'MANAGER',
      tags: ['company.rating', 'company.hasOverdue'],
    },
  ],
  NEGOTIATION: [
    {
      key: 'contract',
      title: words(
        'Prepare the contract: address, scope, amount, date',
        '准备合同：注册地址、经营范围、金额与日期',
        '準備合同：註冊地址、經營範圍、金額與日期',
      ),
      days: 5,
      who: { role: 'COMMERCE' },
      tags: ['company.tagRegisteredAddress', 'company.tagBusinessScope', 'amount', 'closeDate'],
    },
  ],
  SIGNED: [
    {
      key: 'hand-over',
      title: words('Hand over to delivery', '与项目执行团队交接', '與項目執行團隊交接'),
      days: 2,
      who: 'OWNER',
      tags: ['tagStage', 'tagItems'],
    },
  ],
  DELIVERY: [
    {
      key: 'delivery',
      title: words('Follow the delivery and record its date', '跟进交付并登记交付日期', '跟進交付並登記交付日期'),
      days: 10,
      who: { role: 'DELIVERY' },
      tags: ['tagDeliveredOn', 'company.tagServiceNeeds'],
    },
  ],
  AFTER_SALES: [
    {
      key: 'first-visit',
      title: words('Make the first after-sales visit', '首次售后回访', '首次售後回訪'),
      days: 20,
      who: { role: 'SERVICE' },
      tags: ['company.tagServiceNeeds', 'company.tagProductNeeds'],
    },
  ],
};

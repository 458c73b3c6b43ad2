import { type ObjectName, type Words, words } from '../../objects/taxonomy/index.ts';
import type { FRONT_COMPONENTS } from '../front-components/identifiers.ts';

/** What Twenty adds up for a chart. */
export type Aggregate = { readonly operation: 'COUNT' } | { readonly operation: 'SUM' | 'AVG'; readonly field: string };

/** Only records with one of these options; of the related record's field `its`, when `field` is a relation. */
interface OptionCondition {
  readonly field: string;
  readonly its?: string;
  readonly is: readonly string[];
}
/** Which records a chart looks at: those with one of these options, or whose date is there. */
export type ChartCondition = OptionCondition | { readonly field: string; readonly isFilled: true };

interface ChartBase {
  /** Never changes once landed. */
  readonly key: string;
  readonly title: Words;
  readonly object: ObjectName;
  readonly where?: ChartCondition;
}

/** Records in groups. */
export interface GroupChart extends ChartBase {
  readonly kind: 'BAR' | 'PIE';
  /** A record with several values, as of a list or several options, counts in the group of each. */
  readonly by: string;
  /** The field of the related record that names the group, when `by` is a relation. */
  readonly byIts?: string;
  /** The part of `by` that names the group, such as the currency of an amount. */
  readonly byPart?: string;
  /** Months of a date. */
  readonly byMonth?: boolean;
  /** A second picklist, stacked. */
  readonly and?: string;
  readonly shows: Aggregate;
  /** Many groups with long names: a row of its own. */
  readonly isWide?: boolean;
  /** The biggest group first, not the order of the options or of time. */
  readonly isBiggestFirst?: boolean;
}

/** One sum or number. */
export interface FigureChart extends ChartBase {
  readonly kind: 'FIGURE';
  readonly shows: Aggregate;
}

/** One chart of Twenty's over live records. */
export type Chart = GroupChart | FigureChart;

/** What no chart of Twenty's computes or shows: a front component over live records. */
export interface ComponentWidget {
  readonly key: string;
  readonly title: Words;
  readonly component: keyof typeof FRONT_COMPONENTS;
  /** Rows of the grid that hold it whole: Twenty cuts off what is taller. */
  readonly rows: number;
}

export interface Dashboard {
  readonly key: string;
  readonly name: Words;
  readonly icon: string;
  /** What stands above the charts. */
  readonly figures?: ComponentWidget;
  readonly charts: readonly Chart[];
  /** What stands below the charts. */
  readonly components?: readonly ComponentWidget[];
  readonly clauses: readonly string[];
}

const count = { operation: 'COUNT' } as const;

/** What is not lost or abandoned. */
const ALIVE = ['OPEN', 'WON'] as const;
/** Products of such opportunities: what was offered in vain is no sale. */
const OFFERED = { field: 'opportunity', its: 'tagOutcome', is: ALIVE } as const;

/** Products of opportunities whose contract is signed. */
const SOLD = { field: 'soldOn', isFilled: true } as const;

/** Charts that stand on two pages. */
const CUSTOMERS_BY_REGION = {
  title: words('Customers by region', '客户：按地域', '客戶：按地域'),
  object: 'company',
  kind: 'BAR',
  by: 'tagRegion',
  shows: count,
  isBiggestFirst: true,
} as const;
const CUSTOMERS_BY_TYPE = {
  title: words('Customers by type', '客户：按类型', '客戶：按類型'),
  object: 'company',
  kind: 'PIE',
  by: 'tagCustomerType',
  shows: count,
} as const;
const CUSTOMERS_BY_SIZE = {
  title: words('Customers by size', '客户：按规模', '客戶：按規模'),
  object: 'company',
  kind: 'PIE',
  by: 'tagCompanySize',
  shows: count,
} as const;

/** The dashboards (5.3.1–5.3.5, 7.1.2). */
export const dashboards: readonly Dashboard[] = [
  {
    key: 'management',
    name: words('Management', '管理概览', '管理概覽'),
    icon: 'IconLayoutDashboard',
    clauses: ['5.3.4', '5.3.5', '5.1.6'],
    figures: { key: 'position', title: words('Position', '经营概况', '經營概況'), component: 'management', rows: 4 },
    charts: [
      {
        key: 'customers-by-type',
        ...CUSTOMERS_BY_TYPE,
      },
      {
        key: 'customers-by-size',
        ...CUSTOMERS_BY_SIZE,
      },
      {
        key: 'pipeline-by-stage',
        title: words('Open opportunities by stage', '进行中机会：按阶段', '進行中機會：按階段'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagStage',
        shows: count,
        where: { field: 'tagOutcome', is: ['OPEN'] },
      },
      {
        key: 'risks',
        title: words('Opportunities by risk', '销售机会：按风险', '銷售機會：按風險'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagRisks',
        shows: count,
        where: { field: 'tagOutcome', is: ALIVE },
        isBiggestFirst: true,
      },
      {
        key: 'customers-by-region',
        ...CUSTOMERS_BY_REGION,
      },
      {
        key: 'signed-by-month',
        title: words('Amount signed by month (CNY)', '每月签约金额（人民币）', '每月簽約金額（人民幣）'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagSignedOn',
        byMonth: true,
        shows: { operation: 'SUM', field: 'amount' },
        where: { field: 'tagSignedOn', isFilled: true },
      },
    ],
    components: [
      {
        key: 'targets',
        title: words('Sales against target', '销售额达成情况', '銷售額達成情況'),
        component: 'targets',
        rows: 6,
      },
      { key: 'load', title: words('Load by member', '各成员工作量', '各成員工作量'), component: 'load', rows: 6 },
      {
        key: 'conversion',
        title: words('Conversion by stage', '各阶段转化率', '各階段轉化率'),
        component: 'conversion',
        rows: 6,
      },
      { key: 'quality', title: words('Data quality', '数据质量', '資料品質'), component: 'quality', rows: 3 },
    ],
  },
  {
    key: 'data-quality',
    name: words('Data quality', '数据质量', '資料品質'),
    icon: 'IconGauge',
    clauses: ['1.3.1', '1.3.2', '1.3.5', '7.1.2'],
    figures: { key: 'quality', title: words('Key figures', '关键指标', '關鍵指標'), component: 'quality', rows: 3 },
    charts: [
      {
        key: 'customers-by-status',
        title: words('Customers by review status', '客户：按审核状态', '客戶：按審核狀態'),
        object: 'company',
        kind: 'PIE',
        by: 'tagReviewStatus',
        shows: count,
      },
      {
        key: 'opportunities-by-status',
        title: words('Opportunities by review status', '销售机会：按审核状态', '銷售機會：按審核狀態'),
        object: 'opportunity',
        kind: 'PIE',
        by: 'tagReviewStatus',
        shows: count,
      },
      {
        key: 'products-by-status',
        title: words('Products by review status', '产品：按审核状态', '產品：按審核狀態'),
        object: 'tagProduct',
        kind: 'PIE',
        by: 'tagReviewStatus',
        shows: count,
      },
      {
        key: 'members-by-status',
        title: words('Team members by review status', '团队成员：按审核状态', '團隊成員：按審核狀態'),
        object: 'tagMember',
        kind: 'PIE',
        by: 'tagReviewStatus',
        shows: count,
      },
      {
        key: 'completeness-by-owner',
        title: words('Completeness by owner', '各负责人的完整率', '各負責人的完整率'),
        object: 'company',
        kind: 'BAR',
        by: 'accountOwner',
        byIts: 'name.firstName',
        shows: { operation: 'AVG', field: 'tagCompleteness' },
      },
      {
        key: 'opportunity-completeness-by-owner',
        title: words('Opportunity completeness by owner', '各负责人销售机会的完整率', '各負責人銷售機會的完整率'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'owner',
        byIts: 'name.firstName',
        shows: { operation: 'AVG', field: 'tagCompleteness' },
      },
      {
        key: 'customer-problems',
        title: words('Customers with problems by tag', '各标签有问题的客户数', '各標籤有問題的客戶數'),
        object: 'company',
        kind: 'BAR',
        by: 'tagProblemTags',
        shows: count,
        isBiggestFirst: true,
      },
      {
        key: 'opportunity-problems',
        title: words('Opportunities with problems by tag', '各标签有问题的销售机会数', '各標籤有問題的銷售機會數'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagProblemTags',
        shows: count,
        isBiggestFirst: true,
      },
      {
        key: 'checks',
        title: words('Customer checks by state', '客户检查状态', '客戶檢查狀態'),
        object: 'company',
        kind: 'BAR',
        by: 'tagCheckState',
        shows: count,
      },
      {
        key: 'opportunity-checks',
        title: words('Opportunity checks by state', '销售机会检查状态', '銷售機會檢查狀態'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagCheckState',
        shows: count,
      },
      {
        key: 'member-checks',
        title: words('Team member checks by state', '团队成员检查状态', '團隊成員檢查狀態'),
        object: 'tagMember',
        kind: 'BAR',
        by: 'tagCheckState',
        shows: count,
      },
      {
        key: 'most-used',
        title: words('Most used tags and options', '使用最多的标签与选项', '使用最多的標籤與選項'),
        object: 'tagDefinition',
        kind: 'BAR',
        by: 'name',
        shows: { operation: 'SUM', field: 'useCount' },
        isBiggestFirst: true,
        isWide: true,
      },
      {
        key: 'notices-by-status',
        title: words('Change notices by status', '变更通知状态', '變更通知狀態'),
        object: 'tagChangeNotice',
        kind: 'BAR',
        by: 'status',
        and: 'kind',
        shows: count,
      },
      {
        key: 'notices-by-month',
        title: words('Change notices by month', '每月变更通知', '每月變更通知'),
        object: 'tagChangeNotice',
        kind: 'BAR',
        by: 'occurredAt',
        byMonth: true,
        and: 'status',
        shows: count,
      },
      {
        key: 'notices-on-time',
        title: words('Changes updated on time and late by month', '每月变更按时与逾期情况', '每月變更按時與逾期情況'),
        object: 'tagChangeNotice',
        kind: 'BAR',
        // By the last day, as the rate below: a change of one month may be due in the next.
        by: 'dueOn',
        byMonth: true,
        and: 'status',
        shows: count,
        where: { field: 'status', is: ['DONE', 'DONE_LATE', 'OVERDUE'] },
      },
    ],
    components: [
      {
        key: 'on-time',
        title: words('On-time rate by month', '每月及时率', '每月及時率'),
        component: 'onTime',
        rows: 8,
      },
      {
        key: 'accuracy',
        title: words('Accuracy rate by member', '各成员准确率', '各成員準確率'),
        component: 'accuracy',
        rows: 8,
      },
    ],
  },
  {
    key: 'customers',
    name: words('Customer groups', '客户群体', '客戶群體'),
    icon: 'IconBuildingSkyscraper',
    clauses: ['5.3.1', '5.3.2'],
    charts: [
      {
        key: 'by-industry',
        title: words('Customers by industry', '客户：按行业', '客戶：按行業'),
        object: 'company',
        kind: 'BAR',
        by: 'tagIndustry',
        shows: count,
        isBiggestFirst: true,
        isWide: true,
      },
      {
        key: 'by-region',
        ...CUSTOMERS_BY_REGION,
      },
      {
        key: 'by-size',
        ...CUSTOMERS_BY_SIZE,
      },
      {
        key: 'by-intent',
        title: words('Customers by purchase intention', '客户：按购买意向', '客戶：按購買意向'),
        object: 'company',
        kind: 'PIE',
        by: 'tagPurchaseIntent',
        shows: count,
      },
      {
        key: 'by-credit-signal',
        title: words('Customers by credit signal', '客户：按信用提示', '客戶：按信用提示'),
        object: 'company',
        kind: 'PIE',
        by: 'tagCreditSignal',
        shows: count,
      },
      {
        key: 'by-type',
        ...CUSTOMERS_BY_TYPE,
      },
      {
        // What the “Other” beside it stands for: a chart groups by one field.
        key: 'by-type-term',
        title: words('Other customers by term', '其他客户：按词条', '其他客戶：按詞條'),
        object: 'company',
        kind: 'BAR',
        by: 'tagCustomerTypeTerm',
        byIts: 'term',
        shows: count,
        isBiggestFirst: true,
      },
    ],
  },
  {
    key: 'pipeline',
    name: words('Pipeline', '销售管道', '銷售管道'),
    icon: 'IconTargetArrow',
    clauses: ['5.1.5', '5.3.1'],
    charts: [
      {
        key: 'open-count',
        title: words('Open opportunities', '进行中机会', '進行中機會'),
        object: 'opportunity',
        kind: 'FIGURE',
        shows: count,
        where: { field: 'tagOutcome', is: ['OPEN'] },
      },
      {
        key: 'open-amount',
        title: words('Open amount (CNY)', '进行中金额（人民币）', '進行中金額（人民幣）'),
        object: 'opportunity',
        kind: 'FIGURE',
        shows: { operation: 'SUM', field: 'amount' },
        where: { field: 'tagOutcome', is: ['OPEN'] },
      },
      {
        key: 'won-amount',
        title: words('Amount won (CNY)', '赢单金额（人民币）', '贏單金額（人民幣）'),
        object: 'opportunity',
        kind: 'FIGURE',
        shows: { operation: 'SUM', field: 'amount' },
        where: { field: 'tagOutcome', is: ['WON'] },
      },
      {
        key: 'by-stage',
        title: words('Opportunities by stage', '销售机会：按阶段', '銷售機會：按階段'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagStage',
        and: 'tagOutcome',
        shows: count,
      },
      {
        key: 'amount-by-stage',
        title: words('Amount by stage (CNY)', '各阶段金额（人民币）', '各階段金額（人民幣）'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagStage',
        shows: { operation: 'SUM', field: 'amount' },
        where: { field: 'tagOutcome', is: ALIVE },
      },
      {
        key: 'by-source',
        title: words('Opportunities by source', '销售机会：按来源', '銷售機會：按來源'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagSource',
        and: 'tagOutcome',
        shows: count,
      },
      {
        key: 'by-outcome',
        title: words('Opportunities by outcome', '销售机会：按结果', '銷售機會：按結果'),
        object: 'opportunity',
        kind: 'PIE',
        by: 'tagOutcome',
        shows: count,
      },
      {
        key: 'won-by-month',
        title: words('Amount won by month (CNY)', '每月赢单金额（人民币）', '每月贏單金額（人民幣）'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'closeDate',
        byMonth: true,
        shows: { operation: 'SUM', field: 'amount' },
        where: { field: 'tagOutcome', is: ['WON'] },
      },
      {
        key: 'amount-by-currency',
        title: words('Amount by currency', '各币种金额', '各幣別金額'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'amount',
        byPart: 'currencyCode',
        and: 'tagOutcome',
        shows: { operation: 'SUM', field: 'amount' },
        where: { field: 'tagOutcome', is: ALIVE },
      },
      {
        key: 'competitors',
        title: words('Opportunities by competitor', '销售机会：按竞争对手', '銷售機會：按競爭對手'),
        object: 'opportunity',
        kind: 'BAR',
        by: 'tagCompetitors',
        and: 'tagOutcome',
        shows: count,
        isBiggestFirst: true,
      },
    ],
    components: [
      {
        key: 'conversion',
        title: words('Conversion by stage', '各阶段转化率', '各階段轉化率'),
        component: 'conversion',
        rows: 6,
      },
      {
        key: 'stage-age',
        title: words('Days in the stage', '阶段停留天数', '階段停留天數'),
        component: 'stageAge',
        rows: 7,
      },
    ],
  },
  {
    key: 'products',
    name: words('Product sales', '产品销售', '產品銷售'),
    icon: 'IconPackage',
    clauses: ['5.3.1', '5.3.3'],
    charts: [
      {
        key: 'sold-by-product',
        title: words(
          'Amount sold by product (CNY)',
          '各产品销售额（人民币，已签约）',
          '各產品銷售額（人民幣，已簽約）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'product',
        byIts: 'name',
        shows: { operation: 'SUM', field: 'amount' },
        where: SOLD,
        isBiggestFirst: true,
      },
      {
        key: 'sold-by-category',
        title: words(
          'Amount sold by category (CNY)',
          '各类别销售额（人民币，已签约）',
          '各類別銷售額（人民幣，已簽約）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'product',
        byIts: 'category',
        shows: { operation: 'SUM', field: 'amount' },
        where: SOLD,
        isBiggestFirst: true,
      },
      {
        key: 'sold-by-industry',
        title: words(
          'Amount sold by industry (CNY)',
          '各行业销售额（人民币，已签约）',
          '各行業銷售額（人民幣，已簽約）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'industry',
        shows: { operation: 'SUM', field: 'amount' },
        where: SOLD,
        isBiggestFirst: true,
      },
      {
        key: 'sold-by-month',
        title: words('Amount sold by month (CNY)', '每月销售额（人民币，已签约）', '每月銷售額（人民幣，已簽約）'),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'soldOn',
        byMonth: true,
        shows: { operation: 'SUM', field: 'amount' },
        where: SOLD,
      },
      {
        key: 'sold-by-currency',
        title: words('Amount sold by currency', '各币种销售额（已签约）', '各幣別銷售額（已簽約）'),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'amount',
        byPart: 'currencyCode',
        shows: { operation: 'SUM', field: 'amount' },
        where: SOLD,
        isBiggestFirst: true,
      },
      {
        key: 'sold-quantity-by-product',
        title: words('Quantity sold by product', '各产品销售数量（已签约）', '各產品銷售數量（已簽約）'),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'product',
        byIts: 'name',
        shows: { operation: 'SUM', field: 'quantity' },
        where: SOLD,
        isBiggestFirst: true,
      },
      {
        key: 'by-category',
        title: words('Products by category', '产品：按类别', '產品：按類別'),
        object: 'tagProduct',
        kind: 'PIE',
        by: 'category',
        shows: count,
      },
      {
        key: 'by-category-term',
        title: words('Other products by term', '其他产品：按词条', '其他產品：按詞條'),
        object: 'tagProduct',
        kind: 'BAR',
        by: 'categoryTerm',
        byIts: 'term',
        shows: count,
        isBiggestFirst: true,
      },
      {
        key: 'amount-by-category',
        title: words(
          'Amount offered by category (CNY)',
          '各类别报价金额（人民币，不含输单和放弃）',
          '各類別報價金額（人民幣，不含輸單和放棄）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'product',
        byIts: 'category',
        shows: { operation: 'SUM', field: 'amount' },
        where: OFFERED,
        isBiggestFirst: true,
      },
      {
        key: 'amount-by-product',
        title: words(
          'Amount offered by product (CNY)',
          '各产品报价金额（人民币，不含输单和放弃）',
          '各產品報價金額（人民幣，不含輸單和放棄）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'product',
        byIts: 'name',
        shows: { operation: 'SUM', field: 'amount' },
        where: OFFERED,
        isBiggestFirst: true,
      },
      {
        key: 'amount-by-currency',
        title: words(
          'Amount offered by currency',
          '各币种报价金额（不含输单和放弃）',
          '各幣別報價金額（不含輸單和放棄）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'amount',
        byPart: 'currencyCode',
        shows: { operation: 'SUM', field: 'amount' },
        where: OFFERED,
        isBiggestFirst: true,
      },
      {
        key: 'quantity-by-product',
        title: words(
          'Quantity offered by product',
          '各产品报价数量（不含输单和放弃）',
          '各產品報價數量（不含輸單和放棄）',
        ),
        object: 'tagOpportunityItem',
        kind: 'BAR',
        by: 'product',
        byIts: 'name',
        shows: { operation: 'SUM', field: 'quantity' },
        where: OFFERED,
        isBiggestFirst: true,
      },
    ],
    components: [
      {
        key: 'industry-products',
        title: words('Products bought by industry', '各行业采购的产品', '各行業採購的產品'),
        component: 'industryProducts',
        rows: 10,
      },
    ],
  },
  {
    key: 'naming',
    name: words('Naming guide', '命名与使用', '命名與使用'),
    icon: 'IconBook2',
    clauses: ['1.3.3', '3.1.8', '3.1.9', '3.1.10'],
    charts: [],
    components: [
      {
        key: 'naming',
        title: words('How to name and use tags', '标签命名与使用', '標籤命名與使用'),
        component: 'naming',
        rows: 16,
      },
    ],
  },
  {
    key: 'bulletin',
    name: words('Monthly bulletin', '每月通报', '每月通報'),
    icon: 'IconReport',
    clauses: ['7.1.2', 'I6', 'I10'],
    charts: [],
    components: [
      { key: 'bulletin', title: words('Monthly bulletin', '每月通报', '每月通報'), component: 'bulletin', rows: 12 },
    ],
  },
  {
    key: 'status',
    name: words('Policy status', '制度运行状况', '制度運行狀況'),
    icon: 'IconShieldCheck',
    clauses: ['1.3.5', '4.1.1', '7.1.1'],
    charts: [],
    components: [
      { key: 'status', title: words('Policy status', '制度运行状况', '制度運行狀況'), component: 'status', rows: 12 },
    ],
  },
  {
    key: 'access',
    name: words('Who may see what', '查看权限一览', '檢視權限一覽'),
    icon: 'IconEye',
    clauses: ['6.1.1', '6.1.2', '6.1.3', '6.3.1'],
    charts: [],
    components: [
      {
        key: 'access',
        title: words('Who may see what', '查看权限一览', '檢視權限一覽'),
        component: 'holders',
        rows: 12,
      },
    ],
  },
];

/** Everything on a dashboard, from top to bottom. */
export const widgetsOf = ({ figures, charts, components = [] }: Dashboard): readonly (Chart | ComponentWidget)[] => [
  ...(figures ? [figures] : []),
  ...charts,
  ...components,
];

/** The entry of a dashboard; throws on a key that is none. */
export const dashboard = (key: string): Dashboard => {
  const found = dashboards.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`There is no dashboard "${key}"; see plugin/dashboards/dashboard-table.ts`);
  return found;
};

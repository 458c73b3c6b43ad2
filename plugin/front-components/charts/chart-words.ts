import { words } from '../../../objects/taxonomy/types.ts';

/** What the charts say. */
export const CHART_WORDS = {
  loading: words('Counting…', '正在统计…', '正在統計…'),
  refused: words('Your role may not see these records.', '您的角色无权查看这些记录。', '您的角色無權檢視這些記錄。'),
  failed: words(
    'The figures could not be read. Check the connection and try again.',
    '无法读取数据，请检查网络连接后重试。',
    '無法讀取資料，請檢查網路連線後重試。',
  ),
  retry: words('Try again', '重试', '重試'),

  quality: words('Key figures', '关键指标', '關鍵指標'),
  cleanCustomers: words('Customers without problems', '无问题客户', '無問題客戶'),
  approvedCustomers: words('Customers approved', '已审核客户', '已審核客戶'),
  cleanOpportunities: words('Opportunities without problems', '无问题销售机会', '無問題銷售機會'),
  changesOnTime: words('Reported changes in time', '按时更新的上报变更', '按時更新的上報變更'),
  qualityNote: words(
    'Shares of all records you may see; of the changes, of those that were reported and due.',
    '占您可查看的全部记录的比例；变更为占已上报且已到期变更的比例。',
    '佔您可檢視的全部記錄的比例；變更為佔已上報且已到期變更的比例。',
  ),

  conversion: words('Conversion by stage', '各阶段转化率', '各階段轉化率'),
  noOpportunities: words(
    'There are no opportunities yet. The figures come with the first one.',
    '还没有销售机会。录入第一个销售机会后即可显示数据。',
    '還沒有銷售機會。錄入第一個銷售機會後即可顯示資料。',
  ),
  stage: words('Stage', '阶段', '階段'),
  reached: words('Reached', '到达', '到達'),
  passedOn: words('Passed on', '转化率', '轉化率'),
  open: words('Open here', '停留中', '停留中'),
  ended: words('Ended here', '在此终止', '在此終止'),
  conversionNote: words(
    'Passed on: of the opportunities that ever came to a stage, the share that has come to the next. Ended: lost or abandoned.',
    '转化率：到达过该阶段的销售机会中，已进入下一阶段的比例。终止：输单或放弃。',
    '轉化率：到達過該階段的銷售機會中，已進入下一階段的比例。終止：輸單或放棄。',
  ),

  stageAge: words('Days in the stage', '阶段停留天数', '階段停留天數'),
  nothingOpen: words(
    'There are no open opportunities. The figures come with the first one.',
    '没有进行中的销售机会。录入后即可显示数据。',
    '沒有進行中的銷售機會。錄入後即可顯示資料。',
  ),
  averageDays: words('Average', '平均', '平均'),
  longestDays: words('Longest', '最长', '最長'),
  stageAgeNote: words(
    'How many days the open opportunities have stood in their stage.',
    '进行中的销售机会在当前阶段已停留的天数。',
    '進行中的銷售機會在目前階段已停留的天數。',
  ),

  onTime: words('On-time rate by month', '每月及时率', '每月及時率'),
  nothingDue: words(
    'Nothing was due yet. The figures come with the first change or gap that is done or overdue.',
    '还没有到期事项。首个变更或缺漏完成或逾期后即可显示数据。',
    '還沒有到期事項。首個變更或缺漏完成或逾期後即可顯示資料。',
  ),
  month: words('Month', '月份', '月份'),
  changes: words('Changes', '变更', '變更'),
  discoveries: words('By discovery', '逾期发现', '逾期發現'),
  completions: words('Gaps', '补全', '補全'),
  corrections: words('Returns', '更正', '更正'),
  due: words('Due', '到期', '到期'),
  keptOnTime: words('On time', '按时', '按時'),
  rate: words('Rate', '及时率', '及時率'),
  onTimeNote: words(
    'Of the changes to follow, gaps to fill and returned tags to correct whose last day fell in a month, the share that was done in time. Changes that nobody had reported are late by discovery. Cancelled and open ones do not count.',
    '期限在当月的变更更新、缺漏补全和退回更正中按时完成的比例。未上报的变更计为逾期发现。已取消和未到期的不计入。',
    '期限在當月的變更更新、缺漏補全和退回更正中按時完成的比例。未上報的變更計為逾期發現。已取消和未到期的不計入。',
  ),

  accuracy: words('Accuracy rate by member', '各成员准确率', '各成員準確率'),
  nothingReviewed: words(
    'Nothing was reviewed yet. The figures come with the first approval or return.',
    '还没有审核记录。首次审核通过或退回后即可显示数据。',
    '還沒有審核記錄。首次審核通過或退回後即可顯示資料。',
  ),
  member: words('Member', '成员', '成員'),
  memberUnknown: words('Not known', '未知', '未知'),
  total: words('Total', '合计', '合計'),
  accuracyNote: words(
    "Of the reviews of a member's entries, the share that was approved; the others were returned. By the month of the review.",
    '成员录入的标签在审核中通过的比例，其余为退回。按审核月份统计。',
    '成員錄入的標籤在審核中通過的比例，其餘為退回。按審核月份統計。',
  ),

  industryProducts: words('Products bought by industry', '各行业采购的产品', '各行業採購的產品'),
  nothingBought: words(
    'No customer has bought anything yet. Products count once an opportunity with them is signed.',
    '还没有客户购买产品。含产品的销售机会签约后即计入。',
    '還沒有客戶購買產品。含產品的銷售機會簽約後即計入。',
  ),
  industry: words('Industry', '行业', '行業'),
  noIndustry: words('No industry', '未填行业', '未填行業'),
  customers: words('Customers', '客户数', '客戶數'),
  otherProducts: words('Other products', '其他产品', '其他產品'),
  industryProductsNote: words(
    'Customers of each industry that bought a product; the darker, the more.',
    '各行业中购买过该产品的客户数，颜色越深，客户越多。',
    '各行業中購買過該產品的客戶數，顏色越深，客戶越多。',
  ),

  management: words('Position', '经营概况', '經營概況'),
  managementNote: words(
    'Of all records you may see; a figure leads to its records. Amounts are of contracts and offers in yuan.',
    '统计您可查看的全部记录，点击数字可查看相应记录。金额仅计人民币。',
    '統計您可檢視的全部記錄，點擊數字可檢視相應記錄。金額僅計人民幣。',
  ),
  position: {
    customers: words('Customers', '客户数', '客戶數'),
    withoutProblems: words('Without problems', '无问题客户', '無問題客戶'),
    openDeals: words('Open opportunities', '进行中机会', '進行中機會'),
    openAmount: words('Open amount', '进行中金额', '進行中金額'),
    won: words('Won of those ended', '赢单率', '贏單率'),
    signedThisQuarter: words('Signed this quarter', '本季度签约额', '本季度簽約額'),
    atRisk: words('Deals at risk', '有风险的机会', '有風險的機會'),
    overdueTasks: words('Overdue tasks', '逾期任务', '逾期任務'),
  },

  targets: words('Sales against target', '销售额达成情况', '銷售額達成情況'),
  targetsNote: words(
    'Sales signed in each quarter, of the target; whoever sold most first. The team counts targets in yuan.',
    '各季度签约额占销售额指标的比例，按签约额排序。团队合计仅计人民币指标。',
    '各季度簽約額佔銷售額指標的比例，按簽約額排序。團隊合計僅計人民幣指標。',
  ),
  noTargets: words(
    'There are no targets of this quarter or the two before. Set them in Sales targets.',
    '本季度及前两个季度还没有业绩指标，请在“业绩指标”中设定。',
    '本季度及前兩個季度還沒有業績指標，請在「業績指標」中設定。',
  ),
  team: words('Team', '团队', '團隊'),
  newCustomers: words('New customers', '新客户', '新客戶'),
  profit: words('Profit', '利润', '利潤'),
  satisfaction: words('Satisfaction', '满意度', '滿意度'),

  load: words('Load by member', '各成员工作量', '各成員工作量'),
  loadNote: words(
    'Open opportunities and tasks of each member; overdue once the last day is over. Whoever has most tasks first.',
    '各成员进行中的机会和未完成的任务，期限已过的为逾期。按任务数排序。',
    '各成員進行中的機會和未完成的任務，期限已過的為逾期。按任務數排序。',
  ),
  nothingToDo: words(
    'Nobody has anything open. The figures come with the first open opportunity or task.',
    '没有进行中的工作。有进行中的销售机会或任务后即可显示数据。',
    '沒有進行中的工作。有進行中的銷售機會或任務後即可顯示資料。',
  ),
  nobody: words('Nobody', '无负责人', '無負責人'),
  openDeals: words('Opportunities', '进行中机会', '進行中機會'),
  openTasks: words('Open tasks', '未完成任务', '未完成任務'),
  overdueTasks: words('Overdue', '逾期', '逾期'),
} as const;

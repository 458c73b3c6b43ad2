import { words } from '../../../objects/taxonomy/types.ts';

/** What the status page says. */
export const STATUS_WORDS = {
  title: words('Tag policy: how it is set up', '标签制度运行状况', '標籤制度運行狀況'),
  loading: words('Looking it up…', '正在读取…', '正在讀取…'),
  refused: words('Your role may not see this.', '您的角色无权查看此内容。', '您的角色無權檢視此內容。'),
  failed: words(
    'It could not be read. Check the connection and try again.',
    '无法读取，请检查网络连接后重试。',
    '無法讀取，請檢查網路連線後重試。',
  ),
  retry: words('Try again', '重试', '重試'),

  duties: words('Who holds the duties', '制度岗位', '制度崗位'),
  nobody: words('nobody yet', '尚无人担任', '尚無人擔任'),
  unlinked: words('{name} (no user linked)', '{name}（未关联用户）', '{name}（未關聯使用者）'),
  openTeam: words('Open the sales team', '打开销售团队', '開啟銷售團隊'),

  enforcement: words('Enforcement', '执行方式', '執行方式'),
  FLAG: words(
    'Flag: stage jumps and cleared required tags are marked, logged and made into tasks.',
    '仅标记：跳过阶段或清空必填标签时予以标记、记录并生成任务。',
    '僅標記：跳過階段或清空必填標籤時予以標記、記錄並產生任務。',
  ),
  REVERT: words(
    'Flag and put back: stage jumps and cleared required tags are also put back as they were.',
    '标记并恢复：跳过阶段或清空必填标签时，还会恢复为原值。',
    '標記並恢復：跳過階段或清空必填標籤時，還會恢復為原值。',
  ),
  day: words(
    'Days go by {zone} and end at {end}.',
    '日期按时区 {zone} 计算，每日截止于 {end}。',
    '日期按時區 {zone} 計算，每日截止於 {end}。',
  ),
  openSettings: words('Open the settings', '打开设置', '開啟設定'),
  whoSets: words(
    'Administrators change these in Twenty’s settings of the app.',
    '管理员可在 Twenty 的应用设置中更改。',
    '管理員可在 Twenty 的應用設定中更改。',
  ),

  calendar: words('Working-day calendar', '工作日日历', '工作日日曆'),
  official: words(
    'Official holiday notices are loaded up to {year}. Deadlines in later years are provisional.',
    '已载入截至 {year} 年的国务院放假安排，之后年份的期限为暂定。',
    '已載入截至 {year} 年的國務院放假安排，之後年份的期限為暫定。',
  ),
  provisional: words(
    'The notice of {year} is not loaded: deadlines are provisional. Update the app, or add known days to the company calendar.',
    '{year} 年的放假安排尚未载入，期限为暂定。请更新应用，或将已知日期加入公司日历。',
    '{year} 年的放假安排尚未載入，期限為暫定。請更新應用，或將已知日期加入公司日曆。',
  ),
  openCalendar: words('Open the company calendar', '打开公司日历', '開啟公司日曆'),

  sweeps: words('Last sweeps', '最近巡检', '最近巡檢'),
  full: words('Daily, all records', '每日全量巡检', '每日全量巡檢'),
  hourly: words('Hourly', '每小时巡检', '每小時巡檢'),
  never: words('has not finished yet', '尚未完成', '尚未完成'),
  swept: words(
    'finished {at}; {judged} records looked at, {written} repaired',
    '完成于 {at}；判定 {judged} 条记录，修正 {written} 条',
    '完成於 {at}；判定 {judged} 條記錄，修正 {written} 條',
  ),
  left: words('{failures} could not be written', '{failures} 条未能写入', '{failures} 條未能寫入'),
  openLog: words('Open the policy log', '打开制度日志', '開啟制度日誌'),
} as const;

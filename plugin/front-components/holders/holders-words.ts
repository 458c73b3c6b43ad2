import { words } from '../../../objects/taxonomy/types.ts';

/** What the page of who may see what says. */
export const HOLDERS_WORDS = {
  title: words('Who may see what', '查看权限一览', '檢視權限一覽'),
  loading: words('Looking it up…', '正在读取…', '正在讀取…'),
  retry: words('Try again', '重试', '重試'),
  intro: words(
    'Users whose role in Twenty shows them sensitive tags or credit records, those without an agreement first.',
    '在 Twenty 中的角色可查看敏感标签或信用记录的用户，没有有效保密协议的排在前面。',
    '在 Twenty 中的角色可檢視敏感標籤或信用記錄的使用者，沒有有效保密協議的排在前面。',
  ),
  unbound: words(
    '{count} without an agreement in force: this application shows them no sensitive tag; Twenty’s own pages still go by their role.',
    '{count} 人没有有效的保密协议：本应用不向其显示敏感标签，Twenty 自身页面仍按角色显示。',
    '{count} 人沒有有效的保密協議：本應用不向其顯示敏感標籤，Twenty 自身頁面仍按角色顯示。',
  ),
  due: words(
    '{count} without an agreement in force: from {date} on this application shows them no sensitive tag.',
    '{count} 人没有有效的保密协议：自 {date} 起本应用不再向其显示敏感标签。',
    '{count} 人沒有有效的保密協議：自 {date} 起本應用不再向其顯示敏感標籤。',
  ),
  allBound: words(
    'All of them have an agreement in force.',
    '以上人员均有有效的保密协议。',
    '以上人員均有有效的保密協議。',
  ),
  nobody: words('Nobody has such a role.', '没有人拥有此类角色。', '沒有人擁有此類角色。'),
  name: words('Name', '姓名', '姓名'),
  role: words('Role', '角色', '角色'),
  since: words('Seen since', '始见于', '始見於'),
  agreement: words('Agreement', '保密协议', '保密協議'),
  until: words('Until', '有效期至', '有效期至'),
  open: words('no end', '无期限', '無期限'),
  noProfile: words('no profile', '没有成员档案', '沒有成員檔案'),
  unknown: words(
    ' (a role of your own: its fields are not told)',
    '（自定义角色，字段权限未知）',
    '（自訂角色，欄位權限未知）',
  ),
  sinceNote: words(
    'Twenty does not tell since when somebody has a role: the day is the first on which this page saw it.',
    'Twenty 不提供角色的授予时间：日期为本页首次见到该角色之日。',
    'Twenty 不提供角色的授予時間：日期為本頁首次見到該角色之日。',
  ),
  others: words(
    '{count} more with a role that shows nothing sensitive.',
    '另有 {count} 人的角色不可查看敏感信息。',
    '另有 {count} 人的角色不可檢視敏感資訊。',
  ),
} as const;

import { words } from '../../../objects/taxonomy/types.ts';

/** What the page "How to name and use tags" says around the rules and the tags. */
export const NAMING_WORDS = {
  title: words('How to name and use tags', '标签命名与使用', '標籤命名與使用'),
  intro: words(
    'A tag is concise, clear and exact. What a name must be is shown by names that are not.',
    '标签应简洁、明确、准确。以下用不合规的名称说明命名规则。',
    '標籤應簡潔、明確、準確。以下用不合規的名稱說明命名規則。',
  ),
  rules: words('Naming rules', '命名规则', '命名規則'),
  name: words('Name', '名称', '名稱'),
  problem: words('What is wrong', '问题', '問題'),
  mending: words('What to do', '处理办法', '處理辦法'),
  effect: words('Effect', '结果', '結果'),
  refused: words('stays a draft', '不予通过', '不予通過'),
  warned: words('warning', '警告', '警告'),
  beside: words('{name} (beside “{beside}”)', '{name}（已有“{beside}”）', '{name}（已有「{beside}」）'),
  noDefinition: words('{name} (no definition)', '{name}（无定义）', '{name}（無定義）'),
  defined: words(
    '{name} (definition: “{definition}”)',
    '{name}（定义：“{definition}”）',
    '{name}（定義：「{definition}」）',
  ),
  tags: words('The tags of the policy', '制度规定的标签', '制度規定的標籤'),
  search: words('Search names, definitions, options', '搜索名称、定义、选项', '搜尋名稱、定義、選項'),
  objects: words('Tags of', '标签对象', '標籤對象'),
  found: words('Tags: {count}', '标签数：{count}', '標籤數：{count}'),
  options: words('Options', '选项', '選項'),
  own: words('Our own terms', '本公司新增的标签', '本公司新增的標籤'),
  noOwn: words('None yet.', '暂无。', '暫無。'),
  retired: words('No longer used', '已停用', '已停用'),
  replaced: words('No longer used; use “{word}” instead', '已停用，请改用“{word}”', '已停用，請改用「{word}」'),
  instead: words('Use “{word}” instead', '请改用“{word}”', '請改用「{word}」'),
  openDictionary: words('Open the dictionary', '打开标签字典', '開啟標籤字典'),
  use: words('Use', '使用方法', '使用方法'),
} as const;

import { GROUPS, objectEntries, taxonomy, type Words, words } from '../objects/taxonomy/index.ts';
import { COMMAND_WORDS, SHORT_COMMAND_WORDS } from './commands/command-words.ts';
import { dashboards, widgetsOf } from './dashboards/dashboard-table.ts';
import { sidebar } from './navigation/sidebar-table.ts';
import { ALL_OF } from './views/register-names.ts';
import { workViews } from './views/work-views.ts';

/** Names that only the interface has: views, tabs, folders, the settings and the application's role. */
export const interfaceWords: readonly Words[] = [
  words('Tags', '标签', '標籤'),
  words('Tag policy', '标签制度', '標籤制度'),
  words('Decision', '决策', '決策'),
  words('Decision card', '决策卡', '決策卡'),
  words('Assessment', '考核', '考核'),
  words('Inspection', '监督检查', '監督檢查'),
  ...sidebar.map((folder) => folder.name),
  ...Object.values(ALL_OF),
  ...workViews.map((view) => view.name),
  ...dashboards.flatMap((dashboard) => [dashboard.name, ...widgetsOf(dashboard).map(({ title }) => title)]),
  ...objectEntries.map(({ label }) => words(`${label.en} tags`, `${label['zh-CN']}标签`, `${label['zh-TW']}標籤`)),
];

/** The product's phrases in three languages by the kind of thing they name, as Twenty's catalogs divide them. */
export const wordsByKind: Readonly<Record<string, readonly Words[]>> = {
  objectMetadata: objectEntries.flatMap((entry) => [entry.label, entry.labelPlural, entry.description]),
  fieldMetadata: taxonomy.flatMap((tag) => [tag.label, tag.description]),
  'fieldMetadata.option': taxonomy.flatMap((tag) => (tag.options ?? []).map((option) => option.label)),
  viewFieldGroup: Object.values(GROUPS).flatMap((groups) => Object.values(groups)),
  view: [...interfaceWords, ...objectEntries.map((entry) => entry.labelPlural)],
  pageLayout: interfaceWords,
  pageLayoutTab: interfaceWords,
  pageLayoutWidget: interfaceWords,
  commandMenuItem: [...Object.values(COMMAND_WORDS), ...Object.values(SHORT_COMMAND_WORDS)],
  settingsMenuItem: interfaceWords,
  navigationMenuItem: [...interfaceWords, ...objectEntries.map((entry) => entry.labelPlural)],
};

import type { Workspace } from '../embedded/workspace.ts';
import { componentOf } from './frame-setup.ts';
import { layoutOf } from './layout.ts';
import { type SidebarEntry, sidebarOf } from './sidebar.ts';
import { translate } from './translate.ts';
import { viewerOf } from './viewer.ts';

export interface GridWidget {
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Name of the front component; null for a chart of Twenty's, which the preview leaves blank. */
  readonly component: string | null;
}

/** A dashboard as Twenty lays it out from the built manifest. */
export interface DashboardPage {
  readonly language: string;
  readonly scheme: string;
  readonly sidebar: readonly SidebarEntry[];
  readonly name: string;
  readonly widgets: readonly GridWidget[];
}

/** Reads from an address whose view of which dashboard to show: `name`, `person`, `role`, `locale`, `scheme`. */
export const dashboardPage = async (workspace: Workspace, wanted: URLSearchParams): Promise<DashboardPage | null> => {
  const page = layoutOf(workspace.manifest).pageLayouts.find(({ name }) => name === wanted.get('name'));
  if (!page) return null;
  const viewer = await viewerOf(workspace, wanted);
  const { language, scheme } = viewer;
  return {
    language,
    scheme,
    sidebar: sidebarOf(workspace, viewer),
    name: translate('pageLayout.name', page.name, language),
    widgets: (page.tabs?.[0]?.widgets ?? []).flatMap(({ title, position, configuration }) => {
      if (!position) return [];
      const { row, column, rowSpan, columnSpan } = position;
      const identifier = configuration.frontComponentUniversalIdentifier;
      const component = identifier ? (componentOf(workspace.manifest, identifier)?.name ?? null) : null;
      const translated = translate('pageLayoutWidget.title', title, language);
      return [{ title: translated, row, column, rowSpan, columnSpan, component }];
    }),
  };
};

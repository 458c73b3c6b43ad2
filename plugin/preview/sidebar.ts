import type { Language } from '../../objects/taxonomy/types.ts';
import type { Workspace } from '../embedded/workspace.ts';
import { layoutOf, type ManifestNavigationItem } from './layout.ts';
import { STOCK_OBJECTS, STOCK_SIDEBAR } from './stock.ts';
import { translate } from './translate.ts';
import type { Viewer } from './viewer.ts';

export interface SidebarLine {
  readonly name: string;
  /** What a view is of: Twenty writes it behind the name. */
  readonly of: string | null;
}

export interface SidebarEntry {
  readonly name: string;
  /** The lines of a folder; null for an entry that is none. */
  readonly lines: readonly SidebarLine[] | null;
}

const byPosition = (left: { readonly position: number }, right: { readonly position: number }): number =>
  left.position - right.position;

/** The object of an entry's view; undefined for what shows no object. */
const objectOf = (workspace: Workspace, { viewUniversalIdentifier }: ManifestNavigationItem) => {
  const view = layoutOf(workspace.manifest).views.find((one) => one.universalIdentifier === viewUniversalIdentifier);
  return view && { view, object: workspace.model.byIdentifier.get(view.objectUniversalIdentifier) };
};

const lineOf = (workspace: Workspace, item: ManifestNavigationItem, language: Language): SidebarLine => {
  const found = objectOf(workspace, item);
  // Twenty shows a view by the view's own name.
  if (!found) return { name: translate('navigationMenuItem.name', item.name ?? '', language), of: null };
  const stock = STOCK_OBJECTS[found.object?.nameSingular ?? ''];
  const label = translate('objectMetadata.labelSingular', found.object?.label ?? '', language);
  return { name: translate('view.name', found.view.name, language), of: stock?.[language] ?? label };
};

/** Twenty leaves out views of objects the role may not read, and folders without anything left in them. */
const isSeen =
  (workspace: Workspace, { accessTo }: Viewer) =>
  (item: ManifestNavigationItem): boolean => {
    const object = objectOf(workspace, item)?.object;
    return !object || accessTo(object).canRead;
  };

/** The sidebar of whoever looks, made of the built manifest. */
export const sidebarOf = (workspace: Workspace, viewer: Viewer): readonly SidebarEntry[] => {
  const { language } = viewer;
  const items = layoutOf(workspace.manifest).navigationMenuItems.filter(isSeen(workspace, viewer)).toSorted(byPosition);
  const ours = items
    .filter((item) => !item.folderUniversalIdentifier)
    .map((item) => {
      const lines = items
        .filter((one) => one.folderUniversalIdentifier === item.universalIdentifier)
        .map((one) => lineOf(workspace, one, language));
      return {
        ...lineOf(workspace, item, language),
        position: item.position,
        lines: item.type === 'FOLDER' ? lines : null,
      };
    })
    .filter(({ lines }) => lines === null || lines.length > 0);
  const stock = STOCK_SIDEBAR.map(({ name, position }) => ({ name: name[language], position, lines: null }));
  return [...stock, ...ours].toSorted(byPosition).map(({ name, lines }) => ({ name, lines }));
};

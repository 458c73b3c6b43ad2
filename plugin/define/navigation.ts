import type { defineNavigationMenuItem } from 'twenty-sdk/define';
import { NavigationMenuItemType } from 'twenty-sdk/define';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { type ObjectName, objectEntry } from '../../objects/taxonomy/index.ts';
import { type SidebarEntry, sidebar, sidebarFolder } from '../navigation/sidebar-table.ts';
import { registerName } from '../views/register-names.ts';
import { tableViewIdentifier } from './table-view.ts';

export type NavigationConfig = Parameters<typeof defineNavigationMenuItem>[0];

/** The folder "Tag policy" was the first, when there was one alone. */
const folderIdentifier = (key: string): string =>
  universalIdentifier('navigationMenuItem', key === 'policy' ? 'folder' : `folder.${key}`);

/** Below Twenty's own entries, which count up from 0, so that nobody's home page becomes one of ours. */
const BELOW_THE_STOCK_ENTRIES = 100;

/** A folder of the sidebar. */
export const folderConfig = (key: string): NavigationConfig => {
  const folder = sidebarFolder(key);
  return {
    universalIdentifier: folderIdentifier(key),
    type: NavigationMenuItemType.FOLDER,
    name: folder.name.en,
    icon: folder.icon,
    position: BELOW_THE_STOCK_ENTRIES + sidebar.indexOf(folder),
  };
};

/** Where an entry stands: its folder, and its place there. @throws Error for one that has no place. */
export const placeOf = (
  kind: SidebarEntry['kind'],
  key: string,
): Pick<NavigationConfig, 'folderUniversalIdentifier' | 'position'> => {
  for (const folder of sidebar) {
    const position = folder.entries.findIndex((entry) => entry.kind === kind && entry.key === key);
    if (position >= 0) return { folderUniversalIdentifier: folderIdentifier(folder.key), position };
  }
  throw new Error(`${key} has no place in plugin/navigation/sidebar-table.ts`);
};

/** An object's table in its folder. */
export const registerItemConfig = (object: ObjectName): NavigationConfig => ({
  universalIdentifier: universalIdentifier('navigationMenuItem', object),
  type: NavigationMenuItemType.VIEW,
  // Twenty shows the name of the view.
  name: registerName(object).en,
  icon: objectEntry(object).icon,
  ...placeOf('REGISTER', object),
  viewUniversalIdentifier: tableViewIdentifier(object),
});

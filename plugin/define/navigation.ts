import type { defineNavigationMenuItem } from 'twenty-sdk/define';
import { NavigationMenuItemType } from 'twenty-sdk/define';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { type ObjectName, objectEntry } from '../../objects/taxonomy/index.ts';
import { tableViewIdentifier } from './table-view.ts';

export type NavigationConfig = Parameters<typeof defineNavigationMenuItem>[0];

/** Identifier of the sidebar folder. */
export const FOLDER_IDENTIFIER = universalIdentifier('navigationMenuItem', 'folder');

/** The sidebar's "Tag policy" folder. */
export const folderConfig = (): NavigationConfig => ({
  universalIdentifier: FOLDER_IDENTIFIER,
  type: NavigationMenuItemType.FOLDER,
  name: 'Tag policy',
  icon: 'IconTags',
  position: 0,
});

/** Whole tables stand below the views people work in. */
const BELOW_THE_VIEWS = 100;

/** An object's table in the folder. */
export const viewItemConfig = (object: ObjectName, position: number): NavigationConfig => ({
  universalIdentifier: universalIdentifier('navigationMenuItem', object),
  type: NavigationMenuItemType.VIEW,
  name: objectEntry(object).labelPlural.en,
  icon: objectEntry(object).icon,
  position: BELOW_THE_VIEWS + position,
  folderUniversalIdentifier: FOLDER_IDENTIFIER,
  viewUniversalIdentifier: tableViewIdentifier(object),
});

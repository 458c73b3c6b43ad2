import type { ManifestCommand, ManifestNavigationItem, ManifestSettingsItem } from '../manifest.ts';
import { type Finding, type Rule, refused, repeated } from './rule.ts';
import type { Site } from './site.ts';

type Says = readonly [what: string, remedy: string] | undefined;

const eachItem = (code: string, name: string, judge: (item: ManifestNavigationItem, site: Site) => Says): Rule =>
  refused('navigationMenuItem', code, name, (site) =>
    (site.manifest.navigationMenuItems ?? []).flatMap((item): readonly Finding[] => {
      const said = judge(item, site);
      if (!said) return [];
      const [what, remedy] = said;
      return [
        { subject: { universalIdentifier: item.universalIdentifier }, where: `sidebar, ${item.name}`, what, remedy },
      ];
    }),
  );

const eachCommand = (name: string, judge: (command: ManifestCommand, site: Site) => Says): Rule =>
  refused('commandMenuItem', 'INVALID_COMMAND_MENU_ITEM_INPUT', name, (site) =>
    (site.manifest.commandMenuItems ?? []).flatMap((command): readonly Finding[] => {
      const said = judge(command, site);
      if (!said) return [];
      const [what, remedy] = said;
      const { universalIdentifier, label } = command;
      return [{ subject: { universalIdentifier, label }, where: `command ${label}`, what, remedy }];
    }),
  );

const settingsItems = (site: Site): readonly ManifestSettingsItem[] => site.manifest.settingsMenuItems ?? [];

const eachSetting = (code: string, name: string, judge: (item: ManifestSettingsItem, site: Site) => Says): Rule =>
  refused('settingsMenuItem', code, name, (site) =>
    settingsItems(site).flatMap((item): readonly Finding[] => {
      const said = judge(item, site);
      if (!said) return [];
      const [what, remedy] = said;
      const { universalIdentifier, title } = item;
      return [{ subject: { universalIdentifier, title }, where: `settings page ${title}`, what, remedy }];
    }),
  );

const parentOf = (item: ManifestNavigationItem | undefined, site: Site): ManifestNavigationItem | undefined =>
  (site.manifest.navigationMenuItems ?? []).find((one) => one.universalIdentifier === item?.folderUniversalIdentifier);

/** What each type of item must name, and whether it does. */
const TARGETS: Readonly<Record<string, (item: ManifestNavigationItem, site: Site) => boolean>> = {
  FOLDER: ({ name }) => (name ?? '').trim() !== '',
  OBJECT: ({ targetObjectUniversalIdentifier: target }, site) => site.objects.has(target ?? ''),
  VIEW: ({ viewUniversalIdentifier: view }, site) => site.viewOf(view) !== undefined,
  PAGE_LAYOUT: ({ pageLayoutUniversalIdentifier: page }, site) => site.pages.has(page ?? ''),
  LINK: ({ link }) => (link ?? '') !== '',
};

const INVALID_ITEM = 'INVALID_NAVIGATION_MENU_ITEM_INPUT';

export const menuRules: readonly Rule[] = [
  eachItem(INVALID_ITEM, 'what an item of the sidebar leads to', (item, site) => {
    const leads = TARGETS[item.type ?? ''];
    if (!leads) return [`its type ${item.type} is none`, `take one of ${Object.keys(TARGETS).join(', ')}`];
    return leads(item, site)
      ? undefined
      : [`as a ${item.type} it leads nowhere`, 'name what it leads to; a folder, itself'];
  }),
  eachItem(INVALID_ITEM, 'places in the sidebar', ({ position }) =>
    position === undefined || Number.isFinite(position) ? undefined : ['its position is no number', 'count'],
  ),
  eachItem('NAVIGATION_MENU_ITEM_NOT_FOUND', 'the folder of an item', (item, site) =>
    !item.folderUniversalIdentifier || parentOf(item, site)
      ? undefined
      : ['its folder is none', 'name a folder of the application'],
  ),
  eachItem('CIRCULAR_DEPENDENCY', 'folders in a circle', (item, site) => {
    const parent = parentOf(item, site);
    return parent && (parent === item || parentOf(parent, site) === item)
      ? ['it stands in itself', 'let one of the folders stand alone']
      : undefined;
  }),
  eachItem('MAX_DEPTH_EXCEEDED', 'folders in two levels', (item, site) =>
    parentOf(parentOf(item, site), site) ? ['it stands in a folder in a folder', 'two levels are the most'] : undefined,
  ),
  eachCommand('a command has a label', ({ label }) => (label ? undefined : ['it has no label', 'give it one'])),
  eachCommand('what a command runs', ({ frontComponentUniversalIdentifier: component }, site) =>
    site.hasFrontComponent(component) ? undefined : ['it runs nothing', 'name a front component of the application'],
  ),
  eachCommand('the object of a command', ({ availabilityObjectUniversalIdentifier: object }, site) =>
    !object || site.objects.has(object) ? undefined : ['it is for an object that is none', 'name one that is there'],
  ),
  eachSetting('INVALID_SETTINGS_MENU_ITEM_INPUT', 'a settings page has a title', ({ title }) =>
    title ? undefined : ['it has no title', 'give it one'],
  ),
  eachSetting('RESERVED_SETTINGS_MENU_ITEM_TITLE', "titles that are Twenty's own", ({ title = '' }) =>
    title.trim().toLowerCase() === 'general'
      ? [`"${title}" is the title of Twenty's own page`, 'choose another']
      : undefined,
  ),
  eachSetting(
    'SETTINGS_MENU_ITEM_FRONT_COMPONENT_NOT_FOUND',
    'what a settings page shows',
    ({ frontComponentUniversalIdentifier: component }, site) =>
      site.hasFrontComponent(component) ? undefined : ['it shows nothing', 'name a front component of the application'],
  ),
  eachSetting('SETTINGS_MENU_ITEM_POSITION_ALREADY_TAKEN', 'places of settings pages', (item, site) =>
    repeated(settingsItems(site), ({ scope, position = 0 }) => `${scope} ${position}`).includes(item)
      ? ['another page has its place', 'give each page of a scope a position of its own']
      : undefined,
  ),
];

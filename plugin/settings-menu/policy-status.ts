import { defineSettingsMenuItem } from 'twenty-sdk/define';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { dashboard } from '../dashboards/dashboard-table.ts';
import { FRONT_COMPONENTS } from '../front-components/identifiers.ts';

const { name, icon } = dashboard('status');

/** The status page once more where an administrator looks first: a page of the application's own settings. */
export default defineSettingsMenuItem({
  universalIdentifier: universalIdentifier('settingsMenuItem', 'policy-status'),
  frontComponentUniversalIdentifier: FRONT_COMPONENTS.status,
  title: name.en,
  icon,
  scope: 'WORKSPACE',
});

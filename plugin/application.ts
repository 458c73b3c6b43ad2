import { defineApplication, FieldType } from 'twenty-sdk/define';
import { policyLanguage } from '../objects/define/policy-language.ts';
import { universalIdentifier } from '../objects/define/universal-identifier.ts';
import { type SettingEntry, settingEntries } from '../workflows/setting-entries.ts';
import { APPLICATION_IDENTIFIER } from './application-identifier.ts';
import { OPTION_WORDS, SETTING_WORDS } from './settings-words.ts';

/** Twenty's catalogs do not translate variables. */
const language = policyLanguage();

/** What the application writes is in the language of the labels it was built with, until an admin decides otherwise. */
const defaultOf = ({ name, value }: SettingEntry): string => (name === 'NOTICE_LANGUAGE' ? language : value);

const typeOf = (setting: (typeof settingEntries)[number]) =>
  'options' in setting
    ? {
        type: FieldType.SELECT as const,
        options: setting.options.map((value) => ({ value, label: OPTION_WORDS[value][language] })),
      }
    : { type: FieldType.TEXT as const };

const variables = Object.fromEntries(
  settingEntries.map((setting) => [
    setting.name,
    {
      universalIdentifier: universalIdentifier('applicationVariable', setting.name),
      label: SETTING_WORDS[setting.name].label[language],
      description: SETTING_WORDS[setting.name].description[language],
      ...typeOf(setting),
      value: defaultOf(setting),
      isRequired: true,
    },
  ]),
);

export default defineApplication({
  universalIdentifier: APPLICATION_IDENTIFIER,
  displayName: 'Tag Policy',
  description:
    "Keeps the sales team's tag policy inside Twenty: standard tags and picklists for customers, opportunities, products and team members, required by stage, checked on time and reviewed by a second pair of eyes.",
  category: 'Sales',
  author: 'Tag Policy contributors',
  logo: 'public/logo.svg',
  applicationVariables: variables,
});

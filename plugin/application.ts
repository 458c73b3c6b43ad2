import { defineApplication, FieldType } from 'twenty-sdk/define';
import { policyLanguage } from '../objects/define/policy-language.ts';
import { universalIdentifier } from '../objects/define/universal-identifier.ts';
import { APPLICATION_IDENTIFIER } from './application-identifier.ts';
import { type SettingEntry, settingEntries } from './settings.ts';

/** What the application writes is in the language of the labels it was built with, until an admin decides otherwise. */
const defaultOf = ({ name, value }: SettingEntry): string => (name === 'NOTICE_LANGUAGE' ? policyLanguage() : value);

const variables = Object.fromEntries(
  settingEntries.map((setting) => [
    setting.name,
    {
      universalIdentifier: universalIdentifier('applicationVariable', setting.name),
      label: setting.label,
      description: setting.description,
      type: setting.options ? (FieldType.SELECT as const) : (FieldType.TEXT as const),
      ...(setting.options ? { options: [...setting.options] } : {}),
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

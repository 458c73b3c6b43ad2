import { afterEach, describe, expect, it, vi } from 'vitest';
import { fieldConfig } from '../../objects/define/field.ts';
import { demandEnglishBuild, languageOfBuild, policyLanguage } from '../../objects/define/policy-language.ts';
import { addedFieldsOf, LANGUAGES, type Language, OBJECT_NAMES } from '../../objects/taxonomy/index.ts';
import { roleConfig } from '../../plugin/define/role.ts';
import { roleEntries, roleLabel } from '../../plugin/roles/role-table.ts';
import { SETTING_WORDS } from '../../plugin/settings-words.ts';
import { readSettings } from '../../workflows/settings.ts';

interface Option {
  readonly id: string;
  readonly value: string;
  readonly label: string;
}

const fields = OBJECT_NAMES.flatMap((object) => addedFieldsOf(object));
const optionsOf = (config: object): readonly Option[] => (config as { options?: readonly Option[] }).options ?? [];

/** Everything the build takes from the language, as built in one. */
const builtIn = async (language: Language) => {
  vi.stubEnv('TAG_POLICY_LANGUAGE', language);
  vi.resetModules();
  const { default: application } = await import('../../plugin/application.ts');
  return {
    fields: fields.map((tag) => fieldConfig(tag.object, tag.name)),
    roles: roleEntries.map(({ key }) => roleConfig(key)),
    application: application.config,
  };
};

const identifiers = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && (key === 'id' || key.endsWith('niversalIdentifier')) ? [inner] : identifiers(inner),
  );
};

afterEach(() => vi.unstubAllEnvs());

describe('the language of what is stored in words', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    [' ', 'en'],
    ['en', 'en'],
    ['EN', 'en'],
    ['zh-CN', 'zh-CN'],
    [' zh-cn ', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
  ])('%j asks for %s', (value, language) => {
    expect(policyLanguage({ TAG_POLICY_LANGUAGE: value })).toBe(language);
  });

  it.each(['fr', 'zh', 'zh-HK', 'en-US', '中文'])('%s is refused, and what may be given is said', (value) => {
    expect(() => policyLanguage({ TAG_POLICY_LANGUAGE: value })).toThrow(
      `TAG_POLICY_LANGUAGE is "${value}"; give one of en, zh-CN, zh-TW, or leave it out for English`,
    );
  });

  it('is English unless it is chosen, for labels and for what the application writes alike', () => {
    expect(readSettings({}).settings.noticeLanguage).toBe(policyLanguage({}));
  });
});

describe.each(LANGUAGES)('built in %s', (language) => {
  it('options and roles are labelled in it, fields in English, which the catalogs translate', async () => {
    const built = await builtIn(language);
    for (const [at, tag] of fields.entries()) {
      const config = built.fields[at] ?? {};
      expect(optionsOf(config).map(({ label }) => label)).toEqual(
        (tag.options ?? []).map((option) => option.label[language]),
      );
      expect(config).toMatchObject({ label: tag.label.en, description: tag.description.en });
    }
    expect(built.roles.map(({ label, description }) => [label, description])).toEqual(
      roleEntries.map((role) => [roleLabel(role, language), role.description[language]]),
    );
  });

  it('what the application writes is in it too, unless an admin decides otherwise', async () => {
    const { application } = await builtIn(language);
    const variables = application.applicationVariables ?? {};
    expect(variables.NOTICE_LANGUAGE).toMatchObject({ value: language });
    expect(Object.entries(variables).map(([name, { label }]) => [name, label])).toEqual(
      Object.entries(SETTING_WORDS).map(([name, { label }]) => [name, label[language]]),
    );
    expect(languageOfBuild({ application })).toBe(language);
  });

  it('every label is one Twenty takes', async () => {
    for (const config of (await builtIn(language)).fields) {
      const options = optionsOf(config);
      for (const { label, value } of options) expect(label, value).toMatch(/^[^,]{1,63}$/);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
  });

  it('every identifier is the same, those of options among them', async () => {
    expect(identifiers(await builtIn(language))).toEqual(identifiers(await builtIn('en')));
  });
});

describe('what is kept of a build in the repository', () => {
  const builtWith = (value: unknown) => ({ application: { applicationVariables: { NOTICE_LANGUAGE: { value } } } });

  it('comes of an English one', () => {
    expect(() => demandEnglishBuild(builtWith('en'))).not.toThrow();
    expect(() => demandEnglishBuild(builtWith('zh-TW'))).toThrow('The last build is in zh-TW');
    expect(() => demandEnglishBuild({})).toThrow('no known language');
  });
});

import { LANGUAGES, type Language } from '../taxonomy/types.ts';

const NAME = 'TAG_POLICY_LANGUAGE';

/**
 * The one language of what a workspace stores in words and Twenty's catalogs do not translate for each reader: labels of
 * options, names of roles, and the default of the setting for what the application writes. Chosen by the environment
 * when the application is built; English, the source language of everything else, unless it says otherwise.
 * @throws Error when it names no language the product speaks
 */
export const policyLanguage = (environment: Readonly<Record<string, string | undefined>> = process.env): Language => {
  const wanted = environment[NAME]?.trim() ?? '';
  if (wanted === '') return 'en';
  const language = LANGUAGES.find((one) => one.toLowerCase() === wanted.toLowerCase().replaceAll('_', '-'));
  if (!language)
    throw new Error(`${NAME} is "${wanted}"; give one of ${LANGUAGES.join(', ')}, or leave it out for English`);
  return language;
};

interface Built {
  readonly application?: {
    readonly applicationVariables?: Readonly<Record<string, { readonly value?: unknown } | undefined>>;
  };
}

/** The language a manifest was built in; undefined when it does not say. */
export const languageOfBuild = (manifest: unknown): Language | undefined => {
  const value = (manifest as Built).application?.applicationVariables?.NOTICE_LANGUAGE?.value;
  return LANGUAGES.find((language) => language === value);
};

/**
 * What is made from a build and kept in the repository, names and catalogs, is made from the English one.
 * @throws Error for a manifest built in another language
 */
export const demandEnglishBuild = (manifest: unknown): void => {
  const language = languageOfBuild(manifest);
  if (language !== 'en')
    throw new Error(`The last build is in ${language ?? 'no known language'}; build without ${NAME} first`);
};

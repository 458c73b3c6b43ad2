import en from '../../locales/en.json' with { type: 'json' };
import zhCN from '../../locales/zh-CN.json' with { type: 'json' };
import zhTW from '../../locales/zh-TW.json' with { type: 'json' };
import type { Language } from '../../objects/taxonomy/types.ts';

/** Strings of a manifest that Twenty translates, by what they name. */
export type Translated = keyof typeof en;

const CATALOGS: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/** A string of the manifest in the language of whoever looks, by the application's catalogs as Twenty does it. */
export const translate = (kind: Translated, text: string, language: Language): string =>
  CATALOGS[language][kind]?.[text] ?? text;

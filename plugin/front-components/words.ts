import type { Language } from '../../objects/taxonomy/types.ts';
import { fill } from './fill.ts';
import en from './words/en.json' with { type: 'json' };
import zhCN from './words/zh-CN.json' with { type: 'json' };
import zhTW from './words/zh-TW.json' with { type: 'json' };

/** What panels and commands say. */
export type WordKey = keyof typeof en;

/** One catalog a language; a test proves that each has every word. */
export const wordCatalogs: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/** Says something in one language, its places filled. */
export type Say = (key: WordKey, data?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, data = {}) =>
    fill(wordCatalogs[language][key], data);

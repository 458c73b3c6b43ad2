import type { Language } from '../../objects/taxonomy/types.ts';
import en from './phrases/en.json' with { type: 'json' };
import zhCN from './phrases/zh-CN.json' with { type: 'json' };
import zhTW from './phrases/zh-TW.json' with { type: 'json' };

/** What the application writes beside problems: results, refusals, log entries, tasks, notices. */
export type PhraseKey = keyof typeof en;

/** One catalog a language; a test proves that each has every phrase. */
export const phraseCatalogs: Readonly<Record<Language, Readonly<Record<PhraseKey, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/** How a language strings names together. */
export const LIST_SEPARATORS: Readonly<Record<Language, string>> = { en: ', ', 'zh-CN': '、', 'zh-TW': '、' };

/** A phrase with its places filled: `{record}` by `data.record`. A place without a datum is left empty. */
export const phrase = (
  key: PhraseKey,
  language: Language,
  data: Readonly<Record<string, string | number>> = {},
): string => phraseCatalogs[language][key].replace(/\{(\w+)\}/g, (_place, name: string) => String(data[name] ?? ''));

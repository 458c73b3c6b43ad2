import type { Language } from '../../objects/taxonomy/types.ts';
import en from './faults/en.json' with { type: 'json' };
import zhCN from './faults/zh-CN.json' with { type: 'json' };
import zhTW from './faults/zh-TW.json' with { type: 'json' };
import { LIST_SEPARATORS } from './phrase.ts';

/** What can be wrong with a request of a workflow, a panel or a command. */
export type FaultCode = keyof typeof en;
export type FaultData = Readonly<Record<string, string | number | readonly string[]>>;

/** One catalog a language; a test proves that each has every fault. */
export const faultCatalogs: Readonly<Record<Language, Readonly<Record<FaultCode, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/** A fault in words that say what to do about it. */
export const faultText = (code: FaultCode, language: Language, data: FaultData = {}): string =>
  faultCatalogs[language][code].replace(/\{(\w+)\}/g, (_place, name: string) => {
    const datum = data[name] ?? '';
    return typeof datum === 'object' ? datum.join(LIST_SEPARATORS[language]) : String(datum);
  });

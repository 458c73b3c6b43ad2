import type { Language } from '../../objects/taxonomy/types.ts';
import type { ProblemCode } from '../rules/problem.ts';
import en from './mending/en.json' with { type: 'json' };
import zhCN from './mending/zh-CN.json' with { type: 'json' };
import zhTW from './mending/zh-TW.json' with { type: 'json' };

/** How each problem is mended, one catalog a language. */
export const mendingCatalogs: Readonly<Record<Language, Readonly<Record<ProblemCode, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

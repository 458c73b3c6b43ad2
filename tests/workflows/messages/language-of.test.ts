import { expect, it } from 'vitest';
import { languageOf } from '../../../workflows/messages/language-of.ts';

it.each([
  ['en', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh_Hant_HK', 'zh-TW'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['fr-FR', 'en'],
  ['pseudo-en', 'en'],
  ['zhe', 'en'],
  ['', 'zh-TW'],
  [' ', 'zh-TW'],
])('speaks to a person of the locale "%s" in %s', (locale, language) => {
  expect(languageOf(locale, 'zh-TW')).toBe(language);
});

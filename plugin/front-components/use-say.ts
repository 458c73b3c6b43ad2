import { useMemo } from 'react';
import { useLocale } from 'twenty-sdk/front-component';
import type { Language } from '../../objects/taxonomy/types.ts';
import { languageOf } from '../../workflows/messages/language-of.ts';
import { type Say, sayIn } from './words.ts';

/** The language of the page, and its words. */
export const useSay = (): { readonly language: Language; readonly say: Say } => {
  const language = languageOf(useLocale() ?? '', 'en');
  return useMemo(() => ({ language, say: sayIn(language) }), [language]);
};

import { LANGUAGES, type Language } from '../../objects/taxonomy/types.ts';

/** Chinese as it is written in Taiwan, Hong Kong and Macau; all other is Simplified. */
const TRADITIONAL = /^zh-(?:tw|hk|mo|hant)(?:-|$)/;

/**
 * The language in which somebody of a locale is spoken to: their own, Chinese by its script, English where the product
 * does not speak theirs; `unset` where they have chosen none.
 */
export const languageOf = (locale: string, unset: Language): Language => {
  const wanted = locale.trim().toLowerCase().replaceAll('_', '-');
  if (wanted === '') return unset;
  const own = LANGUAGES.find((language) => language.toLowerCase() === wanted);
  if (own) return own;
  if (TRADITIONAL.test(wanted)) return 'zh-TW';
  return wanted === 'zh' || wanted.startsWith('zh-') ? 'zh-CN' : 'en';
};

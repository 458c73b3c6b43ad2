import { type Color, type Option, words } from './types.ts';

/** An option of a picklist, English first. */
export const option = (
  value: string,
  color: Color,
  en: string,
  zhCN: string,
  zhTW: string,
  aliases: readonly string[] = [],
): Option => ({ value, color, label: words(en, zhCN, zhTW), ...(aliases.length > 0 ? { aliases } : {}) });

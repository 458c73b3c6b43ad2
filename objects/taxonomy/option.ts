import { type Color, type Option, words } from './types.ts';

/** An option of a picklist, English first. */
export const option = <Value extends string>(
  value: Value,
  color: Color,
  en: string,
  zhCN: string,
  zhTW: string,
  aliases: readonly string[] = [],
): Option & { readonly value: Value } => ({
  value,
  color,
  label: words(en, zhCN, zhTW),
  ...(aliases.length > 0 ? { aliases } : {}),
});

/** What ends a list the policy leaves open (等): something else, which the record names in words. */
export const other = option('OTHER', 'gray', 'Other', '其他', '其他');

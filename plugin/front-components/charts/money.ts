import type { Language } from '../../../objects/taxonomy/types.ts';
import type { Money } from '../../../workflows/judgement/values.ts';

/** An amount as there is room for in a table: ¥1.2M, 120万. */
export const shortMoney = ({ amountMicros, currencyCode }: Money, language: Language): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currencyCode || 'CNY',
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format((amountMicros ?? 0) / 1_000_000);

import type { Language } from '../../../objects/taxonomy/types.ts';

/** A month, given by its first day, as people read it. */
export const monthName = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(month));

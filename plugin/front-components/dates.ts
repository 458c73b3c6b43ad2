import type { Language } from '../../objects/taxonomy/types.ts';

/** A date `YYYY-MM-DD` as people of a language write it. */
export const showDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** An instant in the policy's zone. */
export const showInstant = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));

/** What a `datetime-local` input holds, in the zone of whoever typed it, as an instant; null when it holds nothing. */
export const typedInstant = (typed: string): string | null => {
  const time = typed === '' ? Number.NaN : new Date(typed).getTime();
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};

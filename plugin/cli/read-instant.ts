import { readDate } from './read-date.ts';

/** A point in time written as people write dates, with its offset, in ISO 8601; what is none stays as it is. */
export const isoInstant = (text: string): string => {
  const { date, time, offset } = readDate(text) ?? {};
  return date && time && offset ? `${date}T${time}${offset}` : text;
};

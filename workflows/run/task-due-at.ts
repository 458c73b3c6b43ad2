/**
 * The instant Twenty's own task bears for a last day. Twenty keeps an instant and shows it in the zone of whoever looks:
 * the midnight that ends the day is the next day in Shanghai, and its last minute the next day in Auckland. Ten in the
 * morning UTC is the same calendar day from UTC-10 (Honolulu, 00:00) to UTC+13 (Auckland in summer, 23:00), and 18:00 in
 * Shanghai. Whether the matter is overdue is for the rules, by the instant the day really ends.
 */
export const taskDueAt = (lastDay: string): string => `${lastDay}T10:00:00.000Z`;

/** An order of texts by their characters alone, the same in every language: for instants, days and ids. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

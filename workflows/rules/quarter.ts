/** The calendar quarter a date `YYYY-MM-DD` lies in, as `2026Q4`; comparable as text. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}Q${Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1}`;

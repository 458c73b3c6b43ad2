/** The later of two instants, as it is spelled. ISO 8601. */
export const laterInstant = (left: string | null, right: string): string =>
  left !== null && Date.parse(left) > Date.parse(right) ? left : right;

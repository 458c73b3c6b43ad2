/** One measured figure, with its goal where there is one. */
export interface Figure {
  readonly group: 'rules' | 'calendar' | 'start' | 'first event';
  readonly name: string;
  readonly value: number;
  readonly unit: '/s' | 'ms' | 'x';
  /** What the figure is held against, for people. */
  readonly beside?: string;
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Whether a figure meets its goal; null when it has none. */
export const isMet = ({ value, goal }: Figure): boolean | null => {
  if (!goal) return null;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
};

/** The middle value; of an even number, the lower of the two in the middle. */
export const medianOf = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

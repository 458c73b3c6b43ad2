const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A person's name as people write it: the family name first where it is in Chinese. */
export const personName = (name: unknown): string => {
  const { firstName, lastName } = (name ?? {}) as { firstName?: unknown; lastName?: unknown };
  const [first, last] = [text(firstName), text(lastName)];
  return /[a-z]/i.test(first + last) ? [first, last].filter(Boolean).join(' ') : last + first;
};

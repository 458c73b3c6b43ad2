/**
 * JSON with the keys of every object in one order. Postgres keeps `jsonb` keys in an order of its own, so what comes
 * back differs in spelling from what was written, never in meaning.
 */
export const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );

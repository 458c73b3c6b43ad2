/** Twenty leaves deleted records out of a list unless the filter asks about `deletedAt`; this one takes both. */
export const LIVE_OR_DELETED = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };

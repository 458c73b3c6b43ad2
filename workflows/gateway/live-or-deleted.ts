import type { TwentyRecord } from '../run/record-change.ts';

/** Twenty leaves deleted records out of a list unless the filter asks about `deletedAt`; this one takes both. */
export const LIVE_OR_DELETED = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };

/** Whether a record of such a list is not deleted. */
export const isLive = ({ deletedAt }: TwentyRecord): boolean => typeof deletedAt !== 'string';

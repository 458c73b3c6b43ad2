import { changedFields } from '../entries/changed-fields.ts';
import type { RecordChange } from '../run/record-change.ts';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

const wakingOf: Readonly<Record<string, readonly string[] | undefined>> = wakingFields;

/**
 * Whether a change may concern a tag: a third of what wakes the hooks is what they wrote themselves, and is told from
 * the rest without reading taxonomy and rules.
 */
export const mayConcern = (change: RecordChange): boolean =>
  change.action !== 'updated' || changedFields(change, wakingOf[change.object] ?? []).length > 0;

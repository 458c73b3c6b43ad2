import { CHECK_GROUPS } from '../../objects/taxonomy/check-groups.ts';
import { isObject, kept, type Slice, text } from '../memory/slice.ts';
import type { Confirmations } from './judge-groups.ts';

/** What is remembered of the checks. */
export interface ChecksMemory {
  /** From when checks count: the record's creation, or the day the application was installed. ISO 8601. */
  readonly since: string;
  /** The last missed check that is in the log, `YYYY-MM-DD`. */
  readonly missedUntil?: string;
  /** The product is under checks, which a setting switches on and off. */
  readonly isChecked?: true;
  /** Groups confirmed by themselves, until all of them are. */
  readonly checkedGroups?: Confirmations;
}

const confirmationsIn = (value: unknown): Confirmations | undefined => {
  if (!isObject(value)) return undefined;
  const entries = CHECK_GROUPS.flatMap((group) => {
    const one = value[group];
    return isObject(one) && typeof one.at === 'string' ? [[group, { at: one.at, by: text(one.by) ?? null }]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

export const checksMemory: Slice<ChecksMemory> = (stored) =>
  kept({
    since: typeof stored.since === 'string' ? stored.since : '',
    missedUntil: text(stored.missedUntil),
    isChecked: stored.isChecked === true ? (true as const) : undefined,
    checkedGroups: confirmationsIn(stored.checkedGroups),
  });

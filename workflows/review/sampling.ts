import { hash32 } from '../rules/digest.ts';
import type { Run } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';

/**
 * Whether the entries of one day on a record are among the share that is reviewed though they need not be (A20). It
 * follows from the record and the day alone: neither the order of events nor a second run changes it, and nobody who
 * enters can tell before.
 */
export const isInSample = (recordId: string, day: string, percent: number): boolean =>
  hash32(`review:${recordId}:${day}`) % 100 < percent;

/** Whether what was entered must be reviewed: a new customer, a major change, and a share of the rest (4.3.1, A20). */
export const isSelected = (run: Run, { object, id, isFirst, changes, fresh, entry }: Subject): boolean => {
  if (object === 'company' && isFirst && !run.isInstalling) return true;
  if (changes.some(({ tag }) => tag.majorChange !== undefined)) return true;
  const at = fresh?.at ?? entry?.at ?? run.now.toISOString();
  return isInSample(id, run.calendar.dateOf(at), run.settings.reviewSample);
};

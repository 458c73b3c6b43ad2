import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { appealEnd } from './follow-assessment.ts';

/** Whether an assessment can be appealed against now; why not, where it cannot. */
export const appealFault = (run: Run, record: TwentyRecord): 'APPEAL_NOT_OPEN' | 'APPEAL_TOO_LATE' | null => {
  if (record.judgedStatus !== 'CONFIRMED') return 'APPEAL_NOT_OPEN';
  const end = appealEnd(run, record);
  return end !== null && run.now < end ? null : 'APPEAL_TOO_LATE';
};

/** What an appeal changes: what was counted follows what is corrected from now on, until a supervisor has decided. */
export const appealPatch = (run: Run, record: TwentyRecord, appeal: string): Patch => ({
  id: idOf(record),
  fields: { status: 'APPEALED', judgedStatus: 'APPEALED', appeal, appealedAt: run.now.toISOString() },
});

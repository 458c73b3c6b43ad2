import type { Completion } from '../completion/completion-memory.ts';
import { completionState } from '../completion/judge-completion.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { nextBaseline, readBaseline } from './baseline.ts';

/** Gives a record that waits the day from which on it is asked for what it lacks; the next judgement goes by it. */
export const giveTurn = (run: Run, record: TwentyRecord, opensOn: string): Patch | null => {
  const old = readBaseline(record.tagBaseline);
  if (!old || old.completion) return null;
  const dueOn = run.calendar.addWorkdays(opensOn, run.settings.completionDays);
  const completion: Completion = { key: String(old.version), dueOn, opensOn };
  const { version: _version, ...rest } = old;
  return {
    id: idOf(record),
    fields: {
      tagCompleteBy: dueOn,
      tagCompletionState: completionState(completion, run.now, run.calendar),
      tagBaseline: nextBaseline(old, { ...rest, completion }),
    },
  };
};

import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';

/** Who has the tasks of a notice: who updates the tags, and their manager. */
export interface Holders {
  readonly assigneeId: string | null;
  readonly managerId: string | null;
}

export const holdersOf = (run: Run, assigneeId: string | null): Holders => ({
  assigneeId,
  managerId: run.roster.managerOf(assigneeId),
});

/** The holders as a notice keeps them: whoever leaves the workspace is gone from its relations. */
export const writeHolders = ({ assigneeId, managerId }: Holders): string => `${assigneeId ?? ''}|${managerId ?? ''}`;

/** Who had the tasks when the notice was last judged; undefined when that is not known. */
export const readHolders = ({ heldBy }: TwentyRecord): Holders | undefined => {
  const kept = textOrNull(heldBy);
  if (kept === null) return undefined;
  const [assigneeId = null, managerId = null] = kept.split('|').map(textOrNull);
  return { assigneeId, managerId };
};

import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { Plan } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Patch, Snapshot } from '../run/snapshot.ts';

const patched = (record: TwentyRecord, patch: Patch | undefined): TwentyRecord => ({ ...record, ...patch?.fields });

/** A subject as it stands when the plan is written; undefined when the snapshot does not hold it. */
export const standingOf = (
  snapshot: Snapshot,
  plan: Plan,
  object: GovernedObject,
  id: string,
): TwentyRecord | undefined => {
  const record = snapshot.subjects[object].find((one) => one.id === id);
  return (
    record &&
    patched(
      record,
      (plan.subjects[object] ?? []).find((patch) => patch.id === id),
    )
  );
};

/** A notice as it stands when the plan is written. */
export const noticeStanding = (notice: TwentyRecord, plan: Plan): TwentyRecord =>
  patched(
    notice,
    plan.notices.find((patch) => patch.id === notice.id),
  );

import { assessedPeople } from '../assessment/people.ts';
import { surroundingQueries, surroundingsOf } from '../gateway/load.ts';
import { readNamed } from '../gateway/read.ts';
import { type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { INSPECTION_SELECTION } from '../gateway/selection.ts';
import { loadNumbers, rectificationsById } from '../gateway/supervision.ts';
import { writePlan } from '../gateway/write.ts';
import { startRun } from '../pipeline/start-run.ts';
import { mergeDraft } from '../run/plan.ts';
import type { RecordChange } from '../run/record-change.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import type { SaidOf } from '../supervision/follow-rectification.ts';
import { planInspections } from '../supervision/plan-inspections.ts';
import { planRectifications } from '../supervision/plan-rectifications.ts';
import { readEnvironment } from './environment.ts';

/** Who answered and who looked again, as the events tell; the latest of several. */
const saidOf = (changes: readonly RecordChange[]): ReadonlyMap<string, SaidOf> => {
  const said = new Map<string, SaidOf>();
  for (const { recordId, before, after, memberId, at } of [...changes].sort(
    (left, right) => Date.parse(left.at) - Date.parse(right.at),
  )) {
    const one = { by: memberId, at };
    const isChanged = (field: string): boolean => (before?.[field] ?? null) !== (after?.[field] ?? null);
    said.set(recordId, {
      ...said.get(recordId),
      ...(isChanged('response') ? { answer: one } : {}),
      ...(isChanged('recheck') ? { recheck: one } : {}),
    });
  }
  return said;
};

const idsOf = (changes: readonly RecordChange[], object: string): readonly string[] => [
  ...new Set(changes.filter((change) => change.object === object).map(({ recordId }) => recordId)),
];

/** Follows what people wrote on inspections and rectification notices. */
export const judgeSupervision = async (changes: readonly RecordChange[]): Promise<FollowResult> => {
  const { client, settings, now } = readEnvironment();
  if (settings.isPaused) return NOTHING;
  const inspectionIds = idsOf(changes, 'tagInspection');
  const months = new Set(changes.map(({ after }) => String(after?.period ?? '')).filter(Boolean));
  const noticeIds = idsOf(changes, 'tagRectification');
  const lists = await readNamed(client, {
    ...surroundingQueries,
    inspections: {
      object: 'tagInspection',
      filter:
        inspectionIds.length > 0
          ? { or: [{ id: { in: inspectionIds } }, ...(months.size > 0 ? [{ period: { in: [...months] } }] : [])] }
          : null,
      selection: INSPECTION_SELECTION,
    },
    rectifications: {
      ...rectificationsById(noticeIds),
      filter: noticeIds.length > 0 ? { id: { in: noticeIds } } : null,
    },
  });
  const surroundings = await surroundingsOf(client, lists);
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const people = assessedPeople(surroundings.members, run.roster);
  const records = lists.rectifications ?? [];
  const numbers = records.some(({ issuedAt }) => !issuedAt) ? await loadNumbers(client, run.today.slice(0, 7)) : [];
  const plan = planInspections({ run, people, inspections: lists.inspections ?? [] });
  mergeDraft(plan, planRectifications({ run, people, records, numbers, said: saidOf(changes) }));
  const { written, failures } = await writePlan(client, plan);
  reportFailures(failures);
  return { judged: changes.length, written, failures: failures.length };
};

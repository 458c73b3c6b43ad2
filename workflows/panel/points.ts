import { CHECK_GROUPS, CHECK_POINTS, type CheckGroup, checkGroupLabel } from '../../objects/taxonomy/check-groups.ts';
import type { Language, Stage } from '../../objects/taxonomy/types.ts';
import { checkCadence } from '../checks/check-cadence.ts';
import type { ChecksMemory } from '../checks/checks-memory.ts';
import { groupsStanding } from '../checks/groups-standing.ts';
import { groupsToCheck } from '../checks/groups-to-check.ts';
import { groupEntriesOf } from '../entries/group-entries.ts';
import { LIST_SEPARATORS } from '../messages/phrase.ts';
import type { GroupEntries } from '../run/entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';
import type { PanelEntered, PanelPoint } from './panel.ts';

/** What is remembered of a customer that its points are told by. */
export interface PointsMemory extends Pick<ChecksMemory, 'checkedGroups'> {
  readonly enteredGroups?: GroupEntries;
  readonly seen: Readonly<Record<string, string>>;
}

/** The history follows from deals; what people enter of it is the opening balance. */
const ENTERED_AS: Readonly<Partial<Record<CheckGroup, string>>> = { HISTORY: 'OPENING' };

/** Who entered the groups of a point, those entered together in one line. */
const enteredOf = (
  run: Run,
  entries: GroupEntries,
  groups: readonly CheckGroup[],
  language: Language,
): readonly PanelEntered[] => {
  const lines = new Map<string, { readonly labels: string[]; readonly by: string; readonly at: string }>();
  for (const group of groups) {
    const entry = entries[ENTERED_AS[group] ?? group];
    if (!entry) continue;
    const by = (entry.by && run.names.get(entry.by)) || '';
    // To the minute, as it is shown.
    const key = `${by}@${entry.at.slice(0, 16)}`;
    const line = lines.get(key) ?? { labels: [], by, at: entry.at };
    line.labels.push(checkGroupLabel(group)[language]);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ labels, ...line }) => ({
    groups: labels.join(LIST_SEPARATORS[language]),
    ...line,
  }));
};

/** The four points that a check of a customer looks at (4.1.2): what is confirmed of each, and who entered it. */
export const pointsOf = (
  run: Run,
  record: TwentyRecord,
  stage: Stage,
  memory: PointsMemory,
  viewer: { readonly language: Language; readonly mayConfirm: boolean; readonly mayReadCredit: boolean },
): readonly PanelPoint[] => {
  const { language } = viewer;
  const cadence = checkCadence('company', {}, run.settings);
  const { done } = groupsStanding(run, { object: 'company', record, stage, cadence }, memory, null);
  const wanted = groupsToCheck('company', stage, nodesOf(record.tagCredits).length > 0);
  const enteredAt = textOrNull(record.tagEnteredAt);
  const entries = groupEntriesOf(
    'company',
    memory.enteredGroups,
    Object.keys(memory.seen),
    enteredAt === null ? null : { at: enteredAt, by: textOrNull(record.tagEnteredById) },
  );
  return CHECK_POINTS.map(({ key, label, question, groups }) => {
    const asked = CHECK_GROUPS.filter((group) => groups.includes(group) && wanted.includes(group));
    const isDone = asked.every((group) => done.includes(group));
    const state = asked.length === 0 ? 'NOT_ASKED' : isDone ? 'CONFIRMED' : 'OPEN';
    const mayRead = key !== 'CREDIT' || viewer.mayReadCredit;
    return {
      key,
      label: label[language],
      question: question[language],
      groups: asked,
      state,
      mayConfirm: state === 'OPEN' && viewer.mayConfirm && mayRead,
      isForOthers: state === 'OPEN' && !mayRead,
      entered: enteredOf(run, entries, groups, language),
    };
  });
};

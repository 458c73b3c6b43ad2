import { STAGE_TASKS } from '../../objects/taxonomy/stage-tasks.ts';
import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { optionLabel } from '../run/labels.ts';
import { nameOf, type Run, textOrNull } from '../run/run.ts';
import { LIVE_OUTCOMES } from '../run/snapshot.ts';
import { isOverdue, type Matter } from '../run/task.ts';
import type { Subject } from '../subject/subject.ts';
import { doerOf } from './doer-of.ts';
import type { Move } from './follow-move.ts';
import { unmetAt } from './unmet.ts';

/**
 * A stage's tasks, which stand while the deal stands in it; of an overdue one it is told where what it serves, and the next
 * stage requires, is on record: ticked off or not, nothing is left to do.
 */
const withWhatIsMet = (
  run: Run,
  { record, values }: Pick<Subject, 'record' | 'values'>,
  stage: Stage,
  tasks: readonly Matter[],
) => {
  if (!tasks.some((task) => isOverdue(run, task))) return tasks;
  const next = STAGES[STAGES.indexOf(stage) + 1] ?? stage;
  const unmet = new Set(unmetAt(run, record, values, next));
  return tasks.map((task): Matter => {
    const isMet = isOverdue(run, task) && !task.tags?.some((tag) => unmet.has(tag));
    return isMet ? { ...task, isMet } : task;
  });
};

/** The matters a stage brings: its tasks while the deal stands in it, and a gate that was passed out of order. */
export const stageMatters = (run: Run, subject: Pick<Subject, 'record' | 'values'>, move: Move): readonly Matter[] => {
  const { record } = subject;
  const { noticeLanguage: language, correctionDays } = run.settings;
  const assigneeId = assigneeOf(run, 'opportunity', record);
  const name = nameOf('opportunity', record);
  if (!LIVE_OUTCOMES.has(record.tagOutcome)) return [];
  const since = move.since ?? textOrNull(record.createdAt) ?? run.now.toISOString();
  const due = (from: string, days: number) => run.calendar.deadline({ from, days }).dueDate;
  const asked = STAGE_TASKS[move.stage].map(
    (task): Matter => ({
      kind: 'STAGE',
      stage: move.stage,
      key: `stage:${move.stage}:${task.key}`,
      title: phrase('task.stage', language, { title: task.title[language], record: name }),
      clause: '5.2.3',
      tags: task.tags,
      dueOn: due(since, task.days),
      assigneeId: doerOf(run, record, task.who),
    }),
  );
  const tasks = withWhatIsMet(run, subject, move.stage, asked);
  if (!move.gate) return tasks;
  return [
    ...tasks,
    {
      kind: 'GATE',
      stage: move.stage,
      key: `gate:${move.gate.key}`,
      title: phrase(`task.gate.${move.gate.fault}`, language, {
        from: optionLabel('opportunity', 'tagStage', move.gate.from, language),
        stage: optionLabel('opportunity', 'tagStage', move.gate.to, language),
        record: name,
      }),
      clause: move.gate.to === 'AFTER_SALES' ? '2.2.13' : move.gate.to === 'DELIVERY' ? '2.2.12' : '3.2.6',
      tags: move.unmet,
      note: move.reason,
      dueOn: due(move.gate.at, correctionDays),
      assigneeId,
    },
  ];
};

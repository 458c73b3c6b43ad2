import { STAGE_TASKS } from '../../objects/taxonomy/stage-tasks.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf, type Run, textOrNull } from '../run/run.ts';
import { LIVE_OUTCOMES } from '../run/snapshot.ts';
import type { Matter } from '../run/task.ts';
import { doerOf } from './doer-of.ts';
import type { Move } from './follow-move.ts';

/** The matters a stage brings: its tasks while the deal stands in it, and a gate that was passed out of order. */
export const stageMatters = (run: Run, record: TwentyRecord, move: Move): readonly Matter[] => {
  const { noticeLanguage: language, correctionDays } = run.settings;
  const assigneeId = assigneeOf(run, 'opportunity', record);
  const name = nameOf('opportunity', record);
  if (!LIVE_OUTCOMES.has(record.tagOutcome)) return [];
  const since = move.since ?? textOrNull(record.createdAt) ?? run.now.toISOString();
  const due = (from: string, days: number) => run.calendar.deadline({ from, days }).dueDate;
  const tasks = STAGE_TASKS[move.stage].map(
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

import { STAGE_TASKS } from '../../objects/taxonomy/stage-tasks.ts';
import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { isSignedStage } from '../judgement/is-signed-stage.ts';
import { judge } from '../judgement/judge.ts';
import type { MoveFault, Values } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import type { Baseline, OpenGate } from '../pipeline/baseline.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import type { Entry } from '../run/entry.ts';
import { optionLabel, tagLabels } from '../run/labels.ts';
import { logFact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import { isStage } from '../run/snapshot.ts';
import type { Matter } from '../run/task.ts';
import { valuesOf } from '../run/values-of.ts';
import { judgeMove } from './judge-move.ts';

const DAY = 86_400_000;
/** Codes that say something a stage requires is not on record. */
export const GATE_CODES: ReadonlySet<string> = new Set([
  'REQUIRED_MISSING',
  'VERIFICATION_DOUBTFUL',
  'VERIFICATION_MISSING',
]);

export const stageOf = (value: unknown): Stage => (isStage(value, STAGES) ? value : 'PROSPECT');

/** What a stage requires of an opportunity and of its customer and is not on record; `company.tag` for the latter. */
export const unmetAt = (run: Run, record: TwentyRecord, values: Values, stage: Stage): readonly string[] => {
  const context = { stage, today: run.today };
  const own = judge('opportunity', { ...values, tagStage: stage }, context).problems;
  const company = (record.company ?? null) as TwentyRecord | null;
  const customer = company ? judge('company', valuesOf('company', company), context).problems : [];
  return [
    ...new Set([
      ...own.filter((problem) => GATE_CODES.has(problem.code)).map((problem) => problem.tag),
      // A customer that is not there has none of its tags either.
      ...(company ? [] : ['company']),
    ]),
    ...customer.filter((problem) => GATE_CODES.has(problem.code)).map((problem) => `company.${problem.tag}`),
  ];
};

export interface StageStep {
  readonly stage: Stage;
  /** When the stage was entered. */
  readonly since: string | null;
  readonly gate: OpenGate | null;
  /** What the gate's stage still lacks. */
  readonly unmet: readonly string[];
  /** The stage to put back, when the move is refused. */
  readonly revertTo: Stage | null;
  /** Why, in words. */
  readonly reason: string;
  /** The action note was used up as the reason of a move. */
  readonly isNoteUsed: boolean;
}

const reasonOf = (run: Run, fault: MoveFault, from: Stage, to: Stage, unmet: readonly string[]): string => {
  const { noticeLanguage: language } = run.settings;
  return phrase(`reason.${fault}`, language, {
    from: optionLabel('opportunity', 'tagStage', from, language),
    to: optionLabel('opportunity', 'tagStage', to, language),
    missing: tagLabels('opportunity', unmet, language),
  });
};

/** The gate that was left open, looked at again: it closes when what was lacking is on record (POLICY §4). */
const reconsider = (
  run: Run,
  record: TwentyRecord,
  values: Values,
  gate: OpenGate | null,
): [OpenGate | null, readonly string[]] => {
  if (!gate) return [null, []];
  if (gate.fault === 'SKIPPED') return [gate, []];
  if (gate.fault === 'BACK_WITHOUT_NOTE') return textOrNull(record.tagActionNote) ? [null, []] : [gate, []];
  const unmet = unmetAt(run, record, values, gate.to);
  return unmet.length > 0 ? [gate, unmet] : [null, []];
};

/** A reason for having moved back that was given afterwards: the log keeps it, the record does not. */
const logReason = (run: Run, record: TwentyRecord, gate: OpenGate, reason: string): void => {
  const writer = writtenBy(record);
  logFact(run, {
    kind: 'STAGE_MOVED',
    object: 'opportunity',
    subjectId: idOf(record),
    record: nameOf('opportunity', record),
    key: `${gate.key}:reason`,
    at: writer?.at ?? run.now.toISOString(),
    by: writer?.by ?? null,
    tag: 'tagStage',
    before: gate.from,
    after: gate.to,
    note: reason,
  });
};

/** Where no move is seen: an open gate is looked at again. */
const stay = (run: Run, record: TwentyRecord, values: Values, stage: Stage, old: Baseline | null): StageStep => {
  const [gate, unmet] = reconsider(run, record, values, old?.gate ?? null);
  const isNoteUsed = old?.gate?.fault === 'BACK_WITHOUT_NOTE' && gate === null;
  if (isNoteUsed && old?.gate) logReason(run, record, old.gate, textOrNull(record.tagActionNote) ?? '');
  const since = textOrNull(record.tagStageSince) ?? textOrNull(record.createdAt);
  return { stage, since, gate, unmet, revertTo: null, reason: '', isNoteUsed };
};

/** What was never signed stays out of order wherever it is moved on to (2.2.12, 2.2.13). */
const isStillSkipped = (gate: OpenGate | null, stage: Stage): gate is OpenGate =>
  gate?.fault === 'SKIPPED' && stage !== 'SIGNED' && isSignedStage(stage);

/**
 * Follows the stage of an opportunity (2.2.6–2.2.13, 4.1.5): logs each move with how long the stage lasted, judges it,
 * and says whether it stands, stands flagged, or is to be put back. A first sight of a record is no move, and an emptied
 * stage is none either.
 */
export const followStage = (
  run: Run,
  record: TwentyRecord,
  values: Values,
  old: Baseline | null,
  entry: Entry | null,
): StageStep => {
  const stage = isStage(record.tagStage, STAGES) ? record.tagStage : (old?.stage ?? 'PROSPECT');
  const from = old?.stage;
  if (!from || from === stage) return stay(run, record, values, stage, old);

  const note = textOrNull(record.tagActionNote);
  const since = textOrNull(record.tagStageSince);
  const gate = old.gate ?? null;
  const at = entry?.at ?? run.now.toISOString();
  const unmet = unmetAt(run, record, values, stage);
  const fault = judgeMove({ from, to: stage, note: note ?? '', isUnmet: unmet.length > 0 });
  const reason = fault ? reasonOf(run, fault, from, stage, unmet) : '';
  const isReverted = fault !== null && run.settings.enforcement === 'REVERT';
  const { noticeLanguage: language } = run.settings;
  const lasted = since ? Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / DAY)) : 0;
  const told = [
    phrase('note.STAGE_LASTED', language, {
      from: optionLabel('opportunity', 'tagStage', from, language),
      days: lasted,
    }),
    note ? phrase('note.STAGE_REASON', language, { reason: note }) : '',
  ].join('');
  const key = `${from}>${stage}:${old.version}`;
  logFact(run, {
    kind: isReverted ? 'REVERTED' : 'STAGE_MOVED',
    object: 'opportunity',
    subjectId: idOf(record),
    record: nameOf('opportunity', record),
    key,
    at,
    by: entry?.by ?? null,
    tag: 'tagStage',
    before: from,
    after: stage,
    note: isReverted ? reason : fault ? `${told}\n${reason}` : told,
  });
  if (isReverted) return { stage: from, since, gate, unmet: [], revertTo: from, reason, isNoteUsed: false };
  const kept = isStillSkipped(gate, stage) ? gate : null;
  return {
    stage,
    since: at,
    gate: fault && !(kept && fault === 'UNMET') ? { from, to: stage, at, fault, key } : kept,
    unmet: fault === 'UNMET' && !kept ? unmet : [],
    revertTo: null,
    reason,
    isNoteUsed: note !== null,
  };
};

/** The matters a stage brings: its tasks while the deal stands in it, and a gate that was passed out of order. */
export const stageMatters = (run: Run, record: TwentyRecord, step: StageStep): readonly Matter[] => {
  const { noticeLanguage: language, correctionDays } = run.settings;
  const assigneeId = assigneeOf(run, 'opportunity', record);
  const name = nameOf('opportunity', record);
  const outcome = record.tagOutcome ?? 'OPEN';
  if (outcome === 'LOST' || outcome === 'ABANDONED') return [];
  const since = step.since ?? textOrNull(record.createdAt) ?? run.now.toISOString();
  const due = (from: string, days: number) => run.calendar.deadline({ from, days }).dueDate;
  const tasks = STAGE_TASKS[step.stage].map(
    (task): Matter => ({
      key: `stage:${step.stage}:${task.key}`,
      title: phrase('task.stage', language, { title: task.title[language], record: name }),
      clause: '5.2.3',
      tags: task.tags,
      dueOn: due(since, task.days),
      assigneeId: task.who === 'OWNER' ? assigneeId : (managerFor(run, 'opportunity', record) ?? assigneeId),
    }),
  );
  if (!step.gate) return tasks;
  return [
    ...tasks,
    {
      key: `gate:${step.gate.key}`,
      title: phrase(`task.gate.${step.gate.fault}`, language, {
        from: optionLabel('opportunity', 'tagStage', step.gate.from, language),
        stage: optionLabel('opportunity', 'tagStage', step.gate.to, language),
        record: name,
      }),
      clause: step.gate.to === 'AFTER_SALES' ? '2.2.13' : step.gate.to === 'DELIVERY' ? '2.2.12' : '3.2.6',
      tags: step.unmet,
      note: step.reason,
      dueOn: due(step.gate.at, correctionDays),
      assigneeId,
    },
  ];
};

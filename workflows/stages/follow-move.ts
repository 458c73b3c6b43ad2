import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { isSignedStage } from '../judgement/is-signed-stage.ts';
import type { MoveFault } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { isStock } from '../run/is-stock.ts';
import { optionLabel, tagLabels } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import { isStage } from '../run/snapshot.ts';
import type { Subject } from '../subject/subject.ts';
import { isStoppedAt } from './credit-gate.ts';
import { judgeMove } from './judge-move.ts';
import type { OpenGate, StagesMemory } from './stages-memory.ts';
import { unmetAt } from './unmet.ts';

const DAY = 86_400_000;

/** Where an opportunity stands, and what is to be said of how it came there. */
export interface Move {
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
  readonly facts: readonly Fact[];
}

const label = (run: Run, stage: Stage): string =>
  optionLabel('opportunity', 'tagStage', stage, run.settings.noticeLanguage);

const reasonOf = (
  run: Run,
  fault: MoveFault | 'CREDIT_STOP',
  from: Stage,
  to: Stage,
  unmet: readonly string[],
): string =>
  phrase(`reason.${fault}`, run.settings.noticeLanguage, {
    from: label(run, from),
    to: label(run, to),
    missing: tagLabels('opportunity', unmet, run.settings.noticeLanguage),
  });

/** The gate that was left open, looked at again: it closes when what was lacking is on record (POLICY §4). */
const reconsider = (run: Run, { record, values }: Subject, gate: OpenGate): [OpenGate | null, readonly string[]] => {
  if (gate.fault === 'SKIPPED') return [gate, []];
  if (gate.fault === 'BACK_WITHOUT_NOTE') return textOrNull(record.tagActionNote) ? [null, []] : [gate, []];
  const unmet = unmetAt(run, record, values, gate.to);
  return unmet.length > 0 ? [gate, unmet] : [null, []];
};

/** A reason for having moved back that was given afterwards: the log keeps it, the record does not. */
const reasonFact = (run: Run, { id, record }: Subject, gate: OpenGate): Fact => {
  const writer = writtenBy(record);
  return {
    kind: 'STAGE_MOVED',
    object: 'opportunity',
    subjectId: id,
    record: nameOf('opportunity', record),
    key: `${gate.key}:reason`,
    at: writer?.at ?? run.now.toISOString(),
    by: writer?.by ?? null,
    tag: 'tagStage',
    before: gate.from,
    after: gate.to,
    note: textOrNull(record.tagActionNote) ?? '',
  };
};

/** Where no move is seen: an open gate is looked at again. */
const stay = (run: Run, subject: Subject, stage: Stage, open: OpenGate | undefined): Move => {
  const { record } = subject;
  const [gate, unmet] = open ? reconsider(run, subject, open) : [null, []];
  const isNoteUsed = open?.fault === 'BACK_WITHOUT_NOTE' && gate === null;
  const since = textOrNull(record.tagStageSince) ?? textOrNull(record.createdAt);
  const facts = isNoteUsed ? [reasonFact(run, subject, open)] : [];
  return { stage, since, gate, unmet, revertTo: null, reason: '', isNoteUsed, facts };
};

/** What was never signed stays out of order wherever it is moved on to (2.2.12, 2.2.13). */
const isStillSkipped = (gate: OpenGate | null, stage: Stage): gate is OpenGate =>
  gate?.fault === 'SKIPPED' && stage !== 'SIGNED' && isSignedStage(stage);

/** How long the stage lasted, and why it was left, in words. */
const toldOf = (run: Run, { record }: Subject, from: Stage, at: string): string => {
  const { noticeLanguage: language } = run.settings;
  const since = textOrNull(record.tagStageSince);
  const note = textOrNull(record.tagActionNote);
  const days = since ? Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / DAY)) : 0;
  return [
    phrase('note.STAGE_LASTED', language, { from: label(run, from), days }),
    note ? phrase('note.STAGE_REASON', language, { reason: note }) : '',
  ].join('');
};

/**
 * A deal that is created straight in a later stage has passed every gate before it (2.2.6–2.2.13): what is out of order
 * is flagged with all that lacks. It is not put back, whatever the setting, for it stood nowhere before.
 */
const arrive = (run: Run, subject: Subject, stage: Stage): Move => {
  const { id, record, values, fresh } = subject;
  const [from] = STAGES;
  const standing = stay(run, subject, stage, undefined);
  const unmet = stage === from ? [] : unmetAt(run, record, values, stage);
  const fault = judgeMove({ from, to: stage, note: '', isUnmet: unmet.length > 0 });
  if (!fault) return standing;
  const at = textOrNull(record.createdAt) ?? run.now.toISOString();
  const key = `created>${stage}`;
  const { noticeLanguage: language } = run.settings;
  const faults: readonly MoveFault[] = fault === 'SKIPPED' && unmet.length > 0 ? [fault, 'UNMET'] : [fault];
  const reason = phrase('reason.CREATED', language, {
    to: label(run, stage),
    reason: faults.map((one) => reasonOf(run, one, from, stage, unmet)).join('; '),
  });
  const told = { object: 'opportunity', subjectId: id, record: nameOf('opportunity', record) } as const;
  const by = fresh?.by ?? null;
  return {
    ...standing,
    gate: { from, to: stage, at, fault, key },
    unmet,
    reason,
    facts: [{ ...told, kind: 'STAGE_MOVED', key, at, by, tag: 'tagStage', after: stage, note: reason }],
  };
};

/**
 * Follows the stage of an opportunity (2.2.6–2.2.13, 4.1.5): tells of each move with how long the stage lasted, judges
 * it, and says whether it stands, stands flagged, or is to be put back. A first sight of a record that was there before
 * the application is no move, and an emptied stage is none either.
 */
export const followMove = (run: Run, subject: Subject, memory: StagesMemory): Move => {
  const { record, values, fresh } = subject;
  const { stage: from, gate = null } = memory;
  const stage = isStage(record.tagStage, STAGES) ? record.tagStage : (from ?? 'PROSPECT');
  if (subject.isFirst && !isStock(run, subject.record)) return arrive(run, subject, stage);
  if (!from || from === stage) return stay(run, subject, stage, memory.gate);

  const note = textOrNull(record.tagActionNote);
  const at = fresh?.at ?? run.now.toISOString();
  const unmet = unmetAt(run, record, values, stage);
  const fault = judgeMove({ from, to: stage, note: note ?? '', isUnmet: unmet.length > 0 });
  // The customer's credit opens no gate: as long as it stands against the stage, the record says so (5.1.6).
  const isStopped = (fault === null || fault === 'UNMET') && isStoppedAt(run, record, stage);
  const refusal = isStopped ? 'CREDIT_STOP' : fault;
  const reason = refusal ? reasonOf(run, refusal, from, stage, unmet) : '';
  const isReverted = refusal !== null && run.settings.enforcement === 'REVERT';
  const told = toldOf(run, subject, from, at);
  const key = `${from}>${stage}:${subject.version}`;
  const fact: Fact = {
    kind: isReverted ? 'REVERTED' : 'STAGE_MOVED',
    object: 'opportunity',
    subjectId: subject.id,
    record: nameOf('opportunity', record),
    key,
    at,
    by: fresh?.by ?? null,
    tag: 'tagStage',
    before: from,
    after: stage,
    note: isReverted ? reason : refusal ? `${told}\n${reason}` : told,
  };
  const facts = [fact];
  if (isReverted) {
    const since = textOrNull(record.tagStageSince);
    // It stands where it stood, and what was lacking there still may.
    const [open, lacking] = gate?.fault === 'UNMET' ? reconsider(run, subject, gate) : [gate, []];
    return { stage: from, since, gate: open, unmet: lacking, revertTo: from, reason, isNoteUsed: false, facts };
  }
  const kept = isStillSkipped(gate, stage) ? gate : null;
  return {
    stage,
    since: at,
    gate: fault && !(kept && fault === 'UNMET') ? { from, to: stage, at, fault, key } : kept,
    unmet: fault === 'UNMET' && !kept ? unmet : [],
    revertTo: null,
    reason: fault ? reasonOf(run, fault, from, stage, unmet) : '',
    isNoteUsed: note !== null,
    facts,
  };
};

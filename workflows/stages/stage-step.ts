import { tagOf } from '../../objects/taxonomy/facts.ts';
import { isFilled } from '../judgement/filled.ts';
import { isSignedStage } from '../judgement/is-signed-stage.ts';
import { phrase } from '../messages/phrase.ts';
import { optionLabel, tagLabels } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf, type Run, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { withValues } from '../subject/with-values.ts';
import { followMove, type Move } from './follow-move.ts';
import { stageMatters } from './stage-matters.ts';
import { type StagesMemory, stagesMemory } from './stages-memory.ts';
import { stockStage } from './stock-stage.ts';

/** When the contract was signed, as the stages tell it: it stands while later stages come (2.1.19). */
const signedSince = (record: TwentyRecord, { stage, since }: Move, memory: StagesMemory): string | null => {
  if (!isSignedStage(stage)) return null;
  return memory.signedAt ?? since ?? textOrNull(record.createdAt);
};

/** A17: the outcome is not a stage, but how a deal ends belongs to the story of its moves. */
const outcomeFacts = (run: Run, { id, record, fresh, version }: Subject, before: string | undefined): Fact[] => {
  const outcome = textOrNull(record.tagOutcome);
  if (!before || !outcome || before === outcome) return [];
  return [
    {
      kind: 'STAGE_MOVED',
      object: 'opportunity',
      subjectId: id,
      record: nameOf('opportunity', record),
      key: `outcome:${before}>${outcome}:${version}`,
      at: fresh?.at ?? textOrNull(record.updatedAt) ?? run.now.toISOString(),
      by: fresh?.by ?? null,
      tag: 'tagOutcome',
      before,
      after: outcome,
    },
  ];
};

/** A move that is put back, told to whoever made it. */
const resultOf = (run: Run, { revertTo, reason }: Move): string | null => {
  if (!revertTo) return null;
  const { noticeLanguage: language } = run.settings;
  const from = optionLabel('opportunity', 'tagStage', revertTo, language);
  return phrase('result.STAGE_REVERTED', language, { from, reason });
};

/** The tags as they stand once the stage is where it belongs; an emptied stage is a gap all the same. */
const standingAt = (run: Run, subject: Subject, { stage }: Move): Partial<Subject> => {
  const { values } = subject;
  const isElsewhere = isFilled(tagOf('opportunity', 'tagStage'), values.tagStage) && values.tagStage !== stage;
  return isElsewhere ? withValues(run, subject, { ...values, tagStage: stage }) : {};
};

/** Follows an opportunity through its stages (2.2.6–2.2.13, 4.1.5). */
export const stageStep: Step<StagesMemory> = {
  memory: stagesMemory,
  follow: (run, subject, memory) => {
    if (subject.object !== 'opportunity') return {};
    const { record } = subject;
    const move = followMove(run, subject, memory);
    const { stage, gate, revertTo } = move;
    const signedAt = signedSince(record, move, memory);
    const result = resultOf(run, move);
    // Twenty's own stage follows a move, and is otherwise the team's: a card moved on its board stays where it was put.
    const mirror = stage === memory.stage ? null : stockStage(stage, run.snapshot.stockStages);
    return {
      subject: {
        ...standingAt(run, subject, move),
        stage,
        stageBefore: memory.stage,
        outcomeBefore: memory.outcome,
        signedAt,
        gate: gate && {
          ...gate,
          missing: gate.fault === 'UNMET' ? tagLabels('opportunity', move.unmet, run.settings.noticeLanguage) : '',
        },
        results: result === null ? [] : [result],
      },
      fields: {
        tagStageSince: move.since,
        ...(mirror ? { stage: mirror } : {}),
        ...(move.isNoteUsed ? { tagActionNote: '' } : {}),
        ...(result === null ? {} : { tagActionResult: result }),
      },
      facts: [...move.facts, ...outcomeFacts(run, subject, memory.outcome)],
      matters: stageMatters(run, subject, move),
      reverts: revertTo ? [{ tagStage: revertTo }] : [],
      memory: {
        stage,
        outcome: textOrNull(record.tagOutcome) ?? undefined,
        gate: gate ?? undefined,
        signedAt: signedAt ?? undefined,
      },
    };
  },
};

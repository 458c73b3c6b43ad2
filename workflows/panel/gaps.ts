import { type GovernedObject, type Language, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { judge } from '../judgement/judge.ts';
import type { Values } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { problemLabel } from '../messages/render.ts';
import type { CreditRun } from '../run/credit-signal-of.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { valuesOf } from '../run/values-of.ts';
import { isStoppedAt } from '../stages/credit-gate.ts';
import { GATE_CODES } from '../stages/unmet.ts';
import type { PanelGap } from './panel.ts';

/** The stage after one; null after the last. */
export const stageAfter = (stage: Stage): Stage | null => STAGES[STAGES.indexOf(stage) + 1] ?? null;

const gapsOf = (
  object: GovernedObject,
  values: Values,
  stage: Stage,
  { today, rulings }: CreditRun,
  language: Language,
  isCustomers: boolean,
): readonly PanelGap[] =>
  judge(object, values, { stage, today, rulings })
    .problems.filter((problem) => GATE_CODES.has(problem.code))
    .map((problem) => ({
      key: `${object}.${problem.tag}`,
      label: problemLabel(object, problem, language),
      clause: problem.clause,
      isCustomers,
    }));

/** The customer's credit signal, where it stands against the stage (5.1.6). */
const stopOf = (run: CreditRun, record: TwentyRecord, stage: Stage, language: Language): readonly PanelGap[] => {
  if (!isStoppedAt(run, record, stage)) return [];
  const label = phrase('panel.signal', language, {
    signal: tagLabel('company', 'tagCreditSignal', language),
    value: optionLabel('company', 'tagCreditSignal', 'STOP', language),
  });
  return [{ key: 'company.tagCreditSignal', label, clause: '5.1.6', isCustomers: true }];
};

/**
 * What a stage requires of a record, and for an opportunity of its customer too, and is not on record (POLICY §4), and
 * what else keeps it from the stage.
 */
export const gapsAt = (
  run: CreditRun,
  object: GovernedObject,
  record: TwentyRecord,
  values: Values,
  stage: Stage,
  language: Language,
): readonly PanelGap[] => {
  const own = object === 'opportunity' ? { ...values, tagStage: stage } : values;
  const customer = object === 'opportunity' ? ((record.company ?? null) as TwentyRecord | null) : null;
  return [
    ...gapsOf(object, own, stage, run, language, false),
    ...(customer ? gapsOf('company', valuesOf('company', customer), stage, run, language, true) : []),
    ...(object === 'opportunity' ? stopOf(run, record, stage, language) : []),
  ];
};

/** What a further stage requires beyond what is missing already. */
export const newGaps = (now: readonly PanelGap[], next: readonly PanelGap[]): readonly PanelGap[] => {
  const known = new Set(now.map((gap) => `${gap.key} ${gap.label}`));
  return next.filter((gap) => !known.has(`${gap.key} ${gap.label}`));
};

import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { storedOf } from '../memory/core.ts';
import { addConsequences } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import { type Draft, emptyDraft, type Plan } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { Answer, Step } from '../subject/step.ts';
import { type Beside, type Subject, startSubject } from '../subject/subject.ts';
import { nextBaseline, readBaseline } from './baseline.ts';
import { STEPS } from './steps.ts';

const steps: readonly Step[] = STEPS;

/** Puts into the plan what a step adds beside fields and memory. */
const take = (run: Run, draft: Draft, { object, id, record }: Subject, answer: Answer): void => {
  addConsequences(run, draft, answer);
  const updatedAt = textOrNull(record.updatedAt);
  for (const fields of answer.reverts ?? []) draft.reverts.push({ object, id, updatedAt, fields });
  draft.outcomes.push(...(answer.outcomes ?? []));
};

/**
 * Judges one subject: what its standing asks for, its fields, log rows, notices, tasks. All of it follows from the
 * record, what was remembered of it, and who is known to have written; nothing from the order in which events came. A
 * second run over what the first has written adds nothing.
 */
export const planSubject = (run: Run, object: GovernedObject, record: TwentyRecord, beside: Beside): Plan => {
  const draft = emptyDraft();
  const stored = storedOf(record.tagBaseline) ?? {};
  const fields: Record<string, unknown> = {};
  const memory: Record<string, unknown> = {};
  let subject = startSubject(object, record, beside);
  for (const step of steps) {
    const answer = step.follow(run, subject, step.memory?.(stored) ?? {});
    take(run, draft, subject, answer);
    Object.assign(fields, answer.fields);
    Object.assign(memory, answer.memory);
    const { matters = [] } = answer;
    subject = { ...subject, ...answer.subject, matters: [...subject.matters, ...matters] };
  }
  const old = readBaseline(record.tagBaseline);
  const tagBaseline = nextBaseline(old, { ...memory, seen: subject.seen });
  const patch = differenceOf(record, { ...fields, tagBaseline });
  if (patch) draft.subjects[object] = [...(draft.subjects[object] ?? []), patch];
  return draft;
};

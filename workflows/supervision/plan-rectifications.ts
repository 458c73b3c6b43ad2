import type { Assessed } from '../assessment/people.ts';
import { addConsequences } from '../run/consequences.ts';
import { type Draft, emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import { followRectification, type SaidOf } from './follow-rectification.ts';

/** The number after those that stand: by month, in the order they are issued. */
export const nextNumber = (month: string, numbers: readonly unknown[]): string => {
  const used = numbers
    .map((number) => textOrNull(number) ?? '')
    .filter((number) => number.startsWith(`${month}-`))
    .map((number) => Number(number.slice(month.length + 1)));
  return `${month}-${String(Math.max(0, ...used) + 1).padStart(3, '0')}`;
};

export interface RectificationInput {
  readonly run: Run;
  readonly people: readonly Assessed[];
  readonly records: readonly TwentyRecord[];
  /** Numbers that stand, those of deleted notices too. */
  readonly numbers: readonly unknown[];
  /** Who said what of which notice, as events tell; left out where the sweep looks at them. */
  readonly said?: ReadonlyMap<string, SaidOf>;
}

/** Follows notices. Made from what the first has written, a second plan is empty. */
export const planRectifications = ({ run, people, records, numbers, said }: RectificationInput): Draft => {
  const draft = emptyDraft();
  const byProfile = new Map(people.map((one) => [one.id, one]));
  const used = [...numbers];
  const patches = [];
  for (const record of records) {
    const number = nextNumber(run.today.slice(0, 7), used);
    const memberOf = (profile: string) => byProfile.get(profile) ?? null;
    const followed = followRectification(run, record, memberOf, said ? (said.get(idOf(record)) ?? {}) : null, number);
    if (followed.isIssued) used.push(number);
    addConsequences(run, draft, followed);
    if (followed.revert) draft.reverts.push(followed.revert);
    if (followed.patch) patches.push(followed.patch);
  }
  if (patches.length > 0) draft.subjects.tagRectification = patches;
  return draft;
};

import { wordsIn } from '../memory/seen.ts';
import { phrase } from '../messages/phrase.ts';
import type { Entry } from '../run/entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, writtenBy } from '../run/run.ts';
import { type Workplace, workplaceOf } from '../run/workplace.ts';
import type { Subject } from '../subject/subject.ts';
import type { Completion } from './completions.ts';
import { CLOSED } from './follow-notice.ts';
import type { NoticesMemory } from './notices-memory.ts';

/** What became of a customer's key contact since the last judgement (A4). */
export interface Departure {
  /** The contact has left just now: taken off, gone to the trash or for good, or no longer working for the customer. */
  readonly isNew: boolean;
  /** The contact has left, and nobody stands in the contact's place yet. */
  readonly isOpen: boolean;
  /** Somebody stands in the place of one who had left, or the one who had left is back. */
  readonly isOver: boolean;
  readonly workplace: Workplace | undefined;
}

/** Whoever was never said to work for the customer leaves only for another. */
const leaves = (before: Workplace | undefined, now: Workplace | undefined): boolean =>
  (before === 'HERE' && now === 'NOWHERE') || (before !== undefined && before !== 'ELSEWHERE' && now === 'ELSEWHERE');

/** Follows the key contact of a customer, by comparing; a first look at where the contact works tells of nothing. */
export const departureOf = (
  { record, isFirst, changes }: Pick<Subject, 'record' | 'isFirst' | 'changes'>,
  memory: NoticesMemory,
): Departure => {
  const workplace = workplaceOf(record);
  const link = changes.find(({ tag }) => tag.name === 'tagKeyContact')?.kind;
  const isNew = !isFirst && (link === undefined ? leaves(memory.workplace, workplace) : link === 'CLEARED');
  const isBack = link === 'FILLED' || link === 'CHANGED' || workplace === 'HERE';
  const hadLeft = memory.contactLeft === true;
  return { isNew, isOpen: isNew || (hadLeft && !isBack), isOver: hadLeft && isBack, workplace };
};

/** Who let the contact go, and when, where no event says: whoever wrote the contact last. */
const foundEntry = (run: Run, record: TwentyRecord): Entry =>
  writtenBy((record.tagKeyContact ?? null) as TwentyRecord | null) ?? { at: run.now.toISOString(), by: null };

const isOpenOne = ({ kind, status }: TwentyRecord): boolean => kind === 'KEY_CONTACT' && !CLOSED.has(status);

/**
 * What the coming and going of the key contact adds to what the changes of tags complete. A departure is a change whose
 * tag has not followed: it completes nothing until another contact is entered, or the one who left is back.
 */
export const withDeparture = (
  run: Run,
  { record, version, fresh, lastSeen, beside }: Subject,
  completions: readonly Completion[],
  { isNew, isOpen, isOver }: Departure,
): readonly Completion[] => {
  const found = completions.find(({ kind }) => kind === 'KEY_CONTACT');
  const others = completions.filter((completion) => completion !== found);
  const known: Completion = found ?? {
    kind: 'KEY_CONTACT',
    entry: fresh ?? foundEntry(run, record),
    version,
    changes: [],
    isPartial: false,
  };
  if (isNew) {
    const name = wordsIn(lastSeen.contactName) ?? '';
    const note = phrase('notice.contactLeft', run.settings.noticeLanguage, { name });
    return [...others, { ...known, isPartial: true, note }];
  }
  if (isOver) return [...others, known];
  // What is said of one who has left is not the change that the notice waits for.
  const isAwaited = isOpen && found !== undefined && beside.notices.some(isOpenOne);
  return isAwaited ? [...others, { ...known, isPartial: true }] : completions;
};

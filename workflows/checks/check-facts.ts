import { type CheckGroup, checkGroupLabel } from '../../objects/taxonomy/check-groups.ts';
import { LIST_SEPARATORS } from '../messages/phrase.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, ownerOf, type Run, textOrNull } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';

/** Groups of customer tags in words, in the language of notices. */
export const groupLabels = (run: Run, groups: readonly CheckGroup[]): string => {
  const { noticeLanguage: language } = run.settings;
  return groups.map((group) => checkGroupLabel(group)[language]).join(LIST_SEPARATORS[language]);
};

/** A check that was not made in time, and whose it was. */
export const missedFact = (run: Run, { object, id, record }: Subject, date: string): Fact => ({
  kind: 'CHECK_MISSED',
  object,
  subjectId: id,
  record: nameOf(object, record),
  key: date,
  at: run.calendar.endOf(date).toISOString(),
  by: ownerOf(object, record),
  responsible: ownerOf(object, record),
  dueOn: date,
  onTime: false,
});

/**
 * A confirmation that a person made, in time where it keeps the check that is due (A8): one that leaves the next check
 * where it was keeps none. An approval is told by the review, and here where it keeps a check: else nobody would be said
 * to have made that one.
 */
export const checkedFact = (
  run: Run,
  { object, id, record, action }: Subject,
  wholeAt: string | null,
  nextOn: string | null,
): readonly Fact[] => {
  const isConfirmed = action?.done === 'CONFIRM';
  if (!action || !(isConfirmed || action.done === 'APPROVE')) return [];
  const { at, by, note, groups = [] } = action;
  const due = wholeAt === null ? null : textOrNull(record.tagNextCheckOn)?.slice(0, 10);
  const dueOn = due === nextOn ? null : due;
  if (!isConfirmed && !dueOn) return [];
  const labels = wholeAt === null ? [groupLabels(run, groups)] : [];
  return [
    {
      kind: 'CHECKED',
      object,
      subjectId: id,
      record: nameOf(object, record),
      key: at,
      at,
      by,
      responsible: ownerOf(object, record),
      note: isConfirmed ? [note, ...labels].filter(Boolean).join('\n') : '',
      ...(wholeAt && dueOn ? { dueOn, onTime: run.calendar.lastEnded(new Date(wholeAt)) < dueOn } : {}),
    },
  ];
};

import { phrase } from '../messages/phrase.ts';
import type { Fact } from '../run/log-entry.ts';
import type { Loser, Lost } from '../run/merged.ts';
import { nameOf, type Run } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { notTakenOver } from './not-taken-over.ts';

const noteOf = (run: Run, subject: Subject, { lastLine }: Loser, lost: Lost | undefined): string => {
  const { noticeLanguage: language } = run.settings;
  if (!lost) return phrase('note.MERGED_UNTOLD', language, { line: lastLine });
  const record = nameOf(subject.object, lost.record);
  const tags = notTakenOver(run, subject, lost.record);
  const replaced = lost.replaced ? notTakenOver(run, subject, lost.replaced.record, lost.replaced.tags) : '';
  return [
    phrase(lost.by === null ? 'note.MERGED_BY_PROGRAM' : 'note.MERGED', language, { record }),
    tags === '' ? '' : phrase('note.MERGED_LEFT', language, { tags }),
    replaced === '' ? '' : phrase('note.MERGED_REPLACED', language, { tags: replaced }),
  ]
    .filter(Boolean)
    .join('\n');
};

/** That another record went up in this one: by whom, where Twenty tells; its event may come after the fact is found. */
const mergedFact = (run: Run, subject: Subject, loser: Loser, lost: Lost | undefined): Fact => {
  const { object, id, record } = subject;
  const name = nameOf(object, record);
  return {
    kind: 'MERGED',
    object,
    subjectId: id,
    record: name,
    key: loser.id,
    at: loser.at,
    by: lost?.by ?? null,
    ...(lost ? { before: nameOf(object, lost.record), after: name } : {}),
    note: noteOf(run, subject, loser, lost),
  };
};

/** Tells the log of what went up in a record, and of what the survivor did not take over. */
export const mergeLogStep: Step = {
  follow: (run, subject) => {
    const { fresh, told } = subject.merged;
    const untold = fresh.filter(({ id }) => !told.some((one) => one.id === id));
    return {
      facts: [...told.map((one) => [one, one] as const), ...untold.map((one) => [one, undefined] as const)]
        .filter(([loser]) => !loser.isWithin)
        .map(([loser, lost]) => mergedFact(run, subject, loser, lost)),
    };
  },
};

import { phrase } from '../messages/phrase.ts';
import type { Entry } from '../run/entry.ts';
import { tagLabels } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';

/** Which tags, in words; and that Twenty told of nobody who changed them, where that is so. */
const noteOf = (run: Run, { object, unclaimed }: Subject, { by }: Entry, names: readonly string[]): string => {
  const { noticeLanguage: language } = run.settings;
  const labels = tagLabels(object, names, language);
  const isUntold = by === null && names.some((name) => unclaimed?.tags.includes(name));
  return isUntold ? phrase('note.CHANGED_UNTOLD', language, { tags: labels }) : labels;
};

/** The first entry of a record, or what was changed of it since; before and after where that is no secret. */
const entryFact = (run: Run, subject: Subject, entry: Entry): Fact => {
  const { object, id, record, changes, isFirst, version } = subject;
  const [only] = changes;
  const names = changes.map((change) => change.tag.name);
  const isSingle = changes.length === 1 && only !== undefined && !only.tag.sensitive;
  return {
    kind: isFirst ? 'ENTERED' : 'CHANGED',
    object,
    subjectId: id,
    record: nameOf(object, record),
    key: isFirst ? 'first' : `${version}:${names.join(',')}`,
    at: entry.at,
    by: entry.by,
    ...(isFirst ? {} : { tag: names.join(', ') }),
    ...(isSingle ? { before: only.before, after: only.after } : {}),
    ...(isFirst ? {} : { note: noteOf(run, subject, entry, names) }),
  };
};

/** Tells the log of the entry (3.2.8). Records that were there before the application are let in without a word. */
export const logStep: Step = {
  follow: (run, subject) => {
    const { isFirst, changes, fresh, entry } = subject;
    const isTold = isFirst ? !run.isInstalling : changes.length > 0;
    return isTold && entry ? { facts: [entryFact(run, subject, fresh ?? entry)] } : {};
  },
};

import { tagLabels } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';
import type { Completion } from './completion-memory.ts';

/** What is to be completed, each tag once. */
export const missingTags = ({ judgement }: Subject): readonly string[] => [
  ...new Set(judgement.problems.filter(({ severity }) => severity === 'ERROR').map(({ tag }) => tag)),
];

/** A line of the log about a completion. */
export const completionFact = (
  { object, id, record }: Subject,
  { key, dueOn }: Completion,
  more: Pick<Fact, 'kind' | 'at' | 'by' | 'responsible' | 'onTime' | 'tag' | 'note'>,
): Fact => ({ object, subjectId: id, record: nameOf(object, record), key, dueOn, ...more });

/** A completion that was not in time, and whose it was. */
export const missedFact = (run: Run, subject: Subject, completion: Completion, whose: string | null): Fact => {
  const tags = missingTags(subject);
  return completionFact(subject, completion, {
    kind: 'COMPLETION_MISSED',
    at: run.calendar.endOf(completion.dueOn).toISOString(),
    by: whose,
    responsible: whose,
    onTime: false,
    ...(tags.length > 0
      ? { tag: tags.join(', '), note: tagLabels(subject.object, tags, run.settings.noticeLanguage) }
      : {}),
  });
};

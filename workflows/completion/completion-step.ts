import { enterersOf } from '../entries/group-entries.ts';
import { phrase } from '../messages/phrase.ts';
import { nameOf, type Run, writtenBy } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import type { Answer, Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { completerOf } from './completer.ts';
import { completionFact, missedFact, missingTags } from './completion-facts.ts';
import { type Completion, type CompletionMemory, completionMemory } from './completion-memory.ts';
import { courseOf } from './course-of.ts';
import { type CompletionState, completionState } from './judge-completion.ts';

/** What is asked for from now on, of whoever entered the record, or left it incomplete. */
const begun = (run: Run, { record, isFirst, version, fresh, entry }: Subject): Completion => {
  const made = isFirst ? writtenBy(record, 'createdBy', 'createdAt') : null;
  const since = made?.at ?? (isFirst ? (entry?.at ?? null) : (fresh?.at ?? null)) ?? run.now.toISOString();
  const by = made?.by ?? null;
  const { dueDate } = run.calendar.deadline({ from: since, days: run.settings.completionDays });
  return { key: String(version), dueOn: dueDate, ...(by ? { by } : {}) };
};

/**
 * Whose a completion is: of a record that was whole before, of whoever left the group of the first missing tag so; of one
 * that was let in, the owner's.
 */
const whoseOf = (run: Run, subject: Subject, { by, opensOn }: Completion): string | null => {
  const { object, record, groups } = subject;
  const [missing] = missingTags(subject);
  const left =
    by === undefined && opensOn === undefined && missing ? (enterersOf(groups, object, [missing])[0] ?? null) : null;
  const whose = by ?? left;
  return completerOf(run, object, record, whose === null ? {} : { by: whose });
};

const NOTHING: Answer<CompletionMemory> = { fields: { tagCompleteBy: null, tagCompletionState: null } };

/** It is complete: kept, or late, which is a miss too, whether or not anybody looked in between. */
const ended = (run: Run, subject: Subject, completion: Completion): Answer<CompletionMemory> => {
  const { fresh } = subject;
  const at = fresh?.at ?? run.now.toISOString();
  const onTime = Date.parse(at) < run.calendar.endOf(completion.dueOn).getTime();
  const isTold = onTime || completion.isMissed === true;
  const whose = whoseOf(run, subject, completion);
  return {
    ...NOTHING,
    facts: [
      ...(isTold ? [] : [missedFact(run, subject, completion, whose)]),
      completionFact(subject, completion, {
        kind: 'COMPLETED',
        at,
        by: fresh?.by ?? null,
        responsible: whose,
        onTime,
      }),
    ],
  };
};

const asked = (run: Run, subject: Subject, completion: Completion): Answer<CompletionMemory> => {
  const { object, record } = subject;
  const state = completionState(completion, run.now, run.calendar);
  const isOverdue = state === 'OVERDUE';
  const whose = whoseOf(run, subject, completion);
  const matter = (key: 'completion' | 'completion-overdue', assigneeId: string | null): Matter => ({
    kind: key === 'completion' ? 'COMPLETION' : 'COMPLETION_OVERDUE',
    key: `${key}:${completion.key}`,
    title: phrase(`task.${key}`, run.settings.noticeLanguage, { record: nameOf(object, record) }),
    clause: '3.2.6',
    tags: missingTags(subject),
    dueOn: completion.dueOn,
    assigneeId,
  });
  return {
    fields: { tagCompleteBy: completion.dueOn, tagCompletionState: state },
    facts: isOverdue && !completion.isMissed ? [missedFact(run, subject, completion, whose)] : [],
    matters: [
      ...(state === 'PLANNED' ? [] : [matter('completion', whose)]),
      ...(isOverdue ? [matter('completion-overdue', run.roster.managerOf(whose))] : []),
    ],
    memory: { completion: isOverdue ? { ...completion, isMissed: true } : completion },
  };
};

const completed = (run: Run, subject: Subject, memory: CompletionMemory): Answer<CompletionMemory> => {
  const { completion } = memory;
  switch (courseOf(run, subject, memory)) {
    case 'BEGINS':
      return asked(run, subject, begun(run, subject));
    case 'GOES_ON':
      return completion ? asked(run, subject, completion) : NOTHING;
    case 'ENDS':
      return completion ? ended(run, subject, completion) : NOTHING;
    default:
      return NOTHING;
  }
};

/** The record shows one last day: that of what it lacks or of tags that were returned, whichever is earlier. */
const withCorrection = ({ correction }: Subject, answer: Answer<CompletionMemory>): Answer<CompletionMemory> => {
  const own = answer.fields?.tagCompleteBy;
  if (!correction || (typeof own === 'string' && own <= correction.dueOn)) return answer;
  const state: CompletionState = correction.isOverdue ? 'OVERDUE' : 'OPEN';
  return { ...answer, fields: { tagCompleteBy: correction.dueOn, tagCompletionState: state } };
};

/**
 * What a record lacks is a matter of whoever entered it until it is there (3.2.3, 3.2.6): due some working days after the
 * entry, overdue also a matter of their manager's. Records that were let in wait for their turn, which a sweep gives.
 */
export const completionStep: Step<CompletionMemory> = {
  memory: completionMemory,
  follow: (run, subject, memory) => withCorrection(subject, completed(run, subject, memory)),
};

import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { tagLabels } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf, type Run, writtenBy } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import { GATE_CODES } from '../stages/unmet.ts';
import type { Answer, Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { completerOf } from './completer.ts';
import { type Completion, type CompletionMemory, completionMemory } from './completion-memory.ts';
import { type CompletionCourse, completionCourse, completionState } from './judge-completion.ts';

/** Whether nobody typed the record in: an import, an API key, another application made it. */
const isImported = ({ createdBy }: TwentyRecord): boolean => {
  const source = (createdBy as { source?: unknown } | null | undefined)?.source;
  return source !== undefined && source !== null && source !== 'MANUAL';
};

const isOver = (object: GovernedObject, { tagOutcome }: TwentyRecord): boolean =>
  object === 'opportunity' && (tagOutcome === 'LOST' || tagOutcome === 'ABANDONED');

const OF_STAGE: ReadonlySet<string> = new Set([...GATE_CODES, 'STAGE_GATE_UNMET']);

/** Whether all it lacks is what a stage asks for that was entered without it: that has a task of its own. */
const isGated = ({ gate, judgement }: Subject): boolean =>
  gate?.fault === 'UNMET' &&
  judgement.problems.every(({ severity, code }) => severity !== 'ERROR' || OF_STAGE.has(code));

const courseOf = (run: Run, subject: Subject, { completion }: CompletionMemory): CompletionCourse => {
  const { object, record, isFirst, judgement, statusBefore } = subject;
  return completionCourse({
    isIncomplete: judgement.hasErrors,
    wasIncomplete: statusBefore === 'INCOMPLETE',
    isAsked: completion !== undefined,
    // An installation may look twice at what it lets in, once its namesakes are known.
    isLetIn: run.isInstalling || (isFirst && isImported(record)),
    isGated: isGated(subject),
    isOver: isOver(object, record),
  });
};

/** What is asked for from now on, of whoever entered the record, or left it incomplete. */
const begun = (run: Run, { record, isFirst, version, fresh, entry }: Subject): Completion => {
  const made = isFirst ? writtenBy(record, 'createdBy', 'createdAt') : null;
  const since = made?.at ?? (isFirst ? (entry?.at ?? null) : (fresh?.at ?? null)) ?? run.now.toISOString();
  const by = made?.by ?? null;
  const { dueDate } = run.calendar.deadline({ from: since, days: run.settings.completionDays });
  return { key: String(version), dueOn: dueDate, ...(by ? { by } : {}) };
};

/** What is to be completed, each tag once. */
const missingTags = ({ judgement }: Subject): readonly string[] => [
  ...new Set(judgement.problems.filter(({ severity }) => severity === 'ERROR').map(({ tag }) => tag)),
];

const completionFact = (
  { object, id, record }: Subject,
  { key, dueOn }: Completion,
  more: Pick<Fact, 'kind' | 'at' | 'by' | 'onTime' | 'tag' | 'note'>,
): Fact => ({ object, subjectId: id, record: nameOf(object, record), key, dueOn, ...more });

/** A completion that was not in time, and whose it was. */
const missedFact = (run: Run, subject: Subject, completion: Completion, whose: string | null): Fact => {
  const tags = missingTags(subject);
  return completionFact(subject, completion, {
    kind: 'COMPLETION_MISSED',
    at: run.calendar.endOf(completion.dueOn).toISOString(),
    by: whose,
    onTime: false,
    ...(tags.length > 0
      ? { tag: tags.join(', '), note: tagLabels(subject.object, tags, run.settings.noticeLanguage) }
      : {}),
  });
};

const NOTHING: Answer<CompletionMemory> = { fields: { tagCompleteBy: null, tagCompletionState: null } };

/** It is complete: kept, or late, which is a miss too, whether or not anybody looked in between. */
const ended = (run: Run, subject: Subject, completion: Completion): Answer<CompletionMemory> => {
  const { object, record, fresh } = subject;
  const at = fresh?.at ?? run.now.toISOString();
  const onTime = Date.parse(at) < run.calendar.endOf(completion.dueOn).getTime();
  const isMissed = onTime || completion.isMissed === true;
  return {
    ...NOTHING,
    facts: [
      ...(isMissed ? [] : [missedFact(run, subject, completion, completerOf(run, object, record, completion))]),
      completionFact(subject, completion, { kind: 'COMPLETED', at, by: fresh?.by ?? null, onTime }),
    ],
  };
};

const asked = (run: Run, subject: Subject, completion: Completion): Answer<CompletionMemory> => {
  const { object, record } = subject;
  const state = completionState(completion, run.now, run.calendar);
  const isOverdue = state === 'OVERDUE';
  const whose = completerOf(run, object, record, completion);
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

/**
 * What a record lacks is a matter of whoever entered it until it is there (3.2.3, 3.2.6): due some working days after the
 * entry, overdue also a matter of their manager's. Records that were let in wait for their turn, which a sweep gives.
 */
export const completionStep: Step<CompletionMemory> = {
  memory: completionMemory,
  follow: (run, subject, memory) => {
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
  },
};

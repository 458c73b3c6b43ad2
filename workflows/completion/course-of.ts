import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Run } from '../run/run.ts';
import { LIVE_OUTCOMES } from '../run/snapshot.ts';
import { GATE_CODES } from '../stages/unmet.ts';
import type { Subject } from '../subject/subject.ts';
import type { CompletionMemory } from './completion-memory.ts';
import { type CompletionCourse, completionCourse } from './judge-completion.ts';

/** Whether nobody typed the record in: an import, an API key, another application made it. */
const isImported = ({ createdBy }: TwentyRecord): boolean => {
  const source = (createdBy as { source?: unknown } | null | undefined)?.source;
  return source !== undefined && source !== null && source !== 'MANUAL';
};

const isOver = (object: GovernedObject, { tagOutcome }: TwentyRecord): boolean =>
  object === 'opportunity' && !LIVE_OUTCOMES.has(tagOutcome);

const OF_STAGE: ReadonlySet<string> = new Set([...GATE_CODES, 'STAGE_GATE_UNMET']);

/** Whether all it lacks is what a stage asks for that was entered without it: that has a task of its own. */
const isGated = ({ gate, judgement }: Subject): boolean =>
  gate?.fault === 'UNMET' &&
  judgement.problems.every(({ severity, code }) => severity !== 'ERROR' || OF_STAGE.has(code));

/** What becomes of the asking for what a record lacks. */
export const courseOf = (run: Run, subject: Subject, { completion }: CompletionMemory): CompletionCourse => {
  const { object, record, isFirst, fresh, judgement, statusBefore } = subject;
  return completionCourse({
    isIncomplete: judgement.hasErrors,
    wasIncomplete: statusBefore === 'INCOMPLETE',
    isAsked: completion !== undefined,
    // An installation may look twice at what it lets in, once its namesakes are known.
    isLetIn: run.isInstalling || (isFirst ? isImported(record) : fresh === null),
    isGated: isGated(subject),
    isOver: isOver(object, record),
  });
};

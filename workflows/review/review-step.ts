import { firstEyes } from '../entries/writers.ts';
import { asList, type Value } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import type { Action, ActionTaken, Refusal } from '../run/action.ts';
import { optionLabel } from '../run/labels.ts';
import { laterInstant } from '../run/later-instant.ts';
import { nameOf, ownerOf, type Run } from '../run/run.ts';
import type { Answer, Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { type Asked, askedOf, waitingApproval } from './asked.ts';
import { decideAction } from './decide-action.ts';
import { ownedThatDay } from './former-owners.ts';
import { judgedOf, reviewFacts, saidOf } from './review-facts.ts';
import { type ReviewMemory, reviewMemory } from './review-memory.ts';
import { groupsOf, verdictsOf } from './said-by.ts';
import { NO_VERDICT, pointLabels } from './verdicts.ts';

const CHECKS: ReadonlySet<Action> = new Set<Action>(['CONFIRM', 'APPROVE']);

const refusalOf = (run: Run, subject: Subject, asked: Asked): Refusal | null => {
  const { object, record, formerOwners, unclaimed, entry, judgement } = subject;
  const { action, at, by, note, isTraced } = asked;
  // Who hands a record over and approves it, in one write or in the next, approves their own.
  const isOwnerOfTheDay = by !== null && (asked.ownerBefore === by || ownedThatDay(formerOwners, by, at, run.calendar));
  return decideAction({
    action,
    note,
    by,
    isTraced,
    isReviewer: run.roster.hasDuty(by, 'REVIEWER'),
    enterers: firstEyes(subject),
    ownerId: ownerOf(object, record),
    isOwnerOfTheDay,
    hasErrors: judgement.hasErrors,
    groups: groupsOf(run, asked),
    isUnclaimed: unclaimed !== undefined,
    verdicts: verdictsOf(subject, asked),
    isDoubtful: record.tagVerification === 'DOUBTFUL',
    changedSince: entry !== null && Date.parse(entry.at) > Date.parse(at),
  });
};

const takenFrom = (
  { at, by, isTraced, note }: Asked,
  done: Action | null,
  returnedTags: readonly string[] = [],
): ActionTaken => ({ done, at, by, isTraced, note, ...(done === 'RETURN' ? { returnedTags } : {}) });

const carriedOut = (run: Run, subject: Subject, asked: Asked): Answer => {
  const { object, record } = subject;
  const { action, at, note, returnedTags } = asked;
  const isCheck = CHECKS.has(action);
  const said = saidOf(action, verdictsOf(subject, asked));
  const returned = action === 'RETURN' ? (returnedTags ?? asList(record.tagReturnedTags as Value)) : [];
  const points = pointLabels(object, said.failedPoints ?? [], run.settings.noticeLanguage);
  // A check says of the tags that were sent back that they are in order again.
  const sentBack = returnedTags ?? (isCheck ? [] : undefined);
  return {
    subject: {
      action: { ...takenFrom(asked, action, returned), ...(isCheck ? { groups: groupsOf(run, asked) } : {}) },
      checkedAt: isCheck ? at : null,
      ...(sentBack ? { record: { ...record, tagReturnedTags: sentBack } } : {}),
    },
    fields: {
      tagAction: null,
      tagActionNote: '',
      ...(object === 'company' ? { tagCheckedGroups: null } : {}),
      tagActionResult: phrase(`result.${action}`, run.settings.noticeLanguage, { note, points }),
      ...(action === 'CONFIRM' ? {} : NO_VERDICT),
      ...(sentBack ? { tagReturnedTags: sentBack } : {}),
    },
    facts: reviewFacts(run, subject, asked, { ...said, responsible: judgedOf(subject, returned) }),
  };
};

const refused = (run: Run, { object, id, record }: Subject, asked: Asked, refusal: Refusal): Answer => {
  const { action, at, by } = asked;
  const { noticeLanguage: language } = run.settings;
  const note = phrase('result.REFUSED', language, {
    action: optionLabel(object, 'tagAction', action, language),
    reason: phrase(`refusal.${refusal}`, language),
  });
  const key = `${action}:${at}`;
  return {
    subject: { action: takenFrom(asked, null) },
    // The note stays: whoever asks again need not write it again.
    fields: { tagAction: null, tagActionResult: note },
    facts: [
      { kind: 'REFUSED', object, subjectId: id, record: nameOf(object, record), key, at, by, tag: 'tagAction', note },
    ],
  };
};

/** Carries out what a person asked of the record, or refuses it with a reason the person can read (4.3.1–4.3.4). */
export const reviewStep: Step<ReviewMemory> = {
  memory: reviewMemory,
  follow: (run, subject, memory) => {
    const asked = askedOf(run, subject, memory);
    if (!asked) return { memory: { acted: memory.acted } };
    const waiting = waitingApproval(run, subject, asked);
    if (waiting) return { memory: { acted: memory.acted, waiting } };
    const refusal = refusalOf(run, subject, asked);
    return {
      ...(refusal ? refused(run, subject, asked, refusal) : carriedOut(run, subject, asked)),
      outcomes: [{ object: subject.object, id: subject.id, action: asked.action, refusal }],
      memory: { acted: laterInstant(memory.acted ?? null, asked.at) },
    };
  },
};

import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { readBaseline, type Unclaimed, type Waiting } from '../pipeline/baseline.ts';
import { ACTIONS, type Action, type ActionRequest, type Refusal } from '../run/action.ts';
import type { Entry } from '../run/entry.ts';
import { optionLabel } from '../run/labels.ts';
import { logFact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, ownerOf, type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import { decideAction } from './decide-action.ts';

export interface ReviewInput {
  readonly object: GovernedObject;
  readonly record: TwentyRecord;
  readonly enterers: readonly string[];
  readonly hasErrors: boolean;
  /** Changes nobody is known to have made. */
  readonly unclaimed: Unclaimed | undefined;
  /** The latest entry of tags known. */
  readonly entry: Entry | null;
}

export interface ReviewStep {
  /** The action carried out. */
  readonly done: Action | null;
  readonly at: string;
  readonly by: string | null;
  /** Who asked is known, and not guessed. */
  readonly isTraced: boolean;
  readonly note: string;
  /** Fields of the record that follow from the action. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const isAction = (value: unknown): value is Action => ACTIONS.includes(value as Action);

interface Asked {
  readonly action: Action;
  readonly at: string;
  readonly by: string | null;
  readonly note: string;
  readonly isTraced: boolean;
  readonly isDirect?: boolean;
  readonly ownerBefore?: string | null;
  readonly returnedTags?: readonly string[];
}

/** How long the event of a request is waited for before the request is refused as nobody's. */
const PATIENCE = 600_000;

/**
 * Who asked comes from the event or the route that carried the request. When that was lost the last writer is a guess,
 * which is good enough for a confirmation and never for an approval. Another change's event may find the request
 * before its own does: it is left for that one for a while.
 */
const askedOf = (run: Run, object: GovernedObject, record: TwentyRecord): Asked | null => {
  const request = run.actions.get(subjectKey(object, idOf(record))) ?? waitingOn(record);
  if (request?.isDirect)
    return { ...request, note: request.note ?? textOrNull(record.tagActionNote) ?? '', isTraced: true };
  const note = textOrNull(record.tagActionNote) ?? request?.note ?? '';
  const action = record.tagAction;
  if (!isAction(action))
    return request && isUnanswered(record, request.at) ? { ...request, note, isTraced: true } : null;
  if (request?.action === action) return { ...request, note, isTraced: true };
  const writer = writtenBy(record);
  const written = Date.parse(String(record.updatedAt));
  if (action !== 'CONFIRM' && run.now.getTime() - written < PATIENCE) return null;
  return { action, at: writer?.at ?? run.now.toISOString(), by: writer?.by ?? null, note, isTraced: false };
};

/** The approval that waits, as long as it has not been taken back. */
const waitingOn = (record: TwentyRecord): ActionRequest | undefined => {
  const waiting = readBaseline(record.tagBaseline)?.waiting;
  return waiting && record.tagAction === 'APPROVE' ? { action: 'APPROVE', ...waiting } : undefined;
};

/**
 * An approval that is left for a while, since the event of the change it would approve may come after its own: who made
 * the change decides whose eyes are the second pair.
 */
export const waitingApproval = (run: Run, input: ReviewInput): Waiting | undefined => {
  const { object, record, unclaimed } = input;
  if (!unclaimed || run.now.getTime() - Date.parse(unclaimed.since) >= PATIENCE) return undefined;
  const asked = askedOf(run, object, record);
  if (asked?.action !== 'APPROVE' || !asked.isTraced || asked.isDirect) return undefined;
  const { at, by, note, ownerBefore } = asked;
  return { at, by, note, ...(ownerBefore ? { ownerBefore } : {}) };
};

/** A request that another run cleared together with an earlier one, without having seen it. */
const isUnanswered = (record: TwentyRecord, at: string): boolean => {
  const acted = readBaseline(record.tagBaseline)?.acted;
  return acted !== undefined && Date.parse(at) > Date.parse(acted);
};

const CHECKS: ReadonlySet<Action> = new Set<Action>(['CONFIRM', 'APPROVE']);
const LOG_KINDS = { CONFIRM: 'CHECKED', APPROVE: 'APPROVED', RETURN: 'RETURNED' } as const;

/** Carries out what a person asked of the record, or refuses it with a reason the person can read (4.3.1–4.3.4). */
export const followAction = (run: Run, input: ReviewInput): ReviewStep | null => {
  const { object, record, enterers, hasErrors, unclaimed, entry } = input;
  const asked = askedOf(run, object, record);
  if (!asked) return null;
  const { action, at, by, note } = asked;
  const refusal = decideAction({
    action,
    note,
    by,
    isTraced: asked.isTraced,
    isReviewer: run.roster.hasDuty(by, 'REVIEWER'),
    enterers,
    // Who hands a record over and approves it in one write approves their own.
    ownerId: by !== null && asked.ownerBefore === by ? by : ownerOf(object, record),
    hasErrors,
    isUnclaimed: unclaimed !== undefined,
    isDoubtful: record.tagVerification === 'DOUBTFUL',
    changedSince: entry !== null && Date.parse(entry.at) > Date.parse(at),
  });
  run.draft.outcomes.push({ object, id: idOf(record), action, refusal });
  if (refusal) return refused(run, input, asked, refusal);

  const dueOn = textOrNull(record.tagNextCheckOn);
  const isCheck = CHECKS.has(action);
  logFact(run, {
    kind: LOG_KINDS[action],
    object,
    subjectId: idOf(record),
    record: nameOf(object, record),
    key: at,
    at,
    by,
    note,
    ...(isCheck && dueOn ? { dueOn, onTime: run.calendar.lastEnded(new Date(at)) < dueOn } : {}),
  });
  return {
    done: action,
    at,
    by,
    isTraced: asked.isTraced,
    note,
    fields: {
      tagAction: null,
      tagActionNote: '',
      tagActionResult: phrase(`result.${action}`, run.settings.noticeLanguage, { note }),
      ...(isCheck ? { tagLastCheckedAt: at, tagReturnedTags: [] } : {}),
      ...(asked.returnedTags ? { tagReturnedTags: asked.returnedTags } : {}),
    },
  };
};

const refused = (run: Run, { object, record }: ReviewInput, asked: Asked, refusal: Refusal): ReviewStep => {
  const { action, at, by, note } = asked;
  const { noticeLanguage: language } = run.settings;
  const text = phrase('result.REFUSED', language, {
    action: optionLabel(object, 'tagAction', action, language),
    reason: phrase(`refusal.${refusal}`, language),
  });
  logFact(run, {
    kind: 'REFUSED',
    object,
    subjectId: idOf(record),
    record: nameOf(object, record),
    key: `${action}:${at}`,
    at,
    by,
    tag: 'tagAction',
    note: text,
  });
  // The note stays: whoever asks again need not write it again.
  return { done: null, at, by, isTraced: asked.isTraced, note, fields: { tagAction: null, tagActionResult: text } };
};

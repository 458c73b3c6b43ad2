import type { Assessed } from '../assessment/people.ts';
import { phrase } from '../messages/phrase.ts';
import type { Consequences } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import type { Fact } from '../run/log-entry.ts';
import type { Revert } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import {
  isInTime,
  isMissed,
  issueFault,
  outcomeOf,
  type RectificationFault,
  type Round,
  recheckFault,
  type Said,
  statusOf,
} from './judge-rectification.ts';
import { type RectificationMemory, rectificationMemory } from './rectification-memory.ts';
import { subjectOf } from './rectification-subject.ts';
import { type Noticed, type RectificationTask, rectificationTask, rectificationTaskId } from './rectification-tasks.ts';

/** Who wrote which part of a notice, as events tell. */
export interface SaidOf {
  readonly answer?: Said | undefined;
  readonly recheck?: Said | undefined;
}

/** What follows from a notice as it stands. */
export interface FollowedRectification extends Consequences {
  readonly patch?: Patch | undefined;
  /** What people wrote and is taken from them: as long as nobody wrote since. */
  readonly revert?: Revert | undefined;
  /** A number was used. */
  readonly isIssued: boolean;
}

interface Case {
  readonly run: Run;
  readonly record: TwentyRecord;
  readonly member: Assessed;
  readonly memory: RectificationMemory;
}

const wordsOf = (run: Run, fault: RectificationFault): string =>
  phrase(`refusal.${fault}`, run.settings.noticeLanguage);
const nameOf = (run: Run, user: string | null): string => (user && run.names.get(user)) || '';
const dayOf = (value: unknown): string => (textOrNull(value) ?? '').slice(0, 10);

const revertOf = (record: TwentyRecord, fields: Revert['fields']): Revert => ({
  object: 'tagRectification',
  id: idOf(record),
  updatedAt: textOrNull(record.updatedAt),
  fields,
});

const factOf = (
  { run, record, member }: Pick<Case, 'run' | 'record' | 'member'>,
  kind: Fact['kind'],
  key: string,
  at: string,
  more: Partial<Fact>,
): Fact => {
  const { object, id } = subjectOf(record, member.id);
  const number = textOrNull(record.number) ?? '';
  return {
    kind,
    object,
    subjectId: id,
    record: `${number} ${member.name}`.trim(),
    key: `${idOf(record)}:${key}`,
    at,
    responsible: run.roster.member(member.user),
    ...more,
  };
};

const noticed = (record: TwentyRecord, member: Assessed): Noticed => ({
  id: idOf(record),
  member: member.id,
  number: textOrNull(record.number) ?? '',
  problem: textOrNull(record.problem) ?? '',
  clause: textOrNull(record.clause) ?? '',
  dueOn: dayOf(record.dueOn),
  round: Number(record.round ?? 1),
});

/** The fields of a notice as it is issued: number, days, whose it is. */
export const issuedFields = (
  run: Run,
  member: Assessed,
  { by, at }: Said,
  number: string,
  said: SaidOf | null = null,
): Readonly<Record<string, unknown>> => {
  const { dueDate } = run.calendar.deadline({ from: at, days: run.settings.rectificationDays });
  const memory: RectificationMemory = {
    issuedBy: by,
    member: member.id,
    answeredBy: null,
    missedRound: 0,
    answer: said?.answer ?? null,
    recheck: said?.recheck ?? null,
  };
  return {
    number,
    name: `${number} ${member.name}`,
    assigneeId: member.user,
    issuedAt: at,
    issuedByName: nameOf(run, by),
    dueOn: dueDate,
    firstDueOn: dueDate,
    round: 1,
    status: 'OPEN',
    result: '',
    memory,
  };
};

/** What follows from the issue of a notice beside its fields. */
export const issuedConsequences = (
  run: Run,
  record: TwentyRecord,
  member: Assessed,
  { by, at }: Said,
): Consequences => ({
  facts: [factOf({ run, record, member }, 'RECTIFICATION_ISSUED', 'issued', at, { by, dueOn: dayOf(record.dueOn) })],
  tasks: [rectificationTask(run, 'rectify', noticed(record, member), member.user)],
});

const followDraft = (
  run: Run,
  record: TwentyRecord,
  member: Assessed | null,
  said: SaidOf | null,
  number: string,
): FollowedRectification => {
  if (!member || !textOrNull(record.problem)) return { isIssued: false };
  const by = writtenBy(record, 'createdBy', 'createdAt')?.by ?? null;
  const fault = issueFault({ by, isSupervisor: run.roster.hasDuty(by, 'SUPERVISOR'), member: member.user });
  if (fault) return { isIssued: false, patch: differenceOf(record, { result: wordsOf(run, fault) }) };
  const issued = { by, at: writtenBy(record)?.at ?? run.now.toISOString() };
  const fields = issuedFields(run, member, issued, number, said);
  return {
    isIssued: true,
    patch: differenceOf(record, fields),
    ...issuedConsequences(run, { ...record, ...fields }, member, issued),
  };
};

/** Whoever looks again: who issued it, unless they answered; else another who holds the post. */
const recheckerOf = ({ run, member, memory }: Case, answeredBy: string | null): string | null => {
  const [first] = [memory.issuedBy, ...run.roster.holders('SUPERVISOR')].filter(
    (user) => run.roster.member(user) !== null && user !== answeredBy && user !== member.user,
  );
  return first ?? run.roster.managerOf(member.user);
};

const ALL_TASKS: readonly RectificationTask[] = ['rectify', 'overdue', 'recheck'];

/** A new round: the answer that did not pass is kept beside what was said of it, and another is waited for. */
const reopened = (one: Case, round: Round, said: Said): FollowedRectification => {
  const { run, record, member, memory } = one;
  const { noticeLanguage: language, rectificationDays } = run.settings;
  const { dueDate } = run.calendar.deadline({ from: said.at, days: rectificationDays });
  const line = phrase('note.RECTIFICATION_ROUND', language, {
    round: round.number,
    answer: textOrNull(record.response) ?? '',
    by: nameOf(run, memory.answeredBy),
    note: textOrNull(record.recheckNote) ?? '',
    checker: nameOf(run, said.by),
  });
  const fields = {
    status: 'REOPENED',
    outcome: 'NOT_IN_TIME',
    round: round.number + 1,
    dueOn: dueDate,
    response: '',
    respondedAt: null,
    respondedByName: '',
    recheck: null,
    recheckNote: '',
    recheckedAt: said.at,
    recheckedByName: nameOf(run, said.by),
    course: [textOrNull(record.course), line].filter(Boolean).join('\n\n'),
    result: '',
    memory: { ...memory, answeredBy: null },
  };
  const next = { ...record, ...fields };
  return {
    isIssued: false,
    revert: revertOf(record, fields),
    facts: [
      factOf(one, 'RECTIFICATION_REOPENED', `reopened:${round.number}`, said.at, {
        by: said.by,
        dueOn: dueDate,
      }),
    ],
    tasks: [rectificationTask(run, 'rectify', noticed(next, member), member.user)],
    closedTasks: ALL_TASKS.map((name) => rectificationTaskId(name, noticed(record, member), round.number)),
  };
};

const answeredFact = (one: Case, round: Round, said: Said): Fact =>
  factOf(one, 'RECTIFICATION_ANSWERED', `answered:${round.number}`, said.at, {
    by: said.by,
    dueOn: dayOf(one.record.dueOn),
    onTime: isInTime(round),
  });

const missedFact = (one: Case, round: Round): Fact =>
  factOf(one, 'RECTIFICATION_MISSED', `missed:${round.number}`, round.end.toISOString(), {
    dueOn: dayOf(one.record.dueOn),
    onTime: false,
  });

/** Tasks that a status opens, and those it closes. */
const tasksOf = (one: Case, status: unknown, round: Round, answeredBy: string | null): Consequences => {
  const { run, record, member } = one;
  const notice = noticed(record, member);
  const close = (...names: readonly RectificationTask[]) =>
    names.map((name) => rectificationTaskId(name, notice, round.number));
  switch (status) {
    case 'ANSWERED':
      return {
        tasks: [rectificationTask(run, 'recheck', notice, recheckerOf(one, answeredBy))],
        closedTasks: close('rectify', 'overdue'),
      };
    case 'OVERDUE':
      return { tasks: [rectificationTask(run, 'overdue', notice, run.roster.managerOf(member.user))] };
    case 'CLOSED':
      return { closedTasks: close(...ALL_TASKS) };
    default:
      return {};
  }
};

/**
 * Who answered and who looked again. By events, what no event has told yet is left for the one that will; where none
 * comes, the sweep takes whoever wrote last.
 */
const toldOf = ({ run, record, memory }: Case, said: SaidOf | null): SaidOf => {
  const last = said ? undefined : (writtenBy(record) ?? { by: null, at: run.now.toISOString() });
  return {
    answer: said?.answer ?? memory.answer ?? last,
    recheck: said?.recheck ?? memory.recheck ?? last,
  };
};

const followIssued = (one: Case, said: SaidOf | null): FollowedRectification => {
  const { run, record, memory } = one;
  const { answer, recheck } = toldOf(one, said);
  const number = Number(record.round ?? 1);
  const end = run.calendar.endOf(dayOf(record.dueOn));
  const isUnread = textOrNull(record.respondedAt) === null && textOrNull(record.response) !== null;
  const isUntold = isUnread && !answer;
  const fresh = isUnread && answer ? answer : null;
  const answeredAt = fresh ? fresh.at : textOrNull(record.respondedAt);
  const answeredBy = fresh ? fresh.by : memory.answeredBy;
  const before: Round = { number, end, answeredAt, isClosed: false };
  const asked = textOrNull(record.recheck) as 'PASSED' | 'FAILED' | null;
  const verdict = asked && recheck && !isUntold ? { asked, ...recheck } : null;
  const fault = verdict
    ? recheckFault({
        verdict: verdict.asked,
        by: verdict.by,
        member: one.member.user,
        answeredBy,
        isAnswered: answeredAt !== null,
        hasNote: textOrNull(record.recheckNote) !== null,
      })
    : null;
  const isMissedNow = !isUntold && isMissed(before, run.now) && memory.missedRound < number;
  const facts = [
    ...(fresh ? [answeredFact(one, before, fresh)] : []),
    ...(isMissedNow ? [missedFact(one, before)] : []),
  ];
  const kept: RectificationMemory = {
    ...memory,
    answeredBy,
    missedRound: isMissedNow ? number : memory.missedRound,
    answer: isUnread && !fresh ? (answer ?? null) : null,
    recheck: asked && !verdict ? (recheck ?? null) : null,
  };
  if (verdict?.asked === 'FAILED' && !fault) {
    const next = reopened({ ...one, memory: kept }, before, verdict);
    return { ...next, facts: [...facts, ...(next.facts ?? [])] };
  }
  const passed = verdict?.asked === 'PASSED' && !fault ? verdict : null;
  const round: Round = { ...before, isClosed: passed !== null };
  const status = isUntold ? record.status : statusOf(round, run.now);
  const outcome = textOrNull(record.outcome) ?? (isUntold ? null : outcomeOf(round, run.now));
  const fields = {
    status,
    outcome,
    ...(fresh ? { respondedAt: answeredAt, respondedByName: nameOf(run, answeredBy) } : {}),
    ...(passed
      ? { recheckedAt: passed.at, recheckedByName: nameOf(run, passed.by), closedAt: passed.at, result: '' }
      : {}),
    // Once it is issued it is that member's: a notice to somebody else is another one.
    memberId: one.member.id,
    assigneeId: one.member.user,
    memory: kept,
  };
  const closed = passed
    ? [
        factOf(one, 'RECTIFIED', 'closed', passed.at, {
          by: passed.by,
          dueOn: dayOf(record.firstDueOn),
          onTime: outcome === 'IN_TIME',
        }),
      ]
    : [];
  const tasks = status === record.status ? {} : tasksOf(one, status, round, answeredBy);
  return {
    isIssued: false,
    patch: differenceOf(record, fields),
    revert: fault ? revertOf(record, { recheck: null, result: wordsOf(run, fault) }) : undefined,
    facts: [...facts, ...closed],
    ...tasks,
  };
};

/** Of a notice that is closed nothing changes any more: whoever sets its recheck otherwise has it put back. */
const followClosed = (record: TwentyRecord): FollowedRectification => ({
  isIssued: false,
  revert: record.recheck === 'PASSED' ? undefined : revertOf(record, { recheck: 'PASSED' }),
});

/**
 * What follows from a notice as it stands (7.1.4, I1, I2): it is issued, answered, missed, closed or reopened. Right
 * however often it is looked at, and in whatever order events come: only what the record does not say yet is done.
 * `number` is the one it has when it is issued now.
 */
export const followRectification = (
  run: Run,
  record: TwentyRecord,
  memberOf: (profile: string) => Assessed | null,
  said: SaidOf | null,
  number: string,
): FollowedRectification => {
  const memory = rectificationMemory(record);
  const [member = null] = [memory.member, textOrNull(record.memberId)].flatMap(
    (profile) => (profile && memberOf(profile)) || [],
  );
  if (textOrNull(record.issuedAt) === null) return followDraft(run, record, member, said, number);
  if (record.status === 'CLOSED') return followClosed(record);
  // Whoever has left answers no more; their notice stays as it is, for whoever reads it.
  if (!member) return { isIssued: false };
  return followIssued({ run, record, member, memory }, said);
};

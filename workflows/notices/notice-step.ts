import { unlessEmpty } from '../memory/slice.ts';
import { type Consequences, together } from '../run/consequences.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { acrossClearing, clearedTags } from './cleared.ts';
import { type Completion, completionsOf } from './completions.ts';
import { departureOf, withDeparture } from './departure.ts';
import { detectNotice } from './detect-notice.ts';
import { CLOSED, followNotice, type NoticeSubject } from './follow-notice.ts';
import { closeMerged, stoodFor } from './merged-notices.ts';
import { isFamily, kindOf } from './notice-kind.ts';
import { type NoticesMemory, noticesMemory } from './notices-memory.ts';
import { withoutSameContact } from './same-contact.ts';

const DAY = 86_400_000;
/** A report that says nothing of when it happened bears the instant it was made. */
const MOMENT = 300_000;

/**
 * The edit that a report speaks of, where the tag was edited first and reported after: it was found by itself, and the
 * report asks for nothing more. A change said to have happened after the edit is another.
 */
const editedBefore = (notice: TwentyRecord, notices: readonly TwentyRecord[]): Completion | null => {
  if (textOrNull(notice.key) !== null) return null;
  const kind = kindOf(notice.kind);
  const reported = Date.parse(String(notice.createdAt));
  const occurred = Date.parse(textOrNull(notice.occurredAt) ?? String(notice.createdAt));
  const from = reported - occurred < MOMENT ? reported - DAY : occurred;
  const found = notices.find((other) => {
    const completed = Date.parse(textOrNull(other.completedAt) ?? '');
    return other.isDetected === true && isFamily(kind, other.kind) && completed >= from && completed <= reported;
  });
  if (!found) return null;
  const entry = { at: String(found.completedAt), by: textOrNull(found.reportedById) };
  return { kind, entry, version: 0, changes: [], isPartial: false };
};

/** What completes a notice: a change of its kind that came no earlier than what it reports. */
const completionOf = (
  notice: TwentyRecord,
  notices: readonly TwentyRecord[],
  completions: readonly Completion[],
): Completion | null => {
  if (CLOSED.has(notice.status) && textOrNull(notice.completedAt) !== null) return null;
  if (notice.status === 'CANCELLED' && textOrNull(notice.note) !== null) return null;
  const occurred = Date.parse(textOrNull(notice.occurredAt) ?? String(notice.createdAt));
  return (
    completions.find(
      (completion) => isFamily(notice.kind, completion.kind) && occurred <= Date.parse(completion.entry.at),
    ) ?? editedBefore(notice, notices)
  );
};

/** Each change completes the open notices of its kind, or is recorded as detected when there is none. */
const followNotices = (
  run: Run,
  subject: NoticeSubject,
  notices: readonly TwentyRecord[],
  completions: readonly Completion[],
): Consequences => {
  const met = new Set<Completion>();
  const completed = new Map(notices.map((notice) => [notice, completionOf(notice, notices, completions)]));
  const standingFor = stoodFor(
    notices.filter((notice) => !completed.get(notice)),
    subject,
  );
  const followed = notices.map((notice) => {
    const completion = completed.get(notice) ?? null;
    const standing = standingFor.get(String(notice.id));
    if (standing) return closeMerged(run, subject, notice, standing);
    if (completion) for (const one of completions) if (isFamily(notice.kind, one.kind)) met.add(one);
    return followNotice(run, notice, subject, completion);
  });
  const unmet = completions.filter(
    (completion) => !met.has(completion) && (completion.changes.length > 0 || completion.note !== undefined),
  );
  return together([...followed, ...unmet.map((completion) => detectNotice(run, subject, completion))]);
};

/** Whether a notice is overdue once what was found of it is written. */
const hasLate = (notices: readonly TwentyRecord[], { notices: patches = [] }: Consequences): boolean =>
  notices.some((notice) => {
    const found = patches.filter(({ id }) => id === notice.id).map(({ fields }) => fields);
    return Object.assign({}, notice, ...found).status === 'OVERDUE';
  });

/** Brings the notices of a subject in line with its tags (4.1.3, 4.1.9, 4.2.1). */
export const noticeStep: Step<NoticesMemory> = {
  memory: noticesMemory,
  follow: (run, subject, memory) => {
    const { object, record, isFirst, changes, seen, lastSeen, entry, fresh, judgement, beside, merged, values } =
      subject;
    const isPartial = object === 'tagProduct' && judgement.hasErrors;
    const by = fresh ?? entry ?? { at: run.now.toISOString(), by: null };
    const departure = departureOf(subject, memory);
    const reportable = withoutSameContact(acrossClearing(changes, memory), values);
    const told = isFirst ? [] : completionsOf(subject, reportable, by, memory.edited ?? [], isPartial);
    const completions = withDeparture(run, subject, told, departure);
    const edited = isPartial ? completions.map(({ kind }) => kind as string).sort() : [];
    const cleared = clearedTags(changes, { ...memory, seen: lastSeen }, seen);
    const followed = followNotices(run, { object, record, merged }, beside.notices, completions);
    return {
      ...followed,
      subject: { hasLateNotice: hasLate(beside.notices, followed) },
      memory: {
        cleared: Object.keys(cleared).length > 0 ? cleared : undefined,
        edited: unlessEmpty(edited),
        workplace: departure.workplace,
        contactLeft: departure.isOpen || undefined,
      },
    };
  },
};

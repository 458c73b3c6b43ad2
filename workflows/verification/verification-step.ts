import { asText, type Value } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { type Entry, latestEntry } from '../run/entry.ts';
import { optionLabel, tagLabels } from '../run/labels.ts';
import { laterInstant } from '../run/later-instant.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import type { Answer, Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { isIdentity, namingsAmong } from './identity.ts';
import { isOutdated } from './is-outdated.ts';
import { type VerificationMemory, verificationMemory } from './verification-memory.ts';

const UNVERIFIED = 'UNVERIFIED';

interface StatusChange {
  readonly from: string;
  readonly to: string;
  /** Who changed it, and when. */
  readonly entry: Pick<Entry, 'at' | 'by'>;
  readonly note: string;
}

/** Tags said to be verified, or in doubt, or not to be so any more: by whom, and when (3.1.5). */
const verificationFact = (
  run: Run,
  { object, id, record, version }: Subject,
  { from, to, entry, note }: StatusChange,
): Fact => {
  const label = (status: string) => optionLabel(object, 'tagVerification', status, run.settings.noticeLanguage);
  return {
    kind: 'VERIFICATION',
    object,
    subjectId: id,
    record: nameOf(object, record),
    key: `${version}:${from}>${to}`,
    at: entry.at,
    by: entry.by,
    tag: 'tagVerification',
    before: label(from),
    after: label(to),
    note,
  };
};

/** What is verified no more, since it is another's name or code now that stands there. */
const takenBack = (
  run: Run,
  subject: Subject,
  found: readonly string[],
  naming: Entry | undefined,
): Answer<VerificationMemory> => {
  const { object, record, values, fresh, entry } = subject;
  const { noticeLanguage: language } = run.settings;
  const tags = found.length > 0 ? found : (naming?.tags ?? []).filter((name) => isIdentity(object, name));
  const change: StatusChange = {
    from: 'VERIFIED',
    to: UNVERIFIED,
    entry: naming ?? fresh ?? entry ?? { at: run.now.toISOString(), by: null },
    note: phrase('note.UNVERIFIED', language, { tags: tagLabels(object, tags, language) }),
  };
  return {
    subject: {
      record: { ...record, tagVerification: UNVERIFIED },
      values: { ...values, tagVerification: UNVERIFIED },
    },
    fields: { tagVerification: UNVERIFIED },
    facts: [verificationFact(run, subject, change)],
    memory: { verification: UNVERIFIED },
  };
};

/** The last entry of the name or the code that an event tells of. */
const namingOf = (run: Run, { object, id }: Subject): Entry | undefined =>
  latestEntry(namingsAmong(object, run.entries.get(subjectKey(object, id)) ?? []));

/**
 * Tells the log who verified what and when, and takes it back when the name or the credit code changes afterwards
 * (3.1.5). What is verified in the same write as the change, or after it, stands.
 */
export const verificationStep: Step<VerificationMemory> = {
  memory: verificationMemory,
  follow: (run, subject, memory) => {
    const { object, record, values, changes, isFirst, entry } = subject;
    const status = asText(values.tagVerification as Value) || UNVERIFIED;
    const last = run.verifications.get(subjectKey(object, subject.id));
    const told = last?.status === status ? last : undefined;
    const isNew = isFirst && !run.isInstalling;
    // What was judged before this was remembered is known by the event alone.
    const before = memory.verification ?? (isNew ? UNVERIFIED : told ? (told.before ?? UNVERIFIED) : status);
    const isSaidNow = status !== before;
    const giver = told ?? writtenBy(record) ?? entry ?? { at: run.now.toISOString(), by: null };
    const note = textOrNull(record.tagVerificationNote) ?? '';
    const facts = isSaidNow ? [verificationFact(run, subject, { from: before, to: status, entry: giver, note })] : [];
    const verification = memory.verification !== undefined || isSaidNow || isNew ? status : undefined;
    if (status !== 'VERIFIED') return { facts, memory: { verification } };

    const naming = namingOf(run, subject);
    const namedAt = naming ? laterInstant(memory.namedAt ?? null, naming.at) : memory.namedAt;
    const verifiedAt = told?.at ?? memory.verifiedAt ?? (isSaidNow ? giver.at : undefined);
    const found = changes.map(({ tag }) => tag.name).filter((name) => isIdentity(object, name));
    const isFoundChanged = found.length > 0;
    const isSaidAnew =
      told !== undefined && memory.verifiedAt !== undefined && Date.parse(told.at) > Date.parse(memory.verifiedAt);
    const known = {
      verifiedAt: verifiedAt ?? null,
      // What is known of a name is of the one before, where it is found changed and no event tells of that.
      namedAt: isFoundChanged && !naming ? null : (namedAt ?? null),
    };
    if (!isOutdated({ ...known, isFoundChanged, isSaidNow: isSaidNow || isSaidAnew }))
      return { facts, memory: { verification, verifiedAt, namedAt } };
    const taken = takenBack(run, subject, found, naming);
    return { ...taken, facts: [...facts, ...(taken.facts ?? [])] };
  },
};

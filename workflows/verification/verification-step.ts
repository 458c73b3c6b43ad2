import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { asText, type Value } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import type { Entry } from '../run/entry.ts';
import { optionLabel, tagLabels } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { type VerificationMemory, verificationMemory } from './verification-memory.ts';

/** What a verified customer is above all: with another name or code it is somebody else. */
const IDENTITY: Partial<Readonly<Record<GovernedObject, readonly string[]>>> = { company: ['name', 'tagCreditCode'] };

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
const takenBack = (run: Run, subject: Subject, touched: readonly string[], changed: StatusChange['entry']) => {
  const { object, record, values } = subject;
  const { noticeLanguage: language } = run.settings;
  const note = phrase('note.UNVERIFIED', language, { tags: tagLabels(object, touched, language) });
  return {
    subject: {
      record: { ...record, tagVerification: UNVERIFIED },
      values: { ...values, tagVerification: UNVERIFIED },
    },
    fields: { tagVerification: UNVERIFIED },
    facts: [verificationFact(run, subject, { from: 'VERIFIED', to: UNVERIFIED, entry: changed, note })],
    memory: { verification: UNVERIFIED },
  };
};

/**
 * Tells the log who verified what and when, and takes it back when the name or the credit code changes afterwards
 * (3.1.5). What is verified in the same write as the change, or after it, stands.
 */
export const verificationStep: Step<VerificationMemory> = {
  memory: verificationMemory,
  follow: (run, subject, memory) => {
    const { object, record, values, changes, isFirst, fresh, entry } = subject;
    const status = asText(values.tagVerification as Value) || UNVERIFIED;
    const last = run.verifications.get(subjectKey(object, subject.id));
    const told = last?.status === status ? last : undefined;
    const isNew = isFirst && !run.isInstalling;
    // What was judged before this was remembered is known by the event alone.
    const before = memory.verification ?? (isNew ? UNVERIFIED : told ? (told.before ?? UNVERIFIED) : status);
    const nobody = { at: run.now.toISOString(), by: null };
    if (status !== before) {
      const giver = told ?? writtenBy(record) ?? entry ?? nobody;
      const note = textOrNull(record.tagVerificationNote) ?? '';
      return {
        facts: [verificationFact(run, subject, { from: before, to: status, entry: giver, note })],
        memory: { verification: status },
      };
    }
    const changed = fresh ?? entry ?? nobody;
    const isSaidSince = told !== undefined && Date.parse(told.at) >= Date.parse(changed.at);
    const touched = changes.map(({ tag }) => tag.name).filter((name) => IDENTITY[object]?.includes(name));
    if (status === 'VERIFIED' && touched.length > 0 && !isSaidSince) return takenBack(run, subject, touched, changed);
    return { memory: { verification: memory.verification !== undefined || isNew ? status : undefined } };
  },
};

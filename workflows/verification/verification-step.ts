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

/** What a verdict on a customer vouches for above all: with another name or code it is a verdict on somebody else. */
const IDENTITY: Partial<Readonly<Record<GovernedObject, readonly string[]>>> = { company: ['name', 'tagCreditCode'] };

const UNVERIFIED = 'UNVERIFIED';

/** A verdict given or withdrawn: who, when, and what it was before (3.1.5). */
const verdictFact = (
  run: Run,
  { object, id, record, version }: Subject,
  change: {
    readonly from: string;
    readonly to: string;
    readonly entry: Pick<Entry, 'at' | 'by'>;
    readonly note: string;
  },
): Fact => {
  const { from, to, entry, note } = change;
  const label = (verdict: string) => optionLabel(object, 'tagVerification', verdict, run.settings.noticeLanguage);
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

/**
 * Tells the log who verified what and when, and takes the verdict back when the name or the credit code changes
 * afterwards (3.1.5). A verdict given in the same write as the change, or told of after it, stands.
 */
export const verificationStep: Step<VerificationMemory> = {
  memory: verificationMemory,
  follow: (run, subject, memory) => {
    const { object, record, values, changes, isFirst, fresh, entry } = subject;
    const verdict = asText(values.tagVerification as Value) || UNVERIFIED;
    const last = run.verdicts.get(subjectKey(object, subject.id));
    const told = last?.verdict === verdict ? last : undefined;
    // What was judged before verdicts were remembered is known by the event alone.
    const before =
      memory.verdict ?? (isFirst && !run.isInstalling ? UNVERIFIED : told ? (told.before ?? UNVERIFIED) : verdict);
    const now = run.now.toISOString();
    if (verdict !== before) {
      const giver = told ?? writtenBy(record) ?? entry ?? { at: now, by: null };
      const note = textOrNull(record.tagVerificationNote) ?? '';
      return {
        facts: [verdictFact(run, subject, { from: before, to: verdict, entry: giver, note })],
        memory: { verdict },
      };
    }
    const touched = changes.map(({ tag }) => tag.name).filter((name) => IDENTITY[object]?.includes(name));
    if (verdict !== 'VERIFIED' || touched.length === 0 || told) {
      const isKnown = memory.verdict !== undefined || (isFirst && !run.isInstalling);
      return { memory: { verdict: isKnown ? verdict : undefined } };
    }
    const { noticeLanguage: language } = run.settings;
    const note = phrase('note.UNVERIFIED', language, { tags: tagLabels(object, touched, language) });
    const changed = fresh ?? entry ?? { at: now, by: null };
    return {
      subject: {
        record: { ...record, tagVerification: UNVERIFIED },
        values: { ...values, tagVerification: UNVERIFIED },
      },
      fields: { tagVerification: UNVERIFIED },
      facts: [verdictFact(run, subject, { from: verdict, to: UNVERIFIED, entry: changed, note })],
      memory: { verdict: UNVERIFIED },
    };
  },
};

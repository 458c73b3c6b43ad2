import type { PhraseKey } from '../messages/phrase.ts';
import { phrase } from '../messages/phrase.ts';
import type { Fact } from '../run/log-entry.ts';
import { type Run, textOrNull, writtenBy } from '../run/run.ts';
import type { Holder } from './holder-of.ts';
import type { AgreementStand } from './stand-of.ts';

/** The last instant of a day of the policy. */
const endOf = ({ calendar }: Run, date: string): string => calendar.endOf(date).toISOString();

/** What the log is told of one agreement: who acknowledged it and when, what was put back, that it has ended (6.3.1, 6.3.5). */
export const agreementFacts = (
  run: Run,
  { id: memberId, holder }: { readonly id: string; readonly holder: Holder },
  { agreement, id, status, endsOn, acknowledgement }: AgreementStand,
): readonly Fact[] => {
  const { noticeLanguage: language } = run.settings;
  const shared = { object: 'tagMember' as const, subjectId: memberId, record: holder.name, tag: 'agreements' };
  const note = (key: PhraseKey) => phrase(key, language);
  const told = run.acknowledgements.get(id) ?? [];
  const last = told.at(-1) ?? writtenBy(agreement);
  const at = last?.at ?? textOrNull(agreement.updatedAt) ?? run.now.toISOString();
  const facts: Fact[] = [];
  const { verdict, accepted } = acknowledgement;
  if (verdict === 'GIVEN' && accepted) {
    const key = `acknowledged:${id}:${accepted.at}`;
    facts.push({
      ...shared,
      kind: 'AGREEMENT',
      key,
      at: accepted.at,
      by: holder.user,
      note: note('note.ACKNOWLEDGED'),
    });
  }
  if (verdict === 'WITHDRAWN')
    facts.push({
      ...shared,
      kind: 'AGREEMENT',
      key: `withdrawn:${id}:${at}`,
      at,
      by: holder.user,
      note: note('note.WITHDRAWN'),
    });
  if (verdict === 'OUTDATED')
    facts.push({ ...shared, kind: 'AGREEMENT', key: `outdated:${id}:${at}`, at, note: note('note.TERMS_CHANGED') });
  if (verdict === 'NOT_OWN')
    facts.push({
      ...shared,
      kind: 'REVERTED',
      key: `acknowledged:${id}:${at}`,
      at,
      by: last?.by ?? null,
      note: note('note.ACKNOWLEDGED_BY_OTHER'),
    });
  if (status === 'EXPIRED' && endsOn !== null && agreement.status !== 'EXPIRED')
    facts.push({
      ...shared,
      kind: 'AGREEMENT',
      key: `ended:${id}:${endsOn}`,
      at: endOf(run, endsOn),
      responsible: holder.user,
      dueOn: endsOn,
      note: note('note.AGREEMENT_ENDED'),
    });
  return facts;
};

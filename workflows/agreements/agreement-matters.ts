import { phrase } from '../messages/phrase.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run } from '../run/run.ts';
import { areAgreementsNeeded } from '../run/sensitive-access.ts';
import type { Matter } from '../run/task.ts';
import { isPursued } from './follow-incident.ts';
import type { Holder } from './holder-of.ts';
import { daysAfter } from './judge-agreement.ts';
import type { AgreementStand } from './stand-of.ts';
import type { MemberStand } from './state-of.ts';

/** Whoever supervises, unless it is the member themselves; else the member's manager. */
const supervisorOf = ({ roster }: Run, { user }: Holder): string | null =>
  roster.holders('SUPERVISOR').find((one) => one !== user) ?? roster.managerOf(user);

/** The last day on which nobody needs an agreement yet; null once they do. */
const graceEnd = (run: Run): string | null =>
  areAgreementsNeeded(run) || run.agreementsFrom === null ? null : daysAfter(run.agreementsFrom, -1);

export interface HeldAgreements {
  readonly holder: Holder;
  readonly member: MemberStand;
  readonly stands: readonly AgreementStand[];
  /** Their role lets them see sensitive tags, as far as is known. */
  readonly readsSensitive: boolean;
}

/**
 * What is open of a member's agreement: to be signed or renewed by whoever leads them, to be acknowledged by themselves,
 * and, where their role shows them sensitive tags all the same, to be looked at by the supervisor (6.3.1, 6.3.5, 6.1.3).
 */
export const agreementMatters = (
  run: Run,
  { holder, member, stands, readsSensitive }: HeldAgreements,
): readonly Matter[] => {
  const { noticeLanguage: language } = run.settings;
  const { user, name } = holder;
  // Nobody is asked before agreements were introduced, and while the installation lets in what was there.
  if (user === null || run.isInstalling || run.agreementsFrom === null) return [];
  const manager = run.roster.managerOf(user);
  const awaited = stands.filter(({ isAwaited }) => isAwaited);
  const isInForce = member.state === 'VALID' || member.state === 'EXPIRING';
  const matters: Matter[] = awaited.map(({ id, terms }) => ({
    kind: 'ACKNOWLEDGE',
    key: `acknowledge:${id}:${terms}`,
    title: phrase('task.acknowledge', language, { record: name }),
    clause: '6.3.5',
    note: phrase('task.acknowledge.how', language),
    dueOn: null,
    assigneeId: user,
  }));
  if (!isInForce && awaited.length === 0)
    matters.push({
      kind: 'AGREEMENT',
      key: 'agreement',
      title: phrase('task.agreement', language, { record: name }),
      clause: '6.3.1',
      dueOn: graceEnd(run),
      assigneeId: manager,
      recurs: true,
    });
  if (member.state === 'EXPIRING' && awaited.length === 0 && member.by && member.until)
    matters.push({
      kind: 'AGREEMENT',
      key: `renewal:${member.by.id}:${member.until}`,
      title: phrase('task.renewal', language, { record: name }),
      clause: '6.3.1',
      dueOn: member.until,
      assigneeId: manager,
    });
  if (!isInForce && readsSensitive)
    matters.push({
      kind: 'ACCESS',
      key: 'access',
      title: phrase('task.access', language, { record: name }),
      clause: '6.1.3',
      dueOn: graceEnd(run),
      assigneeId: supervisorOf(run, holder),
      recurs: true,
    });
  return matters;
};

/** Breaches that have not been pursued to their end are the supervisor's to pursue (6.3.4). */
export const breachMatters = (run: Run, holder: Holder, incidents: readonly TwentyRecord[]): readonly Matter[] =>
  incidents
    .filter((incident) => !isPursued(incident))
    .map((incident) => ({
      kind: 'BREACH',
      key: `breach:${idOf(incident)}`,
      title: phrase('task.breach', run.settings.noticeLanguage, { record: holder.name }),
      clause: '6.3.4',
      dueOn: null,
      assigneeId: supervisorOf(run, holder),
    }));

import { daysAfter } from '../agreements/judge-agreement.ts';
import { lastOfficialYear } from '../calendar/official-days.ts';
import { isOpenList } from '../dictionary/added-options.ts';
import type { BackupCycle, BackupFacts, HealthFacts, NeededDuty, UnusableSetting } from '../health/facts.ts';
import { AGREEMENTS_KEY, INSTALL_KEY, REFUSED_KEY, REFUSED_OFTEN } from '../health/facts.ts';
import { isBound } from '../run/sensitive-access.ts';
import type { HealthAnswers } from './health.ts';

const nameOf = ({ name, userEmail, id }: HealthAnswers['users'][number]): string => {
  const [first, last] = [name?.firstName ?? '', name?.lastName ?? ''];
  const isChinese = /\p{Script=Han}/u.test(`${first}${last}`);
  const full = isChinese ? `${last}${first}` : `${first} ${last}`.trim();
  return full || userEmail || id;
};

const latestOf = (instants: readonly (string | null | undefined)[]): string | null =>
  instants.reduce<string | null>(
    (latest, instant) => (instant && (!latest || Date.parse(instant) > Date.parse(latest)) ? instant : latest),
    null,
  );

const repeated = (values: readonly (string | null | undefined)[]): ReadonlySet<string> =>
  new Set(values.filter((value, at) => typeof value === 'string' && values.indexOf(value) !== at) as string[]);

/** What the register tells, newest first as it comes; a drill is no backup. */
const backupFacts = (register: HealthAnswers['backups'], cycle: BackupCycle): BackupFacts => {
  const dated = register.flatMap((row) => (row.startedAt ? [{ ...row, at: row.startedAt }] : []));
  const backups = dated.filter(({ kind }) => kind !== 'DRILL');
  const [last] = backups;
  const drill = dated.find(({ kind }) => kind === 'DRILL');
  return {
    cycle,
    firstAt: backups.at(-1)?.at ?? null,
    lastFullAt: backups.find(({ kind }) => kind === 'FULL')?.at ?? null,
    last: last ? { at: last.at, places: last.places?.length ?? 0, isEncrypted: last.isEncrypted === true } : null,
    lastDrill: drill ? { at: drill.at, isPassed: drill.result === 'DONE' } : null,
  };
};

/** The facts of health, from what the workspace answered and what whoever asks knows. */
export const healthFacts = (
  {
    stageOptions,
    addedOptions,
    erasedOptions,
    members,
    users,
    days,
    sweeps,
    backups,
    overdueNotices,
    overdueChecks,
    ownersLeft,
  }: HealthAnswers,
  {
    backupCycle,
    agreementGraceDays,
    dateOf,
    ...asker
  }: {
    readonly today: string;
    readonly dateOf: (instant: string) => string;
    readonly agreementGraceDays: number;
    readonly version: string;
    readonly unusableSettings: readonly UnusableSetting[] | null;
    readonly backupCycle: BackupCycle;
    readonly isPaused: boolean | null;
  },
): HealthFacts => {
  const sweepOf = (key: string) => sweeps.find((sweep) => sweep.key === key);
  const full = sweepOf('full');
  const holders = (duty: NeededDuty): number =>
    members.filter((member) => member.workspaceMemberId && member.duties?.includes(duty)).length;
  const install = sweepOf(INSTALL_KEY);
  const introducedAt = sweepOf(AGREEMENTS_KEY)?.startedAt;
  const managers = new Set(members.map(({ managerId }) => managerId));
  const profiled = new Set(members.map((member) => member.workspaceMemberId));
  const severalProfiles = repeated(members.map((member) => member.workspaceMemberId));
  return {
    ...asker,
    // One that has begun alone is not installed yet.
    installed: install?.version && install.finishedAt ? { version: install.version, at: install.finishedAt } : null,
    dutyHolders: {
      REVIEWER: holders('REVIEWER'),
      TAG_MANAGER: holders('TAG_MANAGER'),
      SUPERVISOR: holders('SUPERVISOR'),
    },
    withoutProfile: users
      .filter((user) => !profiled.has(user.id))
      .map(nameOf)
      .sort(),
    withSeveralProfiles: users
      .filter((user) => severalProfiles.has(user.id))
      .map(nameOf)
      .sort(),
    // A profile without a user holds its duties for nobody, and whoever reports to it has no manager.
    withoutUser: members
      .filter(({ id, workspaceMemberId, duties }) => !workspaceMemberId && (duties?.length || managers.has(id)))
      .map(({ id, name }) => name || String(id))
      .sort(),
    withoutAgreement: members
      .filter((member) => member.workspaceMemberId && !isBound(member, asker.today))
      .map(({ id, name }) => name || String(id))
      .sort(),
    agreementsFrom: introducedAt ? daysAfter(dateOf(introducedAt), agreementGraceDays) : null,
    ownersLeft,
    repeatedDays: [...repeated(days.map(({ date }) => date?.slice(0, 10)))].sort(),
    stageOptions,
    addedOptions: addedOptions.map((added) => ({ ...added, isOpen: isOpenList(added.object, added.tag) })),
    erasedOptions,
    lastOfficialYear: lastOfficialYear(),
    overdueNotices,
    overdueChecks,
    refused: sweeps
      .filter(({ key, failures }) => key?.startsWith(REFUSED_KEY) && (failures ?? 0) >= REFUSED_OFTEN)
      .map(({ name }) => name ?? ''),
    backups: backupFacts(backups, backupCycle),
    sweptAt: {
      full: full?.finishedAt || null,
      // The daily sweep does the work of the hourly one in its hour.
      hourly: latestOf([sweepOf('hourly')?.finishedAt, full?.startedAt, full?.finishedAt]),
    },
  };
};

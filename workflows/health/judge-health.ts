import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';
import { compareVersions } from '../rules/install/compare-versions.ts';
import { STOCK_STAGES } from '../stages/stock-stage.ts';
import { type BackupFacts, type HealthFacts, NEEDED_DUTIES, SWEEPS, type SweepKey } from './facts.ts';

export type HealthLevel = 'OK' | 'INFO' | 'WARNING' | 'ERROR';

export type HealthCode =
  | 'VERSION_CURRENT'
  | 'VERSION_DIFFERS'
  | 'INSTALL_NOT_RUN'
  | 'DUTIES_HELD'
  | 'DUTY_UNFILLED'
  | 'PROFILES_COMPLETE'
  | 'PROFILE_MISSING'
  | 'PROFILE_DUPLICATE'
  | 'PROFILE_WITHOUT_USER'
  | 'OWNERS_LEFT'
  | 'STAGES_MIRRORED'
  | 'STAGE_OPTIONS_MISSING'
  | 'OPTION_ADDED'
  | 'OPTION_ADDED_CLOSED'
  | 'OPTION_ADDED_UNUSED'
  | 'OPTION_ERASED'
  | 'CALENDAR_OFFICIAL'
  | 'CALENDAR_PROVISIONAL'
  | 'DAY_DUPLICATE'
  | 'NOTHING_OVERDUE'
  | 'NOTICES_OVERDUE'
  | 'CHECKS_OVERDUE'
  | 'SWEEPS_CURRENT'
  | 'SWEEP_NEVER'
  | 'SWEEP_LATE'
  | 'RECORDS_REFUSED'
  | 'JUDGEMENT_PAUSED'
  | 'BACKUPS_CURRENT'
  | 'BACKUP_NEVER'
  | 'AGREEMENTS_IN_FORCE'
  | 'AGREEMENTS_UNSIGNED'
  | 'AGREEMENTS_DUE'
  | 'AGREEMENTS_MISSING'
  | 'BACKUP_LATE'
  | 'BACKUP_ONE_PLACE'
  | 'BACKUP_PLAIN'
  | 'DRILL_FAILED'
  | 'DRILL_LATE'
  | 'SETTINGS_USABLE'
  | 'SETTING_UNUSABLE';

export interface HealthFinding {
  readonly code: HealthCode;
  readonly level: HealthLevel;
  readonly data: Readonly<Record<string, string | number | readonly string[]>>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far ahead deadlines are looked at. */
const CALENDAR_DAYS = 60;
/** A sweep is late when its last end lies further back: its period and some slack. */
const SWEEP_HOURS: Readonly<Record<SweepKey, number>> = { full: 26, hourly: 2 };

/** A backup of a night that was made in the next one's stead is late; one some hours later in the day is not. */
const BACKUP_SLACK_HOURS = { full: 24, any: 12 } as const;
/** A quarter: how long a drill proves that a backup can be restored (6.2.4, A23). */
const DRILL_DAYS = 92;

const finding = (code: HealthCode, level: HealthLevel, data: HealthFinding['data'] = {}): HealthFinding => ({
  code,
  level,
  data,
});

/** What was found, or that all is well. */
const orWell = (found: readonly HealthFinding[], code: HealthCode, data: HealthFinding['data'] = {}) =>
  found.length > 0 ? found : [finding(code, 'OK', data)];

const versionOf = ({ version, installed }: HealthFacts): HealthFinding => {
  if (!installed) return finding('INSTALL_NOT_RUN', 'WARNING', { version });
  if (installed.version === version) return finding('VERSION_CURRENT', 'OK', { version });
  const newer = compareVersions(installed.version, version) === 1 ? installed.version : version;
  return finding('VERSION_DIFFERS', 'WARNING', { version, installed: installed.version, newer });
};

/** Without a reviewer nothing can be approved; without a tag manager reports and escalations have no one to go to; without a supervisor nobody inspects (7.1.1). */
const dutiesOf = ({ dutyHolders }: HealthFacts): readonly HealthFinding[] =>
  orWell(
    NEEDED_DUTIES.filter((duty) => dutyHolders[duty] === 0).map((duty) =>
      finding('DUTY_UNFILLED', duty === 'REVIEWER' ? 'ERROR' : 'WARNING', { duty }),
    ),
    'DUTIES_HELD',
  );

const listing = (code: HealthCode, names: readonly string[]): readonly HealthFinding[] =>
  names.length > 0 ? [finding(code, 'WARNING', { count: names.length, names })] : [];

const profilesOf = ({ withoutProfile, withSeveralProfiles, withoutUser }: HealthFacts): readonly HealthFinding[] =>
  orWell(
    [
      ...listing('PROFILE_MISSING', withoutProfile),
      ...listing('PROFILE_DUPLICATE', withSeveralProfiles),
      ...listing('PROFILE_WITHOUT_USER', withoutUser),
    ],
    'PROFILES_COMPLETE',
  );

/** Who has no agreement is told of from the first day on, and is a fault once sensitive tags are withheld (6.3.1). */
const agreementsOf = ({ withoutAgreement: names, agreementsFrom: from, today }: HealthFacts): HealthFinding => {
  const data = { count: names.length, names };
  if (names.length === 0) return finding('AGREEMENTS_IN_FORCE', 'OK');
  if (from !== null && from <= today) return finding('AGREEMENTS_MISSING', 'WARNING', data);
  return from === null
    ? finding('AGREEMENTS_UNSIGNED', 'INFO', data)
    : finding('AGREEMENTS_DUE', 'INFO', { ...data, from });
};

/** Twenty takes whoever leaves off every record at once, and tells nobody. */
const ownersOf = ({ ownersLeft }: HealthFacts): readonly HealthFinding[] => {
  const count = Object.values(ownersLeft).reduce((sum, records) => sum + records, 0);
  return count > 0 ? [finding('OWNERS_LEFT', 'WARNING', { count, ...ownersLeft })] : [];
};

/** A workspace may well have stages of its own; the policy's then simply is not mirrored. */
const stagesOf = ({ stageOptions }: HealthFacts): HealthFinding => {
  const options = STOCK_STAGES.filter((stage) => !stageOptions.includes(stage));
  return options.length > 0 ? finding('STAGE_OPTIONS_MISSING', 'INFO', { options }) : finding('STAGES_MIRRORED', 'OK');
};

/** The next version deletes an option that was added in Twenty's settings, and takes it off all records (3.1.10). */
const optionsOf = ({ addedOptions, erasedOptions }: HealthFacts): readonly HealthFinding[] => [
  ...addedOptions.map(({ isOpen, ...added }) => {
    if (added.count === 0) return finding('OPTION_ADDED_UNUSED', 'INFO', added);
    return finding(isOpen ? 'OPTION_ADDED' : 'OPTION_ADDED_CLOSED', 'WARNING', added);
  }),
  ...erasedOptions.map((erased) => finding('OPTION_ERASED', 'WARNING', { ...erased })),
];

const calendarOf = ({ lastOfficialYear }: HealthFacts, now: Date, yearOf: (instant: Date) => number) => {
  const present = yearOf(now);
  const last = yearOf(new Date(now.getTime() + CALENDAR_DAYS * DAY));
  const years = Array.from({ length: last - present + 1 }, (_unused, at) => present + at);
  return orWell(
    years
      .filter((year) => year > lastOfficialYear)
      .map((year) => finding('CALENDAR_PROVISIONAL', year === present ? 'ERROR' : 'WARNING', { year })),
    'CALENDAR_OFFICIAL',
    { year: lastOfficialYear, days: CALENDAR_DAYS },
  );
};

const overdueOf = ({ overdueNotices, overdueChecks }: HealthFacts): readonly HealthFinding[] => {
  const checks = GOVERNED_OBJECTS.reduce((sum, object) => sum + overdueChecks[object], 0);
  return orWell(
    [
      ...(overdueNotices > 0 ? [finding('NOTICES_OVERDUE', 'WARNING', { count: overdueNotices })] : []),
      ...(checks > 0 ? [finding('CHECKS_OVERDUE', 'WARNING', { count: checks, ...overdueChecks })] : []),
    ],
    'NOTHING_OVERDUE',
  );
};

const hoursSince = (instant: string, now: Date): number => (now.getTime() - Date.parse(instant)) / HOUR;

/** A sweep that never ran is told of once it should have, counted from the installation. */
const sweepOf = ({ sweptAt, installed }: HealthFacts, sweep: SweepKey, now: Date): readonly HealthFinding[] => {
  const most = SWEEP_HOURS[sweep];
  const level = sweep === 'full' ? 'ERROR' : 'WARNING';
  const last = sweptAt[sweep];
  if (last) {
    const hours = hoursSince(last, now);
    return hours > most ? [finding('SWEEP_LATE', level, { sweep, hours: Math.floor(hours), most })] : [];
  }
  const isFresh = installed?.at ? hoursSince(installed.at, now) <= most : false;
  return isFresh ? [] : [finding('SWEEP_NEVER', level, { sweep, most })];
};

/** What Twenty refuses again and again does not pass by itself. */
const refusedOf = ({ refused }: HealthFacts): readonly HealthFinding[] =>
  refused.length > 0 ? [finding('RECORDS_REFUSED', 'WARNING', { count: refused.length, records: refused })] : [];

const daysSince = (instant: string, now: Date): number => Math.floor(hoursSince(instant, now) / 24);

/** Whether a backup is later than the cycle wants; 0 wants none. */
const lateOf = (kind: 'full' | 'any', last: string | null, days: number, now: Date): readonly HealthFinding[] => {
  if (days === 0 || !last || hoursSince(last, now) <= days * 24 + BACKUP_SLACK_HOURS[kind]) return [];
  return [finding('BACKUP_LATE', 'WARNING', { backup: kind, days: daysSince(last, now), most: days })];
};

const drillOf = ({ firstAt, lastDrill }: BackupFacts, now: Date): readonly HealthFinding[] => {
  if (lastDrill && !lastDrill.isPassed)
    return [finding('DRILL_FAILED', 'ERROR', { days: daysSince(lastDrill.at, now) })];
  const since = lastDrill?.at ?? firstAt;
  const days = since ? daysSince(since, now) : 0;
  return days > DRILL_DAYS ? [finding('DRILL_LATE', 'WARNING', { days, most: DRILL_DAYS })] : [];
};

/** Whether there are backups as often as wanted, in two places, and whether they are known to be of use (6.2). */
const backupsOf = ({ backups, installed }: HealthFacts, now: Date): readonly HealthFinding[] => {
  const { cycle, last, lastFullAt } = backups;
  if (!last || !lastFullAt) {
    const most = cycle.fullDays;
    const isFresh = !installed?.at || hoursSince(installed.at, now) <= most * 24 + BACKUP_SLACK_HOURS.full;
    return most === 0 || isFresh ? [] : [finding('BACKUP_NEVER', 'WARNING', { most })];
  }
  return orWell(
    [
      ...lateOf('full', lastFullAt, cycle.fullDays, now),
      ...lateOf('any', last.at, cycle.days, now),
      ...(last.places < 2 ? [finding('BACKUP_ONE_PLACE', 'WARNING')] : []),
      ...drillOf(backups, now),
      ...(last.isEncrypted ? [] : [finding('BACKUP_PLAIN', 'INFO')]),
    ],
    'BACKUPS_CURRENT',
    { places: last.places },
  );
};

const settingsOf = ({ unusableSettings }: HealthFacts): readonly HealthFinding[] =>
  unusableSettings
    ? orWell(
        unusableSettings.map(({ name, value, used }) => finding('SETTING_UNUSABLE', 'WARNING', { name, value, used })),
        'SETTINGS_USABLE',
      )
    : [];

/**
 * Whether the policy can be carried out: one finding or more for each thing looked at, OK where all is well, in the
 * order an admin would set things right. `yearOf` gives the year of an instant in the policy's zone.
 */
export const judgeHealth = (
  facts: HealthFacts,
  now: Date,
  yearOf: (instant: Date) => number,
): readonly HealthFinding[] => [
  versionOf(facts),
  ...dutiesOf(facts),
  ...profilesOf(facts),
  agreementsOf(facts),
  ...ownersOf(facts),
  stagesOf(facts),
  ...optionsOf(facts),
  ...calendarOf(facts, now, yearOf),
  ...listing('DAY_DUPLICATE', facts.repeatedDays),
  ...overdueOf(facts),
  ...orWell(
    SWEEPS.flatMap((sweep) => sweepOf(facts, sweep, now)),
    'SWEEPS_CURRENT',
  ),
  ...refusedOf(facts),
  ...(facts.isPaused ? [finding('JUDGEMENT_PAUSED', 'WARNING')] : []),
  ...backupsOf(facts, now),
  ...settingsOf(facts),
];

/** Whether a finding is something to put right. */
export const isFault = ({ level }: HealthFinding): boolean => level === 'WARNING' || level === 'ERROR';

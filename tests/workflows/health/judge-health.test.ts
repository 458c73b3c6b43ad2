import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../objects/taxonomy/index.ts';
import type { HealthFacts } from '../../../workflows/health/facts.ts';
import { healthWords } from '../../../workflows/health/health-words.ts';
import { type HealthFinding, isFault, judgeHealth } from '../../../workflows/health/judge-health.ts';

const NOW = new Date('2026-06-15T04:00:00.000Z');
const erased = { object: 'company', tag: 'tagChannels', option: 'LIVE', count: 3 };
const added = (count: number, isOpen: boolean) => ({ ...erased, label: '直播', count, isOpen });
const ago = (hours: number): string => new Date(NOW.getTime() - hours * 3_600_000).toISOString();
const yearOf = (instant: Date): number => instant.getUTCFullYear();

const WELL: HealthFacts = {
  version: '1.2.0',
  installed: { version: '1.2.0', at: ago(1000) },
  dutyHolders: { REVIEWER: 1, TAG_MANAGER: 1, SUPERVISOR: 1 },
  withoutProfile: [],
  withSeveralProfiles: [],
  withoutUser: [],
  today: '2026-09-28',
  withoutAgreement: [],
  agreementsFrom: '2026-09-01',
  ownersLeft: { company: 0, opportunity: 0 },
  repeatedDays: [],
  stageOptions: ['NEW', 'SCREENING', 'MEETING', 'PROPOSAL', 'CUSTOMER', 'OUR_OWN'],
  addedOptions: [],
  erasedOptions: [],
  lastOfficialYear: 2026,
  overdueNotices: 0,
  refused: [],
  overdueChecks: { company: 0, opportunity: 0, tagProduct: 0, tagMember: 0 },
  sweptAt: { full: ago(1), hourly: ago(1) },
  backups: {
    cycle: { fullDays: 7, days: 1 },
    firstAt: ago(200 * 24),
    lastFullAt: ago(48),
    last: { at: ago(3), places: 2, isEncrypted: true },
    lastDrill: { at: ago(24 * 30), isPassed: true },
  },
  isPaused: false,
  unusableSettings: [],
};
const backups = (facts: Partial<HealthFacts['backups']>): Pick<HealthFacts, 'backups'> => ({
  backups: { ...WELL.backups, ...facts },
});
const none = (cycle = WELL.backups.cycle) =>
  backups({ cycle, firstAt: null, lastFullAt: null, last: null, lastDrill: null }).backups;
const last = (hours: number, places = 2, isEncrypted = true) => ({ last: { at: ago(hours), places, isEncrypted } });
const judge = (facts: Partial<HealthFacts>, now = NOW): readonly HealthFinding[] =>
  judgeHealth({ ...WELL, ...facts }, now, yearOf);
const faults = (facts: Partial<HealthFacts>, now = NOW) =>
  judge(facts, now)
    .filter(({ level }) => level !== 'OK')
    .map(({ code, level }) => `${level} ${code}`);

describe('health', () => {
  it('all well: one OK for each thing looked at', () => {
    expect(judge({}).map(({ code, level }) => `${level} ${code}`)).toEqual([
      'OK VERSION_CURRENT',
      'OK DUTIES_HELD',
      'OK PROFILES_COMPLETE',
      'OK AGREEMENTS_IN_FORCE',
      'OK STAGES_MIRRORED',
      'OK CALENDAR_OFFICIAL',
      'OK NOTHING_OVERDUE',
      'OK SWEEPS_CURRENT',
      'OK BACKUPS_CURRENT',
      'OK SETTINGS_USABLE',
    ]);
  });

  it.each<[string, Partial<HealthFacts>, readonly string[]]>([
    ['no install step', { installed: null }, ['WARNING INSTALL_NOT_RUN']],
    ['another version installed', { installed: { version: '1.1.0', at: null } }, ['WARNING VERSION_DIFFERS']],
    ['no reviewer', { dutyHolders: { REVIEWER: 0, TAG_MANAGER: 2, SUPERVISOR: 1 } }, ['ERROR DUTY_UNFILLED']],
    ['no tag manager', { dutyHolders: { REVIEWER: 2, TAG_MANAGER: 0, SUPERVISOR: 1 } }, ['WARNING DUTY_UNFILLED']],
    ['no supervisor', { dutyHolders: { REVIEWER: 1, TAG_MANAGER: 1, SUPERVISOR: 0 } }, ['WARNING DUTY_UNFILLED']],
    [
      'none of them',
      { dutyHolders: { REVIEWER: 0, TAG_MANAGER: 0, SUPERVISOR: 0 } },
      ['ERROR DUTY_UNFILLED', 'WARNING DUTY_UNFILLED', 'WARNING DUTY_UNFILLED'],
    ],
    ['a user without a profile', { withoutProfile: ['王志强'] }, ['WARNING PROFILE_MISSING']],
    ['a user with two', { withSeveralProfiles: ['林晓梅'] }, ['WARNING PROFILE_DUPLICATE']],
    [
      'one without and one with two',
      { withoutProfile: ['王志强'], withSeveralProfiles: ['林晓梅'] },
      ['WARNING PROFILE_MISSING', 'WARNING PROFILE_DUPLICATE'],
    ],
    ['a profile with duties and no user', { withoutUser: ['王志强'] }, ['WARNING PROFILE_WITHOUT_USER']],
    ['members without an agreement', { withoutAgreement: ['王志强'] }, ['WARNING AGREEMENTS_MISSING']],
    [
      'the same on the first day on which one is needed',
      { withoutAgreement: ['王志强'], agreementsFrom: '2026-09-28' },
      ['WARNING AGREEMENTS_MISSING'],
    ],
    [
      'the same while there are days to sign them',
      { withoutAgreement: ['王志强'], agreementsFrom: '2026-09-29' },
      ['INFO AGREEMENTS_DUE'],
    ],
    [
      'the same where it is not known since when',
      { withoutAgreement: ['王志强'], agreementsFrom: null },
      ['INFO AGREEMENTS_UNSIGNED'],
    ],
    ['an owner who has left', { ownersLeft: { company: 0, opportunity: 1 } }, ['WARNING OWNERS_LEFT']],
    ['paused', { isPaused: true }, ['WARNING JUDGEMENT_PAUSED']],
    ['a full backup eight days ago', backups({ lastFullAt: ago(8 * 24) }), []],
    ['a full backup longer ago', backups({ lastFullAt: ago(8 * 24 + 0.01) }), ['WARNING BACKUP_LATE']],
    ['a backup a day and a half ago', backups(last(36)), []],
    ['a backup longer ago', backups(last(36.01)), ['WARNING BACKUP_LATE']],
    ['no cycle of backups', backups({ cycle: { fullDays: 0, days: 0 }, lastFullAt: ago(9999), ...last(9999) }), []],
    ['another cycle', backups({ cycle: { fullDays: 30, days: 7 }, lastFullAt: ago(700), ...last(170) }), []],
    ['no backup yet, newly installed', { backups: none(), installed: { version: '1.2.0', at: ago(8 * 24) } }, []],
    [
      'no backup, installed before',
      { backups: none(), installed: { version: '1.2.0', at: ago(8 * 24 + 0.01) } },
      ['WARNING BACKUP_NEVER'],
    ],
    ['no backup, and none wanted', { backups: none({ fullDays: 0, days: 0 }) }, []],
    ['a backup in one place', backups(last(3, 1)), ['WARNING BACKUP_ONE_PLACE']],
    ['a plain backup', backups(last(3, 2, false)), ['INFO BACKUP_PLAIN']],
    ['a failed drill', backups({ lastDrill: { at: ago(1), isPassed: false } }), ['ERROR DRILL_FAILED']],
    ['a drill a quarter ago', backups({ lastDrill: { at: ago(92 * 24 + 23), isPassed: true } }), []],
    ['a drill longer ago', backups({ lastDrill: { at: ago(93 * 24), isPassed: true } }), ['WARNING DRILL_LATE']],
    ['no drill, backups since a quarter', backups({ firstAt: ago(92 * 24 + 23), lastDrill: null }), []],
    ['no drill, backups for longer', backups({ lastDrill: null }), ['WARNING DRILL_LATE']],
    ['a day twice in the calendar', { repeatedDays: ['2026-05-04'] }, ['WARNING DAY_DUPLICATE']],
    ['stages of their own', { stageOptions: ['NEW', 'WON'] }, ['INFO STAGE_OPTIONS_MISSING']],
    ['an option added to an open list', { addedOptions: [added(1, true)] }, ['WARNING OPTION_ADDED']],
    ['an option added to another list', { addedOptions: [added(1, false)] }, ['WARNING OPTION_ADDED_CLOSED']],
    ['an added option nobody uses', { addedOptions: [added(0, true)] }, ['INFO OPTION_ADDED_UNUSED']],
    ['an option an apply has erased', { erasedOptions: [erased] }, ['WARNING OPTION_ERASED']],
    ['an overdue notice', { overdueNotices: 1 }, ['WARNING NOTICES_OVERDUE']],
    [
      'overdue checks',
      { overdueChecks: { company: 0, opportunity: 0, tagProduct: 0, tagMember: 1 } },
      ['WARNING CHECKS_OVERDUE'],
    ],
    ['a daily sweep 26 hours ago', { sweptAt: { full: ago(26), hourly: ago(0) } }, []],
    ['a daily sweep later than that', { sweptAt: { full: ago(26.001), hourly: ago(0) } }, ['ERROR SWEEP_LATE']],
    ['an hourly sweep 2 hours ago', { sweptAt: { full: ago(0), hourly: ago(2) } }, []],
    ['an hourly sweep later than that', { sweptAt: { full: ago(0), hourly: ago(2.001) } }, ['WARNING SWEEP_LATE']],
    ['no sweep ever', { sweptAt: { full: null, hourly: null } }, ['ERROR SWEEP_NEVER', 'WARNING SWEEP_NEVER']],
    [
      'no sweep yet, 2 hours after the installation',
      { sweptAt: { full: null, hourly: null }, installed: { version: '1.2.0', at: ago(2) } },
      [],
    ],
    [
      'no hourly sweep yet, later than that',
      { sweptAt: { full: null, hourly: null }, installed: { version: '1.2.0', at: ago(2.001) } },
      ['WARNING SWEEP_NEVER'],
    ],
    [
      'a setting that cannot be used',
      { unusableSettings: [{ name: 'DAY_ENDS_AT', value: '25:00', used: '24:00' }] },
      ['WARNING SETTING_UNUSABLE'],
    ],
    ['settings out of sight', { unusableSettings: null }, []],
  ])('%s', (_what, facts, expected) => {
    expect(faults(facts)).toEqual(expected);
  });

  it.each([
    ['2026-11-01T23:59:59.999Z', []],
    ['2026-11-02T00:00:00.000Z', ['WARNING CALENDAR_PROVISIONAL']],
    ['2026-12-31T23:59:59.999Z', ['WARNING CALENDAR_PROVISIONAL']],
    ['2027-01-01T00:00:00.000Z', ['ERROR CALENDAR_PROVISIONAL']],
    ['2027-11-02T00:00:00.000Z', ['ERROR CALENDAR_PROVISIONAL', 'WARNING CALENDAR_PROVISIONAL']],
  ])('holiday notices known up to 2026, seen at %s', (at, expected) => {
    const now = new Date(at);
    const sweptAt = { full: at, hourly: at };
    expect(faults({ sweptAt, backups: none({ fullDays: 0, days: 0 }) }, now)).toEqual(expected);
  });

  it('names what it found', () => {
    const data = (facts: Partial<HealthFacts>) =>
      judge(facts)
        .filter(isFault)
        .map((one) => one.data);
    expect(data({ installed: { version: '1.3.0', at: null } })).toEqual([
      { version: '1.2.0', installed: '1.3.0', newer: '1.3.0' },
    ]);
    expect(data({ installed: { version: '1.2.0-rc.1', at: null } })[0]).toMatchObject({ newer: '1.2.0' });
    expect(data({ withoutProfile: ['a', 'b'] })).toEqual([{ count: 2, names: ['a', 'b'] }]);
    expect(data({ overdueChecks: { company: 3, opportunity: 2, tagProduct: 0, tagMember: 0 } })[0]).toMatchObject({
      count: 5,
      company: 3,
    });
    expect(data({ sweptAt: { full: ago(50.5), hourly: ago(0) } })).toEqual([{ sweep: 'full', hours: 50, most: 26 }]);
    expect(judge({ stageOptions: ['NEW', 'SCREENING', 'CUSTOMER'] })[4]?.data).toEqual({
      options: ['MEETING', 'PROPOSAL'],
    });
  });
});

describe('in words', () => {
  it('an added option is told with its list, its records and the command that makes a term of it', () => {
    const [finding] = judge({ addedOptions: [added(12, true)] }).filter(isFault);
    if (!finding) throw new Error('no finding');
    const { message, advice } = healthWords(finding, 'en');
    expect(message).toContain('“直播” (LIVE) was added to Customer / ');
    expect(message).toContain('Records that lose it: 12');
    expect(advice).toContain('tag-policy adopt company.tagChannels LIVE');
  });

  const everything = [
    ...judge({}),
    ...judge({
      installed: null,
      dutyHolders: { REVIEWER: 0, TAG_MANAGER: 0, SUPERVISOR: 0 },
      withoutProfile: ['王志强', '林晓梅'],
      withSeveralProfiles: ['陈建国'],
      repeatedDays: ['2026-05-04', '2026-10-01'],
      stageOptions: [],
      addedOptions: [added(2, true), added(2, false), added(0, true)],
      erasedOptions: [erased],
      lastOfficialYear: 2025,
      overdueNotices: 3,
      overdueChecks: { company: 4, opportunity: 2, tagProduct: 0, tagMember: 0 },
      sweptAt: { full: null, hourly: ago(7) },
      unusableSettings: [{ name: 'TIME_ZONE', value: 'Mars', used: 'Asia/Shanghai' }],
    }),
    ...judge({ installed: { version: '1.1.0', at: null } }),
  ];

  it.each(LANGUAGES)('%s: every finding is told, every fault with what to do', (language) => {
    for (const finding of everything) {
      const { message, advice } = healthWords(finding, language);
      expect(message, finding.code).toMatch(/\S/);
      expect(`${message} ${advice}`, finding.code).not.toMatch(/[{}]|undefined|“”|「」/);
      expect(advice !== null, finding.code).toBe(finding.level !== 'OK');
    }
  });

  const words = (facts: Partial<HealthFacts>, language: (typeof LANGUAGES)[number] = 'en') =>
    judge(facts)
      .filter(({ level }) => level !== 'OK')
      .map((finding) => healthWords(finding, language).message);

  it('codes become labels, lists become lines, long lists end', () => {
    expect(words({ dutyHolders: { REVIEWER: 0, TAG_MANAGER: 1, SUPERVISOR: 1 } }, 'zh-TW')).toEqual([
      '沒有成員擔任「審核人員」',
    ]);
    expect(words({ overdueChecks: { company: 4, opportunity: 2, tagProduct: 0, tagMember: 0 } })).toEqual([
      'Overdue checks of tags: 6 (4 Customers, 2 Opportunities)',
    ]);
    const many = Array.from({ length: 12 }, (_unused, at) => `u${at}`);
    expect(words({ withoutProfile: many })).toEqual([
      'Users without a profile in the sales team: 12 (u0, u1, u2, u3, u4, u5, u6, u7, u8, u9, …)',
    ]);
  });
});

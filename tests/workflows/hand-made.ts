import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../../workflows/calendar/working-calendar.ts';
import { POLICY_RULINGS } from '../../workflows/judgement/rulings.ts';
import { NO_TERMS } from '../../workflows/judgement/terms.ts';
import type { TwentyRecord } from '../../workflows/run/record-change.ts';
import { rosterOf } from '../../workflows/run/roster.ts';
import type { Run } from '../../workflows/run/run.ts';
import { emptySnapshot } from '../../workflows/run/snapshot.ts';
import { readSettings } from '../../workflows/settings.ts';
import { type Beside, type Subject, startSubject } from '../../workflows/subject/subject.ts';
import { withValues } from '../../workflows/subject/with-values.ts';

/** A Wednesday, ten in the morning in Shanghai. */
export const NOW = '2026-09-23T02:00:00.000Z';

const MEMBERS = [
  { id: 'm1', workspaceMemberId: 'rep', managerId: 'm2' },
  { id: 'm2', workspaceMemberId: 'manager' },
  { id: 'm3', workspaceMemberId: 'reviewer', duties: ['REVIEWER'] },
];

/** A run that knows a small team and no records, for a step to be tested by itself. */
export const runAt = (now: string = NOW, more: Partial<Run> = {}): Run => ({
  snapshot: emptySnapshot(),
  settings: readSettings({ NOTICE_LANGUAGE: 'en', REVIEW_SAMPLE: '100' }).settings,
  calendar: createWorkingCalendar(),
  roster: rosterOf(
    MEMBERS,
    MEMBERS.map(({ workspaceMemberId }) => ({ id: workspaceMemberId })),
  ),
  names: new Map(),
  memoryKey: 'key',
  rulings: POLICY_RULINGS,
  terms: NO_TERMS,
  installedAt: null,
  agreementsFrom: null,
  now: new Date(now),
  today: now.slice(0, 10),
  entries: new Map(),
  asides: new Map(),
  handovers: new Map(),
  actions: new Map(),
  verifications: new Map(),
  acknowledgements: new Map(),
  selfGifts: new Map(),
  clearings: new Map(),
  lost: new Map(),
  relinked: new Set(),
  isInstalling: false,
  ...more,
});

/** A run with the stricter setting: what is out of order is put back. */
export const strictRun = (now: string = NOW, more: Partial<Run> = {}): Run =>
  runAt(now, {
    settings: readSettings({ NOTICE_LANGUAGE: 'en', REVIEW_SAMPLE: '100', ENFORCEMENT: 'REVERT' }).settings,
    ...more,
  });

const BESIDE: Beside = {
  stage: 'PROSPECT',
  context: {},
  items: [],
  deals: [],
  notices: [],
  agreements: [],
  incidents: [],
  losers: [],
};

/** A record that was judged before, as the steps before the one under test might have left it. */
export const subjectOf = (object: GovernedObject, record: TwentyRecord, more: Partial<Subject> = {}): Subject => ({
  ...startSubject(object, { id: 'x', name: 'Acme', createdAt: '2026-09-01T02:00:00.000Z', ...record }, BESIDE),
  isFirst: false,
  version: 4,
  ...more,
});

/** The same once a person has changed some of its tags. */
export const changedSubject = (
  object: GovernedObject,
  before: TwentyRecord,
  after: TwentyRecord,
  more: Partial<Subject> = {},
): Subject => {
  const { seen: lastSeen } = withValues(runAt(), subjectOf(object, before), subjectOf(object, before).values);
  const subject = { ...subjectOf(object, { ...before, ...after }, more), lastSeen };
  return { ...subject, ...withValues(runAt(), subject, subject.values) };
};

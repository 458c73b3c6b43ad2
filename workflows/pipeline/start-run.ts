import { daysAfter } from '../agreements/judge-agreement.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { rulingsOf } from '../judgement/rulings.ts';
import { termsOf } from '../judgement/terms.ts';
import { coreMemory, remembered } from '../memory/core.ts';
import { markOf, markOfId } from '../memory/seen.ts';
import { withFormerUsers } from '../ownership/former-users.ts';
import type { Acknowledgement } from '../run/acknowledgement.ts';
import type { ActionRequest } from '../run/action.ts';
import type { Aside, Entry, Ownership, Verification } from '../run/entry.ts';
import type { Lost } from '../run/merged.ts';
import { namesOfPeople } from '../run/people.ts';
import { oneProfileEach } from '../run/profiles.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { rosterOf } from '../run/roster.ts';
import { type Clearing, idOf, type Run } from '../run/run.ts';
import type { SelfGift } from '../run/self-gift.ts';
import type { Snapshot, Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';
import type { Whereabouts } from '../tasks/whereabouts.ts';

export interface PlanInput {
  readonly snapshot: Snapshot;
  readonly surroundings: Surroundings;
  readonly settings: Settings;
  readonly now: Date;
  /** Who entered tags of which subject, by `object:id`. */
  readonly entries?: ReadonlyMap<string, readonly Entry[]>;
  /** Writes of which subject that entered no tag, by `object:id`. */
  readonly asides?: ReadonlyMap<string, readonly Aside[]>;
  /** Who handed on which subject, and when, by `object:id`. */
  readonly handovers?: ReadonlyMap<string, readonly Ownership[]>;
  readonly actions?: ReadonlyMap<string, ActionRequest>;
  /** The last verdict on which subject, by `object:id`. */
  readonly verifications?: ReadonlyMap<string, Verification>;
  /** What is known of who wrote the acknowledgement of which agreement, by its id. */
  readonly acknowledgements?: ReadonlyMap<string, readonly Acknowledgement[]>;
  /** What members gave themselves, by `object:id`. */
  readonly selfGifts?: ReadonlyMap<string, readonly SelfGift[]>;
  readonly clearings?: ReadonlyMap<string, Clearing>;
  /** Records that are gone for good, by id. */
  readonly lost?: ReadonlyMap<string, Lost>;
  /** Records that were deleted or restored. */
  readonly whereabouts?: readonly Whereabouts[];
  readonly isInstalling?: boolean;
}

const PERSON = 'person:';

/** Entries on a key contact are entries on its customers, on those too that only remember one that was destroyed. */
const subjectEntries = (
  entries: ReadonlyMap<string, readonly Entry[]>,
  companies: readonly TwentyRecord[],
): ReadonlyMap<string, readonly Entry[]> => {
  const found = new Map(entries);
  const onPersons = [...entries].flatMap(([key, some]) => {
    const id = key.slice(PERSON.length);
    return key.startsWith(PERSON) ? [{ id, mark: markOfId(id), some }] : [];
  });
  if (onPersons.length === 0) return found;
  for (const company of companies) {
    const contact = markOf(remembered(coreMemory, company)?.seen.tagKeyContact);
    const onContact = onPersons.flatMap(({ id, mark, some }) =>
      company.tagKeyContactId === id || mark === contact ? some : [],
    );
    const key = `company:${idOf(company)}`;
    if (onContact.length > 0) found.set(key, [...(entries.get(key) ?? []), ...onContact]);
  }
  return found;
};

/** The first day on which an agreement is needed: so many days after they were introduced, or else after the installation. */
const agreementsFrom = (
  { agreementsSince, installedAt }: Surroundings,
  { agreementGraceDays }: Settings,
  calendar: WorkingCalendar,
): string | null => {
  const since = agreementsSince ?? installedAt;
  return since === null ? null : daysAfter(calendar.dateOf(since), agreementGraceDays);
};

/** What one run knows. */
export const startRun = ({ snapshot, surroundings, settings, now, ...input }: PlanInput): Run => {
  const calendar = createWorkingCalendar({
    timeZone: settings.timeZone,
    dayEndsAt: settings.dayEndsAt,
    companyDays: surroundings.companyDays,
  });
  const profiles = withFormerUsers(surroundings.members);
  return {
    snapshot,
    settings,
    calendar,
    roster: rosterOf(oneProfileEach(profiles), surroundings.users),
    names: namesOfPeople({ ...surroundings, members: profiles }, [
      ...Object.values(snapshot.subjects).flat(),
      ...snapshot.notices,
    ]),
    memoryKey: surroundings.memoryKey,
    rulings: rulingsOf(surroundings.rulings),
    terms: termsOf(surroundings.rulings),
    installedAt: surroundings.installedAt,
    agreementsFrom: agreementsFrom(surroundings, settings, calendar),
    now,
    today: calendar.dateOf(now),
    entries: subjectEntries(input.entries ?? new Map(), snapshot.subjects.company),
    asides: input.asides ?? new Map(),
    handovers: input.handovers ?? new Map(),
    actions: input.actions ?? new Map(),
    verifications: input.verifications ?? new Map(),
    acknowledgements: input.acknowledgements ?? new Map(),
    selfGifts: input.selfGifts ?? new Map(),
    clearings: input.clearings ?? new Map(),
    lost: input.lost ?? new Map(),
    relinked: new Set((input.whereabouts ?? []).flatMap(({ notice }) => (notice ? [idOf(notice)] : []))),
    isInstalling: input.isInstalling ?? false,
  };
};

import type { Language } from '../../objects/taxonomy/types.ts';
import { dateIn } from '../agreements/terms.ts';
import { differenceOf } from '../run/difference.ts';
import { optionLabel } from '../run/labels.ts';
import { personName } from '../run/person-name.ts';
import { oneProfileEach } from '../run/profiles.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import { isBound } from '../run/sensitive-access.ts';
import type { Patch } from '../run/snapshot.ts';
import { type HeldRole, type RoleReads, roleReads } from './role-reads.ts';

/** A user of the workspace with the role they have in Twenty. */
export interface RoleHolder {
  /** Workspace member. */
  readonly id: string;
  readonly name: unknown;
  readonly roles: readonly HeldRole[];
}

/** Somebody whose role lets them see what is sensitive, for the supervisor (6.1.1–6.1.3, 6.3.1). */
export interface AccessHolder {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly reads: RoleReads;
  /** The first day the role was seen, `YYYY-MM-DD`: Twenty does not tell since when somebody has it. Null without a profile. */
  readonly since: string | null;
  readonly hasProfile: boolean;
  readonly state: string;
  readonly stateLabel: string;
  /** The last day of the agreement; null where it has no end, or there is none. */
  readonly until: string | null;
  readonly isBound: boolean;
}

export interface AccessList {
  readonly language: Language;
  readonly holders: readonly AccessHolder[];
  /** Users whose role shows them nothing sensitive. */
  readonly others: number;
  /** The first day on which agreements are needed, `YYYY-MM-DD`; null where it is not known. */
  readonly agreementsFrom: string | null;
  readonly today: string;
}

/** What of the roles is new to the profiles: which it is, and since when it was seen. */
export const rolePatches = (
  profiles: readonly TwentyRecord[],
  holders: readonly RoleHolder[],
  today: string,
): readonly Patch[] => {
  const byUser = new Map(holders.map((holder) => [holder.id, holder]));
  return profiles.flatMap((profile) => {
    const holder = byUser.get(textOrNull(profile.workspaceMemberId) ?? '');
    if (!holder) return [];
    const accessRole = holder.roles.map(({ label }) => label).join(', ');
    const readsSensitive = roleReads(holder.roles) !== 'PLAIN';
    const changed = differenceOf(profile, { accessRole, readsSensitive });
    return changed ? [{ id: idOf(profile), fields: { ...changed.fields, accessSince: today } }] : [];
  });
};

/** Who may see what is sensitive: those without an agreement first, then by name. */
export const accessList = (
  run: Pick<Run, 'today' | 'agreementsFrom'>,
  members: readonly TwentyRecord[],
  holders: readonly RoleHolder[],
  language: Language,
): AccessList => {
  const profiles = new Map(oneProfileEach(members).map((profile) => [textOrNull(profile.workspaceMemberId), profile]));
  const all = holders.map((holder): AccessHolder => {
    const profile = profiles.get(holder.id);
    const state = textOrNull(profile?.agreementState) ?? 'NONE';
    return {
      id: holder.id,
      name: textOrNull(profile?.name) ?? personName(holder.name as Parameters<typeof personName>[0]),
      role: holder.roles.map(({ label }) => label).join(', '),
      reads: roleReads(holder.roles),
      since: dateIn(profile?.accessSince),
      hasProfile: profile !== undefined,
      state,
      stateLabel: optionLabel('tagMember', 'agreementState', state, language),
      until: dateIn(profile?.agreementUntil),
      isBound: isBound(profile ?? null, run.today),
    };
  });
  const sensitive = all.filter(({ reads }) => reads !== 'PLAIN');
  return {
    language,
    holders: sensitive.sort(
      (left, right) => Number(left.isBound) - Number(right.isBound) || left.name.localeCompare(right.name, language),
    ),
    others: all.length - sensitive.length,
    agreementsFrom: run.agreementsFrom,
    today: run.today,
  };
};

import { remembered } from '../memory/core.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import { ownershipMemory } from './ownership-memory.ts';

/**
 * Profiles with the users they were last linked to, where those have left: whose manager and whose name it was is known
 * by them. They are no members of the workspace, and hold no duty.
 */
export const withFormerUsers = (profiles: readonly TwentyRecord[]): readonly TwentyRecord[] =>
  profiles.map((profile) =>
    textOrNull(profile.workspaceMemberId) === null
      ? { ...profile, workspaceMemberId: remembered(ownershipMemory, profile)?.ownedBy ?? null }
      : profile,
  );

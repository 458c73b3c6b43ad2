import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf, textOrNull } from '../run/run.ts';

/** Whose agreements they are. */
export interface Holder {
  /** Their user; null without one. */
  readonly user: string | null;
  readonly name: string;
  readonly post: string | null;
}

/** Whose agreements those of a profile are. */
export const holderOf = (profile: TwentyRecord): Holder => ({
  user: textOrNull(profile.workspaceMemberId),
  name: nameOf('tagMember', profile),
  post: textOrNull(profile.jobPosition),
});

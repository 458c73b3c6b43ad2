import { isObject, kept, type Slice, text, texts } from '../memory/slice.ts';
import { type Given, givenOf } from '../run/self-gift.ts';

/** What a member was last found to hold, given by others. */
export interface Appointed extends Given {
  /** Whose profile it was. */
  readonly user?: string;
  /** The last write of these tags that was looked at. ISO 8601. */
  readonly at?: string;
}

/** What is remembered of appointments; nothing of a profile whose were never changed since they are looked at. */
export interface AppointmentsMemory {
  readonly appointed?: Appointed;
}

const appointedIn = (value: unknown): Appointed | undefined =>
  isObject(value)
    ? kept({ user: text(value.user), at: text(value.at), ...givenOf((field) => texts(value[field])) })
    : undefined;

export const appointmentsMemory: Slice<AppointmentsMemory> = (stored) =>
  kept({ appointed: appointedIn(stored.appointed) });

import { tzOffset } from '@date-fns/tz/tzOffset';
import { formatEpochDay } from './epoch-day.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** China has kept one time without summer time since this instant. */
const SHANGHAI_STEADY_SINCE = Date.UTC(1991, 8, 14, 17);

/** Minutes a zone is ahead of UTC at an instant. @throws RangeError when the zone is unknown */
export const offsetAt = (timeZone: string, instant: number): number => {
  if (timeZone === 'Asia/Shanghai' && instant >= SHANGHAI_STEADY_SINCE) return 480;
  const offset = tzOffset(timeZone, new Date(instant));
  if (Number.isNaN(offset)) {
    throw new RangeError(`"${timeZone}" is not a time zone; use an IANA name such as Asia/Shanghai`);
  }
  return offset;
};

/** The epoch day an instant falls on in a zone. */
export const epochDayAt = (timeZone: string, instant: number): number =>
  Math.floor((instant + offsetAt(timeZone, instant) * MINUTE) / DAY);

/**
 * The instant of a wall-clock time in a zone: minutes after the midnight that begins an epoch day (1440 is the next
 * midnight). A time that a summer-time change skips is the instant of the change or the same stretch after it, so a
 * day never ends before its last minute; a time that comes twice is the first of the two.
 */
export const instantOf = (timeZone: string, epochDay: number, minutes: number): number => {
  const wall = epochDay * DAY + minutes * MINUTE;
  const before = offsetAt(timeZone, wall - DAY);
  const early = wall - before * MINUTE;
  const after = offsetAt(timeZone, wall + DAY);
  if (before === after) return early;
  // The larger offset gives the earlier instant; it holds only where the zone really keeps that offset then.
  const first = wall - Math.max(before, after) * MINUTE;
  if (offsetAt(timeZone, first) === Math.max(before, after)) return first;
  const second = wall - Math.min(before, after) * MINUTE;
  if (offsetAt(timeZone, second) === Math.min(before, after)) return second;
  return early;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as ISO 8601 with the zone's offset: `2026-03-12T00:00:00+08:00`. */
export const formatInstant = (timeZone: string, instant: number): string => {
  const offset = offsetAt(timeZone, instant);
  const wall = instant + offset * MINUTE;
  const epochDay = Math.floor(wall / DAY);
  const seconds = Math.floor((wall - epochDay * DAY) / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  const size = Math.abs(offset);
  return `${formatEpochDay(epochDay)}T${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

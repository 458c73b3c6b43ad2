import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEpochDay, parseEpochDay } from '../../../workflows/calendar/epoch-day.ts';
import { epochDayAt, formatInstant, instantOf, offsetAt } from '../../../workflows/calendar/zone.ts';

const at = (iso: string): number => Date.parse(iso);
const instant = (timeZone: string, date: string, clock: string): string => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(instantOf(timeZone, parseEpochDay(date), hours * 60 + minutes)).toISOString();
};

/** What clocks show, as the engine knows it: `2026-03-12T00:00:00`. */
const formats = new Map<string, Intl.DateTimeFormat>();
const shown = (timeZone: string, moment: number): string => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format.format(moment).replace(' ', 'T');
};

describe('the offset of a zone', () => {
  it.each([
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', 480],
    // Summer time was kept from 1986 to 1991; its last hour is the one before 01:00 of 15 September came again.
    ['Asia/Shanghai', '1991-04-13T17:59:59.999Z', 480],
    ['Asia/Shanghai', '1991-04-13T18:00:00Z', 540],
    ['Asia/Shanghai', '1991-09-14T16:59:59.999Z', 540],
    ['Asia/Shanghai', '1991-09-14T17:00:00Z', 480],
    ['Asia/Urumqi', '2026-07-01T00:00:00Z', 360],
    ['Asia/Taipei', '2026-07-01T00:00:00Z', 480],
    ['America/New_York', '2026-03-08T06:59:59.999Z', -300],
    ['America/New_York', '2026-03-08T07:00:00Z', -240],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 345],
    ['UTC', '2026-07-01T00:00:00Z', 0],
  ])('%s at %s: %d minutes', (timeZone, moment, offset) => expect(offsetAt(timeZone, at(moment))).toBe(offset));

  it.each(['Asia/Atlantis', 'Beijing', '', '北京'])('"%s" is refused with an example', (timeZone) => {
    expect(() => offsetAt(timeZone, 0)).toThrow(
      new RangeError(`"${timeZone}" is not a time zone; use an IANA name such as Asia/Shanghai`),
    );
  });
});

describe('the day an instant falls on', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-10T15:59:59.999Z', '2026-03-10'],
    ['Asia/Shanghai', '2026-03-10T16:00:00Z', '2026-03-11'],
    ['America/New_York', '2026-03-11T03:59:59.999Z', '2026-03-10'],
    ['America/New_York', '2026-03-11T04:00:00Z', '2026-03-11'],
    ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31'],
    ['UTC', '1970-01-01T00:00:00Z', '1970-01-01'],
  ])('in %s, %s is on %s', (timeZone, moment, date) => {
    expect(formatEpochDay(epochDayAt(timeZone, at(moment)))).toBe(date);
  });
});

describe('the instant of a time of day', () => {
  it.each([
    ['as it stands', 'Asia/Shanghai', '2026-03-11', '24:00', '2026-03-11T16:00:00.000Z'],
    ['as it stands', 'Asia/Shanghai', '2026-03-11', '18:00', '2026-03-11T10:00:00.000Z'],
    ['the first of two', 'Asia/Shanghai', '1991-09-15', '01:00', '1991-09-14T16:00:00.000Z'],
    ['the first of two', 'Asia/Shanghai', '1991-09-15', '01:59', '1991-09-14T16:59:00.000Z'],
    ['after both', 'Asia/Shanghai', '1991-09-15', '02:00', '1991-09-14T18:00:00.000Z'],
    ['before the change', 'America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59:00.000Z'],
    ['skipped: the change', 'America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00.000Z'],
    ['skipped: as much after it', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['after the change', 'America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
    ['before the change', 'America/New_York', '2026-11-01', '00:59', '2026-11-01T04:59:00.000Z'],
    ['the first of two', 'America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00:00.000Z'],
    ['the first of two', 'America/New_York', '2026-11-01', '01:59', '2026-11-01T05:59:00.000Z'],
    ['after both', 'America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00:00.000Z'],
    ['a midnight that is skipped', 'Africa/Cairo', '2026-04-23', '24:00', '2026-04-23T22:00:00.000Z'],
    ['a midnight that is skipped', 'America/Havana', '2026-03-08', '00:00', '2026-03-08T05:00:00.000Z'],
    ['half an hour that is skipped', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z'],
    ['half an hour that comes twice', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
    ['a day that is skipped', 'Pacific/Apia', '2011-12-29', '24:00', '2011-12-30T10:00:00.000Z'],
  ])('%s: in %s, %s %s is %s', (_what, timeZone, date, clock, expected) => {
    expect(instant(timeZone, date, clock)).toBe(expected);
  });

  const ZONES = [
    ...['Asia/Shanghai', 'Asia/Taipei', 'America/New_York', 'America/St_Johns', 'America/Santiago', 'Europe/London'],
    ...['Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Marquesas', 'UTC'],
  ];
  const days = fc.integer({ min: parseEpochDay('1990-01-01'), max: parseEpochDay('2035-12-31') });

  it('is the first at which clocks show it, wherever they do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, fc.nat(47), (timeZone, day, half) => {
        const wall = `${formatEpochDay(day)}T${new Date(half * 1_800_000).toISOString().slice(11, 19)}`;
        const found = instantOf(timeZone, day, half * 30);
        // Skipped, it is after the change, never before it.
        expect(shown(timeZone, found) >= wall, `${timeZone} ${wall}`).toBe(true);
        for (const sooner of [30, 60, 120]) expect(shown(timeZone, found - sooner * 60_000) < wall).toBe(true);
      }),
      { seed: 20_261_127, numRuns: 1_000 },
    );
  });

  it('keeps the order of days: none ends before it begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, (timeZone, day) => {
        expect(instantOf(timeZone, day, 1440)).toBe(instantOf(timeZone, day + 1, 0));
        expect(instantOf(timeZone, day, 1440)).toBeGreaterThan(instantOf(timeZone, day, 0));
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
  });

  it('is written as clocks show it, with an offset that leads back to it', () => {
    const moments = fc.integer({ min: at('1990-01-01T00:00:00Z') / 1000, max: at('2035-12-31T00:00:00Z') / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moments, (timeZone, seconds) => {
        const text = formatInstant(timeZone, seconds * 1000);
        expect(text.slice(0, 19)).toBe(shown(timeZone, seconds * 1000));
        expect(at(text)).toBe(seconds * 1000);
        expect(formatEpochDay(epochDayAt(timeZone, seconds * 1000))).toBe(text.slice(0, 10));
      }),
      { seed: 20_261_127, numRuns: 1_000 },
    );
  });
});

describe('an instant as text', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-11T16:00:00Z', '2026-03-12T00:00:00+08:00'],
    ['Asia/Shanghai', '2026-03-11T15:59:59.999Z', '2026-03-11T23:59:59+08:00'],
    ['America/New_York', '2026-01-01T04:05:06Z', '2025-12-31T23:05:06-05:00'],
    ['America/St_Johns', '2026-01-01T00:00:00Z', '2025-12-31T20:30:00-03:30'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T05:45:00+05:45'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00+00:00'],
  ])('in %s, %s is %s', (timeZone, moment, text) => expect(formatInstant(timeZone, at(moment))).toBe(text));
});

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEpochDay, isoWeekday, parseEpochDay } from '../../../workflows/calendar/epoch-day.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import examples from '../../fixtures/reference-examples.json' with { type: 'json' };

const calendar = createWorkingCalendar();

describe('deadlines', () => {
  it.each(examples.workdays.map((example) => [example.id, example.title, example] as const))(
    '%s %s',
    (_id, _title, example) => {
      const { expected, start, n } = example;
      expect(calendar.deadline({ from: start, days: n })).toMatchObject({
        startDate: example.startDateShanghai,
        dueDate: expected.deadlineDate,
        dueAt: expected.endOfDayExclusive,
        calendar: expected.calendar,
      });
      expect(calendar.deadline({ from: start, days: n }).dueInstant.toISOString()).toBe(expected.endOfDayExclusiveUtc);
      const close = createWorkingCalendar({ dayEndsAt: '18:00' });
      expect(close.deadline({ from: start, days: n }).dueAt).toBe(expected.businessClose1800);
    },
  );

  it.each([
    ['2026-09-30T23:59:59+08:00', '2026-10-08'],
    ['2026-10-01T00:00:00+08:00', '2026-10-08'],
    ['2026-10-07T23:59:59+08:00', '2026-10-08'],
    ['2026-10-08T00:00:00+08:00', '2026-10-09'],
    ['2026-10-09T12:00:00+08:00', '2026-10-10'],
  ])('one working day after %s is %s', (from, dueDate) => {
    expect(calendar.deadline({ from, days: 1 }).dueDate).toBe(dueDate);
  });

  it.each([
    ['24:00', '2026-10-08T15:59:59.999Z', '2026-10-07'],
    ['24:00', '2026-10-08T16:00:00.000Z', '2026-10-08'],
    ['17:30', '2026-10-08T09:29:59.999Z', '2026-10-07'],
    ['17:30', '2026-10-08T09:30:00.000Z', '2026-10-08'],
    ['17:30', '2026-10-08T15:59:59.999Z', '2026-10-08'],
    ['17:30', '2026-10-08T16:00:00.000Z', '2026-10-08'],
    ['17:30', '2026-12-31T16:00:00.000Z', '2026-12-31'],
  ])('where days end at %s, at %s the last that is over is %s', (dayEndsAt, instant, date) => {
    expect(createWorkingCalendar({ dayEndsAt }).lastEnded(new Date(instant))).toBe(date);
  });

  it('names the days it counts', () => {
    expect(calendar.deadline({ from: '2026-09-30T20:00:00+08:00', days: 3 }).countedDays).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
  });

  it('no days end with the day itself', () => {
    expect(calendar.deadline({ from: '2026-10-03T09:00:00+08:00', days: 0 })).toMatchObject({
      dueDate: '2026-10-03',
      countedDays: [],
    });
  });

  it.each([
    [{ from: '2026-09-30', days: 1 }, /offset/],
    [{ from: '2026-09-30T10:00:00', days: 1 }, /offset/],
    [{ from: '2026-13-30T10:00:00Z', days: 1 }, /not a calendar date/],
    [{ from: '2026-09-30T10:00:00Z', days: -1 }, /not negative/],
    [{ from: '2026-09-30T10:00:00Z', days: 1.5 }, /whole number/],
    [{ from: '2101-01-01T10:00:00Z', days: 1 }, /outside the calendar/],
  ])('%j is refused with the reason', (input, reason) => {
    expect(() => calendar.deadline(input)).toThrow(reason);
  });
});

describe('every day from 2004 to 2026', () => {
  // The notice of 2006 (国办发明电〔2005〕35号) has Saturday 31 December 2005 worked; chinese-days has it off.
  const DECIDED_BY_THE_NOTICE = ['2005-12-31'];
  it('is a working day exactly when chinese-days says so, but for what a notice decides', () => {
    const differences: string[] = [];
    for (let day = parseEpochDay('2004-01-01'); day <= parseEpochDay('2026-12-31'); day += 1) {
      const date = formatEpochDay(day);
      if (calendar.isWorkday(date) !== chineseDays.isWorkday(date)) differences.push(date);
    }
    expect(differences).toEqual(DECIDED_BY_THE_NOTICE);
  });

  it('is official; the years around are not', () => {
    expect(calendar.status('2004-01-01')).toBe('OFFICIAL');
    expect(calendar.status('2026-12-31')).toBe('OFFICIAL');
    expect(calendar.status('2003-12-31')).toBe('PROVISIONAL');
    expect(calendar.status('2027-01-01')).toBe('PROVISIONAL');
  });
});

describe('provisional years', () => {
  it.each([
    '2027-01-01',
    '2027-02-05',
    '2027-02-08',
    '2027-04-05',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2040-10-01',
  ])('%s is a statutory day off', (date) => expect(calendar.isWorkday(date)).toBe(false));
  it.each(['2027-02-04', '2027-02-09', '2027-10-04', '2028-01-28'].map((date) => [date, date !== '2028-01-28']))(
    '%s works: %s',
    (date, works) => {
      expect(calendar.isWorkday(String(date))).toBe(works);
    },
  );
  it('a period that reaches into one is provisional', () => {
    expect(calendar.deadline({ from: '2026-12-30T10:00:00+08:00', days: 1 }).calendar).toBe('OFFICIAL');
    expect(calendar.deadline({ from: '2026-12-31T10:00:00+08:00', days: 1 }).calendar).toBe('PROVISIONAL');
  });
});

describe("the company's own days", () => {
  const own = createWorkingCalendar({
    companyDays: [
      { date: '2026-10-08', isWorkday: false },
      { date: '2026-10-11', isWorkday: true },
    ],
  });
  it('win over the notice, both ways', () => {
    expect(own.isWorkday('2026-10-08')).toBe(false);
    expect(own.isWorkday('2026-10-11')).toBe(true);
    expect(own.deadline({ from: '2026-09-30T10:00:00+08:00', days: 1 }).dueDate).toBe('2026-10-09');
    expect(own.deadline({ from: '2026-10-10T10:00:00+08:00', days: 1 }).dueDate).toBe('2026-10-11');
  });
  it('leave other calendars alone', () => expect(calendar.isWorkday('2026-10-08')).toBe(true));
  it('make no year official', () => {
    const later = createWorkingCalendar({ companyDays: [{ date: '2027-01-04', isWorkday: false }] });
    expect(later.deadline({ from: '2027-01-01T10:00:00+08:00', days: 1 })).toMatchObject({
      dueDate: '2027-01-05',
      calendar: 'PROVISIONAL',
    });
  });
});

describe('period ends', () => {
  it.each([
    ['MONTH', '2026-09-01', '2026-09-30'],
    ['MONTH', '2026-10-31', '2026-10-30'],
    ['MONTH', '2026-02-10', '2026-02-28'],
    ['WEEK', '2026-09-28', '2026-09-30'],
    ['WEEK', '2026-10-04', '2026-09-30'],
    ['WEEK', '2026-10-05', '2026-10-10'],
    ['WEEK', '2026-02-17', null],
    ['QUARTER', '2026-07-01', '2026-09-30'],
    ['QUARTER', '2026-12-31', '2026-12-31'],
  ] as const)('%s of %s ends on %s', (period, date, end) => {
    expect(calendar.periodEnd(period, date)).toBe(end);
  });
  it('a week without a working day is skipped', () => {
    expect(calendar.nextPeriodEnd('WEEK', '2026-02-12')).toBe('2026-02-28');
  });
  it.each([
    ['WEEK', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['MONTH', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['QUARTER', '2026-11-24', '2026-10-01', '2026-12-31'],
  ] as const)('%s of %s', (period, date, from, to) => expect(calendar.periodOf(period, date)).toEqual({ from, to }));
});

describe('settings', () => {
  it.each(['25:00', '00:00', '18', '24:01', ''])('a day cannot end at "%s"', (dayEndsAt) => {
    expect(() => createWorkingCalendar({ dayEndsAt })).toThrow(/cannot end/);
  });
  it('an unknown zone is refused by name', () => {
    expect(() => createWorkingCalendar({ timeZone: 'Asia/Atlantis' }).dateOf(new Date(0))).toThrow(/Atlantis/);
  });
  it('a zone with summer time ends its days at its own midnight', () => {
    const newYork = createWorkingCalendar({ timeZone: 'America/New_York' });
    expect(newYork.deadline({ from: '2026-03-06T12:00:00-05:00', days: 1 }).dueAt).toBe('2026-03-10T00:00:00-04:00');
  });
});

describe('properties', () => {
  const days = fc.integer({ min: parseEpochDay('2004-01-01'), max: parseEpochDay('2030-12-31') }).map(formatEpochDay);
  const counts = fc.integer({ min: 1, max: 300 });
  it('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(days, counts, counts, (date, n, m) => {
        expect(calendar.addWorkdays(calendar.addWorkdays(date, n), m)).toBe(calendar.addWorkdays(date, n + m));
      }),
    );
  });
  it('counting undoes adding, and the end is a working day', () => {
    fc.assert(
      fc.property(days, counts, (date, n) => {
        const end = calendar.addWorkdays(date, n);
        expect(calendar.workdaysBetween(date, end)).toBe(n);
        expect(calendar.isWorkday(end)).toBe(true);
      }),
    );
  });
  it('dates and days convert both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(formatEpochDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(parseEpochDay(formatEpochDay(day))).toBe(day);
        expect(isoWeekday(day) % 7).toBe(date.getUTCDay());
      }),
    );
  });
});

describe('whatever the zone of the process', () => {
  const script = `
    const { createWorkingCalendar } = await import(${JSON.stringify(new URL('../../../workflows/calendar/working-calendar.ts', import.meta.url).href)});
    const calendar = createWorkingCalendar();
    const deadline = calendar.deadline({ from: new Date('2026-03-10T15:59:59Z'), days: 1 });
    console.log(JSON.stringify([deadline, calendar.dateOf('2026-03-10T16:00:00Z'), calendar.periodEnd('MONTH', '2026-09-01')]));`;
  const run = (zone: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  it('the answers are the same', () => {
    const [utc, losAngeles, shanghai] = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai'].map(run);
    expect(JSON.parse(utc ?? '')[0].dueAt).toBe('2026-03-12T00:00:00+08:00');
    expect(losAngeles).toBe(utc);
    expect(shanghai).toBe(utc);
  });
});

describe('how far the calendar reaches', () => {
  it.each([
    ['1990-01-01T00:00:00+08:00', true],
    ['1989-12-31T23:59:59+08:00', false],
    ['2026-09-30T17:00:00Z', true],
    ['2098-12-30T12:00:00+08:00', true],
    ['2098-12-31T12:00:00+08:00', false],
    ['20026-10-08T02:00:00Z', false],
    ['2026-09-30', false],
    ['2026-09-30T17:00:00', false],
    ['2026-09-30T77:00:00Z', false],
    ['yesterday', false],
    ['', false],
  ])('%s: %s', (instant, expected) => {
    expect(createWorkingCalendar().reaches(instant)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysIn,
  instantIn,
  isDay,
  rangeBefore,
  readWeek,
  sameWeek,
  stretchBefore,
  wallClock,
  weekName,
  weekOf,
} from './period.ts';

describe('weeks', () => {
  it.each([
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
    ['2020-W52', '2020-12-21', '2020-12-27'],
  ])('%s is %s to %s', (name, from, to) => {
    expect(readWeek(name)).toMatchObject({ from, to });
  });

  it.each(['2021-W53', '2020-W00', '2020-W54', '2020W10', '2020-12-25'])('%s is no week', (name) => {
    expect(readWeek(name)).toBeNull();
  });

  it('every day lies in the week that it is said to be in', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const { year, week } = weekOf(day);
          const range = readWeek(weekName(year, week));
          expect(range && range.from <= day && day <= range.to).toBe(true);
        },
      ),
    );
  });

  it('of an earlier year has the same number, or is its last', () => {
    expect(sameWeek(2020, 52, 1)).toMatchObject({ year: 2019, week: 52, from: '2019-12-23' });
    expect(sameWeek(2020, 53, 1)).toMatchObject({ year: 2019, week: 52 });
    expect(sameWeek(2020, 53, 5)).toMatchObject({ year: 2015, week: 53 });
  });
});

describe('ranges', () => {
  it('before one end where it begins, and are as long', () => {
    const week = { from: '2020-12-21', to: '2020-12-27' };
    expect(rangeBefore(week)).toEqual({ from: '2020-12-14', to: '2020-12-20' });
    expect(rangeBefore(week, 2)).toEqual({ from: '2020-12-07', to: '2020-12-13' });
    expect(daysIn(stretchBefore(week, 12))).toBe(84);
    expect(addDays(stretchBefore(week, 12).to, 1)).toBe(week.from);
  });

  it('knows days that there are', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
    expect(isDay('2023-2-9')).toBe(false);
  });
});

describe('the mission’s clock', () => {
  it.each([
    ['Africa/Bangui', '2020-12-25', '07:30', '2020-12-25T06:30:00.000Z'],
    ['Asia/Kathmandu', '2020-12-25', '07:30', '2020-12-25T01:45:00.000Z'],
    ['Africa/Cairo', '2024-07-01', '07:30', '2024-07-01T04:30:00.000Z'],
  ])('in %s on %s at %s it is %s', (zone, day, time, at) => {
    expect(instantIn(zone, day, time)).toBe(at);
    expect(wallClock(zone, at)).toEqual({ day, time });
  });

  it('gives one instant for every day of a zone that changes its clock', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'Africa/Cairo', 'America/Bogota', 'Asia/Beirut'),
        fc.integer({ min: 0, max: 15_000 }),
        (zone, n) => {
          const day = addDays('1995-01-01', n);
          expect(wallClock(zone, instantIn(zone, day, '07:30'))).toEqual({ day, time: '07:30' });
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binEnd, dayAt, dayNumber, dayOf, place, ticks } from './scale.ts';

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') });
const axes = fc
  .tuple(days, fc.integer({ min: 1, max: 40_000 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('the time bar’s axis', () => {
  it('finds the day again that it placed', () => {
    fc.assert(
      fc.property(axes, fc.double({ min: 0, max: 1, noNaN: true }), (axis, share) => {
        const day = dayAt(axis, share);
        expect(dayAt(axis, place(axis, day))).toBe(day);
        expect(dayNumber(dayOf(day))).toBe(day);
      }),
    );
  });

  it('has one day 0, on either side of the start of 1970', () => {
    expect(dayAt({ start: -1, end: 1 }, 0.4)).toBe(0);
    expect(dayAt({ start: -1, end: 1 }, 0.6)).toBe(0);
  });

  it('has ticks in order, inside, and no more than there is room for', () => {
    fc.assert(
      fc.property(axes, fc.integer({ min: 2, max: 30 }), (axis, most) => {
        const found = ticks(axis, most);
        expect(found.length).toBeLessThanOrEqual(most + 1);
        found.forEach(({ day }, i) => {
          expect(day).toBeGreaterThanOrEqual(axis.start);
          expect(day).toBeLessThan(axis.end);
          expect(day).toBeGreaterThan(found[i - 1]?.day ?? Number.NEGATIVE_INFINITY);
        });
      }),
    );
  });

  it('knows how long a bin is', () => {
    expect(dayOf(binEnd('2020-02-01', 'month'))).toBe('2020-03-01');
    expect(dayOf(binEnd('2019-12-01', 'month'))).toBe('2020-01-01');
    expect(dayOf(binEnd('2020-01-01', 'year'))).toBe('2021-01-01');
    expect(dayOf(binEnd('2020-02-24', 'week'))).toBe('2020-03-02');
    expect(dayOf(binEnd('2020-02-29', 'day'))).toBe('2020-03-01');
  });
});

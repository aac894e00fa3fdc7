import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCoordinate } from './coordinates.ts';
import { guessDateOrder, parseDate } from './dates.ts';
import { guessDecimalComma, parseNumber } from './numbers.ts';

const number = (text: string, decimalComma?: boolean) => {
  const read = parseNumber(text, decimalComma === undefined ? {} : { decimalComma });
  return read.kind === 'value' ? read.value : read.kind === 'ambiguous' ? read.readings : read.kind;
};

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    ['-4.5', -4.5],
    ['−4,5', -4.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234 567', 1234567],
    ['1\u00a0234,50', 1234.5],
    ['1\u202f234', 1234],
    ["12'500", 12500],
    ['1,234,567', 1234567],
    ['0.123', 0.123],
    ['4,36', 4.36],
    ['18.583333', 18.583333],
    ['١٢٣٫٥', 123.5],
    ['١٬٢٣٤', 1234],
    ['۴۵', 45],
    ['1e3', 1000],
    ['.5', 0.5],
    ['  ', 'empty'],
    ['12 people', 'invalid'],
    ['1,23,4', 'invalid'],
    ['12 34', 'invalid'],
    ['--1', 'invalid'],
    ['12345678901234567890', 'invalid'],
    ['1,234', [1.234, 1234].toReversed()],
    ['1.234', [1.234, 1234]],
  ])('reads %s', (text, expected) => {
    expect(number(text)).toEqual(expected);
  });

  it('settles what is ambiguous by the column', () => {
    expect(number('1.234', false)).toBe(1.234);
    expect(number('1.234', true)).toBe(1234);
    expect(number('1,234', true)).toBe(1.234);
    expect(guessDecimalComma(['1.234', '3,5', '12'])).toBe(true);
    expect(guessDecimalComma(['1.234', '3.5', ''])).toBe(false);
    expect(guessDecimalComma(['1.234', '12'])).toBeNull();
    expect(guessDecimalComma(['3,5', '3.5'])).toBeNull();
  });

  it('reads back every number that JavaScript or a French or Arabic page writes', () => {
    const numbers = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(numbers, (n) => {
        expect(number(String(n), false)).toBeCloseTo(n, 10);
        for (const language of ['fr', 'ar-EG', 'de']) {
          const text = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(n);
          expect(number(text, true)).toBeCloseTo(Math.round(n * 1000) / 1000, 2);
        }
      }),
    );
  });
});

const day = (text: string, order?: 'dmy' | 'mdy' | 'ymd') => {
  const read = parseDate(text, order);
  if (read.kind === 'ambiguous') return read.readings.map((one) => one.from);
  if (read.kind !== 'value') return read.kind;
  const { from, to, time } = read.value;
  return [from, ...(to === from ? [] : [to]), ...(time ? [time] : [])].join(' ');
};

describe('parseDate', () => {
  it.each([
    ['2020-03-01', '2020-03-01'],
    ['2020/3/1', '2020-03-01'],
    ['20200301', '2020-03-01'],
    ['2013-01-03T00:00:00Z', '2013-01-03'],
    ['2020-03-01T14:30:00+03:00', '2020-03-01 14:30:00+03:00'],
    ['2020-03-01 2:30 pm', '2020-03-01 14:30:00'],
    ['01/03/2020 14h30', ['2020-03-01', '2020-01-03']],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['5/5/2020', '2020-05-05'],
    ['1/3/2020', ['2020-03-01', '2020-01-03']],
    ['01.03.20', '2020-03-01'],
    ['1 March 2020', '2020-03-01'],
    ['1st of March, 2020', '2020-03-01'],
    ['March 1, 2020', '2020-03-01'],
    ['Sunday, 1 March 2020', '2020-03-01'],
    ['1-Mar-20', '2020-03-01'],
    ['1er mars 2020', '2020-03-01'],
    ['dimanche 15 août 2021', '2021-08-15'],
    ['3 févr. 2020', '2020-02-03'],
    ['١ آذار ٢٠٢٠', '2020-03-01'],
    ['1 آذار/مارس 2020', '2020-03-01'],
    ['15 كانون الثاني 2020', '2020-01-15'],
    ['15 تشرين الاول 2020', '2020-10-15'],
    ['الأحد 15 يناير 2020', '2020-01-15'],
    ['March 2020', '2020-03-01 2020-03-31'],
    ['شباط 2020', '2020-02-01 2020-02-29'],
    ['2020-03', '2020-03-01 2020-03-31'],
    ['03/2020', '2020-03-01 2020-03-31'],
    ['2020', '2020-01-01 2020-12-31'],
    ['43891', '2020-03-01'],
    ['43891.5', '2020-03-01 12:00:00'],
    ['', 'empty'],
    ['31/02/2020', 'invalid'],
    ['2020-13-01', 'invalid'],
    ['soon', 'invalid'],
    ['99999', 'invalid'],
  ])('reads %s', (text, expected) => {
    expect(day(text)).toEqual(expected);
  });

  it('follows the order of the column, and refuses what contradicts it', () => {
    expect(day('1/3/2020', 'dmy')).toBe('2020-03-01');
    expect(day('1/3/2020', 'mdy')).toBe('2020-01-03');
    expect(day('25/12/2020', 'mdy')).toBe('invalid');
    expect(day('20-03-01', 'ymd')).toBe('2020-03-01');
    expect(guessDateOrder(['1/3/2020', '25/3/2020'])).toBe('dmy');
    expect(guessDateOrder(['1/3/2020', '3/25/2020 10:00'])).toBe('mdy');
    expect(guessDateOrder(['2020-03-01'])).toBeNull();
    expect(guessDateOrder(['2020-03-01', '25/3/2020'])).toBe('dmy');
    expect(guessDateOrder(['99/03/01'])).toBe('ymd');
    expect(guessDateOrder(['1/3/2020', '2/4/2020'])).toBeNull();
    expect(guessDateOrder(['13/3/2020', '3/13/2020'])).toBeNull();
  });

  it('says how precise a date is', () => {
    const precision = (text: string) => {
      const read = parseDate(text);
      return read.kind === 'value' ? read.value.precision : read.kind;
    };
    expect(['2020-03-01', '2020-03-01 14:30', '2020-03', '2020'].map(precision)).toEqual([
      'day',
      'minute',
      'month',
      'longer',
    ]);
  });

  it('reads every day in every language, as their own formatters write it', () => {
    const days = fc.date({ min: new Date('1930-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    const locales = ['en-GB', 'en-US', 'fr-FR', 'ar-EG', 'ar-IQ', 'ar-SY', 'ar-TN-u-nu-latn'];
    fc.assert(
      fc.property(days, fc.constantFrom(...locales), (date, locale) => {
        const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
        const text = new Intl.DateTimeFormat(locale, options).format(date);
        expect(day(text), text).toBe(date.toISOString().slice(0, 10));
      }),
      { numRuns: 300 },
    );
  });
});

const degrees = (text: string, axis?: 'latitude' | 'longitude') => {
  const read = parseCoordinate(text, axis);
  return read.kind === 'value' ? Math.round(read.value.degrees * 1e6) / 1e6 : read.kind;
};

describe('parseCoordinate', () => {
  it.each([
    ['4.366667', 4.366667],
    ['4,367', 4.367],
    ['-18.5', -18.5],
    ['4°22\'12"N', 4.37],
    ['N 4 22 12', 4.37],
    ['4° 22.2′ S', -4.37],
    ["18°33'O", -18.55],
    ['18.55 ouest', -18.55],
    ['18:33:00 E', 18.55],
    ['٤٫٣٧ شمالاً', 4.37],
    ["18° 33' غرب", -18.55],
    ['', 'empty'],
    ['Bangui', 'invalid'],
    ['200', 'invalid'],
    ['-4 N', 'invalid'],
    ['4 61 N', 'invalid'],
  ])('reads %s', (text, expected) => {
    expect(degrees(text)).toBe(expected);
  });

  it('knows which axis it is on', () => {
    expect(degrees('95', 'latitude')).toBe('invalid');
    expect(degrees('4 N', 'longitude')).toBe('invalid');
    expect(degrees('95', 'longitude')).toBe(95);
  });
});

it('takes no long over long text', () => {
  for (const filler of [' ', '-', '1', '1,', "'", 'T ', 'م', 'a ']) {
    const text = filler.repeat(50_000);
    const kinds = [parseNumber(text), parseDate(`x${text}`), parseCoordinate(text)].map((read) => read.kind);
    expect(kinds.includes('value')).toBe(false);
    expect(guessDateOrder([text])).toBeNull();
    expect(guessDecimalComma([text])).toBeNull();
  }
});

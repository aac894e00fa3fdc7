import fc from 'fast-check';
import { distance } from 'geokdbush';
import { describe, expect, it } from 'vitest';
import { fromMgrs, type GridSquare, toMgrs } from './mgrs.ts';

function square(text: string, near?: [number, number]): GridSquare {
  const read = fromMgrs(text, near);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

describe('the military grid', () => {
  it('brings every point back within a metre', () => {
    const lon = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -80, max: 84, noNaN: true });
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const reference = toMgrs(x, y);
        const back = square(reference ?? '');
        expect(distance(x, y, back.lon, back.lat) * 1000).toBeLessThan(1);
        expect(square((reference ?? '').toLowerCase().replaceAll(' ', ''))).toEqual(back);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with published references', () => {
    expect(toMgrs(0, 0)).toBe('31N AA 66021 00000');
    expect(toMgrs(-157.91608, 21.40964, 3)).toBe('4Q FJ 123 678'); // Honolulu
    expect(toMgrs(2.2945, 48.8582, 3)).toBe('31U DQ 482 119'); // the Eiffel Tower
    expect(toMgrs(5.3221, 60.3913, 1)?.slice(0, 3)).toBe('32V'); // Bergen, in the widened zone
  });

  it('reads short and shortened forms', () => {
    expect(square('18S UJ 234 064').metres).toBe(100);
    expect(square('18s uj').metres).toBe(100_000);
    expect(square('18S-UJ-23480-06483')).toEqual(square('18SUJ2348006483'));
    expect(square('UJ 234 064', [-77, 39])).toEqual(square('18S UJ 234 064'));
  });

  it('ends near the poles', () => {
    expect(toMgrs(0, 84.5)).toBeNull();
    expect(toMgrs(Number.NaN, 10)).toBeNull();
  });

  it.each([
    ['', 'Type a grid reference, such as 34N BL 123 678.'],
    ['UJ 234 064', '"UJ 234 064" lacks its zone and band, such as 34N.'],
    ['18S UJ 234 06', '"18S UJ 234 06" has 5 figures: it needs as many for east as for north.'],
    ['61S UJ 234 064', 'There is no zone 61: zones run from 1 to 60.'],
    ['18I UJ 234 064', 'There is no band I: bands are the letters C to X without I and O.'],
    ['18S UJ 234567 234567', '"18S UJ 234567 234567" has more than five figures each way.'],
    ['32X MG 12 34', 'There is no zone 32 in band X: its neighbours are widened over it.'],
    ['18S AJ 234 064', 'There is no square AJ in 18S.'],
    ['18S UZ 234 064', 'There is no square UZ in 18S.'],
    ['18S UT 234 064', 'There is no square UT in 18S.'],
  ])('explains "%s"', (text, sentence) => {
    expect(fromMgrs(text)).toBe(sentence);
  });

  it('never throws, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,2}[A-Z]{1,3} ?\d{0,11}$/));
    fc.assert(
      fc.property(typed, (text) => {
        expect(['string', 'object']).toContain(typeof fromMgrs(text));
      }),
      { numRuns: 2000 },
    );
  });
});

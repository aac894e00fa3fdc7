import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMgrs } from './mgrs.ts';
import { readPosition } from './read-position.ts';

describe('readPosition', () => {
  it.each([
    ['4.37, 18.58', 18.58, 4.37],
    ['4.37,18.58', 18.58, 4.37],
    ['4,37 18,58', 18.58, 4.37],
    ['4,37; 18,58', 18.58, 4.37],
    ['-4.5 -18', -18, -4.5],
    ['18.58 E, 4.37 N', 18.58, 4.37],
    ['4.37 N 18.58 E', 18.58, 4.37],
    ['4°22\'12"N 18°34\'48"E', 18.58, 4.37],
    ['N 4 22 12, E 18 34 48', 18.58, 4.37],
    ['120.5, 4.37', 120.5, 4.37],
  ])('%s', (text, lon, lat) => {
    const [x, y] = readPosition(text)?.point ?? [];
    expect([x?.toFixed(6), y?.toFixed(6)]).toEqual([lon.toFixed(6), lat.toFixed(6)]);
  });

  it.each(['Bangui', '', 'PK 12', '4.37', '4.37 N, 18.58 N', '100, 100', '91, 181', 'Camp 4, 5 and 6', '34N ZZ 12'])(
    'is not fooled by %j',
    (text) => expect(readPosition(text)).toBeNull(),
  );

  it('reads grid references, without their zone near a point', () => {
    expect(readPosition('34nbl1234')?.name).toBe('34N BL 12 34');
    expect(readPosition('BL 12 34')).toBeNull();
    expect(readPosition('BL 12 34', [18.5, 4.4])?.name).toBe('34N BL 12 34');
  });

  it('reads back every position as it is commonly written', () => {
    const degrees = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(degrees(79), degrees(179), (lat, lon) => {
        expect(readPosition(`${lat}, ${lon}`)?.point).toEqual([lon, lat]);
        const letters = `${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'} ${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}`;
        expect(readPosition(letters)?.point).toEqual([lon, lat]);
        const [x = 0, y = 0] = readPosition(toMgrs(lon, lat) ?? '')?.point ?? [];
        expect(Math.hypot(((x - lon + 540) % 360) - 180, y - lat)).toBeLessThan(0.0001);
      }),
    );
  });
});

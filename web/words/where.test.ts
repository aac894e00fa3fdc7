import { describe, expect, it } from 'vitest';
import { PLACE_PRECISIONS } from '../../src/vocabulary/codes.ts';
import { gridText } from './where.ts';

describe('a grid reference', () => {
  const mgrs = '34N BK 31412 83458';

  it('is no finer than the place is known', () => {
    expect(gridText(mgrs, 'exact')).toBe(mgrs);
    expect(gridText(mgrs, 'near')).toBe('34N BK 31 83');
  });

  it('is not given for an area', () => {
    const areas = PLACE_PRECISIONS.filter((precision) => precision !== 'exact' && precision !== 'near');
    expect(areas.length).toBeGreaterThan(3);
    expect(areas.map((precision) => gridText(mgrs, precision))).toEqual(areas.map(() => null));
  });
});

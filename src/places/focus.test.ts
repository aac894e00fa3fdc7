import { describe, expect, it } from 'vitest';
import { seaAndCountry } from './country-locator.ts';
import { countriesInFrame } from './focus.ts';

describe('countriesInFrame', () => {
  it('takes what fills most of the frame, over the antimeridian too', () => {
    const countryAt = (lon: number, lat: number) => (lat > 0 ? 'AAA' : lon > 0 ? 'BBB' : lon < -179.7 ? 'CCC' : null);
    expect(countriesInFrame([10, -1, 12, 1], countryAt)).toEqual(['AAA', 'BBB']);
    expect(countriesInFrame([10, -0.1, 12, 1], countryAt)).toEqual(['AAA']);
    expect(countriesInFrame([179, -1, -179, -0.5], countryAt)).toEqual(['BBB']);
    expect(countriesInFrame([-30, -2, -28, -1], countryAt)).toEqual([]);
  });

  it('knows the country of a mission from its frame', () => {
    const countryAt = (lon: number, lat: number) => seaAndCountry(lon, lat).country;
    expect(countriesInFrame([14.4, 2.2, 27.5, 11.1], countryAt)).toEqual(['CAF']);
    expect(countriesInFrame([177, -19, -179, -16], countryAt)).toEqual(['FJI']);
  });
});

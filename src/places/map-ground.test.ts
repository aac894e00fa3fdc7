import { expect, it } from 'vitest';
import type { Bbox } from './geometry.ts';
import { countriesIn } from './map-ground.ts';

const WORLD: Bbox = [-180, -60, 180, 75];
const inland: [number, number][] = Array.from({ length: 12 }, (_, i) => [18 + i / 2, 6.5]);
/** Bangui, on the bank of a river that is a border. */
const bank: [number, number] = [18.57, 4.34];

it('a mission that nobody has framed is shown in the country where it happened', () => {
  const { countries, frame } = countriesIn(WORLD, [...inland, bank]);
  expect(countries.map(({ iso3 }) => iso3)).toEqual(['CAF']);
  expect(frame[2] - frame[0]).toBeLessThan(15);
  for (const [lon, lat] of [...inland, bank]) {
    expect(lon).toBeGreaterThan(frame[0]);
    expect(lat).toBeGreaterThan(frame[1]);
  }
});

it('a point far away is in the frame, even where its country is not drawn', () => {
  const { frame } = countriesIn(WORLD, [...inland, [31.6, 4.85]]);
  expect(frame[2]).toBeGreaterThanOrEqual(31.6);
});

it('without a place the world is shown, and a frame that was set stays', () => {
  expect(countriesIn(WORLD, []).frame).toEqual(WORLD);
  expect(countriesIn(WORLD, [[-30, 0]]).frame).toEqual(WORLD);
  const set: Bbox = [14, 2, 28, 11.5];
  const { countries, frame } = countriesIn(set, [[37, 0]]);
  expect(frame).toEqual(set);
  expect(countries.map(({ iso3 }) => iso3)).toContain('TCD');
});

import type { Position } from 'geojson';
import inside from 'point-in-polygon-hao';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import world from 'world-atlas/land-50m.json' with { type: 'json' };
import { makeIsland } from '../island.ts';
import { at, Rng } from '../rng.ts';
import { signedArea } from './borders.ts';
import { toPlane } from './plane.ts';

const SEEDS = [8, 7, 1];
const islands = new Map(SEEDS.map((seed) => [seed, makeIsland(seed)]));
const islandOf = (seed: number) => islands.get(seed) ?? makeIsland(seed);

/** The even–odd test over all parts of an area. */
const holds = (coordinates: Position[][][], [x = 0, y = 0]: Position) =>
  coordinates.some(
    (polygon) =>
      inside(
        [x, y],
        polygon.map((ring) => ring.map(([a = 0, b = 0]) => [a, b] as [number, number])),
      ) === true,
  );

const areaOf = (coordinates: Position[][][]) =>
  coordinates.flat().reduce((sum, ring) => sum + signedArea(ring.map(([x = 0, y = 0]) => [x, y] as const)), 0);

/** Pairs of sides of one ring that cross, found by a sweep over their western ends. */
function crossings(ring: Position[]): number {
  const sides = ring.slice(0, -1).map((p, i) => [p, at(ring, i + 1)] as const);
  const west = (s: readonly [Position, Position]) => Math.min(at(s[0], 0), at(s[1], 0));
  const east = (s: readonly [Position, Position]) => Math.max(at(s[0], 0), at(s[1], 0));
  const order = [...sides].sort((a, b) => west(a) - west(b));
  const turn = (a: Position, b: Position, c: Position) =>
    Math.sign((at(b, 0) - at(a, 0)) * (at(c, 1) - at(a, 1)) - (at(b, 1) - at(a, 1)) * (at(c, 0) - at(a, 0)));
  let found = 0;
  order.forEach((s, i) => {
    for (let j = i + 1; j < order.length && west(at(order, j)) <= east(s); j++) {
      const [a, b] = s;
      const [c, d] = at(order, j);
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) found++;
    }
  });
  return found;
}

describe.each(SEEDS)('the island of seed %i', (seed) => {
  const { boundaries, settlements, gazetteer, adm1, adm2, names: _, ...rest } = islandOf(seed);
  const shapes = (level: 'adm0' | 'adm1' | 'adm2') => boundaries[level].features.map((f) => f.geometry.coordinates);

  test('has seven first-level and 32 second-level areas whose codes nest', () => {
    expect(boundaries.adm1.features).toHaveLength(7);
    expect(boundaries.adm2.features).toHaveLength(32);
    for (const { properties } of boundaries.adm2.features) {
      expect(properties.ADM2_PCODE).toMatch(/^TM0[1-7]\d\d$/);
      expect(properties.ADM2_PCODE?.slice(0, 4)).toBe(properties.ADM1_PCODE);
    }
  });

  test('lies in empty ocean, as far as the world atlas knows', () => {
    const topology = world as unknown as Topology<{ land: GeometryCollection }>;
    const land = feature(topology, topology.objects.land).features.flatMap(
      (f) => JSON.stringify(f.geometry).match(/-?[\d.]+,-?[\d.]+/g) ?? [],
    );
    expect(land.length).toBeGreaterThan(10_000);
    const near = land
      .map((pair) => pair.split(',').map(Number))
      .filter(([lon = 0, lat = 0]) => lon > -28.5 && lon < -23.5 && lat > -18.5 && lat < -13.5);
    expect(near).toEqual([]);
    for (const [lon = 0, lat = 0] of shapes('adm0').flat(3)) {
      expect(lon > -28 && lon < -24 && lat > -18 && lat < -14).toBe(true);
    }
  });

  test('rings are closed, do not cross themselves, outer ones counter-clockwise', () => {
    for (const polygon of [...shapes('adm0'), ...shapes('adm1'), ...shapes('adm2')].flat()) {
      polygon.forEach((ring, i) => {
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(ring.length).toBeGreaterThan(3);
        expect(crossings(ring)).toBe(0);
        expect(Math.sign(areaOf([[ring]]))).toBe(i === 0 ? 1 : -1);
      });
    }
  });

  test('areas are a partition: their sizes add up and a point of land lies in exactly one of each level', () => {
    const country = areaOf(at(shapes('adm0'), 0));
    for (const level of ['adm1', 'adm2'] as const) {
      expect(shapes(level).reduce((sum, s) => sum + areaOf(s), 0)).toBeCloseTo(country, 6);
    }
    const rng = Rng.of(seed, 'test');
    let onLand = 0;
    for (let i = 0; i < 300; i++) {
      const point = [rng.range(-28, -24), rng.range(-18, -14)];
      const land = holds(at(shapes('adm0'), 0), point);
      if (land) onLand++;
      const first = shapes('adm1').flatMap((s, k) => (holds(s, point) ? [k] : []));
      const second = shapes('adm2').flatMap((s, k) => (holds(s, point) ? [k] : []));
      expect(first).toHaveLength(land ? 1 : 0);
      expect(second.map((k) => at(adm2, k).parent)).toEqual(first);
    }
    expect(onLand).toBeGreaterThan(40);
  });

  test('about 350 settlements, each well inside the area it names, with one capital and a long tail', () => {
    expect(settlements.length).toBeGreaterThan(320);
    expect(settlements.length).toBeLessThan(370);
    gazetteer.slice(0, settlements.length).forEach((entry, i) => {
      const settlement = at(settlements, i);
      expect(entry.adm2Code).toBe(at(adm2, settlement.adm2).code);
      expect(entry.adm1Code).toBe(at(adm1, at(adm2, settlement.adm2).parent).code);
      expect(settlement.room).toBeGreaterThan(0.2);
      for (let k = 0; k < 8; k++) {
        const angle = (k * Math.PI) / 4;
        const [x, y] = toPlane(entry.lon, entry.lat);
        const edge = [
          -26 + (x + settlement.room * Math.cos(angle)) / 107,
          -16 + (y + settlement.room * Math.sin(angle)) / 110.6,
        ];
        expect(holds(at(shapes('adm2'), settlement.adm2), edge)).toBe(true);
      }
    });
    const sizes = settlements.map((s) => s.population);
    expect(Math.max(...sizes)).toBe(sizes[0]);
    expect(sizes.filter((n) => n > 40_000).length).toBeLessThan(20);
    expect(settlements.filter((s) => s.kind === 'capital')).toHaveLength(1);
  });

  test('every name is used once in each script', () => {
    const all = [...adm1, ...adm2, ...gazetteer].map((x) => x.names);
    for (const language of ['en', 'fr', 'ar'] as const) {
      const given = all.map((n) => n[language]);
      expect(given.filter((n, i) => given.indexOf(n) !== i)).toEqual([]);
      expect(given.every((n) => n.length > 1)).toBe(true);
    }
    expect(all.every((n) => /^[\p{Script=Arabic}\s’]+$/u.test(n.ar))).toBe(true);
  });

  test('the valley has villages on its river', () => {
    expect(rest.valley.areas.length).toBeGreaterThan(0);
    expect(settlements.filter((s) => s.inValley).length).toBeGreaterThan(2);
    expect(rest.rivers.features[0]?.properties.name).toBe('Orlumi');
    expect(rest.roads.features.length).toBeGreaterThan(20);
  });
});

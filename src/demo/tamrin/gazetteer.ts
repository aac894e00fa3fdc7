/** What of the island is worked out from its finished parts: room around a village, areas that touch, the list of names. */
import type { Area, GazetteerEntry, Settlement } from './country.ts';
import type { Mesh } from './land/mesh.ts';
import { distanceToSegment, type Point, toLonLat } from './land/plane.ts';
import type { Names } from './names.ts';
import { at } from './rng.ts';

export const RIVER_OF_THE_VALLEY: Names = { en: 'Orlumi', fr: 'Orloumi', ar: 'أورلومي' };
export const VALLEY: Names = { en: 'Orlumi valley', fr: 'vallée de l’Orloumi', ar: 'وادي أورلومي' };

/** Kilometres from a point to the nearest side of a ring. */
export function distanceToRing(point: Point, ring: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < ring.length; i++)
    least = Math.min(least, distanceToSegment(point, at(ring, i), at(ring, i + 1)));
  return least;
}

/** Second-level areas that share a border, by number. */
export function areaNeighbours(mesh: Mesh, adm2: Int32Array, count: number): number[][] {
  const touching = Array.from({ length: count }, () => new Set<number>());
  adm2.forEach((a, c) => {
    if (a < 0) return;
    for (const { neighbour } of at(mesh.sides, c)) {
      const b = at(adm2, neighbour);
      if (b >= 0 && b !== a) at(touching, a).add(b);
    }
  });
  return touching.map((s) => [...s].sort((a, b) => a - b));
}

/** Every settlement, the valley and its river, as a gazetteer lists them. */
export function makeGazetteer(
  settlements: readonly Settlement[],
  adm1: readonly Area[],
  adm2: readonly Area[],
  valley: Point,
  valleyArea: number,
) {
  const entry = (
    i: number,
    names: Names,
    kind: GazetteerEntry['kind'],
    point: Point,
    a: number,
    population: number | null,
  ) => {
    const [lon, lat] = toLonLat(...point);
    const second = at(adm2, a);
    const codes = { adm1Code: at(adm1, second.parent).code, adm2Code: second.code };
    return { id: `TMP${String(i).padStart(4, '0')}`, names, kind, lon, lat, population, ...codes };
  };
  const places: GazetteerEntry[] = settlements.map((s, i) =>
    entry(i + 1, s.names, s.kind, s.point, s.adm2, s.population),
  );
  return [
    ...places,
    entry(places.length + 1, VALLEY, 'valley', valley, valleyArea, null),
    entry(places.length + 2, RIVER_OF_THE_VALLEY, 'river', valley, valleyArea, null),
  ];
}

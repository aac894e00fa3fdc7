/** The island put together: areas with codes and names in three languages, settlements, rivers, roads, the valley. */
import type { Feature, FeatureCollection, LineString, MultiPolygon } from 'geojson';
import type { Area, GazetteerEntry, Settlement, SettlementKind } from './country.ts';
import { areaNeighbours, distanceToRing, makeGazetteer, RIVER_OF_THE_VALLEY, VALLEY } from './gazetteer.ts';
import { makeAreas } from './land/areas.ts';
import { borderMaker, type Polygon } from './land/borders.ts';
import { type Mesh, makeMesh } from './land/mesh.ts';
import { toLonLat } from './land/plane.ts';
import { makeSites, type Site } from './land/settlements.ts';
import { makeTerrain, type Terrain } from './land/terrain.ts';
import { roadClasses } from './land/travel.ts';
import { makeRivers, makeRoads, type River, smooth } from './land/ways.ts';
import { derived, type NameMaker, type Names, nameMaker } from './names.ts';
import { at, Rng } from './rng.ts';

export type { Area, GazetteerEntry, Settlement } from './country.ts';

/** Columns as in OCHA's common operational data sets: `ADM1_PCODE`, `ADM1_EN`, `ADM1_FR`, `ADM1_AR`, and so for each level above. */
export type AreaProperties = Record<string, string>;
export type Boundaries = {
  adm0: FeatureCollection<MultiPolygon, AreaProperties>;
  adm1: FeatureCollection<MultiPolygon, AreaProperties>;
  adm2: FeatureCollection<MultiPolygon, AreaProperties>;
};
export type LineProperties = {
  name: string;
  name_fr: string;
  name_ar: string;
  class: 'river' | 'stream' | 'main' | 'minor';
};

export type Island = {
  boundaries: Boundaries;
  rivers: FeatureCollection<LineString, LineProperties>;
  roads: FeatureCollection<LineString, LineProperties>;
  gazetteer: GazetteerEntry[];
  adm1: Area[];
  adm2: Area[];
  /** Second-level areas that share a border. */
  neighbours: number[][];
  settlements: Settlement[];
  /** The valley where the story happens: its second-level areas. */
  valley: { names: Names; areas: number[] };
  names: NameMaker;
  /** What lies under it: cells, heights and water, and the class of road on each cell. */
  ground: Ground;
};

export type Ground = { mesh: Mesh; terrain: Terrain; road: Uint8Array };

export const COUNTRY: Names = { en: 'Tamrin', fr: 'Tamrin', ar: 'تمرين' };
/** ISO 3166-1 reserves XAA–XZZ for users: no real country will ever have this code. */
export const COUNTRY_CODE = 'XTM';

const two = (n: number) => String(n).padStart(2, '0');

type Coded = { code: string; names: Names };

/** `lineage`: the country, then the areas down to this one. */
function area(lineage: readonly Coded[], shape: Polygon[]): Feature<MultiPolygon, AreaProperties> {
  const coordinates = shape.map((rings) => rings.map((ring) => ring.map(([x, y]) => toLonLat(x, y))));
  const properties: AreaProperties = {};
  lineage.forEach(({ code, names }, level) => {
    properties[`ADM${level}_PCODE`] = code;
    properties[`ADM${level}_EN`] = names.en;
    properties[`ADM${level}_FR`] = names.fr;
    properties[`ADM${level}_AR`] = names.ar;
  });
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
}

function line(
  mesh: Mesh,
  cells: readonly number[],
  names: Names,
  kind: LineProperties['class'],
): Feature<LineString, LineProperties> {
  const coordinates = smooth(cells.map((c) => at(mesh.centres, c))).map(([x, y]) => toLonLat(x, y));
  const properties = { name: names.en, name_fr: names.fr, name_ar: names.ar, class: kind };
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

/** The cell of an area that lies farthest from its border. */
function middleCell(mesh: Mesh, cells: readonly number[], area: Int32Array, id: number): number {
  let front = cells.filter((c) => at(mesh.sides, c).some((s) => area[s.neighbour] !== id));
  const seen = new Set(front);
  for (;;) {
    const next: number[] = [];
    for (const c of front) {
      for (const { neighbour } of at(mesh.sides, c)) {
        if (area[neighbour] !== id || seen.has(neighbour)) continue;
        seen.add(neighbour);
        next.push(neighbour);
      }
    }
    if (next.length === 0) return at(front, 0);
    front = next;
  }
}

function kindOf(population: number, rank: number): SettlementKind {
  if (rank === 0) return 'capital';
  if (population >= 40_000) return 'city';
  if (population >= 8_000) return 'town';
  return population >= 1_500 ? 'village' : 'hamlet';
}

/** Names as a country has them: most stand alone, some are a new, upper or market place named after a neighbour. */
function nameSites(sites: readonly Site[], regionOf: (s: Site) => number, names: NameMaker, seed: number): Names[] {
  const rng = Rng.of(seed, 'site names');
  const taken = new Set<string>();
  const given: Names[] = [];
  for (const [i, site] of sites.entries()) {
    let name = names.place(regionOf(site));
    const earlier = given.findLast((_, j) => at(sites, j).adm2 === site.adm2);
    if (i > 40 && earlier && !earlier.en.includes(' ') && rng.chance(0.16)) {
      const kinds = site.coastal ? (['port', 'new'] as const) : (['new', 'upper', 'lower', 'market'] as const);
      const second = derived(earlier, rng.pick(kinds));
      if (!taken.has(second.en)) name = second;
    }
    taken.add(name.en);
    given.push(name);
  }
  return given;
}

/** Areas of the upper valley: where the longest river runs farthest, but not where the capital lies. */
function valleyAreas(river: River, adm2: Int32Array, capital: number): number[] {
  const cells = new Map<number, number>();
  for (const c of river.cells.slice(0, Math.ceil(river.cells.length * 0.75))) {
    const a = at(adm2, c);
    if (a !== capital) cells.set(a, (cells.get(a) ?? 0) + 1);
  }
  return [...cells.keys()].sort((a, b) => (cells.get(b) ?? 0) - (cells.get(a) ?? 0)).slice(0, 3);
}

/** The island of one seed. Takes a fraction of a second and about 30 MB. */
export function makeIsland(seed: number): Island {
  const mesh = makeMesh(seed);
  const terrain = makeTerrain(mesh, seed);
  const parts = makeAreas(mesh, terrain, seed);
  const border = borderMaker(mesh, seed, terrain.isLand);
  const names = nameMaker(seed);
  const land = [...terrain.main, ...terrain.islets];
  const cellsOf = (level: Int32Array, id: number) => land.filter((c) => level[c] === id);
  const shapeOf = (level: Int32Array, id: number) => border(cellsOf(level, id), (c) => level[c] === id);
  const mainMiddle = (level: Int32Array, id: number) =>
    at(
      mesh.centres,
      middleCell(
        mesh,
        terrain.main.filter((c) => level[c] === id),
        level,
        id,
      ),
    );

  const adm1: Area[] = [...new Set(parts.parent)].map((a) => ({
    code: `TM${two(a + 1)}`,
    names: names.place(a),
    middle: mainMiddle(parts.adm1, a),
    parent: 0,
  }));
  const adm2: Area[] = parts.parent.map((parent, a) => ({
    code: `${at(adm1, parent).code}${two(a - parts.parent.indexOf(parent) + 1)}`,
    names: names.place(parent),
    middle: mainMiddle(parts.adm2, a),
    parent,
  }));
  const shapes2 = adm2.map((_, a) => shapeOf(parts.adm2, a));

  const sites = makeSites(mesh, terrain, parts, seed);
  const rivers = makeRivers(terrain);
  const roads = makeRoads(mesh, terrain, parts, sites);
  const longest = at(rivers, 0);
  const inValley = valleyAreas(longest, parts.adm2, at(sites, 0).adm2);
  const siteNames = nameSites(sites, (s) => at(parts.parent, s.adm2), names, seed);
  const settlements: Settlement[] = sites.map((s, i) => {
    const point = at(mesh.centres, s.cell);
    const room = Math.min(...at(shapes2, s.adm2).flatMap((p) => p.map((ring) => distanceToRing(point, ring))));
    const byRiver = longest.cells.some(
      (c) => Math.hypot(at(mesh.centres, c)[0] - point[0], at(mesh.centres, c)[1] - point[1]) < 11,
    );
    return {
      names: at(siteNames, i),
      cell: s.cell,
      kind: kindOf(s.population, s.rank),
      point,
      room: room * 0.95,
      adm2: s.adm2,
      population: s.population,
      inValley: byRiver && inValley.includes(s.adm2),
    };
  });

  const collection = <G extends MultiPolygon | LineString, P>(features: Feature<G, P>[]): FeatureCollection<G, P> => ({
    type: 'FeatureCollection',
    features,
  });
  const riverLines = rivers.map((r, i) => {
    const own = i === 0 ? RIVER_OF_THE_VALLEY : names.place(i);
    return line(mesh, r.cells, own, r.size > 150 ? 'river' : 'stream');
  });
  const country: Coded = { code: COUNTRY_CODE, names: COUNTRY };
  const nameless: Names = { en: '', fr: '', ar: '' };
  return {
    boundaries: {
      adm0: collection([area([country], border(land, terrain.isLand))]),
      adm1: collection(adm1.map((a, i) => area([country, a], shapeOf(parts.adm1, i)))),
      adm2: collection(adm2.map((a, i) => area([country, at(adm1, a.parent), a], at(shapes2, i)))),
    },
    rivers: collection(riverLines),
    roads: collection(roads.map((r) => line(mesh, r.cells, nameless, r.main ? 'main' : 'minor'))),
    gazetteer: makeGazetteer(
      settlements,
      adm1,
      adm2,
      at(mesh.centres, at(longest.cells, longest.cells.length >> 1)),
      at(inValley, 0),
    ),
    adm1,
    adm2,
    neighbours: areaNeighbours(mesh, parts.adm2, adm2.length),
    settlements,
    valley: { names: VALLEY, areas: inValley },
    names,
    ground: { mesh, terrain, road: roadClasses(mesh, roads) },
  };
}

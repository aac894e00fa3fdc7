/** The ground of a small printed map: first divisions of the active set, or countries where there is none. */
import type { Position } from 'geojson';
import type { Tx } from '../platform/database/database.ts';
import { readMissions } from '../platform/missions/store.ts';
import { missionOf } from '../platform/principal.ts';
import type { Language } from '../vocabulary/codes.ts';
import { atlasCountries, readAtlas } from './atlas.ts';
import { nameFromIso3 } from './countries.ts';
import { seaAndCountry } from './country-locator.ts';
import { DISCLAIMER } from './disclaimer.ts';
import { type AreaGeometry, type Bbox, bboxOf, polygonsOf } from './geometry.ts';
import { simplifyGeometry } from './map-shapes.ts';
import { readActiveAreas, readActiveSet } from './store/boundaries.ts';

export interface Ground {
  areas: { code: string; name: string; names: Readonly<Record<string, string>>; rings: Position[][] }[];
  /** What the boundaries call an area is a first division; without them the ground is countries, and no area is counted. */
  divided: boolean;
  /** west, south, east, north; longitudes may go on beyond 180. */
  frame: Bbox;
  disclaimer: Readonly<Record<Language, string>>;
}

/** Half a point on a map that is as wide as a printed page. */
const zoomFor = ([west, , east]: Bbox) => Math.log2((180 / 512) * (900 / Math.max(0.5, east - west)));

const joined = (boxes: readonly Bbox[]): Bbox => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
];

const overlaps = (a: Bbox, b: Bbox) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const ringsOf = (geometry: AreaGeometry, zoom: number) => polygonsOf(simplifyGeometry(geometry, zoom)).flat();

/** Wider than any country: a mission that nobody has framed yet. */
const UNFRAMED = 180;
const isFramed = ([west, , east]: Bbox) => east - west < UNFRAMED;
/** A town on a border river may fall on the other bank: one point in ten makes a country part of the map. */
const WORTH_A_MAP = 0.1;

type Points = readonly (readonly [number, number])[];

/** @param where something happened; asked for a mission without boundaries and a frame, which is shown in the countries that hold it */
export async function groundOf(tx: Tx, where: () => Promise<Points>): Promise<Ground> {
  const set = await readActiveSet(tx);
  const areas = set ? await readActiveAreas(tx, 1) : [];
  if (areas.length > 0) {
    const frame = joined(areas.map((a) => a.bbox));
    const shapes = areas.map(({ code, name, names, geometry }) => ({
      ...{ code, name, names },
      rings: ringsOf(geometry, zoomFor(frame)),
    }));
    return { areas: shapes, divided: true, frame, disclaimer: DISCLAIMER };
  }
  const [mission] = await readMissions(tx, missionOf(tx.who).slug);
  const bounds = mission?.bounds ?? [-180, -60, 180, 75];
  const { countries, frame } = countriesIn(bounds, isFramed(bounds) ? [] : await where());
  const shapes = countries.map(({ iso3, name, geometry }) => ({
    code: iso3 ?? name,
    name,
    names: iso3 ? { fr: nameFromIso3(iso3, 'fr') ?? name, ar: nameFromIso3(iso3, 'ar') ?? name } : {},
    rings: ringsOf(geometry, zoomFor(frame)),
  }));
  return { areas: shapes, divided: false, frame, disclaimer: DISCLAIMER };
}

/** The countries of a mission without boundaries, and what of the world a map of it shows. */
export function countriesIn(bounds: Bbox, points: Points) {
  const all = [...atlasCountries(readAtlas('50m'))];
  const framed = { countries: all.filter((c) => overlaps(bboxOf(c.geometry), bounds)), frame: bounds };
  if (isFramed(bounds)) return framed;
  const found = points.map(([lon, lat]) => seaAndCountry(lon, lat).country);
  const share = (code: string | null) => found.filter((c) => code !== null && c === code).length / found.length;
  const holding = all.filter(({ iso3 }) => share(iso3) >= WORTH_A_MAP);
  if (holding.length === 0) return framed;
  const frame = joined([
    ...holding.map((c) => bboxOf(c.geometry)),
    ...points.map(([lon, lat]): Bbox => [lon, lat, lon, lat]),
  ]);
  return isFramed(frame) ? { countries: holding, frame } : framed;
}

/** Country and divisions of a point, by one set of boundaries. */
import type { Area } from './area.ts';
import { iso3FromIso2, iso3FromName } from './countries.ts';
import { seaAndCountry } from './country-locator.ts';
import { pointInside } from './parents.ts';
import { makePolygonIndex } from './polygon-index.ts';

export interface AreaRef {
  code: string;
  name: string;
}

export interface AreasFound {
  /** ISO 3166-1 alpha-3; `null` in the open sea. */
  country: string | null;
  adm1: AreaRef | null;
  adm2: AreaRef | null;
}

/** [longitude, latitude] in degrees, WGS 84. */
export type AreaFinder = (point: readonly [lon: number, lat: number]) => AreasFound;

export type Outline = Pick<Area, 'code' | 'name' | 'level' | 'parentCode' | 'geometry'>;

/** Borders are off by a little: a village on a river's bank may be drawn in the river, or on the other side. */
const PATIENCE_KM = 3;

/** What is kept of an area: not its shape, which the index has. */
type Known = Omit<Outline, 'geometry'> & { inside: [lon: number, lat: number] };

const refOf = (area: Known | null): AreaRef | null => area && { code: area.code, name: area.name };

/** `CF`, `CAF`, and codes that ISO 3166-1 leaves to its users (Kosovo's `XKX`); other codes of a country say nothing. */
function iso3FromCode(code: string): string | null {
  if (/^[A-Z]{2}$/.test(code)) return iso3FromIso2(code);
  if (/^X[A-Z]{2}$/.test(code)) return code;
  return /^[A-Z]{3}$/.test(code) ? iso3FromName(code) : null;
}

/**
 * Builds the look-up once for a set (about 25 bytes a corner), in any order of areas; a million look-ups a second.
 * Country and divisions agree with each other: the finest area that holds the point decides, and the ones above are its
 * parents. A point in no area takes the nearest within 3 km. The country is the one that the set names, else the
 * atlas's at the area, or at the point where the set has no area for it.
 */
export function makeAreaFinder(areas: readonly Outline[]): AreaFinder {
  const index = makePolygonIndex(areas.map((area) => area.geometry));
  const known: Known[] = areas.map(({ code, name, level, parentCode, geometry }) => ({
    code,
    name,
    level,
    parentCode,
    inside: pointInside(geometry),
  }));
  const byCode = new Map(known.map((area) => [area.code, area]));

  const parentOf = (area: Known) => (area.parentCode === null ? undefined : byCode.get(area.parentCode));
  /** The area itself or the one above it at this level. */
  function above(area: Known, level: number): Known | null {
    let at: Known | undefined = area;
    // A parent is always of a higher division, so this ends.
    while (at && at.level > level) {
      const parent: Known | undefined = parentOf(at);
      at = parent && parent.level < at.level ? parent : undefined;
    }
    return at?.level === level ? at : null;
  }
  function nearest(lon: number, lat: number, level: number, accept: (area: Known) => boolean = () => true) {
    const accepts = (i: number) => {
      const area = known[i];
      return area?.level === level && accept(area);
    };
    return known[index.nearest(lon, lat, PATIENCE_KM, accepts)?.shape ?? -1] ?? null;
  }

  const countries = new Map<Known, string | null>();
  function countryOf(area: Known): string | null {
    const before = countries.get(area);
    if (before !== undefined) return before;
    const top = above(area, 0);
    const named = top
      ? (iso3FromCode(top.code) ?? iso3FromName(top.name))
      : iso3FromCode(above(area, 1)?.parentCode ?? area.parentCode ?? '');
    const country = named ?? seaAndCountry(...area.inside).country;
    countries.set(area, country);
    return country;
  }

  return ([lon, lat]) => {
    const held = index
      .holding(lon, lat)
      .flatMap((i) => known[i] ?? [])
      .sort((a, b) => b.level - a.level);
    const holding = (level: number) => held.map((area) => above(area, level)).find((area) => area !== null) ?? null;
    const first = holding(1);
    const second = holding(2) ?? nearest(lon, lat, 2, (area) => !first || (above(area, 1) ?? first) === first);
    const adm1 = first ?? (second && above(second, 1)) ?? nearest(lon, lat, 1);
    const decides = second ?? adm1 ?? holding(0) ?? nearest(lon, lat, 0);
    const country = decides ? countryOf(decides) : seaAndCountry(lon, lat).country;
    return { country, adm1: refOf(adm1), adm2: refOf(second) };
  };
}

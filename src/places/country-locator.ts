/** In which country a point lies, with patience for coasts: a harbour drawn 300 m too far out is not in the sea. */
import { atlasCountries, readAtlas } from './atlas.ts';
import { nameFromIso3 } from './countries.ts';
import { makePolygonIndex } from './polygon-index.ts';

/** The atlas is drawn at 1:10 million: its coast is a few kilometres off in places. */
const COAST_TOLERANCE_KM = 10;

export interface CountryHit {
  iso3: string | null;
  /** In English. */
  name: string;
  /** 0 on land; otherwise the distance to the nearest coast of this country. */
  seaKm: number;
}

export interface CountryLocator {
  /** The country of a point, or `null` in the open sea, further than the tolerance from any coast. */
  locate(lon: number, lat: number, toleranceKm?: number): CountryHit | null;
  /** How far outside a country the point lies: 0 within it, `null` beyond `withinKm`. Tells a border town from an error. */
  kmOutside(iso3: string, lon: number, lat: number, withinKm: number): number | null;
}

let loaded: CountryLocator | undefined;

/** The locator of all countries; the first call reads the atlas (about 0.5 s and 30 MB), later ones are free. */
export function countryLocator(): CountryLocator {
  loaded ??= load();
  return loaded;
}

function load(): CountryLocator {
  const countries: { iso3: string | null; name: string }[] = [];
  const index = makePolygonIndex(
    atlasCountries(readAtlas('10m')).map(({ iso3, name, geometry }) => {
      countries.push({ iso3, name: (iso3 && nameFromIso3(iso3, 'en')) ?? name });
      return geometry;
    }),
  );
  const hit = (shape: number | undefined, seaKm: number): CountryHit | null => {
    const country = shape === undefined ? undefined : countries[shape];
    return country ? { ...country, seaKm } : null;
  };
  return {
    locate(lon, lat, toleranceKm = COAST_TOLERANCE_KM) {
      const onLand = hit(index.holding(lon, lat)[0], 0);
      if (onLand) return onLand;
      const coast = index.nearest(lon, lat, toleranceKm, () => true);
      return hit(coast?.shape, coast?.km ?? 0);
    },
    kmOutside(iso3, lon, lat, withinKm) {
      const isIt = (shape: number) => countries[shape]?.iso3 === iso3;
      if (index.holding(lon, lat).some(isIt)) return 0;
      return index.nearest(lon, lat, withinKm, isIt)?.km ?? null;
    },
  };
}

/** The country of a point, coasts forgiven, and whether it lies in the open sea, where no country is. */
export function seaAndCountry(lon: number, lat: number): { country: string | null; openSea: boolean } {
  const hit = countryLocator().locate(lon, lat);
  return { country: hit?.iso3 ?? null, openSea: hit === null };
}

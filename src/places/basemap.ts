/** The quiet ground under every map, drawn from Natural Earth: countries and the borders between them. */
import type { FeatureCollection, MultiLineString, Position } from 'geojson';
import { mesh, neighbors } from 'topojson-client';
import type { Language } from '../vocabulary/codes.ts';
import { type AtlasCountry, type AtlasTopology, atlasCountries, readAtlas } from './atlas.ts';
import { iso3FromAtlas, nameFromIso3 } from './countries.ts';
import { type AreaGeometry, polygonsOf } from './geometry.ts';
import { simplifyGeometry, simplifyLines } from './map-shapes.ts';

/** The world stands a look from afar; the countries that the mission works in as close as `DETAIL_CORNERS` allows. */
const WORLD_ZOOM = 2.5;
const FOCUS_ZOOMS = [7, 6, 5, 4, 3];
const DETAIL_CORNERS = 14_000;

export interface Basemap {
  countries: FeatureCollection<AreaGeometry, { iso3: string | null } & Record<Language, string>>;
  /** Land borders only; coasts are the edges of the countries. */
  borders: MultiLineString;
}

type Shape = AtlasTopology['objects']['countries']['geometries'][number];

/** Shapes are known by name: it is the same at both scales, and some have no number. */
const nameOf = (shape: Shape) => (shape.properties && 'name' in shape.properties ? shape.properties.name : '');

/** The names of the shapes of these countries and of all that border on them. */
function namesAround(atlas: AtlasTopology, focus: readonly string[]): Set<string> {
  const shapes = atlas.objects.countries.geometries;
  const beside = neighbors(shapes);
  const inFocus = shapes.flatMap((shape, i) => {
    const iso3 = iso3FromAtlas(shape.id, nameOf(shape));
    return iso3 !== null && focus.includes(iso3) ? [i, ...(beside[i] ?? [])] : [];
  });
  return new Set(inFocus.flatMap((i) => shapes[i] ?? []).map(nameOf));
}

function drawCountries(countries: readonly AtlasCountry[], zoom: number): Basemap['countries']['features'] {
  return countries.map(({ iso3, name, geometry }) => {
    const shown = (language: Language) => (iso3 === null ? null : nameFromIso3(iso3, language)) ?? name;
    const properties = { iso3, en: shown('en'), fr: shown('fr'), ar: shown('ar') };
    return { type: 'Feature', properties, geometry: simplifyGeometry(geometry, zoom) };
  });
}

function drawBorders(atlas: AtlasTopology, zoom: number, wanted: (a: string, b: string) => boolean): Position[][] {
  const lines = mesh(
    atlas,
    atlas.objects.countries,
    (a, b) => a !== b && wanted(nameOf(a as Shape), nameOf(b as Shape)),
  );
  return simplifyLines(lines.coordinates, zoom);
}

const corners = (countries: Basemap['countries']['features']) =>
  countries.reduce((sum, { geometry }) => sum + polygonsOf(geometry).flat(2).length, 0);

/**
 * The basemap as GeoJSON with names in three languages, below 400 kB gzipped: the world in outline and the countries
 * in `focus` (ISO3), with their neighbours, in detail. Takes up to a second; keep the answer.
 */
export function basemap(focus: readonly string[] = []): Basemap {
  const coarse = readAtlas('50m');
  const fine = focus.length > 0 ? readAtlas('10m') : coarse;
  const close = namesAround(fine, focus);
  const far = atlasCountries(coarse).filter(({ name }) => !close.has(name));
  const near = [...atlasCountries(fine).filter(({ name }) => close.has(name))];
  const zoom = FOCUS_ZOOMS.find((z) => corners(drawCountries(near, z)) <= DETAIL_CORNERS) ?? WORLD_ZOOM;
  const world = drawCountries([...far], WORLD_ZOOM);
  const worldBorders = drawBorders(coarse, WORLD_ZOOM, (a, b) => !close.has(a) && !close.has(b));
  const detailBorders = drawBorders(fine, zoom, (a, b) => close.has(a) || close.has(b));
  return {
    countries: { type: 'FeatureCollection', features: [...world, ...drawCountries(near, zoom)] },
    borders: { type: 'MultiLineString', coordinates: [...worldBorders, ...detailBorders] },
  };
}

/** The countries of the world out of the box: Natural Earth in the `world-atlas` package, read when first needed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { iso3FromAtlas } from './countries.ts';
import { type AreaGeometry, unwrap } from './geometry.ts';

export type AtlasTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface AtlasCountry {
  /** `null` for the few shapes that are nobody's or claimed by several. */
  iso3: string | null;
  /** Natural Earth's English name. */
  name: string;
  geometry: AreaGeometry;
}

/** `10m` (400 m grid, 545,000 corners) to decide where a point lies; `50m` to draw. */
export function readAtlas(scale: '10m' | '50m'): AtlasTopology {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The countries of a topology one by one, unwrapped at the antimeridian: all at once they would take 200 MB for a moment. */
export function* atlasCountries(topology: AtlasTopology): Generator<AtlasCountry> {
  for (const shape of topology.objects.countries.geometries) {
    const { features } = feature(topology, { type: 'GeometryCollection' as const, geometries: [shape] });
    for (const { id, properties, geometry } of features) {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
      yield { iso3: iso3FromAtlas(id, properties.name), name: properties.name, geometry: unwrap(geometry) };
    }
  }
}

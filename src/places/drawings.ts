/** What the map's ground looks like in a mission: each drawing with a key that changes whenever it would. */
import type { Tx } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { readMissions } from '../platform/missions/store.ts';
import { missionOf } from '../platform/principal.ts';
import type { Area } from './area.ts';
import { basemap } from './basemap.ts';
import { seaAndCountry } from './country-locator.ts';
import { DISCLAIMER } from './disclaimer.ts';
import { countriesInFrame } from './focus.ts';
import type { GroundLine } from './ground.ts';
import { simplifyForMap, simplifyLines } from './map-shapes.ts';
import { readActiveAreas, readActiveSet } from './store/boundaries.ts';
import { largestTowns, type Town } from './store/gazetteers.ts';
import { groundMark, readGroundLines } from './store/ground.ts';

export interface Drawing {
  /** The same key, the same drawing. */
  key: string;
  draw(): Promise<unknown>;
}

/** The basemap with the countries of the mission's frame in detail, its towns, rivers and roads, and the disclaimer. */
export async function drawBasemap(tx: Tx): Promise<Drawing> {
  const [mission] = await readMissions(tx, missionOf(tx.who).slug);
  if (!mission) throw new KingaError('no_mission');
  const focus = countriesInFrame(mission.bounds, (lon, lat) => seaAndCountry(lon, lat).country);
  const { mark, towns } = await largestTowns(tx, TOWNS);
  const ground = await groundMark(tx);
  return {
    // The towns are the mission's own: two missions of one frame and one clock do not share a drawing.
    key: `basemap ${mission.id} ${focus.join()} ${mark} ${ground}`,
    draw: async () => ({
      ...basemap(focus),
      places: townPoints(towns),
      ground: groundLines(await readGroundLines(tx)),
      disclaimer: DISCLAIMER,
    }),
  };
}

/** Names that help the eye at the scale of a country; more would crowd it. */
const TOWNS = 60;
const ARABIC = /\p{Script=Arabic}/u;

/** Points with a name, one in Arabic letters where the gazetteer has it, and the population that says which names go first. */
function townPoints(towns: readonly Town[]) {
  const features = towns.map(({ name, altNames, point, population }) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: point },
    properties: { name, names: { ar: altNames.find((alt) => ARABIC.test(alt)) ?? name }, population: population ?? 0 },
  }));
  return { type: 'FeatureCollection' as const, features };
}

/** Rivers and roads as fine as a district that fills the screen. */
const GROUND_ZOOM = 9;

function groundLines(lines: readonly GroundLine[]) {
  const features = lines.flatMap(({ kind, name, names, line }) =>
    simplifyLines([line], GROUND_ZOOM).map((coordinates) => ({
      type: 'Feature' as const,
      geometry: { type: 'LineString' as const, coordinates },
      properties: { kind, name, names },
    })),
  );
  return { type: 'FeatureCollection' as const, features };
}

/** Coarser than a province that fills the screen, finer than a country that does. */
const ZOOM_OF_LEVEL: Readonly<Record<Area['level'], number>> = { 0: 6, 1: 7, 2: 8, 3: 9 };

/** The active set's areas at a level, and the disclaimer; no areas without a set. Drawn in the same snapshot as its key. */
export async function drawAreas(tx: Tx, level: Area['level']): Promise<Drawing> {
  const set = await readActiveSet(tx);
  return {
    key: `areas ${set?.id} ${set?.digest} ${level}`,
    draw: async () => {
      const areas = set ? await readActiveAreas(tx, level) : [];
      return { ...simplifyForMap(areas, ZOOM_OF_LEVEL[level]), disclaimer: DISCLAIMER };
    },
  };
}

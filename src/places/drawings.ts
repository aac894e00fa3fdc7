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
import { simplifyForMap } from './map-shapes.ts';
import { readActiveAreas, readActiveSet } from './store/boundaries.ts';

export interface Drawing {
  /** The same key, the same drawing. */
  key: string;
  draw(): Promise<unknown>;
}

/** The basemap with the countries of the mission's frame in detail, and the disclaimer. */
export async function drawBasemap(tx: Tx): Promise<Drawing> {
  const [mission] = await readMissions(tx, missionOf(tx.who).slug);
  if (!mission) throw new KingaError('no_mission');
  const focus = countriesInFrame(mission.bounds, (lon, lat) => seaAndCountry(lon, lat).country);
  return { key: `basemap ${focus.join()}`, draw: async () => ({ ...basemap(focus), disclaimer: DISCLAIMER }) };
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

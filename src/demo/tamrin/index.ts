/** Tamrin: an invented country for showing and testing Kinga, made from a seed. The only front door of this folder. */
import type { ActorType, MissionFramework } from '../../vocabulary/codes.ts';
import { ACTORS } from './actors.ts';
import { SIMULATED_NOW } from './clock.ts';
import { type Boundaries, COUNTRY, COUNTRY_CODE, type GazetteerEntry, type Island, makeIsland } from './island.ts';
import { makeRasters, type Raster, type RasterName } from './land/rasters.ts';
import { DATASETS } from './life/outside.ts';
import type { Write } from './life/stages.ts';
import { makeWorld } from './life/world.ts';
import type { Names } from './names.ts';
import { type DemoPerson, PEOPLE } from './people.ts';
import { makePlan, makeWrites, type Plan } from './stream.ts';
import type { Table } from './tables.ts';
import { truthTables } from './truth.ts';

export { SIMULATED_NOW, STORY_NIGHT } from './clock.ts';
export type { Boundaries, GazetteerEntry } from './island.ts';
export type { Raster, RasterName } from './land/rasters.ts';
export type { Write } from './life/stages.ts';
export type { Names } from './names.ts';
export type { DemoPerson, PersonKey } from './people.ts';
export type { Table } from './tables.ts';

/** The mission's name in addresses. */
export const TAMRIN = 'tamrin';

export const DEFAULTS = { seed: 8, incidents: 6000 } as const;
/** Below this the story alone would be most of what there is. */
const FEWEST = 100;

/** An actor as a list of actors shows it. */
export type DemoActor = { key: string; type: ActorType; names: Names; sign: Names; habits: Names };

export type DemoMission = {
  slug: string;
  names: Names;
  country: { code: string; names: Names };
  timeZone: string;
  framework: MissionFramework;
  /** Shown on every page of the demonstration. */
  notice: Names;
  /** West, south, east, north in degrees. */
  bounds: [number, number, number, number];
  now: Date;
  outside: typeof DATASETS;
  people: readonly DemoPerson[];
};

export type Tamrin = {
  boundaries: Boundaries;
  places: readonly GazetteerEntry[];
  rivers: Island['rivers'];
  roads: Island['roads'];
  valley: { names: Names; adm2Codes: string[] };
  actors: readonly DemoActor[];
  mission: DemoMission;
  /** Every version of every record, by the time at which it became known; each call starts anew. */
  writes: () => Generator<Write>;
  /** What truly happened, beside what the records say. */
  truth: () => readonly Table[];
  /** Height, people and friction, a square kilometre a cell. */
  rasters: () => Record<RasterName, Raster>;
};

function boundsOf(boundaries: Boundaries): DemoMission['bounds'] {
  const bounds: DemoMission['bounds'] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of boundaries.adm0.features.flatMap((f) => f.geometry.coordinates.flat(2))) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

/**
 * The country, its people and its five years. `incidents` is the number of records of all kinds (own incidents,
 * observations, activities and outside rows; a record has one or more versions); it changes how dense the five years
 * are, not how long. The same options give the same bytes.
 *
 * @throws RangeError when `incidents` is not a whole number of at least 100, or `seed` not a whole number ≥ 0.
 */
export function tamrin(options: { seed?: number; incidents?: number } = {}): Tamrin {
  const { seed = DEFAULTS.seed, incidents = DEFAULTS.incidents } = options;
  if (!Number.isSafeInteger(incidents) || incidents < FEWEST) {
    throw new RangeError(`Tamrin needs a whole number of at least ${FEWEST} incidents, not ${incidents}.`);
  }
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`A seed is a whole number from 0 up, not ${seed}.`);
  const island = makeIsland(seed);
  const world = makeWorld(island, seed);
  let made: Plan | null = null;
  const plan = () => {
    made ??= makePlan(world, incidents);
    return made;
  };
  return {
    boundaries: island.boundaries,
    places: island.gazetteer,
    rivers: island.rivers,
    roads: island.roads,
    valley: { names: island.valley.names, adm2Codes: island.valley.areas.flatMap((a) => island.adm2[a]?.code ?? []) },
    actors: ACTORS.map(({ key, type, names, sign, habits }) => ({ key, type, names, sign, habits })),
    mission: {
      slug: TAMRIN,
      names: { en: 'Protection Mission in Tamrin', fr: 'Mission de protection au Tamrin', ar: 'بعثة الحماية في تمرين' },
      country: { code: COUNTRY_CODE, names: COUNTRY },
      timeZone: 'UTC',
      framework: 'state_support_stabilisation',
      notice: {
        en: 'Tamrin is invented. No place, group, person or event here is real.',
        fr: 'Le Tamrin est inventé. Aucun lieu, groupe, événement ni aucune personne n’est réel ici.',
        ar: 'تمرين بلد متخيل. لا مكان ولا جماعة ولا شخص ولا حدث هنا حقيقي.',
      },
      bounds: boundsOf(island.boundaries),
      now: SIMULATED_NOW,
      outside: DATASETS,
      people: PEOPLE,
    },
    writes: () => makeWrites(world, plan()),
    truth: () => truthTables(world, plan()),
    rasters: () => makeRasters(island),
  };
}

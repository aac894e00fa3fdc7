/** The room's addresses: HTTP in, HTTP out. What is allowed and what happens stands in commands and queries. */
import { z } from 'zod';
import { KingaError } from '../platform/errors.ts';
import { type Route, route } from '../platform/http/route.ts';
import type { Jobs } from '../platform/jobs/runner.ts';
import { PageQuery } from '../platform/paging/contract.ts';
import type { Principal } from '../platform/principal.ts';
import { activateBoundaries } from './commands/activate-boundaries.ts';
import { importBoundaries } from './commands/import-boundaries.ts';
import {
  ADMIN_LEVELS,
  AreasQuery,
  BoundarySet,
  BoundarySets,
  GazetteerFields,
  Gazetteers,
  ImportedBoundaries,
  MgrsAnswer,
  MgrsQuery,
  PlaceHits,
  PlaceSearchQuery,
  StartedImport,
  UploadFields,
} from './contract.ts';
import { drawAreas, drawBasemap } from './drawings.ts';
import { GAZETTEER_JOB } from './jobs.ts';
import { fromMgrs, toMgrs } from './mgrs.ts';
import { sendPacked } from './packed.ts';
import { listBoundarySets, listGazetteers } from './queries/list.ts';
import { searchPlaces } from './queries/search-places.ts';
import { readUpload, type UploadedFile } from './upload.ts';

const base = '/missions/:mission';
const tag = 'places';
const inMission = z.object({ mission: z.string() });

/** A whole set is read in one piece. */
const BOUNDARIES_MEGABYTES = 64;
/** GeoNames has 1.7 GB for the whole world. */
const GAZETTEER_MEGABYTES = 2048;

export interface PlaceRoutesNeeds {
  jobs: Pick<Jobs, 'start'>;
  /** The folder where uploads wait for their job. */
  uploads: string;
  /** Another set decides now: other rooms may have something to place by it. */
  afterBoundaries(who: Principal): Promise<void>;
}

/** A file named `level0` to `level3` is all of that level; any other name leaves it to the file to say. */
function boundarySource({ field, path }: UploadedFile) {
  const level = ADMIN_LEVELS.find((l) => field === `level${l}`);
  return { path, ...(level === undefined ? {} : { level }) };
}

function answerMgrs({ text, near, lon = 0, lat = 0 }: z.infer<typeof MgrsQuery>): z.infer<typeof MgrsAnswer> {
  const square = text === undefined ? { lon, lat, metres: 1 } : fromMgrs(text, near);
  if (typeof square === 'string') throw new KingaError('invalid_input', { what: square });
  const digits = Math.round(5 - Math.log10(square.metres)) as 0 | 1 | 2 | 3 | 4 | 5;
  const mgrs = toMgrs(square.lon, square.lat, digits);
  if (mgrs === null) throw new KingaError('invalid_input', { what: 'this grid ends at 84° north and 80° south' });
  return { point: [square.lon, square.lat], metres: square.metres, mgrs };
}

export const placeRoutes = ({ jobs, uploads, afterBoundaries }: PlaceRoutesNeeds): readonly Route[] => [
  route({
    method: 'GET',
    url: `${base}/basemap`,
    access: 'member',
    summary: 'The quiet ground of the map: countries and borders, the mission’s own in detail',
    tag,
    params: inMission,
    answer: 'stream',
    handler: (ask) => ask.db.read(ask.who, async (tx) => sendPacked(ask, await drawBasemap(tx))),
  }),
  route({
    method: 'GET',
    url: `${base}/areas`,
    access: 'member',
    summary: 'Areas of the active boundary set at one level, as light GeoJSON',
    tag,
    params: inMission,
    query: AreasQuery,
    answer: 'stream',
    handler: (ask) => ask.db.read(ask.who, async (tx) => sendPacked(ask, await drawAreas(tx, ask.query.level))),
  }),
  route({
    method: 'GET',
    url: `${base}/places`,
    access: 'member',
    summary: 'Places by name in any spelling, and positions as typed',
    tag,
    params: inMission,
    query: PlaceSearchQuery,
    answer: PlaceHits,
    handler: ({ db, who, query }) => db.read(who, async (tx) => ({ items: await searchPlaces(tx, query) })),
  }),
  route({
    method: 'GET',
    url: `${base}/mgrs`,
    access: 'member',
    summary: 'A position as a military grid reference, or the other way round',
    tag,
    params: inMission,
    query: MgrsQuery,
    answer: MgrsAnswer,
    handler: async ({ query }) => answerMgrs(query),
  }),
  route({
    method: 'GET',
    url: `${base}/boundary-sets`,
    access: 'member',
    summary: 'The mission’s sets of boundaries',
    tag,
    params: inMission,
    query: PageQuery,
    answer: BoundarySets,
    handler: ({ db, who, query }) => listBoundarySets(db, who, query),
  }),
  route({
    method: 'POST',
    url: `${base}/boundary-sets`,
    access: 'places.manage',
    summary: 'Bring a set of boundaries (a form with name, source, licence and up to four files)',
    tag,
    params: inMission,
    answer: ImportedBoundaries,
    status: 201,
    upload: true,
    handler: async ({ db, who, request }) => {
      const limits = { folder: uploads, maxFiles: 4, maxMegabytes: BOUNDARIES_MEGABYTES };
      const { fields, files, discard } = await readUpload(request, UploadFields, limits);
      try {
        const imported = await importBoundaries(db, who, { ...fields, files: files.map(boundarySource) });
        if (imported.set.active && !imported.unchanged) await afterBoundaries(who);
        return imported;
      } finally {
        await discard();
      }
    },
  }),
  route({
    method: 'POST',
    url: `${base}/boundary-sets/:id/activate`,
    access: 'places.manage',
    summary: 'Let this set decide from now on',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    answer: BoundarySet,
    handler: async ({ db, who, params }) => {
      const set = await activateBoundaries(db, who, params.id);
      await afterBoundaries(who);
      return set;
    },
  }),
  route({
    method: 'GET',
    url: `${base}/gazetteers`,
    access: 'member',
    summary: 'The mission’s lists of place names',
    tag,
    params: inMission,
    query: PageQuery,
    answer: Gazetteers,
    handler: ({ db, who, query }) => listGazetteers(db, who, query),
  }),
  route({
    method: 'POST',
    url: `${base}/gazetteers`,
    access: 'places.manage',
    summary: 'Bring a list of place names (a form with name, source, licence, format and one file)',
    tag,
    params: inMission,
    answer: StartedImport,
    status: 202,
    upload: true,
    handler: async ({ who, request }) => {
      const limits = { folder: uploads, maxFiles: 1, maxMegabytes: GAZETTEER_MEGABYTES };
      const { fields, files, discard } = await readUpload(request, GazetteerFields, limits);
      try {
        return { job: await jobs.start(who, GAZETTEER_JOB, { ...fields, path: files[0]?.path, uploaded: true }) };
      } catch (error) {
        await discard();
        throw error;
      }
    },
  }),
];

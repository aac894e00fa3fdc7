/** The room's addresses: HTTP in, HTTP out. What is allowed and what happens stands in commands and store. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { basedOn } from '../platform/http/based-on.ts';
import { remembered } from '../platform/http/remembered.ts';
import { type Route, route } from '../platform/http/route.ts';
import { PageQuery } from '../platform/paging/contract.ts';
import { HUMAN_RIGHTS_STATUSES, OPERATIONAL_STATUSES } from '../vocabulary/codes.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { editIncident } from './commands/edit-incident.ts';
import { erasePeople } from './commands/erase-people.ts';
import { recordIncident } from './commands/record-incident.ts';
import { confirmIncident, verifyIncident } from './commands/set-status.ts';
import {
  CoverageAnswer,
  CoverageQuery,
  EXPORT_FORMATS,
  HeldList,
  Incident,
  IncidentFilter,
  IncidentInput,
  IncidentList,
  IncidentListQuery,
  IncidentSummary,
  Timeline,
  TimelineQuery,
  Versions,
  Written,
} from './contract.ts';
import { exportIncidents } from './export.ts';
import { type ImportHouse, importRoutes } from './import-routes.ts';
import {
  allVersions,
  heldSubmissions,
  histogram,
  listPage,
  type Memory,
  mapTile,
  oneIncident,
  reporting,
  summary,
} from './queries.ts';
import { togetherRoutes } from './together/routes.ts';

const base = '/missions/:mission/incidents';
const tag = 'incidents';
const inMission = z.object({ mission: z.string() });
const oneRecord = inMission.extend({ id: z.uuid() });
const asOfQuery = z.object({ asOf: z.string().max(40).optional() });

const statusBody = <S extends readonly [string, ...string[]]>(statuses: S) =>
  z.object({ status: z.enum(statuses), note: z.string().trim().max(2000).nullable().default(null) });

/** Whom one is and what time it is decide what one follows and what is old. */
const ownMoment = ({ following, stale }: IncidentFilter): boolean => following === true || stale === true;

const recordRoutes = (house: IncidentHouse): readonly Route[] => [
  route({
    method: 'GET',
    url: base,
    access: 'incident.read',
    summary: 'A page of incidents, observations and activities',
    tag,
    params: inMission,
    query: IncidentListQuery,
    answer: IncidentList,
    handler: (ask) =>
      remembered(
        ask,
        ask.query.asOf,
        (tx, asOf) => listPage(tx, house.memory, ask.query, asOf),
        ownMoment(ask.query),
      ) as Promise<IncidentList>,
  }),
  route({
    method: 'GET',
    url: `${base}/summary`,
    access: 'incident.read',
    summary: 'Counts and sums, own and outside data apart',
    tag,
    params: inMission,
    query: IncidentFilter,
    answer: IncidentSummary,
    handler: (ask) =>
      remembered(
        ask,
        ask.query.asOf,
        (tx, asOf) => summary(tx, house.memory, ask.query, asOf),
        ownMoment(ask.query),
      ) as Promise<IncidentSummary>,
  }),
  route({
    method: 'GET',
    url: `${base}/timeline`,
    access: 'incident.read',
    summary: 'The histogram of what happened when',
    tag,
    params: inMission,
    query: TimelineQuery,
    answer: Timeline,
    handler: (ask) =>
      remembered(
        ask,
        ask.query.asOf,
        (tx, asOf) => histogram(tx, house.memory, ask.query, ask.query.bin, asOf),
        ownMoment(ask.query),
      ) as Promise<Timeline>,
  }),
  route({
    method: 'GET',
    url: `${base}/coverage`,
    access: 'incident.read',
    summary: 'Where records come from, and since when none does',
    tag,
    params: inMission,
    query: CoverageQuery,
    answer: CoverageAnswer,
    handler: (ask) =>
      remembered(ask, ask.query.asOf, (tx, asOf) =>
        reporting(tx, house.memory, ask.query, asOf),
      ) as Promise<CoverageAnswer>,
  }),
  route({
    method: 'GET',
    url: `${base}/tiles/:z/:x/:y`,
    access: 'incident.read',
    summary: 'A vector tile of clusters',
    tag,
    params: inMission.extend({
      z: z.coerce.number().int().min(0).max(20),
      x: z.coerce.number().int().min(0),
      y: z.string().regex(/^\d{1,8}\.mvt$/),
    }),
    query: IncidentFilter,
    answer: 'stream',
    handler: async (ask) => {
      const { z: zoom, x } = ask.params;
      const y = Number.parseInt(ask.params.y, 10);
      ask.reply.type('application/vnd.mapbox-vector-tile');
      return remembered(
        ask,
        ask.query.asOf,
        (tx, asOf) => mapTile(tx, house.memory, ask.query, asOf, zoom, x, y),
        ownMoment(ask.query),
      );
    },
  }),
  route({
    method: 'GET',
    url: `${base}/export`,
    access: 'incident.export',
    summary: 'Everything that matches and one may see, exact; noted in the ledger',
    tag,
    params: inMission,
    query: IncidentFilter.extend({ format: z.enum(EXPORT_FORMATS) }),
    answer: 'stream',
    handler: async ({ db, who, query: { format, ...filter }, reply }) => {
      const { bytes, mediaType, fileName } = await exportIncidents(db, who, filter, format);
      reply
        .type(mediaType)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('cache-control', 'no-store');
      return Readable.from(bytes, { objectMode: false });
    },
  }),
  route({
    method: 'GET',
    url: `${base}/held`,
    access: 'incident.edit',
    summary: 'What came under an id that was taken, waiting for a person',
    tag,
    params: inMission,
    query: PageQuery,
    answer: HeldList,
    handler: ({ db, who, query }) => heldSubmissions(db, who, query),
  }),
  route({
    method: 'GET',
    url: `${base}/:id`,
    access: 'incident.read',
    summary: 'One record, as known now or on a date',
    tag,
    params: oneRecord,
    query: asOfQuery,
    answer: Incident,
    handler: async ({ db, who, params, query, reply }) => {
      const incident = await oneIncident(db, who, params.id, query.asOf);
      reply.header('etag', `"${incident.version}"`);
      return incident;
    },
  }),
  route({
    method: 'GET',
    url: `${base}/:id/versions`,
    access: 'incident.read',
    summary: 'Every version of a record, oldest first',
    tag,
    params: oneRecord,
    query: asOfQuery,
    answer: Versions,
    handler: async ({ db, who, params, query }) => ({ items: await allVersions(db, who, params.id, query.asOf) }),
  }),
  route({
    method: 'POST',
    url: base,
    access: 'incident.record',
    summary:
      'Record; the same content under the same id again is a success; a receipt where it is not one’s own to see',
    tag,
    params: inMission,
    body: IncidentInput,
    answer: Written,
    status: 201,
    handler: async ({ db, who, body }) => (await recordIncident(db, who, body)).incident,
  }),
  route({
    method: 'PUT',
    url: `${base}/:id`,
    access: 'incident.edit',
    summary: 'A new version, based on the one in If-Match',
    tag,
    params: oneRecord,
    body: IncidentInput,
    answer: Written,
    handler: ({ db, who, params, body, request }) =>
      editIncident(db, who, { ...body, id: params.id }, basedOn(request.headers['if-match'])),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/confirm`,
    access: 'incident.confirm',
    summary: 'Set the operational status',
    tag,
    params: oneRecord,
    body: statusBody(OPERATIONAL_STATUSES),
    answer: Incident,
    handler: ({ db, who, params, body, request }) =>
      confirmIncident(db, who, { ...body, id: params.id, basedOn: basedOn(request.headers['if-match']) }),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/verify`,
    access: 'incident.verify',
    summary: 'Set the human-rights status',
    tag,
    params: oneRecord,
    body: statusBody(HUMAN_RIGHTS_STATUSES),
    answer: Incident,
    handler: ({ db, who, params, body, request }) =>
      verifyIncident(db, who, { ...body, id: params.id, basedOn: basedOn(request.headers['if-match']) }),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/erase`,
    access: 'incident.erase',
    summary: 'Erase what names people, for good',
    tag,
    params: oneRecord,
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    answer: z.object({ erased: z.int(), beyond: z.array(z.string()) }),
    handler: async ({ db, who, params, body }) => {
      const subjects = await erasePeople(db, who, params.id, body.reason);
      return { erased: subjects.length, beyond: await house.afterErasure(subjects) };
    },
  }),
];

/** All addresses of the room. */
export const incidentRoutes = (house: IncidentHouse): readonly Route[] => [
  ...importRoutes(house),
  ...recordRoutes(house),
  ...togetherRoutes,
  ...bulkRoutes(house),
];

export interface IncidentHouse extends ImportHouse {
  /** What sums and maps over many records are answered from. */
  memory: Memory;
  /** Makes an erasure real on disk and lists it outside backups; answers what it cannot reach, in words. */
  afterErasure(subjects: readonly string[]): Promise<string[]>;
}

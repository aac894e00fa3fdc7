import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import { importBoundaries } from '../../places/index.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import type { Principal } from '../../platform/principal.ts';
import { auditIncidents } from '../audit.ts';
import { allVersions, oneIncident } from '../queries.ts';
import { PLACE_JOB, placeAgain, startPlacing } from './place-again.ts';
import { recordIncident } from './record-incident.ts';

const square = (code: string, name: string, west: number) => ({
  type: 'Feature',
  properties: { code, name, level: 1 },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 6],
        [west + 1, 6],
        [west + 1, 7],
        [west, 7],
        [west, 6],
      ],
    ],
  },
});
const file = (...features: object[]) => ({
  text: JSON.stringify({ type: 'FeatureCollection', features }),
  level: 1 as const,
});
const about = { source: 'invented', licence: null };

let house: TestHouse;
let analyst: Principal;
let adviser: Principal;
const inside = incidentInput({ point: [21.2, 6.5] });
const outside = incidentInput({ point: [25.5, 6.5] });
const levels = { core: 'strictly_confidential', account: 'strictly_confidential', protected: 'strictly_confidential' };
const secret = incidentInput({ point: [21.4, 6.4], levels });

beforeAll(async () => {
  house = await testHouse(new Date('2031-03-01T08:00:00Z'));
  analyst = await house.member(['analyst'], { level: 'confidential' });
  adviser = await house.member(['human_rights_officer'], { level: 'strictly_confidential' });
  for (const input of [inside, outside]) await recordIncident(house.db, analyst, input);
  await recordIncident(house.db, adviser, secret);
});
afterAll(() => house.close());

const place = (who: Principal) => placeAgain({ who, db: house.db, report: async () => undefined });
const known = (who: Principal, id: string, asOf?: string) => oneIncident(house.db, who, id, asOf);

describe('boundaries that come after the events', () => {
  it('place nothing while there are none', async () => {
    expect(await place(analyst)).toEqual({ placed: 0 });
    expect((await allVersions(house.db, analyst, inside.id)).length).toBe(1);
  });

  it('place what has a point in them and that their person sees, as a version', async () => {
    house.clock.set(new Date('2031-03-02T08:00:00Z'));
    await importBoundaries(house.db, analyst, { ...about, name: 'First', files: [file(square('X1', 'West', 21))] });
    expect(await place(analyst)).toEqual({ placed: 1 });
    const now = await known(analyst, inside.id);
    expect(now).toMatchObject({ version: 2, verb: 'incident.place', by: analyst.by });
    // What somebody wrote stays beside the code of the set.
    expect(now.core.where).toMatchObject({ adm1Code: 'X1', adm1: 'North', point: [21.2, 6.5] });
    expect((await known(analyst, outside.id)).version).toBe(1);
    expect((await known(adviser, secret.id)).version).toBe(1);
    expect(await place(adviser)).toEqual({ placed: 1 });
    expect((await known(adviser, secret.id)).core.where.adm1Code).toBe('X1');
  });

  it('change nothing of what was known before', async () => {
    const then = await known(analyst, inside.id, '2031-03-01T12:00:00Z');
    expect([then.version, then.core.where.adm1Code]).toEqual([1, null]);
    const { findings } = await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditIncidents] });
    expect(findings).toEqual([]);
  });

  it('leave a record its areas when another set comes, and place only what had none', async () => {
    const files = [file(square('Z1', 'Other west', 21), square('Z9', 'Far east', 25))];
    await importBoundaries(house.db, analyst, { ...about, name: 'Second', files });
    expect(await place(analyst)).toEqual({ placed: 1 });
    expect((await known(analyst, inside.id)).core.where.adm1Code).toBe('X1');
    expect((await known(analyst, outside.id)).core.where.adm1Code).toBe('Z9');
    expect(await place(analyst)).toEqual({ placed: 0 });
  });

  it('start the work as whoever brought them, where they may edit records', async () => {
    const started: unknown[] = [];
    const jobs = { start: async (who: Principal, kind: string) => `${started.push([who.by, kind])}` };
    await startPlacing(jobs, await house.member(['administrator']));
    await startPlacing(jobs, analyst);
    expect(started).toEqual([[analyst.by, PLACE_JOB]]);
    await expect(place(await house.member(['reader']))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

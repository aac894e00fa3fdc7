/** A file that somebody else made, from the page to the list. Every row in here is invented. */

import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident, IncidentRow, IncidentSummary } from '../../src/incidents/contract.ts';
import type { ImportPreview } from '../../src/incidents/import/contract.ts';
import { writeRows } from '../../src/platform/files/index.ts';
import { incidentInput } from '../support/incidents.ts';
import type { Ask } from '../support/served.ts';
import { bring, csv, ended, type Flow, get, openFlow, start, told, upload, wholeList } from './flow.ts';

let flow: Flow;
let analyst: Ask;

beforeAll(async () => {
  flow = await openFlow();
  analyst = await flow.as(await flow.house.member(['analyst'], { level: 'confidential', compartments: ['civilian'] }));
});
afterAll(() => flow.close());

const listed = (dataset: string) => wholeList<IncidentRow>(analyst, { datasets: dataset, sort: 'oldest' });
const ledgerSize = async () => (await get<{ asOf: { seq: number } }>(analyst, 'incidents?limit=1')).asOf.seq;

const HEADINGS = ['id', 'date', 'type', 'place', 'lat', 'lon', 'killed', 'description'];
const village = (n: number, day = `2030-03-${String(n).padStart(2, '0')}`, killed: string | number = n) => [
  ...[`V${n}`, day, 'attack_on_civilians', `Village ${n}`, 6 + n / 100, 20 + n / 100, killed, `What was said of ${n}.`],
];

describe('a table that nobody knows', () => {
  const table = csv([HEADINGS, ...[1, 2, 3].map((n) => village(n))]);

  it('is shown before anything is written, tried without a trace, then brought in, and again adds nothing', async () => {
    const preview = told<ImportPreview>(await upload(analyst, 'villages.csv', table), 201);
    expect(preview).toMatchObject({ name: 'villages.csv', schema: 'generic', dataset: 'imported', remembered: null });
    expect(preview.sample[0]).toMatchObject({ id: 'V1', place: 'Village 1' });
    expect(preview.mapping?.columns).toMatchObject({ id: 'external_id', date: 'date', killed: 'killed.all.best' });

    const choices = { dataset: 'villages', ...(preview.mapping && { mapping: preview.mapping }) };
    const before = await ledgerSize();
    const dry = await ended(analyst, await start(analyst, preview.id, { ...choices, dryRun: true }));
    expect(dry.result).toMatchObject({ dryRun: true, read: 3, added: 3, changed: 0, refused: 0 });
    expect(await ledgerSize()).toBe(before);
    expect(await listed('villages')).toEqual([]);

    const run = await ended(analyst, await start(analyst, preview.id, choices));
    expect(run.result).toMatchObject({ dryRun: false, read: 3, added: 3, changed: 0, unchanged: 0, refused: 0 });
    const rows = await listed('villages');
    expect(rows.map((row) => [row.from, row.place, row.point, row.killed.best])).toEqual(
      [1, 2, 3].map((n) => [`2030-03-0${n}`, `Village ${n}`, [20 + n / 100, 6 + n / 100], n]),
    );
    const [first] = rows;
    const whole = await get<Incident>(analyst, `incidents/${first?.id}`);
    expect(whole).toMatchObject({ verb: 'incident.import', account: { narrative: 'What was said of 1.' } });

    const again = await bring(analyst, 'villages.csv', table, choices);
    expect(again.result).toMatchObject({ read: 3, added: 0, changed: 0, unchanged: 3 });
    expect(await listed('villages')).toEqual(rows);
  });

  it('that was brought in is not kept, and somebody else’s upload cannot be run', async () => {
    const { id } = told<ImportPreview>(await upload(analyst, 'mine.csv', table), 201);
    const other = await flow.as(await flow.house.member(['analyst'], { level: 'confidential' }));
    const run = { method: 'POST', url: `/missions/test/imports/${id}/run`, body: { dataset: 'not-mine' } } as const;
    expect((await other(run)).statusCode).toBe(404);
    await ended(analyst, await start(analyst, id, { dataset: 'mine' }));
    expect((await analyst(run)).statusCode).toBe(404);
  });

  it('that comes again with another fact does not open what somebody closed', async () => {
    await bring(analyst, 'closed.csv', csv([HEADINGS, village(1)]), { dataset: 'closed' });
    const [row] = await listed('closed');
    const { core, account, levels } = await get<Incident>(analyst, `incidents/${row?.id}`);
    const raised = { ...levels, protected: 'strictly_confidential', core: 'confidential', account: 'confidential' };
    told(
      await analyst({
        ...{ method: 'PUT', url: `/missions/test/incidents/${row?.id}`, headers: { 'if-match': '"1"' } },
        body: { id: row?.id, core, account, levels: raised, compartments: ['civilian'] },
      }),
    );
    const { result } = await bring(analyst, 'closed.csv', csv([HEADINGS, village(1, '2030-03-01', 9)]), {
      dataset: 'closed',
    });
    expect(result).toMatchObject({ changed: 1 });
    expect(await get<Incident>(analyst, `incidents/${row?.id}`)).toMatchObject({
      ...{
        verb: 'incident.import',
        levels: { core: 'confidential', account: 'confidential' },
        compartments: ['civilian'],
      },
    });
  });

  it('is not for those without the verb', async () => {
    const reader = await flow.as(await flow.house.member(['reader']));
    expect((await upload(reader, 'villages.csv', table)).statusCode).toBe(403);
  });

  it('that is no table at all is refused with a sentence', async () => {
    const answer = await upload(analyst, 'old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'unreadable_file', message: expect.stringMatching(/old Excel/) });
  });
});

describe('a file with three bad rows', () => {
  const rows = Array.from({ length: 12 }, (_, i) => village(i + 1));
  const bad = new Map<number, (string | number)[]>([
    [2, village(2, 'one day')],
    [5, village(5, '2030-03-05', '12 or 1x')],
    [9, village(9, '')],
  ]);
  const broken = rows.map((row, i) => bad.get(i + 1) ?? row);

  it('keeps the others, gives the three back with their reasons, and takes them when they are mended', async () => {
    const { job, result } = await bring(analyst, 'broken.csv', csv([HEADINGS, ...broken]), { dataset: 'mended' });
    expect(result).toMatchObject({ read: 12, added: 9, refused: 3 });
    expect(await listed('mended')).toHaveLength(9);

    const file = await analyst(`/missions/test/imports/${job}/refused`);
    expect(file.headers['content-type']).toMatch(/^text\/csv/);
    for (const id of ['V2', 'V5', 'V9']) expect(file.body).toContain(id);
    expect(file.body).not.toContain('V3');
    expect(file.body).toMatch(/kinga_row.*kinga_reason/);
    expect(file.body).toMatch(/one day/);

    const mended = file.body
      .replace('one day', '2030-03-02')
      .replace('12 or 1x', '5')
      .replace(/^V9,,/m, 'V9,2030-03-09,');
    const rest = await bring(analyst, 'mended.csv', mended, { dataset: 'mended' });
    expect(rest.result).toMatchObject({ read: 3, added: 3, refused: 0 });
    expect((await listed('mended')).map((row) => row.place)).toEqual(rows.map((row) => row[3]));
    const whole = await bring(analyst, 'right.csv', csv([HEADINGS, ...rows]), { dataset: 'mended' });
    expect(whole.result).toMatchObject({ added: 0, changed: 0, unchanged: 12, refused: 0 });
  });

  it('is told to nobody else who sees less', async () => {
    const { job } = await bring(analyst, 'broken.csv', csv([HEADINGS, ...broken]), { dataset: 'hidden' });
    const other = await flow.as(
      await flow.house.member(['human_rights_officer'], { level: 'public', compartments: [] }),
    );
    expect((await other(`/missions/test/imports/${job}/refused`)).statusCode).toBe(404);
  });
});

describe('the same rows in another form', () => {
  const rows = [1, 2, 3].map((n) => village(n));
  const objects = rows.map((row) => Object.fromEntries(HEADINGS.map((heading, i) => [heading, row[i] ?? ''])));
  const expected = rows.map((row) => [row[1], row[3], [row[5], row[4]], row[6]]);
  const features = objects.map(({ lat, lon, ...properties }) => ({
    ...{ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties },
  }));
  const HXL = [
    '#event+id',
    '#date',
    '#event+type',
    '#loc+name',
    '#geo+lat',
    '#geo+lon',
    '#affected+killed',
    '#description',
  ];
  const coded = HEADINGS.map((_, i) => `Column ${i + 1}`);

  const forms: Record<string, () => Promise<string | Uint8Array> | string | Uint8Array> = {
    'rows.tsv': () => [HEADINGS, ...rows].map((row) => row.join('\t')).join('\n'),
    'rows.csv.gz': () => gzipSync(csv([HEADINGS, ...rows])),
    'rows.json': () => JSON.stringify(objects),
    'rows.geojson': () => JSON.stringify({ type: 'FeatureCollection', features }),
    'rows.xlsx': () =>
      buffer(
        writeRows(
          'xlsx',
          objects.map((cells) => ({ cells })),
          { headers: HEADINGS },
        ),
      ),
    'hxl.csv': () => csv([coded, HXL, ...rows]),
    'hxl.xlsx': () =>
      buffer(
        writeRows(
          'xlsx',
          rows.map((row) => ({ cells: Object.fromEntries(coded.map((heading, i) => [heading, row[i] ?? ''])) })),
          { headers: coded, hxlTags: Object.fromEntries(coded.map((heading, i) => [heading, HXL[i] ?? ''])) },
        ),
      ),
  };

  it.each(Object.keys(forms))('%s comes in whole', async (name) => {
    const dataset = name.replaceAll('.', '-');
    const content = await forms[name]?.();
    const { preview, result } = await bring(analyst, name, content ?? '', { dataset });
    expect(preview.schema).toBe(name.startsWith('hxl') ? 'hxl' : 'generic');
    expect(result).toMatchObject({ read: 3, added: 3, refused: 0 });
    expect((await listed(dataset)).map((row) => [row.from, row.place, row.point, row.killed.best])).toEqual(expected);
  });
});

describe('a French table of an old program', () => {
  const columns = ['Numéro', 'Date', 'Lieu', 'Latitude', 'Longitude', 'Nombre de tués', 'Récit'];
  const lines = [
    ['F1', '02/03/2030', 'N’Délé', '8,4105', '20,6530', '1', 'Des hommes armés ont brûlé l’école.'],
    ['F2', '25/12/2030', 'Bégoua', '4,4500', '18,5333', '2', 'Un été « tranquille ».'],
  ];
  /** Latin-1 but for the apostrophe. */
  const windows1252 = (table: string[][]) =>
    Buffer.from(table.map((row) => row.join(';').replaceAll('’', '\x92')).join('\r\n'), 'latin1');
  const bytes = windows1252([columns, ...lines]);

  it('with decimal commas and days first is read as it was meant; its mapping is remembered and offered again', async () => {
    const { preview } = await bring(analyst, 'francais.csv', bytes, {
      dataset: 'francais',
      rememberAs: 'Bureau de Bria',
    });
    expect(preview).toMatchObject({ encoding: 'windows-1252', delimiter: ';', remembered: null });
    expect(preview.mapping).toMatchObject({ dateOrder: 'dmy', columns: { Date: 'date', Lieu: 'place' } });
    const rows = await listed('francais');
    expect(rows.map((row) => [row.from, row.place, row.point, row.killed.best])).toEqual([
      ['2030-03-02', 'N’Délé', [20.653, 8.4105], 1],
      ['2030-12-25', 'Bégoua', [18.5333, 4.45], 2],
    ]);
    expect((await get<Incident>(analyst, `incidents/${rows[0]?.id}`)).account?.narrative).toBe(lines[0]?.[6]);

    if (!preview.mapping) throw new Error('no mapping was offered');
    const mapping = { ...preview.mapping, types: {}, constants: { country: 'Central African Republic' } };
    const named = await bring(analyst, 'francais.csv', bytes, { dataset: 'francais-2', mapping, rememberAs: 'Bria' });
    expect(named.preview.remembered).toBeNull();
    const next = windows1252([columns, ['F3', '01/02/2030', 'Ippy', '6,25', '21,2', '0', 'Rien.']]);
    const third = await bring(analyst, 'suite.csv', next, { dataset: 'francais-2' });
    expect(third.preview).toMatchObject({ remembered: 'Bria', mapping });
  });
});

describe('outside data', () => {
  it('stands in rows of its own in the sums, never in ours', async () => {
    const duty = await flow.as(await flow.house.member(['duty_officer'], { level: 'confidential' }));
    const ours = async () => {
      const { rows } = await get<IncidentSummary>(analyst, 'incidents/summary');
      return rows.filter((row) => row.dataset === 'own');
    };
    told(await duty({ method: 'POST', url: '/missions/test/incidents', body: incidentInput({ killed: 7 }) }), 201);
    const before = await ours();
    expect(before).toEqual([
      { dataset: 'own', operational: 'unconfirmed', incidents: 1, killedCivilians: 7, killed: 7 },
    ]);
    await bring(analyst, 'outside.csv', csv([HEADINGS, village(1, '2031-02-27', 500)]), { dataset: 'outside' });
    expect(await ours()).toEqual(before);
    const { rows } = await get<IncidentSummary>(analyst, 'incidents/summary');
    expect(rows.find((row) => row.dataset === 'outside')).toMatchObject({ incidents: 1, killed: 500 });
  });
});

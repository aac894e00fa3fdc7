/** An old log through the wizard: looked at, placed by name, tried, brought in, and taken back. Every row is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident, IncidentRow } from '../../src/incidents/contract.ts';
import type { ImportLook, ImportPreview, ImportResult, Mapping } from '../../src/incidents/import/contract.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import type { Ask } from '../support/served.ts';
import { at, bring, csv, ended, type Flow, get, openFlow, start, told, upload, wholeList } from './flow.ts';

let flow: Flow;
let analyst: Ask;

beforeAll(async () => {
  flow = await openFlow();
  analyst = await flow.as(await flow.house.member(['analyst'], { level: 'confidential', compartments: ['civilian'] }));
});
afterAll(() => flow.close());

const listed = (dataset: string, filter = {}) =>
  wholeList<IncidentRow>(analyst, { datasets: dataset, sort: 'oldest', ...filter });
const withdraw = (ask: Ask, run: string) => ask({ method: 'POST', url: at(`imports/${run}/withdraw`) });
const takenBack = async (run: string) =>
  (await ended(analyst, told<{ job: string }>(await withdraw(analyst, run), 202).job)).result;

const LOG = [
  ['BUREAU DE KAGA', '', '', '', '', ''],
  ['Date', 'Lieu', 'Type', 'Tués', '', 'Auteur présumé'],
  ['', '', '', 'H', 'F', ''],
  ['13/01/2030', 'Marandi', 'Pillage', 1, 2, 'Hommes armés'],
  ['14/01/2030', 'Dourou', 'Frobnication', 0, 0, 'Hommes armés'],
  ['25/01/2030', 'Marandi', 'Pillage', 2, 0, ''],
  ['TOTAL', '', '', 3, 2, ''],
  ['NB : chiffres provisoires', '', '', '', '', ''],
];

describe('an old log', () => {
  let preview: ImportPreview;
  let mapping: Mapping;
  const look = async (body: object) =>
    told<ImportLook>(await analyst({ method: 'POST', url: at(`imports/${preview.id}/look`), body }));

  it('is read below its title, with both rows of headings', async () => {
    preview = told<ImportPreview>(await upload(analyst, 'registre.csv', csv(LOG)), 201);
    expect(preview.headers).toEqual(['Date', 'Lieu', 'Type', 'Tués / H', 'Tués / F', 'Auteur présumé']);
    expect(preview.questions).toEqual([]);
    if (!preview.mapping) throw new Error('no mapping was guessed');
    mapping = preview.mapping;
    expect(mapping.columns).toMatchObject({ 'Tués / H': 'killed.all.men', 'Tués / F': 'killed.all.women' });
    expect(mapping.dateOrder).toBe('dmy');
  });

  it('is shown as the records that it would be, with the reasons of those that it would not', async () => {
    const { rows, looked, whole } = await look({ schema: 'generic', mapping });
    expect({ looked, whole }).toEqual({ looked: 5, whole: true });
    expect(rows[0]).toMatchObject({
      row: 4,
      refused: null,
      record: { from: '2030-01-13', place: 'Marandi', type: 'pillage_destruction', point: null },
    });
    expect(rows[0]?.record?.figures).toEqual([{ harm: 'killed', group: 'all', best: 3 }]);
    expect(rows.slice(3).map(({ refused }) => refused)).toEqual([
      'The row is a total of other rows, not an event.',
      'The row is a note beside the table, not an event.',
    ]);
  });

  it('tells its words with their counts, and places that it only names', async () => {
    const { words, places, named, placed } = await look({ schema: 'generic', mapping });
    expect(words.types).toEqual([
      { word: 'pillage', text: 'Pillage', rows: 2 },
      { word: 'frobnication', text: 'Frobnication', rows: 1 },
    ]);
    expect(words.actorTypes).toEqual([{ word: 'hommes armes', text: 'Hommes armés', rows: 2 }]);
    expect({ named, placed }).toEqual({ named: 3, placed: 0 });
    expect(places.map(({ text, rows, found }) => [text, rows, found])).toEqual([
      ['Marandi', 2, null],
      ['Dourou', 1, null],
    ]);
  });

  it('takes a place’s point where somebody says which place is meant', async () => {
    const places = { marandi: { point: [20.5, 6.5] as [number, number], name: 'Marandi' } };
    const placed = { ...mapping, places };
    expect((await look({ schema: 'generic', mapping: placed })).placed).toBe(2);
    const { result } = await bring(analyst, 'registre.csv', csv(LOG), { dataset: 'registre', mapping: placed });
    expect(result).toMatchObject({ added: 3, refused: 2 });
    expect((await listed('registre')).map(({ place, point }) => [place, point])).toEqual([
      ['Marandi', [20.5, 6.5]],
      ['Dourou', null],
      ['Marandi', [20.5, 6.5]],
    ]);
  });

  it('is looked at by nobody else', async () => {
    const other = await flow.as(await flow.house.member(['analyst'], { level: 'confidential' }));
    const asked = { method: 'POST', url: at(`imports/${preview.id}/look`), body: { mapping } } as const;
    expect((await other(asked)).statusCode).toBe(404);
  });
});

describe('taking an import back', () => {
  const HEADINGS = ['id', 'date', 'place', 'killed', 'description'];
  const row = (n: number, killed = n, said = `What was said of ${n}.`) => [
    ...[`W${n}`, `2030-05-0${n}`, `Village ${n}`, killed, said],
  ];
  const file = (...rows: (string | number)[][]) => csv([HEADINGS, ...rows]);
  const brought = (dataset: string, text: string) => bring(analyst, 'w.csv', text, { dataset });
  const one = async (dataset: string, n: number) => {
    const found = (await listed(dataset)).find(({ place }) => place === `Village ${n}`);
    return get<Incident>(analyst, `incidents/${found?.id}`);
  };

  it('marks what it added as withdrawn, as versions that stay readable, and the same file brings it again', async () => {
    const { job } = await brought('back', file(row(1), row(2)));
    const { asOf } = await get<{ asOf: { seq: number } }>(analyst, 'incidents?limit=1');
    expect(await takenBack(job)).toEqual({ run: job, withdrawn: 2, restored: 0, kept: 0 });
    expect(await one('back', 1)).toMatchObject({
      ...{ version: 2, verb: 'incident.take_back', core: { tags: ['withdrawn-by-source'] } },
      account: { narrative: 'What was said of 1.' },
    });
    expect(await listed('back', { counted: 'true' })).toEqual([]);
    expect(await listed('back', { counted: 'true', asOf: asOf.seq })).toHaveLength(2);
    expect((await brought('back', file(row(1), row(2)))).result).toMatchObject({ added: 0, changed: 2 });
    expect(await listed('back', { counted: 'true' })).toHaveLength(2);
  });

  it('says again what stood there before a run that changed it, words too', async () => {
    await brought('again', file(row(1), row(2)));
    const second = await brought('again', file(row(1, 9, 'Told otherwise.'), row(2), row(3)));
    expect(second.result).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(await takenBack(second.job)).toMatchObject({ withdrawn: 1, restored: 1, kept: 0 });
    const restored = await one('again', 1);
    expect(restored).toMatchObject({ version: 3, account: { narrative: 'What was said of 1.' } });
    expect(restored.core.figures[0]?.total.best).toBe(1);
    const again = await brought('again', file(row(1, 9, 'Told otherwise.'), row(2), row(3)));
    expect(again.result).toMatchObject({ changed: 2, unchanged: 1 });
  });

  it('leaves what somebody worked on since, and says how many', async () => {
    const { job } = await brought('worked', file(row(1), row(2)));
    await brought('worked', file(row(1, 7)));
    expect(await takenBack(job)).toMatchObject({ withdrawn: 1, restored: 0, kept: 1 });
    expect((await one('worked', 1)).core.tags).toEqual([]);
  });

  it('twice does nothing more; it stands in the ledger, and open pages hear of it', async () => {
    const { job } = await brought('twice', file(row(1)));
    await takenBack(job);
    expect(await takenBack(job)).toMatchObject({ withdrawn: 0, restored: 0, kept: 0 });
    const { id } = await one('twice', 1);
    const [lines, events] = await withOwner(flow.house.ownerUrl, async (owner) => [
      await owner.query('select verb from platform.ledger where record = $1 order by seq', [job]),
      await owner.query('select version from platform.event where record = $1 and name = $2', [id, 'incident.changed']),
    ]);
    expect(lines?.rows.map(({ verb }) => verb)).toEqual([
      ...['incidents.import', 'incidents.withdraw_import', 'incidents.withdraw_import'],
    ]);
    expect(events?.rows).toEqual([{ version: 2 }]);
  });

  it('is refused for a trial, for no import, and for those without the verb', async () => {
    const preview = told<ImportPreview>(await upload(analyst, 'w.csv', file(row(1))), 201);
    const trial = await start(analyst, preview.id, { dataset: 'trial', dryRun: true });
    const { result } = await ended(analyst, trial);
    expect((result as ImportResult).added).toBe(1);
    expect((await withdraw(analyst, trial)).statusCode).toBe(404);
    expect((await withdraw(analyst, crypto.randomUUID())).statusCode).toBe(404);
    const { job } = await brought('refusing', file(row(1)));
    const reader = await flow.as(await flow.house.member(['reader']));
    expect((await withdraw(reader, job)).statusCode).toBe(403);
  });
});

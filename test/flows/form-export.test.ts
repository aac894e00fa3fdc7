/** A KoboToolbox workbook with a repeated question, and the form behind it. Every row is invented. */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident, IncidentRow } from '../../src/incidents/contract.ts';
import type { ImportPreview } from '../../src/incidents/import/contract.ts';
import type { Ask } from '../support/served.ts';
import { at, ended, type Flow, get, openFlow, start, told, upload, wholeList } from './flow.ts';

let flow: Flow;
let analyst: Ask;

beforeAll(async () => {
  flow = await openFlow();
  analyst = await flow.as(await flow.house.member(['analyst'], { level: 'confidential', compartments: ['civilian'] }));
});
afterAll(() => flow.close());

async function workbook(sheets: Record<string, (string | number)[][]>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const EXPORT = {
  main: [
    ['g/q1', 'g/q2', 'q4', '_id', '_uuid', '_submission_time', '_validation_status', '_index'],
    ['2030-04-01', 'k1', 'Marandi', 51, 'u-1', '2030-04-02T08:00:00', 'Approved', 1],
    ['2030-04-03', 'k2', 'Dourou', 52, 'u-2', '2030-04-04T08:00:00', '', 2],
  ],
  victims: [
    ['outcome', 'sex', '_index', '_parent_table_name', '_parent_index'],
    ['killed', 'female', 1, 'main', 1],
    ['killed', 'male', 2, 'main', 1],
    ['injured', 'female', 3, 'main', 1],
  ],
};
const FORM = {
  survey: [
    ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['begin_group', 'g', 'Incident', ''],
    ['date', 'q1', 'Date of incident', ''],
    ['select_one kinds', 'q2', 'Type of incident', ''],
    ['end_group', '', '', ''],
    ['text', 'q4', 'Village', ''],
  ],
  choices: [
    ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['kinds', 'k1', 'Looting', 'Pillage'],
    ['kinds', 'k2', 'Killing', 'Meurtre'],
  ],
};

async function bringForm(id: string, content: Buffer) {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(content)]), 'form.xlsx');
  const request = new Response(form);
  return analyst({
    ...{ method: 'POST', url: at(`imports/${id}/form?name=kobo.xlsx`) },
    body: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  });
}

describe('a form’s workbook', () => {
  let preview: ImportPreview;

  it('says what its columns mean once the form is there', async () => {
    preview = told<ImportPreview>(await upload(analyst, 'kobo.xlsx', await workbook(EXPORT)), 201);
    expect(preview.sheet).toBe('main');
    expect(preview.mapping?.columns['g/q2']).toBeUndefined();
    const asked = told<ImportPreview>(await bringForm(preview.id, await workbook(FORM)));
    expect(asked.mapping?.columns).toMatchObject({
      ...{ 'g/q1': 'date', 'g/q2': 'type', q4: 'place', _uuid: 'external_id' },
      ...{ 'victims / killed': 'killed.all.best', 'victims / killed / female': 'killed.all.women' },
    });
    expect(asked.mapping?.types).toMatchObject({ k1: 'pillage_destruction', k2: 'summary_killing' });
    expect(asked.form).toEqual({ columns: 3, labels: { k1: 'Looting', k2: 'Killing' } });
    expect(asked.kept).toContainEqual({ header: '_submission_time', because: 'form' });
    preview = asked;
  });

  it('comes in with the people of its repeated question counted, and the same again adds nothing', async () => {
    if (!preview.mapping) throw new Error('no mapping was guessed');
    const choices = { dataset: 'kobo', mapping: preview.mapping };
    const again = told<ImportPreview>(await upload(analyst, 'kobo.xlsx', await workbook(EXPORT)), 201);
    const { result } = await ended(analyst, await start(analyst, preview.id, choices));
    expect(result).toMatchObject({ read: 2, added: 2, refused: 0 });
    const [first] = await wholeList<IncidentRow>(analyst, { datasets: 'kobo', sort: 'oldest' });
    const { core } = await get<Incident>(analyst, `incidents/${first?.id}`);
    expect(core).toMatchObject({ type: 'pillage_destruction', origin: { externalId: 'u-1' } });
    expect(core.figures).toMatchObject([
      { harm: 'killed', total: { best: 2 }, bySexAge: { women: { best: 1 }, men: { best: 1 } } },
      { harm: 'injured', total: { best: 1 }, bySexAge: { women: { best: 1 } } },
    ]);
    const second = await ended(analyst, await start(analyst, again.id, choices));
    expect(second.result).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('refuses for a form what is none, and keeps the file', async () => {
    const { id } = told<ImportPreview>(await upload(analyst, 'kobo.xlsx', await workbook(EXPORT)), 201);
    const answer = await bringForm(id, await workbook(EXPORT));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'unreadable_file', message: expect.stringMatching(/survey/) });
    expect((await analyst(at(`imports/${id}`))).statusCode).toBe(200);
  });
});

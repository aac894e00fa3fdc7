/** What the fuzzer starts from: a valid file for each parser, and the tokens that this parser trips over. */
import { gzipSync } from 'node:zlib';
import { type OutRow, writeRows } from '../../src/platform/files/index.ts';
import { writeZip } from '../../src/platform/files/zip-writer.ts';
import { type Chance, injure } from './files-random.ts';

export const PARSERS = ['csv', 'tsv', 'json', 'jsonl', 'geojson', 'gzip', 'zip', 'xlsx'] as const;
export type Parser = (typeof PARSERS)[number];

const WORDS = [
  'Bangui',
  'Ndélé',
  'الخرطوم',
  '=1+1',
  "'tis",
  'a "quoted" word',
  'two\nlines',
  'a, b; c\td',
  ' blank ',
  '-4.5',
  '2020-03-01',
  '12345678901234567890',
  '💧',
  '‮rtl',
  'x'.repeat(300),
  '',
] as const;

export const HEADERS = ['id', 'place', 'note', 'lat'] as const;

/** Rows of a made table. The first cell is never blank. */
export function madeRows(random: Chance): (OutRow & { cells: Record<string, string> })[] {
  return Array.from({ length: 2 + random.int(12) }, (_, i) => ({
    cells: {
      id: `r${i}`,
      place: random.pick(WORDS),
      note: random.pick(WORDS) + random.pick(WORDS),
      lat: random.pick(WORDS),
    },
    point: [random.int(360) - 180, random.int(180) - 90],
  }));
}

/** A valid file of the kind that the parser reads. */
export async function validFile(parser: Parser, rows: readonly OutRow[]): Promise<Buffer> {
  const write = async (format: Parameters<typeof writeRows>[0]) =>
    joined(writeRows(format, rows, { headers: HEADERS }));
  switch (parser) {
    case 'csv':
      return write('csv');
    case 'gzip':
      return gzipSync(await write('csv'));
    case 'tsv':
      return Buffer.from([HEADERS, ...rows.map((row) => HEADERS.map((name) => row.cells[name]))].map(tsvLine).join(''));
    case 'json':
      return Buffer.from(JSON.stringify(rows.map((row) => row.cells)));
    case 'jsonl':
    case 'geojson':
      return write(parser);
    case 'zip':
    case 'xlsx':
      return write('xlsx');
  }
}

/** An injured file. Workbooks are injured inside (`xlsx`: their XML, packed again) or outside (`zip`: the bytes). */
export async function injuredFile(parser: Parser, rows: readonly OutRow[], random: Chance): Promise<Buffer> {
  if (parser !== 'xlsx') return injure(await validFile(parser, rows), TOKENS[parser], random);
  const hurt = 1 + random.int(4);
  const entries = workbookParts(rows).map(([name, xml], index) => ({
    name,
    content: [index === hurt || index === 0 ? injure(Buffer.from(xml), TOKENS.xlsx, random) : Buffer.from(xml)],
  }));
  return joined(writeZip(entries));
}

const TABLE_TOKENS = [
  '"',
  '""',
  '",',
  ',"',
  '\n"',
  '\r\n',
  '\r',
  '\0',
  '\ufeff',
  '\u00e9',
  '\ud800',
  "'=1",
  ';',
  '\t',
  '|',
  '#date,#loc',
] as const;
const JSON_TOKENS = [
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '[[[[[[',
  '1e999',
  '-',
  'null',
  '"__proto__":1,',
  '\n',
  '{}',
] as const;
const TOKENS: Record<Parser, readonly [string, ...string[]]> = {
  csv: TABLE_TOKENS,
  tsv: TABLE_TOKENS,
  gzip: ['\x1f\x8b', '\0'],
  json: JSON_TOKENS,
  jsonl: JSON_TOKENS,
  geojson: [...JSON_TOKENS, '"features":[', '"type":"Feature",', '"properties":', '"coordinates":[1,'],
  zip: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', '\0\0\0\0', '\xff\xff\xff\xff'],
  xlsx: [
    '<',
    '>',
    '&',
    '&amp;',
    '&#0;',
    '&#x41;',
    '<!DOCTYPE x>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<c>',
    '</c>',
    '<row>',
    '</row>',
    '<v>',
    '<f>',
    '<row r="0">',
    '<row r="9999999">',
    '<c r="A1" t="s"><v>7</v></c>',
    '<c r="XFE1"/>',
    't="e"',
    't="b"',
    's="99999"',
    '<is><t>',
    '_x0000_',
    '_x005F_',
    '<si>',
    '<rPh>',
    'Target="../../../../etc/passwd"',
    'TargetMode="External"',
    'xml:space="preserve"',
  ],
};

/** A workbook as Excel lays it out: shared texts, styles, a sheet. */
function workbookParts(rows: readonly OutRow[]): [string, string][] {
  const texts = [...new Set(rows.flatMap((row) => HEADERS.map((name) => String(row.cells[name] ?? ''))))];
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string) => `<c t="s"><v>${texts.indexOf(text)}</v></c>`;
  const sheetRows = rows.map(
    (row) =>
      `<row>${HEADERS.map((name) => cell(String(row.cells[name] ?? ''))).join('')}<c s="1"><v>43891.5</v></c></row>`,
  );
  const head = HEADERS.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
  return [
    [
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row>${head}<c t="str"><v>when</v></c></row>${sheetRows.join('')}</sheetData></worksheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    [
      'xl/styles.xml',
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ],
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>',
    ],
  ];
}

function tsvLine(cells: readonly unknown[]): string {
  return `${cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join('\t')}\n`;
}

async function joined(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

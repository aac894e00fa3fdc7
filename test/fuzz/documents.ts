/**
 * Injured documents for the reader of mandates (TRUST G10): the answer is a text or a sentence. It never throws anything
 * else, never takes long, and a document that is left whole comes back word for word.
 */
import assert from 'node:assert/strict';
import { docxParts, escaped, numbered, RESOLUTION_LIST, zipOf } from '../../src/mandates/files/documents.test-help.ts';
import { lines, pdfOf } from '../../src/mandates/files/pdf.test-help.ts';
import { type MandateText, readDocument } from '../../src/mandates/files/read.ts';
import { KingaError } from '../../src/platform/errors.ts';
import { type Chance, chance, injure } from './files-random.ts';

/** Word files are injured inside (`docx`: their XML, packed again) or outside (`zip`: the bytes). */
export const DOCUMENTS = ['text', 'html', 'docx', 'zip', 'pdf'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

/** Every eighth document is left whole. */
const WHOLE_EVERY = 8;
const MOST_US = 2_000_000;
const REFUSALS = new Set(['unknown_document', 'locked_document', 'pictures_of_pages', 'unreadable_file']);
const WORDS = [
  'Decides',
  'that',
  'Ndélé',
  '30',
  'April;',
  '(a)',
  '“quoted”',
  'S/RES/2149',
  'a<b',
  '&amp;',
  'non-state',
] as const;

const XML = ['<', '>', '&', '&#0;', '&#x41;', '<!DOCTYPE x>', '<![CDATA[', ']]>', '<!--', '<w:p>', '</w:p>'] as const;
const TOKENS: Record<DocumentKind, readonly [string, ...string[]]> = {
  text: ['\0', '\r', '\f', '\ufeff', '\ud800', '\x1b', '<html>', '%PDF-', 'PK\x03\x04', '{\\rtf'],
  html: [
    '<',
    ...['>', '"', '<!--', '-->', '<ol type="i" start="-5">', '</ol>', '<li value="999999999999">', '<td>', '</table>'],
    ...[
      '<tr>',
      '<pre>',
      '</p>',
      '<script>',
      '</script>',
      '<nav>',
      '&#xD800;',
      '&#0;',
      '<svg>',
      '<math>',
      '<title>',
      '<form>',
    ],
  ],
  docx: [
    ...XML,
    ...[
      '<w:tc>',
      '</w:tbl>',
      '<w:tbl><w:tr>',
      '<w:r>',
      '<w:del>',
      '</w:del>',
      '<w:vanish/>',
      '<w:txbxContent>',
      'w:val="-1"',
    ],
    ...['<mc:AlternateContent>', '<mc:Choice>', '<mc:Fallback>', 'w:val="99999999999"', '<w:numStyleLink w:val="x"/>'],
    ...['<w:lvlRestart w:val="9"/>', '<w:basedOn w:val="S"/>', 'w:ilvl="8"', '%9%1', '<w:sym w:char="110000"/>'],
  ],
  zip: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', '\0\0\0\0', '\xff\xff\xff\xff'],
  pdf: [
    '<<',
    ...['>>', '[', ']', '(', ')', 'endobj', 'endstream', 'stream\n', ' 0 R', '/Length 9999999999', '/Kids [2 0 R]'],
    ...[
      'BT',
      'ET',
      'Tj',
      '1e99 0 0 1e99 0 0 Tm',
      '0 0 0 0 0 0 Tm',
      '/Rotate 45',
      '/Filter /FlateDecode',
      '/Encrypt 3 0 R',
    ],
    ...['xref', 'trailer', 'startxref\n0', '/Type /ObjStm', '/Prev 0', '-', '99999999999999'],
  ],
};

export interface DocumentReport {
  inputs: number;
  /** How many were read, the whole ones among them. */
  read: number;
  failures: string[];
}

/** @param inputs documents of this kind */
export async function fuzzDocuments(kind: DocumentKind, inputs: number, seed: number): Promise<DocumentReport> {
  const random = chance(seed * 0x9e3779b1 + DOCUMENTS.indexOf(kind) * 0x85ebca6b);
  const report: DocumentReport = { inputs, read: 0, failures: [] };
  for (let n = 0; n < inputs; n++) {
    const paragraphs = madeParagraphs(random);
    const whole = n % WHOLE_EVERY === 0;
    const bytes = await (whole ? wholeDocument(kind, paragraphs) : injuredDocument(kind, paragraphs, random));
    const began = process.threadCpuUsage();
    try {
      const read = await readDocument(bytes, `a.${kind}`);
      report.read += 1;
      checkText(read);
      if (whole) assert.deepEqual(wordsIn(read.text), wordsIn(numberedText(kind, paragraphs)));
    } catch (error) {
      const refused =
        !whole && error instanceof KingaError && REFUSALS.has(error.code) && /\S{2,}.*\.$/s.test(error.message);
      if (!refused) report.failures.push(`${n}: ${error instanceof Error ? error.stack : error}`);
    }
    const { user, system } = process.threadCpuUsage(began);
    if (user + system > MOST_US) report.failures.push(`${n}: took ${(user + system) / 1000} ms`);
  }
  return report;
}

/** What the database keeps, and what the reader of paragraphs can point into. */
function checkText({ text, notes }: MandateText): void {
  assert(text.isWellFormed(), 'half of a character');
  assert(!text.includes('\0'), 'a NUL');
  assert(text.trim() !== '', 'no words');
  for (const note of notes) assert.match(note, /^\S{2,}.*\.$/s);
}

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function madeParagraphs(random: Chance): string[] {
  return Array.from({ length: 2 + random.int(12) }, () =>
    Array.from({ length: 1 + random.int(12) }, () => random.pick(WORDS)).join(' '),
  );
}

/** The lists of pages and Word files number their paragraphs. */
function numberedText(kind: DocumentKind, paragraphs: readonly string[]): string {
  const isNumbered = kind === 'html' || kind === 'docx' || kind === 'zip';
  return paragraphs.map((text, at) => (isNumbered ? `${at + 1}. ${text}` : text)).join('\n\n');
}

const partsOf = (paragraphs: readonly string[]): Record<string, string> =>
  docxParts({
    body: paragraphs.map((text) => numbered(text, 1)).join(''),
    numbering: RESOLUTION_LIST,
    styles: '<w:style w:type="paragraph" w:default="1" w:styleId="S"/>',
  });

async function wholeDocument(kind: DocumentKind, paragraphs: readonly string[]): Promise<Buffer> {
  switch (kind) {
    case 'text':
      return Buffer.from(paragraphs.join('\n\n'));
    case 'html':
      return Buffer.from(
        `<!doctype html><html><meta charset="utf-8"><body><ol>${paragraphs.map((text) => `<li><p>${escaped(text)}</p></li>`).join('\n')}</ol></body></html>`,
      );
    case 'docx':
    case 'zip':
      return zipOf(partsOf(paragraphs));
    case 'pdf':
      return pdfOf({ pages: [lines(72, 760, paragraphs.map(inWinAnsi), 24)] });
  }
}

async function injuredDocument(kind: DocumentKind, paragraphs: readonly string[], random: Chance): Promise<Buffer> {
  if (kind !== 'docx') return injure(await wholeDocument(kind, paragraphs), TOKENS[kind], random);
  const parts = partsOf(paragraphs);
  const hurt = random.pick(['word/document.xml', 'word/document.xml', 'word/numbering.xml', 'word/styles.xml']);
  return zipOf({ ...parts, [hurt]: injure(Buffer.from(parts[hurt] ?? ''), TOKENS.docx, random) });
}

/** As a PDF of Western Europe spells quotation marks. */
const inWinAnsi = (text: string): string => text.replaceAll('“', '\x93').replaceAll('”', '\x94');

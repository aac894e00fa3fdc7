/** One resolution as text, page, Word file and PDF, its numbers typed or made by the list: read the same everywhere. */
import { Font, Page, Document as Pdf, renderToBuffer, Text } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../reading/outline.ts';
import { docxOf, escaped, numbered, paragraph, RESOLUTION_LIST } from './documents.test-help.ts';
import { pdfOf, words } from './pdf.test-help.ts';
import { textOf } from './text-of.ts';

// Whether a hyphen is the word's or the line's is for the reader of words to tell.
Font.registerHyphenationCallback((word) => [word]);

/** Depth below the preamble (0 for an operative paragraph), typed mark, words. */
type Row = readonly [depth: number | null, mark: string, words: string];

const LONG =
  'the protection of civilians under threat of physical violence, within its capabilities and areas of deployment, and the implementation of the agreement by all the parties to it';
const RESOLUTION: readonly Row[] = [
  [null, '', 'The Security Council,'],
  [null, '', `Recalling its previous resolutions on the situation and reaffirming ${LONG},`],
  [null, '', `Gravely concerned by the situation, by all that it means for ${LONG}, and for ${LONG},`],
  [null, '', `Acting under Chapter VII of the Charter of the United Nations,`],
  [0, '1.', 'Decides to extend the mandate of the mission until 30 April 2031;'],
  [0, '2.', `Authorizes the mission to carry out the following tasks for ${LONG}:`],
  [1, '(a)', 'Protection of civilians:'],
  [2, '(i)', `To ensure ${LONG};`],
  [2, '(ii)', 'To deter threats;'],
  [1, '(b)', `To support ${LONG};`],
  [1, '(c)', 'To monitor and report;'],
  [2, '(i)', 'On violations of human rights;'],
  [0, '3.', 'Requests the Secretary-General to report every three months;'],
  [1, '(a)', 'On the situation, and'],
  [1, '(b)', `On the mission and ${LONG}.`],
  [0, '4.', 'Decides to remain actively seized of the matter.'],
];
const NUMBERS = [
  'PP1',
  'PP2',
  'PP3',
  '1',
  '2',
  '2 (a)',
  '2 (a) (i)',
  '2 (a) (ii)',
  '2 (b)',
  '2 (c)',
  '2 (c) (i)',
  '3',
].concat('3 (a)', '3 (b)', '4');

const typed = ([, mark, text]: Row): string => (mark === '' ? text : `${mark} ${text}`);

function pageOfLists(): string {
  const types = ['1', 'a', 'i'];
  let html = '';
  let open = 0;
  for (const [depth, , text] of RESOLUTION) {
    const want = depth === null ? 0 : depth + 1;
    for (; open > want; open--) html += '</li></ol>';
    if (open === want && open > 0) html += '</li>';
    for (; open < want; open++) html += `<ol type="${types[open]}">`;
    html += want > 0 ? `<li><p>${escaped(text)}</p>` : `<p>${escaped(text)}</p>`;
  }
  return `<!doctype html><html><body>${html}${'</li></ol>'.repeat(open)}</body></html>`;
}

/** Lines of a width, the first of each paragraph indented; `between` parts paragraphs. */
function setPdf(between: number, top = 780): Buffer {
  let y = top;
  const pages = [''];
  for (const row of RESOLUTION) {
    const found = typed(row).match(/.{1,80}(?:\s|$)/g) ?? [];
    for (const [at, line] of found.entries()) {
      if (y < 60) {
        y = 780;
        pages.push('');
      }
      pages[pages.length - 1] += words(at === 0 ? 100 : 72, y, line.trim());
      y -= 13;
    }
    y -= between;
  }
  return pdfOf({ pages });
}

async function flowingPdf(): Promise<Buffer> {
  const texts = RESOLUTION.map((row, key) => {
    const style = { fontFamily: 'Times-Roman', fontSize: 11, marginBottom: 10, marginLeft: 24 * (row[0] ?? 0) };
    return h(Text, { key, style }, typed(row));
  });
  return renderToBuffer(h(Pdf, null, h(Page, { size: 'A4', style: { padding: 72 } }, ...texts)));
}

const DOCUMENTS: readonly (readonly [string, string, () => Buffer | Promise<Buffer>])[] = [
  ['text', 'a.txt', () => Buffer.from(RESOLUTION.map(typed).join('\r\n\r\n'))],
  [
    'a page with typed numbers',
    'a.html',
    () => Buffer.from(`<html>${RESOLUTION.map((row) => `<p>${escaped(typed(row))}</p>`).join('')}</html>`),
  ],
  ['a page of lists', 'a.html', () => Buffer.from(pageOfLists())],
  [
    'a Word file with typed numbers',
    'a.docx',
    () => docxOf({ body: RESOLUTION.map((row) => paragraph(typed(row))).join('') }),
  ],
  [
    'a Word file with automatic numbers',
    'a.docx',
    () =>
      docxOf({
        numbering: RESOLUTION_LIST,
        body: RESOLUTION.map(([depth, , text]) => (depth === null ? paragraph(text) : numbered(text, 1, depth))).join(
          '',
        ),
      }),
  ],
  ['a PDF', 'a.pdf', flowingPdf],
  ['a PDF with space between paragraphs', 'a.pdf', () => setPdf(8)],
  ['a PDF of two pages', 'a.pdf', () => setPdf(8, 300)],
  ['a PDF that parts paragraphs by indents only', 'a.pdf', () => setPdf(0)],
];

describe('a resolution', () => {
  it.each(DOCUMENTS)('has the same numbers from %s', async (_, name, make) => {
    const { text } = await textOf(await make(), name);
    const { pieces, unread } = outlineOf(text);
    expect(pieces.map(({ number }) => number)).toEqual(NUMBERS);
    expect(unread).toEqual([]);
    const wordsOf = (all: string) => all.split(/\s+/).filter((word) => word !== '');
    const read = pieces.map((piece) => wordsOf(piece.text));
    expect(read).toEqual(RESOLUTION.slice(1).map(([, , words]) => wordsOf(words)));
  });
});

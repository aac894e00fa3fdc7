/** Whatever words go into a document come out of it, the same ones in the same order, and paragraphs stay paragraphs. */
import { Font, Page, Document as Pdf, renderToBuffer, Text } from '@react-pdf/renderer';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { clean } from './clean.ts';
import { docxOf, escaped, numbered, paragraph, RESOLUTION_LIST } from './documents.test-help.ts';
import { readDocument } from './read.ts';

// Whether a hyphen is the word's or the line's nobody can tell.
Font.registerHyphenationCallback((word) => [word]);

const anyWord = fc
  .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 })
  .filter((word) => /^\S+$/u.test(word) && clean(word) === word && !/\p{C}/u.test(word));
/** What the fonts hold that every PDF reader has. */
const latinWord = fc.stringMatching(/^[A-Za-zàçéèêëîïôùûüœ0-9.,;:()&“”’–]{1,14}$/);
const paragraphsOf = (word: fc.Arbitrary<string>, most: number) =>
  fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: most });

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const blocksIn = (text: string): string[][] => text.trim().split(/\n\n/).map(wordsIn);

async function read(bytes: Uint8Array, kind: string): Promise<string> {
  const found = await readDocument(bytes, `a.${kind}`);
  expect(found.kind).toBe(kind);
  return found.text;
}

describe('words come back', () => {
  it('from a page', async () => {
    const tags = fc.constantFrom('p', 'div', 'h2', 'blockquote', 'li', 'section');
    await fc.assert(
      fc.asyncProperty(paragraphsOf(anyWord, 8), tags, async (paragraphs, tag) => {
        const body = paragraphs.map((words) => `<${tag}><b>${escaped(words.join(' '))}</b>\n</${tag}>`).join('\n');
        const text = await read(Buffer.from(`<!doctype html><meta charset="utf-8"><body>${body}</body>`), 'html');
        const marked = tag === 'li' ? paragraphs.map((words) => ['•', ...words]) : paragraphs;
        expect(blocksIn(text)).toEqual(marked);
      }),
    );
  });

  it('from a Word file that a library wrote, however the words are cut into runs', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphsOf(anyWord, 6), async (paragraphs) => {
        const children = paragraphs.map(
          (words) => new Paragraph({ children: words.map((word, at) => new TextRun(at === 0 ? word : ` ${word}`)) }),
        );
        const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
        expect(blocksIn(await read(bytes, 'docx'))).toEqual(paragraphs);
      }),
      { numRuns: 40 },
    );
  });

  it('from a Word file of raw XML, with the number of each paragraph', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphsOf(anyWord, 8), async (paragraphs) => {
        const body = paragraphs.map((words, at) => {
          const text = words.join(' ');
          return at % 2 === 0 ? numbered(text, 1) : paragraph(text);
        });
        const bytes = await docxOf({ body: body.join(''), numbering: RESOLUTION_LIST });
        const expected = paragraphs.map((words, at) => (at % 2 === 0 ? [`${at / 2 + 1}.`, ...words] : words));
        expect(blocksIn(await read(bytes, 'docx'))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('from a PDF, over lines and pages', async () => {
    const style = { fontFamily: 'Times-Roman', fontSize: 11, marginBottom: 12 };
    await fc.assert(
      fc.asyncProperty(paragraphsOf(latinWord, 60), async (paragraphs) => {
        const texts = paragraphs.map((words, key) => h(Text, { key, style }, words.join(' ')));
        const page = h(Page, { size: 'A4', style: { padding: 72 } }, ...texts);
        const text = await read(await renderToBuffer(h(Pdf, null, page)), 'pdf');
        expect(wordsIn(text.replaceAll('\f', '\n'))).toEqual(paragraphs.flat());
      }),
      { numRuns: 15 },
    );
  });
});

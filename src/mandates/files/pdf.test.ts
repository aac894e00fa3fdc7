import { fileURLToPath } from 'node:url';
import { Document, Font, Page, renderToBuffer, Text } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { lines, type PdfSpec, pdfOf, placed, words } from './pdf.test-help.ts';
import { readDocument } from './read.ts';

async function read(spec: PdfSpec | Buffer) {
  const { kind, text, notes } = await readDocument(Buffer.isBuffer(spec) ? spec : pdfOf(spec), 'a.pdf');
  return { kind, text, notes };
}

const textOfPages = async (...pages: string[]) => (await read({ pages })).text;
const sentence = 'the protection of civilians under threat of violence';
/** Two sizes of Helvetica's widest column of these words. */
const column = (x: number, y: number, name: string, rows = 12) =>
  lines(
    x,
    y,
    Array.from({ length: rows }, (_, at) => `${name}${at} ${sentence.slice(0, 40 - (at % 3))}`),
  );

describe('the text of a PDF', () => {
  it('is put together to lines by where the letters stand, not by their order in the file', async () => {
    const page =
      words(110, 688, 'second') + words(72, 700, 'The first') + words(72, 688, 'The') + words(120, 700, 'line');
    expect(await textOfPages(page)).toBe('The first line\nThe second\n');
  });

  it('keeps indents as spaces, and parts paragraphs where more space is left', async () => {
    const page =
      words(92, 700, 'Recalling its resolutions and all that') +
      lines(72, 688, ['was said before it, and the statements', 'of its President on the subject,']) +
      words(92, 658, 'Noting that the situation goes on and') +
      lines(72, 646, ['that nobody knows what will come of it']);
    const text = await textOfPages(page);
    expect(text.split('\n')).toEqual([
      '     Recalling its resolutions and all that',
      'was said before it, and the statements',
      'of its President on the subject,',
      '',
      '     Noting that the situation goes on and',
      'that nobody knows what will come of it',
      '',
    ]);
  });

  it('has a form feed between pages', async () => {
    expect(await textOfPages(words(72, 700, 'one'), words(72, 700, 'two'))).toBe('one\ftwo\n');
  });

  it('is packed or not', async () => {
    expect((await read({ pages: [words(72, 700, 'one')], packed: true })).text).toBe('one\n');
  });

  it('keeps a raised figure in its line, and parts cells by tabs', async () => {
    const page =
      words(72, 700, 'as said') +
      words(103.8, 703.5, '12', 6) +
      words(113, 700, 'before') +
      lines(72, 688, ['Chad', 'Mali']) +
      lines(300, 688, ['1,200', '900']);
    expect(await textOfPages(page)).toBe('as said12 before\nChad\t1,200\nMali\t900\n');
  });

  it('holds letters that are drawn twice only once', async () => {
    expect(await textOfPages(words(72, 700, 'Decides') + words(72.3, 700, 'Decides') + words(120, 700, 'that'))).toBe(
      'Decides that\n',
    );
  });

  it('is read column by column, what goes across in its place', async () => {
    const page =
      words(72, 760, 'A title that goes across both of the columns of this page of the volume') +
      column(72, 730, 'left') +
      column(310, 730, 'right') +
      words(72, 560, 'A heading between that goes across both of the columns of this page too') +
      column(72, 530, 'lower') +
      column(310, 530, 'last');
    const order = [...(await textOfPages(page)).matchAll(/\b(title|heading|left|right|lower|last)\d*/g)].map(
      ([all]) => all,
    );
    const all = (name: string) => Array.from({ length: 12 }, (_, at) => name + at);
    expect(order).toEqual(['title', ...all('left'), ...all('right'), 'heading', ...all('lower'), ...all('last')]);
  });

  it('has a heading below two columns behind them, however short', async () => {
    const page = (foot: string) => textOfPages(column(72, 730, 'left') + column(310, 730, 'right') + foot);
    const text = await page(
      words(72, 575, 'Annex') + words(72, 560, 'One wide line that goes across both of the columns of the page'),
    );
    expect(text.indexOf('Annex')).toBeGreaterThan(text.indexOf('right11'));
    // A column that is only longer than the other one is read to its end.
    const longer = await page(words(72, 586, 'left12') + words(72, 574, 'left13'));
    expect(longer.indexOf('left13')).toBeLessThan(longer.indexOf('right0'));
  });

  it('is not taken for columns where numbers stand apart or a table has few words', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => at);
    const numbers = rows.map(
      (at) => words(72, 700 - 12 * at, `${at + 1}.`) + words(110, 700 - 12 * at, `Decides ${sentence}`),
    );
    expect((await textOfPages(numbers.join(''))).split('\n')[3]).toBe(`4. Decides ${sentence}`);
    const table = rows.map((at) => words(72, 700 - 12 * at, `Country ${at}`) + words(330, 700 - 12 * at, `${at * 7}`));
    expect((await textOfPages(table.join(''))).split('\n')[3]).toBe('Country 3\t21');
  });

  it('is read however the page or a part of it is turned', async () => {
    const upright = '0 1 -1 0';
    const page = placed(`${upright} 300 100`, 'The Council') + placed(`${upright} 312 100`, 'decides');
    expect((await read({ pages: [page], page: '/Rotate 90' })).text).toBe('The Council\ndecides\n');
    expect(await textOfPages(page)).toBe('The Council\ndecides\n');
    const watermark = placed('0.7 0.7 -0.7 0.7 200 300', 'DRAFT', 40);
    const withMark = await textOfPages(watermark + lines(72, 700, ['One line of the text', 'and one more of it']));
    expect(withMark).toBe('One line of the text\nand one more of it\n\nDRAFT\n');
  });

  it('runs to the left in the order it is read', async () => {
    const src = fileURLToPath(
      new URL(
        'files/ibm-plex-sans-arabic-arabic-400-normal.woff',
        import.meta.resolve('@fontsource/ibm-plex-sans-arabic'),
      ),
    );
    Font.register({ family: 'Plex Arabic', src });
    const arabic = 'يقرر تمديد مدة البعثة سنة واحدة';
    const style = { fontFamily: 'Plex Arabic', direction: 'rtl', textAlign: 'right' } as const;
    const bytes = await renderToBuffer(
      h(Document, null, h(Page, { style: { padding: 72 } }, h(Text, { style }, arabic))),
    );
    const { text, notes } = await read(Buffer.from(bytes));
    expect(text).toBe(`${arabic}\n`);
    expect(notes.join()).toContain('lam and alif');
  });

  it('is read where only a table of the library says which letters are meant', async () => {
    const objects = [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /UniGB-UCS2-H /DescendantFonts [11 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    ];
    const bytes = pdfOf({ pages: ['BT /F1 10 Tf 1 0 0 1 72 700 Tm <5B89 7406 4F1A> Tj ET'], objects });
    const font = Buffer.from(bytes.toString('latin1').replace('/F1 3 0 R', '/F1 10 0 R'), 'latin1');
    expect((await read(font)).text).toBe('安理会\n');
  });

  it('leaves out comments, and says so', async () => {
    const note = '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Is this so?) >>';
    const { notes } = await read({ pages: [words(72, 700, 'one')], objects: ['null', note], page: '/Annots [11 0 R]' });
    expect(notes).toEqual(['Left out: 1 comment.']);
  });
});

describe('PDFs that cannot be read', () => {
  const picture =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream';
  const drawn = 'q 595 0 0 842 0 0 cm /X Do Q\n';

  it('hold pictures of pages only', async () => {
    await expect(read({ pages: [drawn, drawn], objects: [picture] })).rejects.toMatchObject({
      code: 'pictures_of_pages',
    });
    const { text, notes } = await read({ pages: [drawn, words(72, 700, 'one'), drawn], objects: [picture] });
    expect(text).toBe('\fone\f\n');
    expect(notes).toEqual(['Without text, maybe pictures: pages 1, 3.']);
  });

  it('are locked with a password', async () => {
    const key = '<'.concat('ab'.repeat(32), '>');
    const trailer = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`;
    await expect(read({ pages: [words(72, 700, 'one')], trailer })).rejects.toMatchObject({ code: 'locked_document' });
  });

  it('are damaged', async () => {
    const whole = pdfOf({ pages: [words(72, 700, 'one')] });
    for (const bytes of [whole.subarray(0, 40), Buffer.from(`%PDF-1.7\n${'\x00\xff'.repeat(5000)}`, 'latin1')])
      await expect(read(bytes)).rejects.toMatchObject({ code: 'unreadable_file' });
  });

  it('have pages that lead back to themselves, or none', async () => {
    const round = (pages: string) =>
      Buffer.from(whole.toString('latin1').replace(/\/Kids \[[^\]]*\]/, pages), 'latin1');
    const whole = pdfOf({ pages: [words(72, 700, 'one')] });
    for (const kids of ['/Kids [2 0 R]', '/Kids []', '/Kids [99 0 R]', '/Kids 5'])
      await read(round(kids)).then(
        ({ text }) => expect(text).toContain('one'),
        (error) => expect(error.code).toMatch(/^(?:unreadable_file|pictures_of_pages)$/),
      );
  });

  it('draw letters that nobody knows', async () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Strange /ToUnicode 11 0 R >>';
    const map =
      '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <e000> endbfrange endcmap end';
    const bytes = pdfOf({
      pages: [words(72, 700, 'one two').replace('/F1', '/F2')],
      objects: [font, `<< /Length ${map.length} >>\nstream\n${map}\nendstream`],
      page: '/Resources << /Font << /F2 10 0 R >> >>',
    });
    const only = Buffer.from(
      bytes.toString('latin1').replace('/Resources << /Font << /F1 3 0 R >> /XObject << /X 10 0 R >> >>', ''),
      'latin1',
    );
    await expect(read(only)).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('which letters'),
    });
  });
});

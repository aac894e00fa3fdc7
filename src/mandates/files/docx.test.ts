import {
  DeletedTextRun,
  Document,
  Header,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { docxOf, numbered, paragraph, paragraphOf, RESOLUTION_LIST, run, zipOf } from './documents.test-help.ts';
import { readDocument } from './read.ts';

async function read(bytes: Uint8Array) {
  const { kind, text, notes } = await readDocument(bytes, 'a.docx');
  return { kind, text: text.trimEnd(), notes };
}

const readBody = async (body: string, more = {}) => read(await docxOf({ body, numbering: RESOLUTION_LIST, ...more }));
const textOfBody = async (body: string) => (await readBody(body)).text;
const tracked = (kind: 'ins' | 'del' | 'moveFrom' | 'moveTo', content: string) =>
  `<w:${kind} w:id="1" w:author="x">${content}</w:${kind}>`;
const deletedRun = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;
const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr>${content}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;

describe('the text of a Word file', () => {
  it('is read as a writing program wrote it', async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            {
              reference: 'list',
              levels: [
                { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
                { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)' },
              ],
            },
          ],
        },
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('S/RES/2149 (2014)')] }) },
            children: [
              new Paragraph('The Security Council,'),
              new Paragraph({
                children: [new TextRun({ text: 'Recalling', italics: true }), new TextRun(' its resolutions,')],
              }),
              new Paragraph({ text: 'Decides:', numbering: { reference: 'list', level: 0 } }),
              new Paragraph({ text: 'one', numbering: { reference: 'list', level: 1 } }),
              new Paragraph({
                numbering: { reference: 'list', level: 0 },
                children: [
                  new TextRun('Requests '),
                  new DeletedTextRun({ text: 'no', id: 1, author: 'x', date: '2030-01-01T00:00:00Z' }),
                  new InsertedTextRun({ text: 'yes', id: 2, author: 'x', date: '2030-01-01T00:00:00Z' }),
                ],
              }),
              new Table({
                rows: [
                  ['a', 'b'],
                  ['c', 'd'],
                ].map(
                  (row) =>
                    new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
                ),
              }),
            ],
          },
        ],
      }),
    );
    const { kind, text, notes } = await read(bytes);
    expect(kind).toBe('docx');
    expect(text).toBe(
      'The Security Council,\n\nRecalling its resolutions,\n\n1. Decides:\n\n(a) one\n\n2. Requests yes\n\na\tb\nc\td',
    );
    expect(notes).toEqual([
      'Left out as deleted: 1 passage.',
      'Heads and feet of pages were left out.',
      'Tables were laid out as lines.',
    ]);
  });

  it('holds tabs, line ends, hyphens and signs', async () => {
    const body = paragraphOf(
      `<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>1.</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>state</w:t><w:br/><w:t>co</w:t><w:softHyphen/><w:t xml:space="preserve">op </w:t><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:char="00E9"/><w:sym w:char="zz"/></w:r>`,
    );
    const { text, notes } = await readBody(body);
    expect(text).toBe('1.\tnon-state\ncoop •é•');
    expect(notes).toEqual(['Signs of picture fonts were read as “•”.']);
  });

  it('has no spaces that Word does not show', async () => {
    const body = '<w:p><w:r><w:t>  Decides\n  </w:t></w:r><w:r><w:t xml:space="preserve"> that</w:t></w:r></w:p>';
    expect(await textOfBody(body)).toBe('Decides that');
  });

  it('stands as if all changes were accepted', async () => {
    const { text, notes } = await readBody(
      [
        paragraphOf(
          run('Decides ') +
            tracked('del', deletedRun('old')) +
            tracked('ins', run('new') + tracked('del', deletedRun('x'))) +
            tracked('moveFrom', run('there')) +
            tracked('moveTo', run(' here')),
          '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
        ),
        numbered('A', 1),
        // Its end is deleted, so it is the beginning of what follows.
        paragraphOf(
          run('B and '),
          '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr>',
        ),
        numbered('C', 1),
        paragraphOf(
          tracked('del', deletedRun('D')),
          '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr>',
        ),
        numbered('E', 1),
      ].join(''),
    );
    expect(text).toBe('Decides new here\n\n1. A\n\n2. B and C\n\n3. E');
    expect(notes).toEqual(['Left out as deleted: 4 passages.']);
  });

  it('leaves out what is hidden', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="HidP"><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>';
    const body = [
      paragraphOf(
        run('a') + run('b', '<w:vanish/>') + run('c', '<w:vanish w:val="0"/>') + run('d', '<w:rStyle w:val="Hid"/>'),
      ),
      paragraphOf(run('e') + run('f', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="HidP"/>'),
      // What hides a paragraph's end does not hide its words.
      paragraphOf(run('g'), '<w:rPr><w:vanish/></w:rPr>'),
    ].join('');
    const { text, notes } = await readBody(body, { styles });
    expect(text).toBe('ac\n\nf\n\ng');
    expect(notes).toEqual(['Hidden text was left out.']);
  });

  it('reads a text box once, behind its paragraph', async () => {
    const shape = (inner: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(inner)}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(inner)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const inner = paragraphOf(run('in the box') + shape(paragraph('deeper'))) + table([paragraph('x'), paragraph('y')]);
    const body = paragraphOf(run('before ') + shape(inner) + run('after')) + paragraph('next');
    expect(await textOfBody(body)).toBe('before after\n\nin the box\n\ndeeper\n\nx\ty\n\nnext');
    const old = paragraphOf(
      `${run('before')}<w:r><w:pict><v:textbox>${box(paragraph('old'))}</v:textbox></w:pict></w:r>`,
    );
    expect(await textOfBody(old)).toBe('before\n\nold');
    const onlyFallback = paragraphOf(
      `<w:r><mc:AlternateContent><mc:Fallback><w:t>f</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await textOfBody(onlyFallback)).toBe('f');
  });

  it('reads what content controls, links and fields hold', async () => {
    const body =
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${paragraph('a')}</w:sdtContent></w:sdt>` +
      paragraphOf(
        `<w:hyperlink>${run('b')}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('c')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE">${run('d')}</w:fldSimple><w:smartTag>${run('e')}</w:smartTag>`,
      );
    expect(await textOfBody(body)).toBe('a\n\nbcde');
  });

  it('leaves out footnotes, comments and pictures, and says so', async () => {
    const { text, notes } = await readBody(
      paragraphOf(
        `${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r>`,
      ).concat('<w:altChunk/>'),
    );
    expect(text).toBe('a');
    expect(notes).toEqual([
      'Left out: 1 picture.',
      'Left out: 2 footnotes.',
      'Left out: 1 comment.',
      'Left out: 1 other file put into the document.',
    ]);
  });

  it('lays tables out as lines, and reads those that only lay out the page', async () => {
    const body =
      table([paragraph('a'), '<w:p/>', paragraph('c')], [paragraph('d'), paragraph('e'), paragraph('f')]) +
      paragraph('g') +
      table([numbered('x', 1) + numbered('y', 1)], [paragraph('h'), paragraph('i') + paragraph('j')]) +
      table([`${table([paragraph('k'), paragraph('l')])}<w:p/>`]);
    const { text, notes } = await readBody(body);
    expect(text).toBe('a\t\tc\nd\te\tf\n\ng\n\n1. x\n\n2. y\n\nh\n\ni\n\nj\n\nk\tl');
    expect(notes).toEqual(['Tables were laid out as lines.']);
  });

  it('knows any prefix, and parts that writers number', async () => {
    const xml = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:pPr><x:numPr><x:ilvl x:val="0"/><x:numId x:val="1"/></x:numPr></x:pPr><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`;
    const bytes = await zipOf({
      'word/document2.xml': xml,
      'word/numbering.xml': `<w:numbering xmlns:w="w">${RESOLUTION_LIST}</w:numbering>`,
    });
    expect((await read(bytes)).text).toBe('1. a');
  });
});

describe('hostile Word files', () => {
  // Each another, so that they do not pack as a bomb does.
  const words = (n: number) => Array.from({ length: 1_000 }, (_, at) => n * 1_000 + at).join(' ');
  const MANY_WORDS = Array.from({ length: 900 }, (_, n) => paragraph(words(n))).join('');
  const document = (xml: string) => zipOf({ 'word/document.xml': xml });

  it.each([
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body><w:p>&a;</w:p></w:body></w:document>',
      'DOCTYPE',
    ],
    ['XML that is cut off', '<w:document><w:body><w:p><w:r><w:t>a', 'well-formed'],
    [
      'entities of its own',
      '<w:document><w:body><w:p><w:r><w:t>&bomb;</w:t></w:r></w:p></w:body></w:document>',
      'well-formed',
    ],
    ['no words', '<w:document><w:body><w:p/></w:body></w:document>', 'no words'],
    [
      'an endless word',
      `<w:document><w:body><w:p><w:r><w:t>${'x'.repeat(4_500_000)}</w:t></w:r></w:p></w:body></w:document>`,
      'endless',
    ],
    ['too many words', `<w:document><w:body>${MANY_WORDS}</w:body></w:document>`, 'more than 5,000,000 characters'],
  ])('with %s are refused', async (_, xml, why) => {
    await expect(document(xml).then(read)).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining(why),
    });
  });

  it('that unpack to a thousand times their size are refused before', async () => {
    const bytes = await document(`<w:document>${' '.repeat(30_000_000)}</w:document>`);
    expect(bytes.length).toBeLessThan(100_000);
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('250 times'),
    });
  });

  it('that are cut off or changed are refused', async () => {
    const whole = await docxOf({ body: paragraph('a'.repeat(5000)) });
    await expect(read(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'unreadable_file' });
    const changed = Buffer.from(whole);
    const at = whole.indexOf('word/document.xml') + 40;
    changed[at] = (changed[at] as number) ^ 1;
    await expect(read(changed)).rejects.toMatchObject({ code: 'unreadable_file' });
  });

  it('nested 100,000 deep are read or refused, and nothing breaks', async () => {
    const nested = (tag: string, inner: string) => `<${tag}>`.repeat(100_000) + inner + `</${tag}>`.repeat(100_000);
    const around = (xml: string) => `<w:document><w:body>${xml}</w:body></w:document>`;
    const word = paragraph('x');
    for (const tag of ['w:sdt', 'w:p', 'w:txbxContent', 'w:tbl', 'w:r', 'w:del', 'mc:AlternateContent'])
      await document(around(nested(tag, word) + word))
        .then(read)
        .then(
          ({ text }) => expect(text).toMatch(/x$/),
          (error) => expect(error).toMatchObject({ code: 'unreadable_file' }),
        );
    const cells = '<w:tbl><w:tr><w:tc>'.repeat(30_000) + word + '</w:tc></w:tr></w:tbl>'.repeat(30_000);
    expect((await document(around(cells + word)).then(read)).text).toBe('x\n\nx');
  });

  it('that are other archives are no documents', async () => {
    const odt = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });
    await expect(odt.then(read)).rejects.toMatchObject({ code: 'unknown_document' });
  });
});

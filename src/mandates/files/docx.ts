/** A Word file as text, with the numbers that Word draws and the file holds no text of. */
import { KingaError } from '../../platform/errors.ts';
import { Archive, parseXml, type XmlHandler } from '../../platform/files/index.ts';
import { TextBuilder } from './builder.ts';
import { counted } from './clean.ts';
import { BodyReader, type LeftOut } from './docx-body.ts';
import { Counter } from './docx-counter.ts';
import { NumberingReader } from './docx-numbering.ts';
import { StyleReader } from './docx-styles.ts';

/** With its pictures; a resolution's own parts take one or two. */
const MAX_UNPACKED = 200_000_000;

/**
 * @returns the text, and what was left out of it
 * @throws `unknown_document` when the archive is no Word file
 * @throws FileRefused when it is damaged, unpacks to too much, or has a DOCTYPE
 */
export async function docxText(bytes: Uint8Array): Promise<{ text: string; notes: string[] }> {
  const archive = await Archive.open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MAX_UNPACKED);
  try {
    // Some writers number the part.
    const main = archive.names.find((name) => /^word\/document\d*\.xml$/.test(name));
    if (!main) throw new KingaError('unknown_document');
    const numbering = await read(archive, 'word/numbering.xml', new NumberingReader());
    const styles = await read(archive, 'word/styles.xml', new StyleReader());
    const counter = new Counter(numbering, styles);
    const out = new TextBuilder();
    const body = await read(archive, main, new BodyReader(out, counter, styles));
    const margins = archive.names.some((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
    return {
      text: out.toString(),
      notes: [
        ...notesOf(body.leftOut),
        ...(margins ? ['Heads and feet of pages were left out.'] : []),
        ...(out.hasTables ? ['Tables were laid out as lines.'] : []),
        ...[...counter.unknownFormats]
          .slice(0, 5)
          .map((format) => `Numbers in the format “${format}” were written in digits.`),
      ],
    };
  } finally {
    archive.close();
  }
}

async function read<T extends XmlHandler>(archive: Archive, name: string, handler: T): Promise<T> {
  if (archive.size(name) !== null) for await (const _ of parseXml(archive.read(name), handler));
  return handler;
}

function notesOf(left: LeftOut): string[] {
  const sentences: [number, string][] = [
    [left.pictures, `Left out: ${counted(left.pictures, 'picture')}.`],
    [left.footnotes, `Left out: ${counted(left.footnotes, 'footnote')}.`],
    [left.comments, `Left out: ${counted(left.comments, 'comment')}.`],
    [left.deletions, `Left out as deleted: ${counted(left.deletions, 'passage')}.`],
    [left.hidden, 'Hidden text was left out.'],
    [left.inserted, `Left out: ${counted(left.inserted, 'other file')} put into the document.`],
    [
      left.fieldNumbers,
      'Numbers made by fields (LISTNUM, AUTONUM) were left out; check the numbers of the paragraphs.',
    ],
    [left.signs, 'Signs of picture fonts were read as “•”.'],
  ];
  return sentences.filter(([count]) => count > 0).map(([, sentence]) => sentence);
}

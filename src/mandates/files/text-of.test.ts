import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KingaError } from '../../platform/errors.ts';
import { docxOf, paragraph, zipOf } from './documents.test-help.ts';
import { pdfOf, stream, words } from './pdf.test-help.ts';
import { readDocument } from './read.ts';
import { textOf } from './text-of.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(500, 7)]);

/** So many megabytes of spaces, packed without ever being whole. */
function packedSpaces(megabytes: number): Promise<Buffer> {
  const one = Buffer.alloc(1_000_000, ' ');
  return buffer(Readable.from(Array(megabytes).fill(one)).pipe(createDeflate()));
}

describe('the kind of a document', () => {
  const html = '<html><p>a</p></html>';
  it.each([
    ['a page by its mark', bytesOf(`\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">\n${html}`), 'a.txt', 'html'],
    ['a page by its root', bytesOf(`<?xml version="1.0"?>${html}`), 'a', 'html'],
    ['a page by its many tags', bytesOf('<p>a<p>b<br>c<p>d<p>e'), 'a.pdf', 'html'],
    ['a page of one tag by its name', bytesOf('<p>a'), 'a.HTM', 'html'],
    ['a page in UTF-16', bytesOf(`\ufeff${html}`, 'utf16le'), 'a', 'html'],
    ['text that speaks of a tag', bytesOf('Use <p> and </p> for paragraphs.'), 'a.txt', 'text'],
    ['text with any name', bytesOf('1. Decides'), 'a.docx', 'text'],
    [
      'a PDF with something before it',
      Buffer.concat([bytesOf('\r\n'), pdfOf({ pages: [words(9, 9, 'a')] })]),
      'a.txt',
      'pdf',
    ],
  ])('is found: %s', async (_, bytes, name, kind) => {
    expect((await readDocument(bytes, name)).kind).toBe(kind);
  });

  it.each([
    ['an old Word file', OLE, 'a.doc'],
    ['RTF', bytesOf('{\\rtf1 a}'), 'a.rtf'],
    ['other XML', bytesOf('<?xml version="1.0"?><w:wordDocument><p/></w:wordDocument>'), 'a.xml'],
    ['a page with its pictures in one file', bytesOf('MIME-Version: 1.0\r\n\r\n<html><p>a=3D</p></html>'), 'a.mht'],
    ['a picture', PNG, 'a.png'],
    ['a packed file', bytesOf('\x1f\x8b\x08\x00\x00\x00\x01\x02\x03\x00\x01\x02', 'latin1'), 'a.gz'],
  ])('is none that can be read: %s', async (_, bytes, name) => {
    await expect(readDocument(bytes, name)).rejects.toMatchObject({ code: 'unknown_document' });
  });

  it('is told with what to do, in three languages', async () => {
    const refused: unknown = await readDocument(OLE, 'a.doc').catch((error) => error);
    expect(refused).toBeInstanceOf(KingaError);
    for (const language of ['en', 'fr', 'ar'] as const) expect((refused as KingaError).in(language)).toContain('.docx');
  });

  it('is locked: a Word file with a password', async () => {
    const locked = Buffer.concat([OLE, bytesOf('EncryptedPackage', 'utf16le')]);
    await expect(readDocument(locked, 'a.docx')).rejects.toMatchObject({ code: 'locked_document' });
  });
});

describe('plain text', () => {
  it('stays as it is, line ends and indents too', async () => {
    const text = '\r\n   1.  Decides\r\n\r\n\t(a) one;\rtwo\f3\n';
    expect(await readDocument(bytesOf(text), 'a.txt')).toEqual({ kind: 'text', text, notes: [] });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[ a-zé،ب.\r\n\t]*[a-z]$/), { minLength: 1 }), async (parts) => {
        const plain = parts.join('\n');
        expect((await readDocument(bytesOf(plain), 'a.txt')).text).toBe(plain);
      }),
    );
  });

  it.each([
    ['UTF-8 with a mark', bytesOf('\ufeffDécide'), 'Décide', []],
    ['UTF-16', bytesOf('\ufeffDécide que', 'utf16le'), 'Décide que', []],
    ['Windows-1252', bytesOf('Le Conseil a d\xe9cid\xe9', 'latin1'), 'Le Conseil a décidé', ['windows-1252']],
    ['Windows-1256', bytesOf('\xe3\xcc\xe1\xd3 \xc7\xe1\xc3\xe3\xe4', 'latin1'), 'مجلس الأمن', ['windows-1256']],
    ['UTF-8 twice', bytesOf('N’DÃ©lÃ©\nBirao'.replace('’', "'")), "N'Délé\nBirao", ['twice']],
    ['with a NUL', bytesOf(`Decides that ${'all '.repeat(50)}\0it`), `Decides that ${'all '.repeat(50)}it`, ['NUL']],
    [
      'with bytes that are none',
      Buffer.concat([bytesOf('é décidé\né\n'), Buffer.from([0xff])]),
      'é décidé\né\n\ufffd',
      ['no text'],
    ],
  ])('is recognised: %s', async (_, bytes, text, notes) => {
    const read = await readDocument(bytes, 'a.txt');
    expect(read.text).toBe(text);
    expect(read.notes).toEqual(notes.map((part) => expect.stringContaining(part)));
  });

  it.each([
    ['no words', bytesOf(' \r\n\t')],
    ['nothing', Buffer.alloc(0)],
    ['more than five million characters', Buffer.alloc(5_000_001, 'x')],
  ])('with %s is refused', async (_, bytes) => {
    await expect(readDocument(bytes, 'a.txt')).rejects.toMatchObject({ code: 'unreadable_file' });
  });
});

describe('a document in its own thread', () => {
  it('is read, of every kind and several at once', async () => {
    const all = [
      textOf(bytesOf('1. Decides'), 'a.txt'),
      textOf(bytesOf('<html><ol><li>Decides</ol></html>'), 'a.html'),
      docxOf({ body: paragraph('1. Decides') }).then((bytes) => textOf(bytes, 'a.docx')),
      textOf(pdfOf({ pages: [words(72, 700, '1. Decides')] }), 'a.pdf'),
    ];
    const read = await Promise.all(all);
    expect(read.map(({ kind }) => kind)).toEqual(['text', 'html', 'docx', 'pdf']);
    for (const { text, notes } of read) expect([text.trimEnd(), notes]).toEqual(['1. Decides', []]);
  });

  it('leaves the bytes to their owner', async () => {
    const bytes = pdfOf({ pages: [words(72, 700, 'one')] });
    const before = Buffer.from(bytes);
    await textOf(bytes, 'a.pdf');
    expect(bytes.equals(before)).toBe(true);
  });

  it('is refused with its code and sentence', async () => {
    const refused: unknown = await textOf(PNG, 'a.png').catch((error) => error);
    expect(refused).toBeInstanceOf(KingaError);
    expect(refused).toMatchObject({ code: 'unknown_document', category: 'invalid' });
    const broken = zipOf({ 'word/document.xml': '<w:document>' }).then((bytes) => textOf(bytes, 'a.docx'));
    await expect(broken).rejects.toMatchObject({
      code: 'unreadable_file',
      details: { why: expect.stringContaining('well-formed') },
    });
  });

  it('is refused past 20 MB', async () => {
    await expect(textOf(Buffer.alloc(20_000_001, 'x'), 'a.txt')).rejects.toMatchObject({
      code: 'file_too_large',
      details: { limit: '20 MB' },
    });
  });

  it('is ended when a PDF unpacks to gigabytes, and the next is read', async () => {
    const bytes = pdfOf({ pages: [stream(await packedSpaces(1_000), '/Filter /FlateDecode')] });
    expect(bytes.length).toBeLessThan(3_000_000);
    await expect(textOf(bytes, 'a.pdf')).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('more memory'),
    });
    expect((await textOf(pdfOf({ pages: [words(72, 700, 'one')] }), 'a.pdf')).text).toBe('one\n');
  });
});

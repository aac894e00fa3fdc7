/** The XML parts of an office file as a stream of events, without document types, entities or anything outside. */
import { SaxesParser } from 'saxes';
import { FileRefused } from './types.ts';

export interface XmlHandler {
  /** `name` without its namespace prefix: some writers use one, most do not. */
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

/** No honest element of such a part is this long; the parser would hold it whole. */
const MAX_CHARS_WITHOUT_EVENT = 4_000_000;

/**
 * Parses and, after each chunk, yields: what the handler has gathered by then can be taken and passed on.
 * @throws FileRefused when the part is not well-formed, has a DOCTYPE, or is not in UTF-8 or UTF-16.
 */
export async function* parseXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let silence = 0;
  parser.on('error', (error) => {
    throw new FileRefused('A part of the file is damaged (its XML is not well-formed).', { cause: error });
  });
  parser.on('doctype', () => {
    throw new FileRefused('A part of the file has a DOCTYPE, which no such file needs and attacks use.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));

  for await (const text of decoded(chunks)) {
    silence += text.length;
    parser.write(text);
    if (silence > MAX_CHARS_WITHOUT_EVENT) throw new FileRefused('A part of the file has an endless element.');
    yield;
  }
  parser.close();
  yield;
}

async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (error instanceof FileRefused || !(error instanceof TypeError)) throw error;
    throw new FileRefused('A part of the file holds bytes that are not text.', { cause: error });
  }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const declared = /^(?:\ufeff)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head.toString('latin1', 0, 200))?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) {
    throw new FileRefused(`A part of the file is in the encoding “${declared}”; only UTF-8 and UTF-16 are read.`);
  }
  return 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Bytes as text: the encoding is recognised as for tables, and for a web page also by what the page says of itself. */
import { isAscii, isUtf8 } from 'node:buffer';
import { findEncoding, undoDoubleEncoding } from '../../platform/files/index.ts';

export interface Decoded {
  text: string;
  notes: string[];
}

/** A page says its encoding within the first 1,024 bytes; some say it later. */
const HEAD = 8_192;

/**
 * @param bytes without a byte order mark or with one; line ends stay as they are
 * @throws FileRefused when they are no text
 */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  const { encoding, damaged, doublyEncoded } = await recognise(bytes);
  const notes: string[] = [];
  if (encoding.startsWith('windows'))
    notes.push(`The text is not UTF-8; it was read as ${encoding}, which is a guess. Check the accents and names.`);
  let text = new TextDecoder(encoding).decode(bytes);
  if (doublyEncoded) {
    text = text.replace(/[^\r\n]+/g, (line) => undoDoubleEncoding(line) ?? line);
    notes.push('Some text was encoded as UTF-8 twice (“Ã©” for “é”); it was read as it was meant.');
  }
  if (damaged && text.includes('\ufffd')) notes.push('Some bytes are no text; “\ufffd” stands in their place.');
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '');
    notes.push('NUL characters were left out.');
  }
  return { text: text.toWellFormed(), notes };
}

/** @throws FileRefused when they are no text */
export async function decodePage(bytes: Uint8Array): Promise<Decoded> {
  const buffer = asBuffer(bytes);
  const head = buffer.toString('latin1', 0, HEAD);
  // What is valid UTF-8 is UTF-8: pages that are saved again keep what they said before.
  const marked = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head);
  const declared = /<(?:meta|\?xml)[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  if (marked || !declared || (isUtf8(buffer) && !isAscii(buffer))) return decodeText(bytes);
  try {
    return { text: new TextDecoder(declared).decode(bytes), notes: [] };
  } catch {
    // No encoding has that name: it has to be recognised.
    return decodeText(bytes);
  }
}

async function recognise(bytes: Uint8Array): ReturnType<typeof findEncoding> {
  async function* whole() {
    yield asBuffer(bytes);
  }
  return findEncoding(whole());
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

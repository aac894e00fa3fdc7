/**
 * Which encoding a text file is in. The whole file is looked through once before it is read, because one wrong byte on
 * the last line would otherwise turn into a replacement character without anybody being told.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import { looksDoublyEncoded, undoDoubleEncoding } from './mojibake.ts';
import { FileRefused } from './types.ts';

export interface TextEncodingFound {
  /** WHATWG name. */
  encoding: string;
  notes: string[];
  /** Some bytes fit no character of the encoding: a row with U+FFFD in it is refused. */
  damaged: boolean;
  /** Cells encoded twice were seen. */
  doublyEncoded: boolean;
}

const SAMPLE = 64 * 1024;
const utf8 = new TextDecoder('utf-8');

/**
 * Looks through the bytes once.
 * @throws FileRefused when they are not text.
 */
export async function findEncoding(chunks: AsyncIterable<Buffer>, given?: string): Promise<TextEncodingFound> {
  const survey = new Survey();
  let unicode16: string | null = null;
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      unicode16 = utf16Name(chunk);
      if (!unicode16 && !given) refuseBinary(chunk);
      first = false;
    }
    // UTF-16 and given encodings need no survey, but the pass still enforces the size limits.
    if (!unicode16 && !given) survey.add(chunk);
  }
  survey.end();
  if (given) return { encoding: checkedName(given), notes: [], damaged: true, doublyEncoded: false };
  if (unicode16) {
    return { encoding: unicode16, notes: ['The text is UTF-16.'], damaged: true, doublyEncoded: false };
  }
  return survey.verdict();
}

class Survey {
  private carry: Buffer = Buffer.alloc(0);
  private goodLines = 0;
  private badLines = 0;
  private badSample: Buffer[] = [];
  private badSampleSize = 0;
  private suspicious = false;
  private twice = false;

  add(chunk: Buffer): void {
    const bytes = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    const end = bytes.lastIndexOf(0x0a) + 1 || characterBoundary(bytes);
    this.look(bytes.subarray(0, end));
    this.carry = bytes.subarray(end);
  }

  end(): void {
    this.look(this.carry);
  }

  private look(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    if (!isUtf8(bytes)) {
      for (const line of linesOf(bytes)) this.lookAtLine(line);
      return;
    }
    this.goodLines++;
    if (this.twice) return;
    const text = utf8.decode(bytes);
    if (looksDoublyEncoded(text)) {
      this.suspicious = true;
      this.twice = text.split(/[\n\r,;\t"]/).some((part) => undoDoubleEncoding(part) !== null);
    }
  }

  private lookAtLine(line: Buffer): void {
    if (isAscii(line)) return;
    if (isUtf8(line)) {
      this.goodLines++;
      return;
    }
    this.badLines++;
    if (this.badSampleSize < SAMPLE) {
      const part = line.subarray(0, SAMPLE);
      this.badSample.push(part);
      this.badSampleSize += part.length;
    }
  }

  verdict(): TextEncodingFound {
    const notes: string[] = [];
    // Text in a one-byte encoding is hardly ever valid UTF-8 by chance, so a single good line weighs much.
    if (this.badLines > 20 * this.goodLines) return oneByte(Buffer.concat(this.badSample));
    if (this.badLines > 0) {
      notes.push('The text is UTF-8, but some lines hold bytes that are not: those rows are refused.');
    }
    if (this.twice) {
      notes.push('Some text was encoded as UTF-8 twice (“Ã©” for “é”); it is read as it was meant.');
    }
    if (this.suspicious && !this.twice) {
      notes.push('Some text may have been encoded twice (such as “Ã©” for “é”); it is left as it is. Check the names.');
    }
    return { encoding: 'utf-8', notes, damaged: this.badLines > 0, doublyEncoded: this.twice };
  }
}

/**
 * Windows-1252 (which holds all of ISO-8859-1) or Windows-1256. In French an accented letter stands alone among plain
 * ones; an Arabic word is made of high bytes throughout. Only in between is the statistical detector asked.
 */
function oneByte(sample: Buffer): TextEncodingFound {
  const arabic = togetherShare(sample);
  const detector = arabic > 0.3 && arabic < 0.7;
  const guess = chardet.analyse(sample).find((match) => /^(windows-125[26]|ISO-8859-1)$/.test(match.name))?.name;
  const encoding = (detector ? guess === 'windows-1256' : arabic >= 0.7) ? 'windows-1256' : 'windows-1252';
  const name = encoding === 'windows-1256' ? 'Windows-1256 (Arabic)' : 'Windows-1252 (Western European)';
  return {
    encoding,
    notes: [`The text is not UTF-8; it was read as ${name}, which is a guess. Check the accents and names.`],
    damaged: false,
    doublyEncoded: false,
  };
}

/** Share of the high bytes that have a high byte beside them. */
function togetherShare(sample: Buffer): number {
  let high = 0;
  let together = 0;
  for (let i = 0; i < sample.length; i++) {
    if ((sample[i] ?? 0) < 0x80) continue;
    high++;
    if ((sample[i - 1] ?? 0) >= 0x80 || (sample[i + 1] ?? 0) >= 0x80) together++;
  }
  return high === 0 ? 0 : together / high;
}

function utf16Name(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Without a mark: in tables of Latin or Arabic text nearly every second byte is 0x00 or 0x06.
  const pairs = Math.min(head.length, 2000) >> 1;
  const highs = [0, 0];
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) {
    const byte = head[i];
    if (byte === 0 || byte === 6) highs[i % 2] = (highs[i % 2] ?? 0) + 1;
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  }
  const [evenHighs = 0, oddHighs = 0] = highs;
  const [evenZeros = 0, oddZeros = 0] = zeros;
  if (pairs >= 4 && oddZeros > pairs / 10 && oddHighs > pairs * 0.8 && evenZeros === 0) return 'utf-16le';
  if (pairs >= 4 && evenZeros > pairs / 10 && evenHighs > pairs * 0.8 && oddZeros === 0) return 'utf-16be';
  return null;
}

/** A stray control character is a matter for its row; a file full of them is a picture or a program. */
function refuseBinary(head: Buffer): void {
  const part = head.subarray(0, 8192);
  let controls = 0;
  for (const byte of part) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls++;
  if (controls > 2 && controls > part.length / 20) {
    throw new FileRefused('The file is not text: it looks like a picture, a program or a damaged file.');
  }
}

function checkedName(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    throw new FileRefused(`There is no text encoding named “${name}”.`, { cause: error });
  }
}

/** Where the last whole UTF-8 character ends, so that a chunk is not called invalid for being cut inside one. */
function characterBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    yield bytes.subarray(start, end);
    start = end;
  }
}

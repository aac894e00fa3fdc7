/** Bytes into text, and the checks that every cell passes whatever file it came from. */
import type { Limits } from './types.ts';

/** Text in chunks. A byte order mark at the beginning is not part of it. */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text.length > 0) yield text;
  }
  const rest = decoder.decode();
  if (rest.length > 0) yield rest;
}

/** The text's first `length` characters or a little more. Leaves the rest unread. */
export async function firstText(chunks: AsyncIterable<string>, length: number): Promise<string> {
  let head = '';
  for await (const chunk of chunks) {
    head += chunk;
    if (head.length >= length) break;
  }
  return head;
}

/** What is wrong with a text that is to be kept exactly, as the end of a sentence, or `null`. */
export function textFault(text: string, limits: Limits, damaged: boolean): string | null {
  if (text.length > limits.maxCellChars) {
    return `is longer than ${limits.maxCellChars.toLocaleString('en')} characters`;
  }
  if (text.includes('\0')) return 'holds a NUL character, which no database keeps';
  if (!text.isWellFormed()) return 'holds half of a character (a lone surrogate)';
  if (damaged && text.includes('\ufffd')) return 'holds bytes that are not text in the encoding of the file';
  return null;
}

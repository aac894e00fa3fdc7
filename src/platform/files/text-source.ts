/** A text file that has been looked through: it can be read from the beginning as often as needed. */
import { readBytes } from './bytes.ts';
import { findEncoding } from './encoding.ts';
import { decodeText, firstText } from './text.ts';
import type { Limits, OpenOptions } from './types.ts';

export interface TextSource {
  encoding: string;
  limits: Limits;
  /** The notes of the opened file, to be added to. */
  notes: string[];
  /** The first characters, to recognise the file by. */
  start: string;
  damaged: boolean;
  doublyEncoded: boolean;
  text(): AsyncGenerator<string>;
}

const START_CHARS = 64 * 1024;
const MAX_TEXT_BYTES = 4_000_000_000;

/** @throws FileRefused when it is not text, is damaged, or is too large. */
export async function textSource(
  path: string,
  gzipped: boolean,
  limits: Limits,
  options: OpenOptions,
): Promise<TextSource> {
  const bytes = () => readBytes(path, gzipped, options.maxBytes ?? MAX_TEXT_BYTES);
  const found = await findEncoding(bytes(), options.encoding);
  const text = () => decodeText(bytes(), found.encoding);
  return { ...found, limits, start: await firstText(text(), START_CHARS), text };
}

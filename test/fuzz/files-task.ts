/** What the thread that watches and the thread that reads tell each other. */
import type { Parser } from './files-corpus.ts';

export interface Task {
  parsers: readonly Parser[];
  /** For each parser. */
  inputs: number;
  seed: number;
  /** Number of the first input, over all parsers. */
  from: number;
  folder: string;
  progress: SharedArrayBuffer;
}

export interface Failure {
  parser: Parser;
  /** With the seed, this names the input. */
  index: number;
  what: string;
}

export function inputNumbered(
  number: number,
  parsers: readonly Parser[],
  inputs: number,
): { parser: Parser; index: number } {
  const parser = parsers[Math.floor(number / inputs)];
  if (!parser) throw new RangeError(`There is no input ${number}`);
  return { parser, index: number % inputs };
}

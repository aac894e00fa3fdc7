/** Many texts at once: a folder of files, or one file with a JSON object a line, gzipped or not. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { KingaError } from '../platform/errors.ts';
import type { Reading } from './contract.ts';
import { readMandate } from './reading/read.ts';

export interface CorpusText {
  /** What the collection calls it; the text's own head may lack it. */
  symbol: string | null;
  text: string;
}

const Row = z.object({ symbol: z.string().nullish(), text: z.string() });

/** @returns the texts of a folder (`.txt`) or of a file of JSON lines, in order. @throws `unreadable_file` with the line */
export async function* textsOf(where: string): AsyncGenerator<CorpusText> {
  if ((await stat(where)).isDirectory()) {
    const files = (await readdir(where)).filter((name) => name.endsWith('.txt')).sort();
    for (const name of files)
      yield { symbol: symbolOfName(name), text: await readFile(path.join(where, name), 'utf8') };
    return;
  }
  const raw = createReadStream(where);
  const lines = createInterface({
    input: where.endsWith('.gz') ? raw.pipe(createGunzip()) : raw,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let at = 0;
  for await (const line of lines) {
    at++;
    if (line.trim() !== '') yield rowOf(line, at);
  }
}

function rowOf(line: string, at: number): CorpusText {
  try {
    const { symbol, text } = Row.parse(JSON.parse(line));
    return { symbol: symbol ?? null, text };
  } catch {
    throw new KingaError('unreadable_file', { why: `line ${at} is no JSON object with a text` });
  }
}

/** `S_RES_1590_2005.txt` → `S/RES/1590 (2005)` */
export function symbolOfName(name: string): string | null {
  const match = /S_?RES_?(\d{1,4})[_ -]\(?(\d{4})/i.exec(name);
  return match ? `S/RES/${match[1]} (${match[2]})` : null;
}

/** A reading under the name that its collection gives it: scanned heads misprint theirs. */
export function readNamed({ symbol, text }: CorpusText): Reading {
  const reading = readMandate(text);
  return { ...reading, symbol: symbol ?? reading.symbol };
}

/** How whole the numbering of a reading is. */
export interface Numbering {
  /** The text numbers its operative paragraphs. */
  numbered: boolean;
  /** They are complete and in order. */
  complete: boolean;
  /** What is missing or without a number, in words. */
  lacks: string[];
}

/** @returns whether the operative paragraphs of a text are read one after the other, from its own numbers */
export function numberingOf({ paragraphs, unread }: Reading): Numbering {
  const numbers = paragraphs.filter(({ kind, parent }) => kind === 'OP' && parent === null).map(({ number }) => number);
  const lacks = [
    ...unread.filter(({ reason }) => reason === 'number_missing').map(({ detail }) => `${detail} is missing`),
    ...numbers.filter((number) => number.includes('[')).map((number) => `${number} has no number`),
  ];
  const own = numbers.filter((number) => /^(?:[A-Z] )?\d+$/.test(number));
  const inOrder = own.every((number, i) => i === 0 || follows(own[i - 1] as string, number));
  return { numbered: own.length > 0, complete: own.length > 0 && lacks.length === 0 && inOrder, lacks };
}

function follows(before: string, number: string): boolean {
  const [, part = '', value] = /^(?:([A-Z]) )?(\d+)$/.exec(number) ?? [];
  const [, last = '', previous] = /^(?:([A-Z]) )?(\d+)$/.exec(before) ?? [];
  return part === last ? Number(value) === Number(previous) + 1 : value === '1';
}

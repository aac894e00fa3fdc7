/** Many texts at once: documents, folders of them, or files with a JSON object a line, gzipped or not. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { KingaError } from '../platform/errors.ts';
import { FileRefused, firstBytes, isGzip, readBytes } from '../platform/files/index.ts';
import type { Reading } from './contract.ts';
import { containerOf } from './files/kind.ts';
import { readDocument } from './files/read.ts';
import { textOf } from './files/text-of.ts';
import { readMandate } from './reading/read.ts';

export interface CorpusText {
  /** The file it stands in, and its line where the file holds many. */
  place: string;
  /** What the collection calls it; the text's own head may lack it. */
  symbol: string | null;
  text: string;
}

/** What stands among the texts and is none: the others are read all the same. */
export interface Unreadable {
  place: string;
  /** A sentence. */
  why: string;
}

/** Of a file of lines: a collection, however large, and no bomb. */
const MOST_UNPACKED = 1_000_000_000;

const Row = z.object({ symbol: z.string().nullish(), text: z.string() });
const LINES = /\.jsonl(?:\.gz)?$/i;
const DOCUMENT = /\.(?:txt|html?|docx|pdf)$/i;

/** @param where a folder (its `.txt`, `.html`, `.docx` and `.pdf`), a document, or a file of JSON lines @returns its texts, in order */
export async function* textsOf(where: string): AsyncGenerator<CorpusText | Unreadable> {
  if ((await stat(where)).isDirectory()) {
    const names = (await readdir(where)).filter((name) => DOCUMENT.test(name)).sort();
    for (const name of names) yield documentOf(path.join(where, name));
  } else if (LINES.test(where)) yield* linesOf(where);
  else yield documentOf(where);
}

async function documentOf(file: string): Promise<CorpusText | Unreadable> {
  const place = path.basename(file);
  try {
    const bytes = await readFile(file);
    // What is plain text by its bytes is no danger to read; a thread for each of a thousand takes longer than all of them.
    const { text } = await (containerOf(bytes, place) === 'text' ? readDocument : textOf)(bytes, place);
    return { place, symbol: symbolOfName(place), text };
  } catch (error) {
    if (error instanceof KingaError) return { place, why: error.message };
    throw error;
  }
}

/** A file that is damaged or cut off gives what stands before that, and then the reason. */
async function* linesOf(file: string): AsyncGenerator<CorpusText | Unreadable> {
  const name = path.basename(file);
  const decoder = new TextDecoder();
  let [at, rest] = [0, ''];
  try {
    for await (const bytes of readBytes(file, isGzip(await firstBytes(file, 2)), MOST_UNPACKED)) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        at++;
        if (line.trim() !== '') yield rowOf(line, `${name}, line ${at}`);
      }
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    yield { place: at === 0 ? name : `${name}, after line ${at}`, why: error.message };
    return;
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield rowOf(rest, `${name}, line ${at + 1}`);
}

function rowOf(line: string, place: string): CorpusText | Unreadable {
  try {
    const { symbol, text } = Row.parse(JSON.parse(line));
    return { place, symbol: symbol ?? null, text };
  } catch {
    return { place, why: 'It is no JSON object with a text.' };
  }
}

/** `S_RES_1590_2005.txt` → `S/RES/1590 (2005)` */
export function symbolOfName(name: string): string | null {
  const match = /S_?RES_?(\d{1,4})[_ -]\(?(\d{4})/i.exec(name);
  return match ? `S/RES/${match[1]} (${match[2]})` : null;
}

/** A reading under the name that its collection gives it: scanned heads misprint theirs. */
export function readNamed({ symbol, text }: Pick<CorpusText, 'symbol' | 'text'>): Reading {
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

/**
 * The plain text of a mandate document, for the reader that cuts it into paragraphs. Whatever a file brings is read in a
 * thread of its own, which is ended when it takes too long or too much: a file of a megabyte can unpack to gigabytes.
 */
import { Worker } from 'node:worker_threads';
import { KingaError } from '../../platform/errors.ts';
import type { MandateText } from './read.ts';
import type { Answer } from './thread.ts';

export type { MandateText } from './read.ts';

const MAX_BYTES = 20_000_000;
const MAX_HEAP_MB = 768;
/** Beside the heap: the file, and what is unpacked of it. */
const MAX_UNPACKED = 500_000_000;
const MAX_MS = 180_000;
const LOOK_EVERY_MS = 50;

/** In a checkout the thread runs the source, in the package what was compiled from it. */
const THREAD = new URL(`./thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** One at a time: two would only take each other's processor, and twice the memory. */
let before: Promise<unknown> = Promise.resolve();

/**
 * @param bytes a PDF, a Word file (.docx), a web page or plain text
 * @param name of the file; asked only where the content leaves open what it is
 * @returns its paragraphs parted by blank lines, automatic numbers written out (plain text: as it stands)
 * @throws `unknown_document` when it is of another kind, `locked_document` when a password locks it, `pictures_of_pages`
 *   when a PDF holds no text, `file_too_large` past 20 MB, `unreadable_file` with a sentence when it is damaged, holds no
 *   words or more than 5 million characters, or takes too much memory or time
 */
export async function textOf(bytes: Uint8Array, name: string): Promise<MandateText> {
  if (bytes.length > MAX_BYTES) throw new KingaError('file_too_large', { limit: '20 MB' });
  const turn = before.then(() => inThread(bytes, name));
  before = turn.catch(() => undefined);
  return turn;
}

function inThread(bytes: Uint8Array, name: string): Promise<MandateText> {
  const worker = new Worker(THREAD, {
    workerData: { bytes, name },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    // A library that has something to say about a file says it to nobody.
    ...{ stdout: true, stderr: true },
  });
  let looking: NodeJS.Timeout | undefined;
  const read = new Promise<MandateText>((resolve, reject) => {
    worker.once('message', (answer: Answer) => {
      if ('code' in answer) reject(new KingaError(answer.code, answer.details));
      else resolve(answer);
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory') : error),
    );
    worker.once('exit', (code) => reject(new Error(`The reading of a document ended with status ${code}.`)));
    const until = performance.now() + MAX_MS;
    looking = setInterval(() => {
      if (performance.now() > until) reject(tooMuch('time'));
      // Once the thread has ended there is nothing to be measured.
      worker.getHeapStatistics().then(
        ({ external_memory }) => external_memory > MAX_UNPACKED && reject(tooMuch('memory')),
        () => undefined,
      );
    }, LOOK_EVERY_MS);
  });
  return read.finally(() => {
    clearInterval(looking);
    return worker.terminate();
  });
}

const tooMuch = (what: 'memory' | 'time'): KingaError =>
  new KingaError('unreadable_file', {
    why: `To read it takes more ${what} than any document needs. Save it anew, or give its text as plain text.`,
  });

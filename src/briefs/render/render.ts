/** A paper as a file: JSON here, PDF and Word in a thread of their own, so that nobody else waits for the drawing. */
import { Worker } from 'node:worker_threads';
import type { Drawn, FileFormat } from '../contract.ts';

/** In a checkout the thread runs the source, in the package what was compiled from it. */
const THREAD = new URL(`./thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

export const MEDIA: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
};

/** One at a time: two drawings at once would only take each other's processor. */
let before: Promise<unknown> = Promise.resolve();

export async function renderPaper(paper: Drawn, format: FileFormat): Promise<Buffer> {
  if (format === 'json') return Buffer.from(`${JSON.stringify(paper, null, 2)}\n`);
  const turn = before.then(() => inThread(paper, format));
  before = turn.catch(() => undefined);
  return turn;
}

function inThread(paper: Drawn, format: 'pdf' | 'docx'): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { workerData: { paper, format } });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The drawing of a paper ended with status ${code}.`)));
  });
}

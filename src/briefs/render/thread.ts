/** The thread that draws one paper and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Drawn } from '../contract.ts';

const { paper, format } = workerData as { paper: Drawn; format: 'pdf' | 'docx' };
const bytes =
  format === 'pdf'
    ? await (await import('./pdf.ts')).paperToPdf(paper)
    : await (await import('./docx.ts')).paperToDocx(paper);
parentPort?.postMessage(new Uint8Array(bytes));

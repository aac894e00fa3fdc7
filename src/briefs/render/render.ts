/** A paper as a file: JSON here, PDF and Word in a thread of their own, so that nobody else waits for the drawing. */
import type { FileFormat, Paper } from '../contract.ts';

export async function renderPaper(paper: Paper, format: FileFormat): Promise<Buffer> {
  if (format === 'json') return Buffer.from(`${JSON.stringify(paper, null, 2)}\n`);
  throw new Error('later');
}

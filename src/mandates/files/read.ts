/** Reads a document here and now; `textOf` does it in a thread of its own. */
import { KingaError } from '../../platform/errors.ts';
import { FileRefused } from '../../platform/files/index.ts';
import { MAX_CHARS, tooLong } from './builder.ts';
import { decodePage, decodeText } from './decode.ts';
import { docxText } from './docx.ts';
import { htmlText } from './html.ts';
import { containerOf } from './kind.ts';
import { pdfText } from './pdf.ts';

export interface MandateText {
  text: string;
  kind: 'text' | 'html' | 'docx' | 'pdf';
  /** English sentences about what was left out or guessed. */
  notes: string[];
}

/** As `textOf`, but for its limits of size, memory and time. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<MandateText> {
  try {
    const read = await readAs(bytes, name);
    if (read.text.length > MAX_CHARS) throw tooLong();
    if (read.text.trim() === '') throw new FileRefused('It holds no words.');
    return read;
  } catch (error) {
    if (error instanceof FileRefused) throw new KingaError('unreadable_file', { why: error.message }, { cause: error });
    throw error;
  }
}

async function readAs(bytes: Uint8Array, name: string): Promise<MandateText> {
  switch (containerOf(bytes, name)) {
    case 'pdf':
      return { kind: 'pdf', ...(await pdfText(bytes)) };
    case 'zip':
      return { kind: 'docx', ...(await docxText(bytes)) };
    case 'html': {
      const page = await decodePage(bytes);
      const { text, notes } = htmlText(page.text);
      return { kind: 'html', text, notes: [...page.notes, ...notes] };
    }
    case 'text':
      return { kind: 'text', ...(await plain(bytes)) };
  }
}

/** @throws `unknown_document` for pictures, programs and what else is no text */
async function plain(bytes: Uint8Array): Promise<{ text: string; notes: string[] }> {
  try {
    return await decodeText(bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw new KingaError('unknown_document', {}, { cause: error });
    throw error;
  }
}

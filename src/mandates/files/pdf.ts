/** A PDF as text. pdf.js finds the letters; what belongs together is found by where they stand. */
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { KingaError } from '../../platform/errors.ts';
import { FileRefused } from '../../platform/files/index.ts';
import { MAX_CHARS, tooLong } from './builder.ts';
import { counted } from './clean.ts';
import { layOut, type Page } from './pdf-layout.ts';
import { isRtl, type Piece } from './pdf-lines.ts';

const LIBRARY = 'pdfjs-dist/legacy/build/pdf.mjs';
const MAX_PAGES = 5_000;
/** Text at angles less than this apart stands together. */
const ANGLE = Math.PI / 36;
const TURN = (2 * Math.PI) / ANGLE;
/** Of the letters: more that are none, and nobody can read the text. */
const UNKNOWN = 0.3;
const COMMENTS = new Set(['Text', 'FreeText']);

interface ReadPage {
  /** By the angle they are written at, those of most letters first. */
  pieces: Piece[][];
  comments: number;
}

/**
 * @returns the text, pages parted by form feeds
 * @throws `locked_document`, `pictures_of_pages`
 * @throws FileRefused when it is damaged or too long
 */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string; notes: string[] }> {
  const document = await opened(bytes);
  try {
    if (document.numPages > MAX_PAGES)
      throw new FileRefused(`It has more than ${MAX_PAGES.toLocaleString('en')} pages. Give those that matter.`);
    const pages: Page[] = [];
    const unread: number[] = [];
    const empty: number[] = [];
    let comments = 0;
    let chars = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(document, number);
      if (!page) unread.push(number);
      else if (page.pieces.length === 0) empty.push(number);
      comments += page?.comments ?? 0;
      if (page) pages.push(page.pieces);
      chars += lettersOf(page?.pieces.flat() ?? []);
      if (chars > MAX_CHARS) throw tooLong();
    }
    if (unread.length === document.numPages) throw damaged();
    if (empty.length + unread.length === document.numPages) throw new KingaError('pictures_of_pages');
    const text = `${layOut(pages)}\n`;
    if (isUnknown(text))
      throw new FileRefused(
        'Its fonts do not say which letters they draw. Have its letters recognised (OCR), or give the text as Word file, web page or plain text.',
      );
    const rtl = pages.some((page) => page.some(isRtl));
    return { text, notes: notesOf({ unread, empty, comments, rtl }) };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = new URL('../../', import.meta.resolve(LIBRARY));
  const task = getDocument({
    // It keeps what it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    // Nothing is drawn, nothing fetched and nothing run that the file brings. Scripts of East Asia need tables that lie here.
    ...{ disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false, enableXfa: false },
    ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false, disableWorkerRendering: true },
    ...{ cMapUrl: fileURLToPath(new URL('cmaps/', folder)), cMapPacked: true },
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException')
      throw new KingaError('locked_document', {}, { cause: error });
    throw damaged(error);
  }
}

/** @returns `null` when the page is damaged */
async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage | null> {
  try {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page);
    // A comment that is damaged takes no text with it.
    const notes: { subtype?: string }[] = await page.getAnnotations().catch(() => []);
    page.cleanup();
    return { pieces, comments: notes.filter(({ subtype }) => COMMENTS.has(subtype ?? '')).length };
  } catch {
    return null;
  }
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[][]> {
  const { items } = await page.getTextContent();
  // Turns the page as it is shown, and makes y grow downwards.
  const view = page.getViewport({ scale: 1 }).transform as Matrix;
  const byAngle = new Map<number, Piece[]>();
  let afterSpace = false;
  let order = 0;
  for (const item of items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      afterSpace ||= item.str !== '';
      continue;
    }
    const [a, b, c, d, x, y] = times(view, item.transform as Matrix).map(finite) as Matrix;
    const angle = ((Math.round(Math.atan2(b, a) / ANGLE) + TURN) % TURN) * ANGLE;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const pieces = byAngle.get(angle) ?? [];
    byAngle.set(angle, pieces);
    pieces.push({
      ...{ text: item.str, x: x * cos + y * sin, y: y * cos - x * sin },
      ...{ width: finite(item.width), size: finite(Math.hypot(c, d)) || 10 },
      ...{ rtl: item.dir === 'rtl', order: order++, afterSpace },
    });
    afterSpace = false;
  }
  return [...byAngle.values()].sort((a, b) => lettersOf(b) - lettersOf(a));
}

const lettersOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** A damaged file may put letters nowhere. */
const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

type Matrix = [number, number, number, number, number, number];

/** First `b`, then `a`. */
const times = (a: Matrix, b: Matrix): Matrix => [
  ...([a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1]] as const),
  ...([a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3]] as const),
  ...([a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5]] as const),
];

const damaged = (cause?: unknown): FileRefused =>
  new FileRefused('The PDF is damaged or incomplete. Fetch it again, or open it and save it anew.', { cause });

function isUnknown(text: string): boolean {
  const all = text.match(/\S/gu)?.length ?? 0;
  return (text.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0) > UNKNOWN * all;
}

function notesOf(found: { unread: number[]; empty: number[]; comments: number; rtl: boolean }): string[] {
  const { unread, empty, comments, rtl } = found;
  return [
    ...(unread.length > 0 ? [`Damaged and left out: ${pageList(unread)}.`] : []),
    ...(empty.length > 0 ? [`Without text, maybe pictures: ${pageList(empty)}.`] : []),
    ...(comments > 0 ? [`Left out: ${counted(comments, 'comment')}.`] : []),
    ...(rtl
      ? ['Letters that the file draws as one, as lam and alif, may be in the wrong order; a Word file has them right.']
      : []),
  ];
}

function pageList(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 20).join(', ');
  return `${numbers.length === 1 ? 'page' : 'pages'} ${shown}${numbers.length > 20 ? ', …' : ''}`;
}

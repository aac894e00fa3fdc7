/** The one door: whatever somebody uploads, recognised by what it is and read row by row. */
import { firstBytes, isGzip, readBytes } from './bytes.ts';
import { openDelimited } from './delimited.ts';
import { REFUSED_COLUMNS } from './headers.ts';
import { openJson } from './json.ts';
import { sniffText } from './sniff.ts';
import { textSource } from './text-source.ts';
import { FileRefused, type Limits, type OpenedFile, type OpenOptions } from './types.ts';
import { openXlsx } from './xlsx.ts';

const MAX_PACKED_WORKBOOK = 64_000_000;

/**
 * Opens a CSV, TSV, XLSX, JSON, newline-delimited JSON or GeoJSON file, plain or gzipped.
 * What a file of refused rows has beside the original columns is no part of what was mended: it is left out of `headers`.
 * @throws FileRefused when the file as a whole cannot be read; a bad row comes out as a RefusedRow.
 */
export async function openFile(path: string, options: OpenOptions = {}): Promise<OpenedFile> {
  const file = await openAny(path, options);
  const ours: readonly string[] = REFUSED_COLUMNS;
  return { ...file, headers: file.headers.filter((header) => !ours.includes(header)) };
}

async function openAny(path: string, options: OpenOptions): Promise<OpenedFile> {
  const limits: Limits = {
    maxCellChars: options.maxCellChars ?? 100_000,
    maxRowChars: options.maxRowChars ?? 4_000_000,
  };
  const onDisk = await firstBytes(path, 8);
  const gzipped = isGzip(onDisk);
  const head = gzipped ? await unpackedStart(path) : onDisk;
  if (head.length === 0) throw new FileRefused('The file is empty.');
  refuseOldExcel(head);
  if (isZip(head)) return openXlsx(gzipped ? await unpacked(path) : path, limits, options);
  if (options.format === 'xlsx') throw new FileRefused('The file is not an Excel workbook (.xlsx).');
  const source = await textSource(path, gzipped, limits, options);
  const format = options.format ?? sniffText(source.start);
  if (format === 'json' || format === 'geojson') return openJson(source);
  return openDelimited(source, options.delimiter ?? (options.format === 'tsv' ? '\t' : undefined));
}

async function unpackedStart(path: string): Promise<Buffer> {
  for await (const chunk of readBytes(path, true, Number.POSITIVE_INFINITY)) return chunk.subarray(0, 8);
  return Buffer.alloc(0);
}

/** A ZIP archive is read from its end, so a packed one has to be in memory. */
async function unpacked(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBytes(path, true, MAX_PACKED_WORKBOOK)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 2) === 'PK' && (head[2] === 3 || head[2] === 5);
}

function refuseOldExcel(head: Buffer): void {
  if (head.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1') {
    throw new FileRefused(
      'The file is an old Excel workbook (.xls) or protected by a password. Save it as .xlsx without one.',
    );
  }
}

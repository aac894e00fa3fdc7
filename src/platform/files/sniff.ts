/** What a text file is, from its first characters: nobody's file name can be relied on. */
import { CsvSplitter } from './csv.ts';
import { type FileFormat, FileRefused } from './types.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Says `json` for GeoJSON too: which of the two it is shows in its first records. */
export function sniffText(head: string): Exclude<FileFormat, 'xlsx' | 'geojson' | 'tsv'> {
  const start = head.trimStart();
  if (start.length === 0) throw new FileRefused('The file is empty, or begins with nothing but blanks.');
  if (/^(\[\s*[[{\]]|\{\s*["}])/.test(start)) return 'json';
  if (/^<(\?xml|!doctype|html|\w+[\s>])/i.test(start)) {
    throw new FileRefused(
      'The file is a web page or XML, not a table. Save it as CSV or as an Excel workbook (.xlsx).',
    );
  }
  if (start.startsWith('%PDF-')) throw new FileRefused('The file is a PDF. Tables in it have to be copied out first.');
  return 'csv';
}

/** Excel's own first line `sep=;`: it names the delimiter and is not a row. */
export function declaredDelimiter(head: string): string | null {
  return /^"?sep=([,;\t|])"?\r?\n/i.exec(head)?.[1] ?? null;
}

/** The delimiter under which the first rows agree best on their number of cells, and then give the most cells. */
export function sniffDelimiter(head: string): string {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = agreement(head, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function agreement(head: string, delimiter: string): number {
  const splitter = new CsvSplitter({ delimiter, maxRowChars: head.length });
  const records = splitter.push(head).take(100).toArray();
  if (records.length === 0) records.push(...splitter.end().take(1));
  const filled = records.filter((record) => record.fault !== undefined || record.raw.trim() !== '');
  const width = filled[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  const agreeing = filled.filter((record) => record.cells.length === width).length;
  return agreeing / filled.length + Math.min(width, 1000) / 10_000;
}

/**
 * Delimited text into records (RFC 4180), strictly, and going on after an error.
 *
 * Own code, because the parsers at hand give up the rest of the file at the first stray quotation mark, or swallow it
 * into one cell. Here the line that a faulty record begins on is refused, and reading goes on at the next line.
 */
export interface CsvRecord {
  /** 1-based, blank records counted: what a spreadsheet shows beside the row. */
  row: number;
  raw: string;
  cells: string[];
  /** Why the cells cannot be told apart (they are empty then), as the end of a sentence. */
  fault?: string;
}

export interface CsvOptions {
  delimiter: string;
  /** Beyond this a record is refused, so that one open quotation mark cannot fill the memory. */
  maxRowChars: number;
}

/** Feed it text in chunks of any size; each call makes the records that are complete by then. */
export class CsvSplitter {
  private readonly delimiter: string;
  private readonly maxRowChars: number;
  private buffer = '';
  private position = 0;
  /** Where the next quotation mark is, so that it is not looked for again at every record. -1: none. */
  private quoteAt = -1;
  private row = 0;
  private newline: '\n' | '\r' | null = null;
  /** Inside a line that was refused for its length: nothing is kept until it ends. */
  private skipping = false;

  constructor(options: CsvOptions) {
    this.delimiter = options.delimiter;
    this.maxRowChars = options.maxRowChars;
  }

  /** Take them all before the next call. They are made one by one: a chunk may hold millions of empty lines. */
  push(text: string): Generator<CsvRecord, void, undefined> {
    return this.take(text, false);
  }

  end(): Generator<CsvRecord, void, undefined> {
    return this.take('', true);
  }

  private *take(text: string, final: boolean): Generator<CsvRecord, void, undefined> {
    this.buffer = this.buffer.slice(this.position) + text;
    this.position = 0;
    this.quoteAt = this.buffer.indexOf('"');
    const newline = this.lineEnd(final);
    if (newline === null || (this.skipping && !this.skipLine(newline))) return;
    while (this.position < this.buffer.length) {
      const record = this.next(newline, final);
      if (!record) return;
      yield record;
      if (this.skipping && !this.skipLine(newline)) return;
    }
  }

  /** Old Macintosh files end their lines with CR alone; that is only known once a CR is followed by something. */
  private lineEnd(final: boolean): '\n' | '\r' | null {
    if (this.newline) return this.newline;
    const lf = this.buffer.indexOf('\n');
    const cr = this.buffer.indexOf('\r');
    if (lf >= 0 && (cr < 0 || lf <= cr + 1)) this.newline = '\n';
    else if (cr >= 0 && (cr + 1 < this.buffer.length || final)) this.newline = lf < 0 ? '\r' : '\n';
    else if (final || this.buffer.length > this.maxRowChars) this.newline = '\n';
    return this.newline;
  }

  private skipLine(newline: string): boolean {
    const end = this.buffer.indexOf(newline, this.position);
    this.position = end < 0 ? this.buffer.length : end + 1;
    this.skipping = end < 0;
    return !this.skipping;
  }

  private next(newline: string, final: boolean): CsvRecord | null {
    const { buffer, position: start, delimiter } = this;
    const lineEnd = buffer.indexOf(newline, start);
    if (this.quoteAt >= 0 && this.quoteAt < start) this.quoteAt = buffer.indexOf('"', start);
    const quote = this.quoteAt;
    if (lineEnd < 0 && !final && buffer.length - start <= this.maxRowChars && quote < 0) return null;
    if (quote < 0 || (lineEnd >= 0 && quote > lineEnd)) {
      if (lineEnd < 0 && !final) return this.tooLong(start);
      const raw = this.line(start, lineEnd < 0 ? buffer.length : lineEnd);
      if (raw.length > this.maxRowChars) return this.refuseLine(start, lineEnd, tooLongFault(this.maxRowChars));
      this.position = lineEnd < 0 ? buffer.length : lineEnd + 1;
      return { row: ++this.row, raw, cells: raw.split(delimiter) };
    }
    const found = readQuoted(buffer, start, delimiter, newline, final);
    if (found.kind !== 'record') {
      const tooMuch = buffer.length - start > this.maxRowChars;
      if (found.kind === 'more' && !tooMuch) return null;
      // The line that is refused has to be there whole.
      if (lineEnd < 0 && !final) return tooMuch ? this.tooLong(start) : null;
      return this.refuseLine(start, lineEnd, found.kind === 'more' ? unclosedFault : found.fault);
    }
    const raw = this.line(start, found.end);
    if (raw.length > this.maxRowChars) return this.refuseLine(start, lineEnd, tooLongFault(this.maxRowChars));
    this.position = found.next;
    return { row: ++this.row, raw, cells: found.cells };
  }

  /** The text between two positions without the CR of a CRLF. */
  private line(start: number, end: number): string {
    return withoutCr(this.buffer.slice(start, end));
  }

  private refuseLine(start: number, lineEnd: number, fault: string): CsvRecord {
    const end = lineEnd < 0 ? this.buffer.length : lineEnd;
    this.position = lineEnd < 0 ? end : end + 1;
    return { row: ++this.row, raw: this.line(start, end).slice(0, this.maxRowChars), cells: [], fault };
  }

  private tooLong(start: number): CsvRecord {
    this.skipping = true;
    const raw = this.buffer.slice(start, start + this.maxRowChars);
    this.position = this.buffer.length;
    return { row: ++this.row, raw, cells: [], fault: tooLongFault(this.maxRowChars) };
  }
}

function withoutCr(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

type Quoted =
  | { kind: 'record'; cells: string[]; end: number; next: number }
  | { kind: 'fault'; fault: string }
  | { kind: 'more' };

const unclosedFault = 'opens a quotation mark that is never closed; reading went on at the next line';
const bareFault =
  'has a quotation mark inside a cell; put the cell in quotation marks and double those within; reading went on at the next line';
const tooLongFault = (limit: number) =>
  `is longer than ${limit.toLocaleString('en')} characters; its beginning is kept`;

/** One record that has quotation marks in it, beginning at `start`. */
function readQuoted(text: string, start: number, delimiter: string, newline: string, final: boolean): Quoted {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let end: number;
    if (text.charAt(at) === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return final ? { kind: 'fault', fault: unclosedFault } : { kind: 'more' };
      end = close + 1;
      // A doubled quotation mark or a CRLF may go on in the next chunk.
      if (!final && end + 1 >= text.length) return { kind: 'more' };
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      if (text.charAt(end) === '\r' && (text.charAt(end + 1) === '\n' || end + 1 === text.length)) end++;
    } else {
      const lineEnd = text.indexOf(newline, at);
      const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
      const delimiterAt = line.indexOf(delimiter);
      if (lineEnd < 0 && delimiterAt < 0 && !final) return { kind: 'more' };
      end = at + (delimiterAt < 0 ? line.length : delimiterAt);
      const cell = delimiterAt < 0 ? withoutCr(line) : line.slice(0, delimiterAt);
      if (cell.includes('"')) return { kind: 'fault', fault: bareFault };
      cells.push(cell);
    }
    if (end >= text.length) return { kind: 'record', cells, end: text.length, next: text.length };
    const after = text.charAt(end);
    if (after === newline) return { kind: 'record', cells, end, next: end + 1 };
    if (after !== delimiter) return { kind: 'fault', fault: bareFault };
    at = end + 1;
    if (at >= text.length && !final) return { kind: 'more' };
  }
}

/** Position of the quotation mark that ends a cell whose text begins at `from`, or -1. */
function closingQuote(text: string, from: number): number {
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || text.charAt(quote + 1) !== '"') return quote;
    at = quote + 2;
  }
}

/**
 * The records of a JSON list as pieces of text, without holding the list in memory: this only counts brackets and
 * quotation marks, and `JSON.parse` judges each piece. So one bad record is refused and the others are kept.
 */
export interface JsonPiece {
  /** 1-based position in the list (or line, for newline-delimited JSON). */
  row: number;
  text: string;
  /** Why there is no whole record here, as the end of a sentence. */
  fault?: string;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Give it the text from just behind the `[` on. */
export class ListSplitter {
  private readonly maxChars: number;
  private buffer = '';
  private at = 0;
  private depth = 0;
  private inString = false;
  private row = 0;
  /** The list has ended: what comes then is in `rest`. */
  done = false;
  rest = '';

  constructor(maxChars: number) {
    this.maxChars = maxChars;
  }

  push(text: string): JsonPiece[] {
    if (this.done) {
      if (this.rest.length < 1000) this.rest += text.slice(0, 1000);
      return [];
    }
    this.buffer += text;
    const pieces: JsonPiece[] = [];
    let start = 0;
    while (this.at < this.buffer.length && !this.done) {
      if (this.inString) {
        if (!this.closeString()) break;
        continue;
      }
      const code = this.buffer.charCodeAt(this.at);
      if (code === QUOTE) this.inString = true;
      else if (code === OPEN_LIST || code === OPEN_OBJECT) this.depth++;
      else if (this.depth > 0) {
        if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.depth--;
      } else if (code === COMMA || code === CLOSE_LIST) {
        const piece = this.buffer.slice(start, this.at);
        start = this.at + 1;
        this.done = code === CLOSE_LIST;
        // `[]` holds no record, `[1,]` a missing one.
        if (!this.done || this.row > 0 || piece.trim() !== '') pieces.push({ row: ++this.row, text: piece.trim() });
      }
      this.at++;
    }
    if (this.done) this.rest = this.buffer.slice(this.at, this.at + 1000);
    this.buffer = this.done ? '' : this.buffer.slice(start);
    this.at -= start;
    if (this.buffer.length > this.maxChars) pieces.push(this.giveUp());
    return pieces;
  }

  end(): JsonPiece[] {
    if (this.done) return [];
    const text = this.buffer.trim().slice(0, this.maxChars);
    return [{ row: this.row + 1, text, fault: 'is not finished: the file was cut off before the end of its list' }];
  }

  /** Moves behind the end of the string that `at` is in; false when more text is needed. */
  private closeString(): boolean {
    for (let at = this.at; ; at++) {
      const code = this.buffer.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        this.inString = false;
        return true;
      }
      if (code === BACKSLASH) at++;
      if (at + 1 >= this.buffer.length) {
        // A backslash at the very end leaves `at` one behind the buffer: the next character is escaped.
        this.at = at + 1;
        return false;
      }
    }
  }

  private giveUp(): JsonPiece {
    const text = this.buffer.slice(0, this.maxChars);
    this.done = true;
    this.buffer = '';
    const fault = `is longer than ${this.maxChars.toLocaleString('en')} characters; nothing after it was read`;
    return { row: ++this.row, text, fault };
  }
}

/** Lines, for newline-delimited JSON. */
export class LineSplitter {
  private readonly maxChars: number;
  private buffer = '';
  private row = 0;
  private skipping = false;

  constructor(maxChars: number) {
    this.maxChars = maxChars;
  }

  push(text: string): JsonPiece[] {
    const lines = (this.buffer + text).split('\n');
    this.buffer = lines.pop() ?? '';
    const pieces: JsonPiece[] = [];
    for (const line of lines) {
      if (this.skipping) this.skipping = false;
      else this.add(line, pieces);
    }
    if (this.skipping) this.buffer = '';
    else if (this.buffer.length > this.maxChars) {
      this.add(this.buffer, pieces);
      this.buffer = '';
      this.skipping = true;
    }
    return pieces;
  }

  end(): JsonPiece[] {
    const pieces: JsonPiece[] = [];
    if (!this.skipping) this.add(this.buffer, pieces);
    return pieces;
  }

  private add(line: string, pieces: JsonPiece[]): void {
    const row = ++this.row;
    const text = line.trim();
    if (text === '') return;
    if (text.length <= this.maxChars) pieces.push({ row, text });
    else {
      const fault = `is longer than ${this.maxChars.toLocaleString('en')} characters; its beginning is kept`;
      pieces.push({ row, text: text.slice(0, this.maxChars), fault });
    }
  }
}

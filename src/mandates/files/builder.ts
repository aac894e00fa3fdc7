/**
 * Paragraphs put together to a text, a blank line between them. A table's row whose cells hold a line each becomes a line,
 * its cells parted by tabs; where a cell holds more, as in tables that only lay out a page, the cells follow each other.
 */
import { FileRefused } from '../../platform/files/index.ts';

/** The longest resolution with all its annexes is a tenth of this. */
export const MAX_CHARS = 5_000_000;
/** Tables within tables past this are read as if they were none. */
const MAX_NESTED = 40;

interface Place {
  kind: 'text' | 'table' | 'row' | 'cell' | 'aside';
  /** Of a row: what its cells hold. */
  cells: string[][];
  blocks: string[];
  /** Of a table: rows that are lines, until something else comes. */
  lines: string[];
}

const place = (kind: Place['kind']): Place => ({ kind, cells: [], blocks: [], lines: [] });

export class TextBuilder {
  /** Whether a table with more than one cell in a row was laid out. */
  hasTables = false;
  private readonly places: Place[] = [place('text')];
  private nested = 0;
  /** Tables too deep to be taken for tables. */
  private ignored = 0;
  private chars = 0;

  /** Adds a paragraph; one without a word is none. @throws FileRefused when the text gets too long */
  block(text: string): void {
    if (text.trim() === '') return;
    this.chars += text.length;
    if (this.chars > MAX_CHARS) throw tooLong();
    const top = this.top();
    if (top.kind === 'row') top.cells.push([text]);
    else {
      endLines(top);
      top.blocks.push(text);
    }
  }

  openTable(): void {
    if (this.nested === MAX_NESTED) {
      this.ignored++;
      return;
    }
    this.nested++;
    this.places.push(place('table'));
  }

  openRow(): void {
    if (this.ignored > 0) return;
    this.closeRow();
    if (this.top().kind === 'table') this.places.push(place('row'));
  }

  openCell(): void {
    if (this.ignored > 0) return;
    this.closeCell();
    if (this.top().kind === 'table') this.openRow();
    if (this.top().kind === 'row') this.places.push(place('cell'));
  }

  closeCell(): void {
    if (this.ignored > 0 || this.top().kind !== 'cell') return;
    const { blocks } = this.places.pop() as Place;
    this.top().cells.push(blocks);
  }

  closeRow(): void {
    this.closeCell();
    const { kind, cells } = this.top();
    if (this.ignored > 0 || kind !== 'row') return;
    this.places.pop();
    const filled = cells.filter((blocks) => blocks.length > 0);
    if (filled.length > 1) this.hasTables = true;
    const table = this.top();
    if (filled.length > 1 && filled.every(isLine)) {
      table.lines.push(
        cells
          .map(([only = '']) => only.trim())
          .join('\t')
          .trimEnd(),
      );
      return;
    }
    for (const blocks of filled) {
      endLines(table);
      append(table.blocks, blocks);
    }
  }

  closeTable(): void {
    if (this.ignored > 0) {
      this.ignored--;
      return;
    }
    this.closeRow();
    const table = this.top();
    if (table.kind !== 'table') return;
    endLines(table);
    this.places.pop();
    this.nested--;
    const around = this.top();
    if (around.kind === 'row') around.cells.push(table.blocks);
    else append(around.blocks, table.blocks);
  }

  /** Begins what stands beside the text, as in a text box: its paragraphs are kept apart. */
  openAside(): void {
    this.places.push(place('aside'));
  }

  /** @returns the paragraphs since `openAside`, to be given to `again` where they are to stand */
  closeAside(): string[] {
    this.closeDownTo('aside');
    return this.places.length > 1 ? (this.places.pop() as Place).blocks : [];
  }

  /** Adds what was counted already. */
  again(blocks: readonly string[]): void {
    for (const text of blocks) {
      this.chars -= text.length;
      this.block(text);
    }
  }

  /** Closes what is open. @returns the text, with a line end behind the last word */
  toString(): string {
    while (this.places.length > 1) {
      this.closeDownTo('aside');
      if (this.places.length > 1) this.again(this.closeAside());
    }
    const { blocks } = this.top();
    return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
  }

  private closeDownTo(kind: Place['kind']): void {
    this.ignored = 0;
    for (let top = this.top(); top.kind !== kind && this.places.length > 1; top = this.top()) {
      if (top.kind === 'cell') this.closeCell();
      else if (top.kind === 'row') this.closeRow();
      else this.closeTable();
    }
  }

  private top(): Place {
    return this.places.at(-1) as Place;
  }
}

export const tooLong = (): FileRefused =>
  new FileRefused(
    `It holds more than ${MAX_CHARS.toLocaleString('en')} characters of text. Give the part that matters as a file of its own.`,
  );

const isLine = (blocks: readonly string[]): boolean => blocks.length === 1 && !(blocks[0] as string).includes('\n');

function endLines(at: Place): void {
  if (at.lines.length > 0) at.blocks.push(at.lines.join('\n'));
  at.lines = [];
}

/** Not `push(...)`: a hundred thousand arguments are more than a call takes. */
function append(to: string[], from: readonly string[]): void {
  for (const one of from) to.push(one);
}

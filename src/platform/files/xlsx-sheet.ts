/** The rows of one sheet, as they come. */

import type { TableRecord } from './table.ts';
import { FileRefused } from './types.ts';
import { cellText, type NumberKind, type RawCell } from './xlsx-cells.ts';
import { columnNumber } from './xlsx-merges.ts';
import type { XmlHandler } from './xml.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

export interface SheetContext {
  sharedStrings: readonly string[];
  numberKinds: readonly NumberKind[];
  date1904: boolean;
}

/** Gathers rows from the events of a sheet's XML. Take them with `take()` after each chunk. */
export class SheetHandler implements XmlHandler {
  private readonly context: SheetContext;
  private readonly headings: { width: number; row: number } | null;
  private rows: TableRecord[] = [];
  private row = 0;
  private column = 0;
  private cells: string[] = [];
  private fault: string | null = null;
  private cell: RawCell | null = null;
  private inValue = false;
  private inPhonetic = false;

  /** @param headings how many there are and in which row, once that is known: what stands beside the table is told */
  constructor(context: SheetContext, headings: { width: number; row: number } | null = null) {
    this.context = context;
    this.headings = headings;
  }

  take(): TableRecord[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.openRow(attributes.r);
    else if (name === 'c') this.openCell(attributes);
    else if (!this.cell) return;
    else if (name === 'f') this.cell.hasFormula = true;
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'v' || (name === 't' && this.cell.type === 'inlineStr')) {
      this.inValue = true;
      this.cell.value ??= '';
    }
  }

  text(text: string): void {
    if (this.inValue && !this.inPhonetic && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.row + 1 : Number(reference);
    if (!Number.isInteger(row) || row <= this.row || row > MAX_ROWS) {
      throw new FileRefused(`The sheet is damaged: after row ${this.row} comes a row without a proper number.`);
    }
    this.row = row;
    this.column = 0;
    this.cells = [];
    this.fault = null;
  }

  private openCell({ r, t = 'n', s }: Record<string, string>): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column === null || column <= this.column || column > MAX_COLUMNS) {
      throw new FileRefused(`The sheet is damaged: row ${this.row} has a cell without a proper address.`);
    }
    this.column = column;
    const kind = this.context.numberKinds[Number(s ?? 0)] ?? 'number';
    this.cell = { type: t, value: null, kind, hasFormula: false };
  }

  private closeCell(): void {
    if (!this.cell) return;
    const { sharedStrings, date1904 } = this.context;
    const read = cellText(this.cell, sharedStrings, date1904);
    this.cell = null;
    if ('fault' in read)
      this.fault ??= `cannot be kept: the cell ${columnLetters(this.column)}${this.row} ${read.fault}`;
    else if (this.isBeside()) {
      if (read.text.trim() === '') return;
      const address = `${columnLetters(this.column)}${this.row}`;
      this.fault ??= `has something in the cell ${address}, to the right of the last heading`;
      this.cells.push(read.text);
    } else if (read.text !== '') {
      while (this.cells.length < this.column - 1) this.cells.push('');
      this.cells[this.column - 1] = read.text;
    }
  }

  private isBeside(): boolean {
    return this.headings !== null && this.row > this.headings.row && this.column > this.headings.width;
  }

  private closeRow(): void {
    const raw = this.cells.join('\t');
    this.rows.push({ row: this.row, cells: this.cells, raw, ...(this.fault ? { fault: this.fault } : {}) });
  }
}

/** `AB12` → 28. */
function columnOf(reference: string): number | null {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d*$/.exec(reference)?.[1];
  return letters ? columnNumber(letters) : null;
}

/** 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

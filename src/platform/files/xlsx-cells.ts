/** What a cell of a workbook says, as text. */
import { excelSerialToIso } from './excel-date.ts';

/** How a number format shows a number. */
export type NumberKind = 'number' | 'date';

export interface RawCell {
  /** The `t` attribute. */
  type: string;
  /** The text of `<v>`, or of `<is>` for inline strings; `null` when there is none. */
  value: string | null;
  kind: NumberKind;
  hasFormula: boolean;
}

/** Built-in number formats that show dates or times (ECMA-376 18.8.30, and those of East Asian versions). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function numberKind(formatId: number, customCode: string | undefined): NumberKind {
  if (customCode === undefined) return isBuiltInDate(formatId) ? 'date' : 'number';
  // Text in quotation marks, escaped characters, colours and currencies in brackets are not date letters; [h] is.
  const code = (customCode.split(';')[0] ?? '')
    .replaceAll(/"[^"]*"?|\\.|_./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi, '');
  return /[ymdhs]/i.test(code) && !/^general$/i.test(code.trim()) ? 'date' : 'number';
}

/** @returns the text, or what is wrong with the cell, as the end of a sentence. */
export function cellText(
  cell: RawCell,
  sharedStrings: readonly string[],
  date1904: boolean,
): { text: string } | { fault: string } {
  const { type, value } = cell;
  if (value === null) {
    return cell.hasFormula && type !== 'str'
      ? { fault: 'holds a formula that was never calculated; open the workbook, let it calculate, and save it' }
      : { text: '' };
  }
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? sharedStrings[Number(value)] : undefined;
      return text === undefined ? { fault: 'refers to a text that the workbook does not hold' } : { text };
    }
    case 'b':
      return { text: value.trim() === '0' || value.trim() === 'false' ? 'FALSE' : 'TRUE' };
    case 'str':
    case 'inlineStr':
      return { text: unescapeXstring(value) };
    case 'd':
    case 'e':
      return { text: value };
    case 'n':
      return numberText(value.trim(), cell.kind, date1904);
    default:
      return { fault: `is of the unknown type “${type.slice(0, 20)}”` };
  }
}

function numberText(value: string, kind: NumberKind, date1904: boolean): { text: string } | { fault: string } {
  if (value === '') return { text: '' };
  const number = Number(value);
  if (!Number.isFinite(number) || !/^[+-]?[\d.]/.test(value)) return { fault: 'holds a number that cannot be read' };
  if (kind === 'date') return { text: excelSerialToIso(number, date1904) ?? value };
  // Excel writes 4.3666670000000001 for what it shows as 4.366667; whole numbers are kept digit by digit.
  return { text: /^-?\d+$/.test(value) ? value : String(number) };
}

/** Characters that XML cannot hold are written _x000D_ in workbooks, and a text that looks so as _x005F_x000D_. */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
